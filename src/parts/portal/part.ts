import type { Part } from '#kernel/part.ts'
import { openInspectionRoutes } from './inspections/routes.ts'
import { open311Dialect } from './open311/dialect.ts'
import { reportThrough, reportThroughPermission } from './open311/form.ts'
import { open311Commands } from './open311/key-command.ts'
import { open311Routes } from './open311/routes.ts'
import { exportOpen311, loadOpen311 } from './open311/settings.ts'
import { releaseFigures } from './release.ts'
import { reportRoutes } from './reports/routes.ts'
import { exportReports, loadReports } from './reports/settings.ts'
import { showPhotosOfMoved } from './reports/shown-photos.ts'
import { openRoutes, publishingRoutes } from './routes.ts'
import { sdmxRoutes } from './sdmx/routes.ts'
import { refusals } from './texts.ts'
import { exportOpen, loadOpen } from './zone-file.ts'

/** What the zone shows to anybody, and what anybody tells it: open figures and bulletins as pages, files and SDMX; citizens' reports. */
export const portalPart: Part = {
  name: 'portal',
  words: { zh: '公开数据', en: 'Open figures' },
  refusals,
  permissions: {
    'portal/publish': { words: { zh: '决定公开哪些数据', en: 'Decide what is open to the public' }, roles: ['lead'] },
    [reportThrough]: reportThroughPermission,
  },
  routes: [
    ...publishingRoutes,
    ...openRoutes,
    ...sdmxRoutes,
    ...reportRoutes,
    ...openInspectionRoutes,
    ...open311Routes,
  ],
  dialects: [open311Dialect],
  commands: open311Commands,
  load: async (work, zone, tell) => {
    await loadOpen(work, zone, tell)
    await loadReports(work, zone, tell)
    await loadOpen311(work, zone, tell)
  },
  export: async (work, folder) => {
    await exportOpen(work, folder)
    await exportReports(work, folder)
    await exportOpen311(work, folder)
  },
  jobs: [
    {
      name: 'portal/release',
      words: { zh: '到期公开数据', en: 'Let out the figures that are due' },
      schedule: '5 * * * *',
      run: async (work) => {
        await releaseFigures(work)
      },
    },
  ],
  listens: {
    'matters/moved': showPhotosOfMoved,
    'ledgers/changed': async (work) => {
      await releaseFigures(work)
    },
    'economy/reported': async (work) => {
      await releaseFigures(work)
    },
    'bulletins/issued': async (work) => {
      await releaseFigures(work)
    },
    'bulletins/withdrawn': async (work) => {
      await releaseFigures(work)
    },
  },
}
