import type { Part } from '#kernel/part.ts'
import { deskRoutes } from './desk/routes.ts'
import { openBlockedProject } from './engine/blocked-projects.ts'
import { mattersSound } from './engine/doctor.ts'
import { engineJobs } from './engine/jobs.ts'
import { mattersPermissions } from './engine/permissions.ts'
import { evaluationRoutes } from './evaluation/routes.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { loadRecords } from './records/load.ts'
import { searchMatters } from './search.ts'
import { standardRoutes } from './standards/routes.ts'
import { exportStandards } from './standards/zone-export.ts'
import { loadStandards } from './standards/zone-load.ts'
import { ordersEnd, supervisionJobs } from './supervision/jobs.ts'
import { refusals } from './texts.ts'

/** Matters from report to verified closure: citizens' reports, inspection issues, blocked projects, campaigns of site checks. */
export const mattersPart: Part = {
  name: 'matters',
  words: { zh: '事项', en: 'Matters' },
  refusals,
  permissions: mattersPermissions,
  routes: [...inspectionRoutes, ...standardRoutes, ...evaluationRoutes, ...deskRoutes],
  jobs: [...engineJobs, ...supervisionJobs],
  listens: { 'projects/problem-blocked': openBlockedProject, 'matters/closed': ordersEnd },
  search: searchMatters,
  load: async (work, zone, tell) => {
    await loadStandards(work, zone, tell)
    await loadRecords(work, zone, tell)
  },
  export: exportStandards,
  doctor: mattersSound,
}
