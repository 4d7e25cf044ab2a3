import type { Part } from '#kernel/part.ts'
import { commissionerRoutes } from './commissioners/routes.ts'
import { exportCommissioners, loadCommissioners } from './commissioners/zone-files.ts'
import { openRoutes } from './open/routes.ts'
import { exportCare, loadCare } from './problems/care.ts'
import { problemRoutes } from './problems/routes.ts'
import { exportProblems, loadProblems } from './problems/zone-files.ts'
import { lightJob, relight } from './register/light-job.ts'
import { registerRoutes } from './register/routes.ts'
import { searchProjects } from './register/search.ts'
import { exportProjectRecords } from './register/zone-export.ts'
import { loadProjectRecords } from './register/zone-files.ts'
import { sightRoutes } from './sight/routes.ts'
import { refusals } from './texts.ts'

/** Major projects from the first lead to full capacity; their ledgers are declared beside. */
export const projectsPart: Part = {
  name: 'projects',
  words: { zh: '重大项目', en: 'Major projects' },
  refusals,
  permissions: {
    'projects/read': {
      words: { zh: '查看重大项目', en: 'Read major projects' },
      roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
    },
    'projects/write': { words: { zh: '登记和更新项目', en: 'Register and update projects' }, roles: ['clerk', 'lead'] },
    'projects/judge': {
      words: { zh: '研判项目、冻结基线', en: 'Judge projects and freeze baselines' },
      roles: ['reviewer', 'lead'],
    },
    'projects/solve': {
      words: { zh: '提出和答复项目问题', en: 'Raise and answer problems of projects' },
      roles: ['clerk', 'lead'],
    },
  },
  routes: [...registerRoutes, ...sightRoutes, ...problemRoutes, ...commissionerRoutes, ...openRoutes],
  jobs: [lightJob],
  listens: { 'ledgers/changed': relight },
  search: searchProjects,
  load: async (work, zone, tell) => {
    await loadProjectRecords(work, zone, tell)
    await loadCare(work, zone)
    await loadCommissioners(work, zone, tell)
    await loadProblems(work, zone, tell)
  },
  export: async (work, folder) => {
    await exportProjectRecords(work, folder)
    await exportCare(work, folder)
    await exportCommissioners(work, folder)
    await exportProblems(work, folder)
  },
}
