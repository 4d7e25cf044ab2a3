import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { unitKinds } from './unit-kinds.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const name = z.string().trim().min(1).max(60)
const unitCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9-]*$/)
  .max(30)
const personCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .max(30)
const words = z.object({ zh: z.string(), en: z.string() })

const UnitInTree = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(unitKinds),
  /** further words it is found by: pinyin, initials, former names */
  found: z.string(),
  /** steps below the root */
  depth: z.number().int(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  /** people whose place is in the unit itself on that day */
  people: z.number().int(),
  /** whether it lies in the caller's subtrees; units above are shown only as the way there */
  inScope: z.boolean(),
})
export type UnitInTree = z.output<typeof UnitInTree>

const UnitDetail = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(unitKinds),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  names: z.array(z.object({ nameZh: z.string(), nameEn: z.string(), from: z.string(), to: z.string().nullable() })),
  places: z.array(
    z.object({
      parent: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }).nullable(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
})
export type UnitDetail = z.output<typeof UnitDetail>

export const unitTreeShape = endpoint({
  method: 'GET',
  path: '/api/units',
  permission: 'org/read',
  summary: { zh: '某日的单位树', en: 'The unit tree on a day' },
  query: z.object({ on: day.optional() }),
  /** parents before their children, siblings in their order */
  reply: z.object({ on: z.string(), units: z.array(UnitInTree) }),
})

export const addUnitShape = endpoint({
  method: 'POST',
  path: '/api/units',
  permission: 'org/manage',
  summary: { zh: '新设单位', en: 'Open a unit' },
  body: z.object({
    code: unitCode,
    parent: unitCode,
    nameZh: name,
    nameEn: name,
    kind: z.enum(unitKinds),
    openedOn: day,
  }),
  reply: z.object({ code: z.string() }),
})

export const unitShape = endpoint({
  method: 'GET',
  path: '/api/units/:code',
  permission: 'org/read',
  summary: { zh: '单位及其历史', en: 'A unit with its history' },
  params: z.object({ code: unitCode }),
  reply: UnitDetail,
})

const Changed = z.object({ changed: z.boolean() })

export const moveUnitShape = endpoint({
  method: 'POST',
  path: '/api/units/:code/move',
  permission: 'org/manage',
  summary: { zh: '自某日起改隶单位', en: 'Put a unit below another from a day on' },
  params: z.object({ code: unitCode }),
  body: z.object({ parent: unitCode, on: day }),
  reply: Changed,
})

export const renameUnitShape = endpoint({
  method: 'POST',
  path: '/api/units/:code/rename',
  permission: 'org/manage',
  summary: { zh: '自某日起更名', en: 'Give a unit another name from a day on' },
  params: z.object({ code: unitCode }),
  body: z.object({ nameZh: name, nameEn: name, on: day }),
  reply: Changed,
})

export const closeUnitShape = endpoint({
  method: 'POST',
  path: '/api/units/:code/closure',
  permission: 'org/manage',
  summary: { zh: '自某日起撤销单位', en: 'End a unit from a day on' },
  params: z.object({ code: unitCode }),
  body: z.object({ on: day }),
  reply: Changed,
})

const PersonRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  pinyin: z.string(),
  unit: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  title: z.string(),
  /** masked: 138****1234 */
  phone: z.string().nullable(),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
})
export type PersonRow = z.output<typeof PersonRow>

const PersonDetail = PersonRow.extend({
  places: z.array(
    z.object({
      unit: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
      title: z.string(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
})
export type PersonDetail = z.output<typeof PersonDetail>

export const peopleShape = endpoint({
  method: 'GET',
  path: '/api/people',
  permission: 'org/read',
  summary: { zh: '查找人员（汉字、拼音、首字母、工号）', en: 'Find people by characters, pinyin, initials or code' },
  query: z.object({
    q: z.string().max(60).optional(),
    /** the unit and all below it */
    unit: unitCode.optional(),
    /** with those who left */
    left: z.enum(['yes', 'no']).default('no'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({ total: z.number().int(), people: z.array(PersonRow) }),
})

export const addPersonShape = endpoint({
  method: 'POST',
  path: '/api/people',
  permission: 'org/manage',
  summary: { zh: '新增人员', en: 'Add a person' },
  body: z.object({
    code: personCode,
    name,
    unit: unitCode,
    title: z.string().trim().max(60).default(''),
    phone: z.string().max(30).optional(),
    joinedOn: day,
  }),
  reply: z.object({ id: z.string() }),
})

const byId = z.object({ id: z.uuid() })

export const personShape = endpoint({
  method: 'GET',
  path: '/api/people/:id',
  permission: 'org/read',
  summary: { zh: '人员及其任职经历', en: 'A person with the places they held' },
  params: byId,
  reply: PersonDetail,
})

export const movePersonShape = endpoint({
  method: 'POST',
  path: '/api/people/:id/move',
  permission: 'org/manage',
  summary: { zh: '自某日起调动', en: 'Move a person from a day on' },
  params: byId,
  body: z.object({ unit: unitCode, title: z.string().trim().max(60).optional(), on: day }),
  reply: Changed,
})

export const leavePersonShape = endpoint({
  method: 'POST',
  path: '/api/people/:id/leave',
  permission: 'org/manage',
  summary: { zh: '自某日起离开', en: 'A person leaves from a day on' },
  params: byId,
  body: z.object({ on: day }),
  reply: Changed,
})

export const phoneReadingShape = endpoint({
  method: 'POST',
  path: '/api/people/:id/phone-reading',
  permission: 'org/read-phones',
  summary: { zh: '查看完整电话（留痕）', en: 'Read a whole phone number (on record)' },
  params: byId,
  body: z.object({ reason: z.string().trim().min(4).max(200) }),
  reply: z.object({ phone: z.string() }),
})

const RejectedRow = z.object({
  /** line of the file, the headings being line 1 */
  line: z.number().int(),
  cells: z.array(z.string()),
  code: z.string(),
  problem: words,
  cure: words,
})
export type RejectedRow = z.output<typeof RejectedRow>

const PeopleImport = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  headings: z.array(z.string()),
  rejected: z.array(RejectedRow),
})
export type PeopleImport = z.output<typeof PeopleImport>

export const importPeopleShape = endpoint({
  method: 'POST',
  path: '/api/people/imports',
  permission: 'org/manage',
  summary: { zh: '导入人员名册（xlsx 或 CSV）', en: 'Import people from xlsx or CSV' },
  /** the day from which moves and new titles hold; today unless told */
  query: z.object({ on: day.optional() }),
  body: 'file',
  reply: PeopleImport,
})

export const peopleTemplateShape = endpoint({
  method: 'GET',
  path: '/api/people/template',
  permission: 'org/manage',
  summary: { zh: '人员名册模板', en: 'Template of the list of people' },
  reply: 'file',
})
