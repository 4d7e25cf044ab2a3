import type { Permissions } from '#kernel/access/actor.ts'

export const permissions = {
  'economy/read': {
    words: { zh: '查看报表', en: 'See forms and submissions' },
    roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
  },
  'economy/enter': { words: { zh: '填报', en: 'Fill in and submit forms' }, roles: ['clerk'] },
  'economy/review': { words: { zh: '审核填报', en: 'Accept or return submissions' }, roles: ['reviewer', 'lead'] },
  'economy/lock': { words: { zh: '锁定和重开填报', en: 'Lock and reopen submissions' }, roles: ['lead'] },
} satisfies Permissions
