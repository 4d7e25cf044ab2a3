import type { Permissions } from '#kernel/access/actor.ts'

/** What may be done with matters, and by which roles. The manifest and the guards of the engine read it. */
export const mattersPermissions = {
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
  // The one door of all deeds; each deed asks for its own permission over the unit it needs.
  'matters/move': {
    words: { zh: '对事项做一步（各步另有权限）', en: 'Do a deed with a matter (each asks for its own permission)' },
    roles: ['clerk', 'reviewer', 'lead'],
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
} as const satisfies Permissions
