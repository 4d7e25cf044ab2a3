import type { Permissions } from '#kernel/access/actor.ts'
import type { Part } from '#kernel/part.ts'
import { refusals } from './texts.ts'
import { loadEconomy } from './zone-load.ts'

const permissions: Permissions = {
  'economy/read': {
    words: { zh: '查看报表', en: 'See forms and submissions' },
    roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
  },
  'economy/enter': { words: { zh: '填报', en: 'Fill in and submit forms' }, roles: ['clerk'] },
  'economy/review': { words: { zh: '审核填报', en: 'Accept or return submissions' }, roles: ['reviewer', 'lead'] },
  'economy/lock': { words: { zh: '锁定和重开填报', en: 'Lock and reopen submissions' }, roles: ['lead'] },
}

/** Enterprises, their output, and the forms that units report through. */
export const economyPart: Part = {
  name: 'economy',
  words: { zh: '经济运行', en: 'Economy' },
  refusals,
  permissions,
  load: loadEconomy,
}
