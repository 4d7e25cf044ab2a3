import type { Part } from '#kernel/part.ts'
import { deskRoutes } from './desk/routes.ts'
import { engineRoutes } from './engine/routes.ts'
import { evaluationRoutes } from './evaluation/routes.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { standardRoutes } from './standards/routes.ts'
import { refusals } from './texts.ts'

/** Matters from report to verified closure: citizens' reports, inspection issues, blocked projects, campaigns of site checks. */
export const mattersPart: Part = {
  name: 'matters',
  words: { zh: '事项', en: 'Matters' },
  refusals,
  permissions: {
    'matters/read': {
      words: { zh: '查看事项', en: 'Read matters' },
      roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
    },
    'matters/work': { words: { zh: '办理本单位的事项', en: "Work on the unit's matters" }, roles: ['clerk', 'lead'] },
    'matters/approve': {
      words: {
        zh: '立案、结案，批准延期、挂账和申诉',
        en: 'Register and close matters, grant extensions, suspensions and appeals',
      },
      roles: ['reviewer', 'lead'],
    },
    'matters/read-reporters': {
      words: { zh: '查看反映人联系方式', en: "Read reporters' contacts" },
      roles: ['reviewer', 'lead'],
    },
    'matters/standards': {
      words: { zh: '维护立结案标准和日历', en: 'Keep standards and the calendar' },
      roles: ['lead'],
    },
    'matters/supervise': { words: { zh: '督办和考评', en: 'Supervise and evaluate' }, roles: ['reviewer', 'lead'] },
  },
  routes: [...inspectionRoutes, ...standardRoutes, ...evaluationRoutes, ...deskRoutes, ...engineRoutes],
}
