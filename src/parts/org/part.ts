import type { Permissions } from '#kernel/access/actor.ts'
import type { Part, SearchHit } from '#kernel/part.ts'
import { searchPeople } from './people-queries.ts'
import { unitsFound, unitsUnder } from './queries.ts'
import { routes } from './routes.ts'
import { refusals } from './texts.ts'
import { exportOrg } from './zone-export.ts'
import { loadOrg } from './zone-load.ts'

const permissions: Permissions = {
  'org/read': {
    words: { zh: '查看单位和人员', en: 'See units and people' },
    roles: ['viewer', 'clerk', 'reviewer', 'lead', 'administrator', 'security', 'auditor'],
  },
  'org/manage': { words: { zh: '管理单位和人员', en: 'Change units and people' }, roles: ['administrator'] },
  'org/read-phones': {
    words: { zh: '查看完整电话', en: 'Read whole phone numbers' },
    roles: ['lead', 'administrator'],
  },
}

/** Units, their tree through time, and the people in them. */
export const orgPart: Part = {
  name: 'org',
  words: { zh: '单位和人员', en: 'Units and people' },
  refusals,
  permissions,
  routes,
  load: loadOrg,
  export: exportOrg,
  search: async (tx, query, roots) => {
    if (query.trim() === '') return []
    const within = await unitsUnder(tx, roots)
    const units = (await unitsFound(tx, query, within)).map(
      ({ code, nameZh, nameEn }): SearchHit => ({
        kind: 'unit',
        title: { zh: nameZh, en: nameEn },
        path: `/units?unit=${code}`,
        hint: { zh: code, en: code },
      }),
    )
    const found = await searchPeople(tx, { query, units: within, page: 1, size: 8 })
    const people = found.people.map(
      ({ id, name, pinyin, unit, title }): SearchHit => ({
        kind: 'person',
        title: { zh: name, en: `${name} (${pinyin})` },
        path: `/people?person=${id}`,
        hint: { zh: [unit.nameZh, title].filter(Boolean).join(' '), en: unit.nameEn },
      }),
    )
    return [...units, ...people]
  },
}
