import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { ProblemShape } from '../problems/shapes.ts'
import { visitKinds } from './visit-kinds.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()
const Unit = z.object({ code: z.string(), name: Words })
const Code = z.object({ code: z.string().min(1).max(40) })
const Place = z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })

/** A project somebody serves: `days` since the last visit on site or meeting, calls not counted. */
const Served = z.object({
  code: z.string(),
  name: z.string(),
  from: Day,
  lastVisitOn: Day.nullable(),
  days: z.int(),
  quiet: z.boolean(),
})

export const commissionersShape = endpoint({
  method: 'GET',
  path: '/api/projects/commissioners',
  permission: 'projects/read',
  summary: { zh: '服务专员、承担项目和走访', en: 'Commissioners, their load and visits' },
  reply: z.object({
    today: Day,
    quietDays: z.int(),
    fullLoad: z.int(),
    people: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        unit: Unit,
        load: z.enum(['light', 'full', 'over']),
        /** on site or in a meeting within 30 days */
        visits: z.int(),
        projects: z.array(Served.extend({ problems: z.int() })),
      }),
    ),
    /** signed projects of the programmes that nobody serves */
    unserved: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
})

export const mineShape = endpoint({
  method: 'GET',
  path: '/api/projects/mine',
  permission: 'projects/write',
  summary: { zh: '我服务的项目', en: 'The projects I serve' },
  reply: z.object({
    today: Day,
    /** the month a report is due for */
    dueMonth: z.string(),
    quietDays: z.int(),
    name: z.string().nullable(),
    projects: z.array(
      Served.extend({
        /** the last month with a report, and its physical progress in percent */
        reported: z.string().nullable(),
        percent: z.string().nullable(),
        next: z.object({ title: z.string(), dueOn: Day }).nullable(),
        problems: z.array(ProblemShape),
      }),
    ),
  }),
})

export const projectVisitsShape = endpoint({
  method: 'GET',
  path: '/api/projects/:code/visits',
  permission: 'projects/read',
  summary: { zh: '一个项目的专员、交接和走访记录', en: 'Commissioners, hand-overs and visits of a project' },
  params: Code,
  reply: z.object({
    today: Day,
    quietDays: z.int(),
    /** since the last visit; null when nobody serves it */
    days: z.int().nullable(),
    commissioners: z.array(
      z.object({ name: z.string(), unit: Unit, from: Day, to: Day.nullable(), handover: z.string() }),
    ),
    visits: z.array(
      z.object({
        id: z.int(),
        on: Day,
        kind: z.enum(visitKinds),
        met: z.string(),
        words: z.string(),
        name: z.string(),
        place: Place.nullable(),
        photos: z.array(z.string()),
      }),
    ),
  }),
})

export const visitShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/visits',
  permission: 'projects/write',
  summary: { zh: '登记走访', en: 'Log a visit' },
  params: Code,
  body: z.object({
    on: Day,
    kind: z.enum(visitKinds),
    met: z.string().max(60).default(''),
    words: z.string().trim().min(2).max(2000),
    place: Place.optional(),
    photos: z.array(z.uuid()).max(9).default([]),
    key: z.string().max(80).optional(),
  }),
  reply: z.object({ id: z.int() }),
})

export const appointShape = endpoint({
  method: 'PUT',
  path: '/api/projects/:code/commissioner',
  permission: 'projects/judge',
  summary: { zh: '派驻或更换服务专员', en: 'Second a commissioner, or change them' },
  params: Code,
  body: z.object({ person: z.string().min(1).max(40), from: Day, handover: z.string().max(2000).optional() }),
  reply: z.object({ done: z.boolean() }),
})

export const relieveShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/relief',
  permission: 'projects/judge',
  summary: { zh: '结束派驻', en: 'End a secondment' },
  params: Code,
  body: z.object({ handover: z.string().trim().min(2).max(2000) }),
  reply: z.object({ done: z.boolean() }),
})

/** People who can be seconded: those of the units below the caller's, found by name, pinyin or code. */
export const candidatesShape = endpoint({
  method: 'GET',
  path: '/api/projects/commissioner-candidates',
  permission: 'projects/judge',
  summary: { zh: '可派驻的人员', en: 'People who can be seconded' },
  query: z.object({ q: z.string().max(40).default('') }),
  reply: z.object({
    people: z.array(z.object({ code: z.string(), name: z.string(), title: z.string(), unit: Unit, projects: z.int() })),
  }),
})
