import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { problemDeeds, problemKinds, problemSources, problemStates } from './states.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()
const Unit = z.object({ code: z.string(), name: Words })
const Numbered = z.string().min(1).max(40)
const Said = z.string().max(2000)

export const ProblemShape = z.object({
  number: z.string(),
  project: z.object({ code: z.string(), name: z.string() }),
  title: z.string(),
  kind: z.enum(problemKinds),
  source: z.enum(problemSources),
  state: z.enum(problemStates),
  unit: Unit.nullable(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  reopened: z.int(),
  escalated: z.boolean(),
  raisedOn: Day,
  raisedBy: z.string(),
  settledOn: Day.nullable(),
  version: z.int(),
})

const sorts = ['', 'dueOn', '-dueOn', 'raisedOn', '-raisedOn', 'reopened', '-reopened'] as const

export const problemsShape = endpoint({
  method: 'GET',
  path: '/api/projects/problems',
  permission: 'projects/read',
  summary: { zh: '项目问题清单', en: 'Problems of projects' },
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
    sort: z.enum(sorts).default(''),
    q: z.string().max(100).default(''),
    state: z.enum(['', 'open', 'late', ...problemStates]).default(''),
    kind: z.enum(['', ...problemKinds]).default(''),
    unit: z.string().max(40).default(''),
    /** with a unit: only what it answered late, or what the enterprise did not accept of it */
    told: z.enum(['', 'late', 'reopened']).default(''),
    project: z.string().max(40).default(''),
  }),
  reply: z.object({
    today: Day,
    total: z.int(),
    /** of all that the caller reaches; `again`: open ones that the enterprise sent back */
    counts: z.object({
      raised: z.int(),
      dispatched: z.int(),
      late: z.int(),
      replied: z.int(),
      solved: z.int(),
      withdrawn: z.int(),
      again: z.int(),
    }),
    rows: z.array(ProblemShape),
  }),
})

export const ratesShape = endpoint({
  method: 'GET',
  path: '/api/projects/problem-rates',
  permission: 'projects/read',
  summary: { zh: '各部门按期答复率和退回重办率', en: 'On-time and reopen rates of each department' },
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  reply: z.object({
    today: Day,
    year: z.int(),
    units: z.array(
      z.object({
        unit: Unit,
        due: z.int(),
        onTime: z.int(),
        late: z.int(),
        judged: z.int(),
        reopened: z.int(),
        waiting: z.int(),
        /** percent with one place; null when nothing is due or judged */
        onTimeRate: z.string().nullable(),
        reopenRate: z.string().nullable(),
      }),
    ),
  }),
})

export const problemShape = endpoint({
  method: 'GET',
  path: '/api/projects/problems/:number',
  permission: 'projects/read',
  summary: { zh: '一个问题的经过', en: 'One problem and its course' },
  params: z.object({ number: Numbered }),
  reply: ProblemShape.extend({
    today: Day,
    description: z.string(),
    /** what the caller may do now */
    deeds: z.array(z.enum(problemDeeds)),
    /** may get the link for the enterprise */
    mayLink: z.boolean(),
    /** the department that dealt with it: told why the page offers them no closing */
    party: z.boolean(),
    link: z.object({ madeBy: z.string(), madeOn: Day, expiresOn: Day }).nullable(),
    /** where it may be dispatched, when the caller may dispatch it */
    units: z.array(Unit),
    /** the usual day for a reply, when it is dispatched today */
    usualDue: Day,
    steps: z.array(
      z.object({
        ordinal: z.int(),
        at: z.string(),
        deed: z.enum(problemDeeds),
        by: z.string(),
        unit: Unit.nullable(),
        dueOn: Day.nullable(),
        words: z.string(),
      }),
    ),
  }),
})

export const projectChoicesShape = endpoint({
  method: 'GET',
  path: '/api/projects/problem-projects',
  permission: 'projects/solve',
  summary: { zh: '可以提出问题的项目', en: 'Projects of which the caller may raise problems' },
  reply: z.object({ projects: z.array(z.object({ code: z.string(), name: z.string() })) }),
})

export const raiseShape = endpoint({
  method: 'POST',
  path: '/api/projects/problems',
  permission: 'projects/solve',
  summary: { zh: '提出问题', en: 'Raise a problem' },
  body: z.object({
    project: z.string().min(1).max(40),
    title: z.string().trim().min(2).max(120),
    description: Said,
    kind: z.enum(problemKinds),
    source: z.enum(problemSources),
    key: z.string().max(80).optional(),
  }),
  reply: z.object({ number: z.string() }),
})

export const moveShape = endpoint({
  method: 'POST',
  path: '/api/projects/problems/:number/deeds',
  permission: 'projects/solve',
  summary: {
    zh: '交办、答复、退回、撤销、重新提出或转为事项',
    en: 'Dispatch, reply, send back, withdraw, reopen, or make a matter of it',
  },
  params: z.object({ number: Numbered }),
  body: z.object({
    deed: z.enum(problemDeeds),
    seen: z.int(),
    words: Said.optional(),
    unit: z.string().max(40).optional(),
    dueOn: Day.optional(),
  }),
  reply: z.object({ state: z.enum(problemStates) }),
})

export const linkShape = endpoint({
  method: 'POST',
  path: '/api/projects/problems/:number/link',
  permission: 'projects/solve',
  summary: { zh: '生成企业确认链接', en: 'Make the link for the enterprise' },
  params: z.object({ number: Numbered }),
  body: z.object({ seen: z.int() }),
  reply: z.object({ token: z.string(), expiresOn: Day }),
})

const Token = z.object({ token: z.string().min(1).max(80) })

export const linkedShape = endpoint({
  method: 'GET',
  path: '/api/confirm/:token',
  permission: 'public',
  perMinute: 60,
  summary: { zh: '企业通过链接看到的问题', en: 'What the enterprise sees through its link' },
  params: Token,
  reply: z.object({
    number: z.string(),
    zone: Words,
    project: z.string(),
    title: z.string(),
    description: z.string(),
    state: z.enum(problemStates),
    version: z.int(),
    deeds: z.array(z.enum(problemDeeds)),
    /** dispatches, replies and what the enterprise said itself; of offices only the department is named */
    steps: z.array(
      z.object({
        ordinal: z.int(),
        on: Day,
        deed: z.enum(problemDeeds),
        who: Words,
        dueOn: Day.nullable(),
        words: z.string(),
      }),
    ),
  }),
})

export const answerShape = endpoint({
  method: 'POST',
  path: '/api/confirm/:token',
  permission: 'public',
  perMinute: 20,
  summary: { zh: '企业确认解决，或者说明没有解决', en: 'The enterprise confirms, or says it is not solved' },
  params: Token,
  body: z.object({
    seen: z.int(),
    solved: z.boolean(),
    words: Said.default(''),
    name: z.string().trim().min(2).max(60),
  }),
  reply: z.object({ state: z.enum(problemStates), version: z.int() }),
})
