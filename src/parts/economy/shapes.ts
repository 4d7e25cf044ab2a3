import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { steps, submissionStates } from './rules.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,60}$/)
/** decimals are plain digits */
const digits = z.string().nullable()
const Period = z.object({ text: z.string(), zh: z.string(), en: z.string(), start: z.string(), end: z.string() })
const State = z.enum(submissionStates)

export const deeds = ['enter', 'review', 'lock'] as const
const May = z.object({ enter: z.boolean(), review: z.boolean(), lock: z.boolean() })

const AskedRow = z.object({
  form: z.string(),
  formName: words,
  unit: z.string(),
  unitName: words,
  period: Period,
  dueOn: z.string().nullable(),
  state: State,
  begun: z.boolean(),
  submittedAt: z.iso.datetime().nullable(),
  /** working days past due while it is not handed in; 0 or less before */
  lateBy: z.number().int().nullable(),
  /** reminders written so far */
  reminders: z.number().int(),
  may: May,
})
export type AskedRow = z.output<typeof AskedRow>

const Form = z.object({
  code: z.string(),
  name: words,
  frequency: z.enum(['month', 'quarter', 'half', 'year', 'any']),
  units: z.array(z.object({ code: z.string(), name: words })),
  items: z.number().int(),
  source: words,
})

export const formsShape = endpoint({
  method: 'GET',
  path: '/api/forms',
  permission: 'economy/read',
  summary: { zh: '报表和待办填报', en: 'Forms, and submissions to be dealt with' },
  reply: z.object({ today: z.string(), forms: z.array(Form), rows: z.array(AskedRow) }),
})

export const boardShape = endpoint({
  method: 'GET',
  path: '/api/forms/board',
  permission: 'economy/read',
  summary: { zh: '催报：谁迟报、迟几个工作日', en: 'Who is late, and by how many working days' },
  /** the month in which the asked periods end; the newest unless told */
  query: z.object({
    period: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
  }),
  reply: z.object({
    today: z.string(),
    period: Period,
    rows: z.array(AskedRow),
    /** everything late, whatever its period */
    late: z.array(AskedRow),
    counts: z.object({
      asked: z.number().int(),
      handedIn: z.number().int(),
      accepted: z.number().int(),
      late: z.number().int(),
    }),
  }),
})

const Told = z.object({ period: z.string(), value: digits, base: digits, growth: digits })

const Row = z.object({
  code: z.string(),
  name: words,
  unit: z.string(),
  places: z.number().int(),
  growthPlaces: z.number().int(),
  growthUnit: z.string(),
  /** which cells are asked for */
  asks: z.object({ value: z.boolean(), base: z.boolean(), growth: z.boolean() }),
  value: digits,
  base: digits,
  growth: digits,
  /** what the unit told of the period before, and a year before */
  last: Told.nullable(),
  yearBefore: Told.nullable(),
})
export type EntryRow = z.output<typeof Row>

const Finding = z.object({
  key: z.string(),
  code: z.string(),
  class: z.enum(['A', 'B', 'C', 'D']),
  item: z.string(),
  place: z.enum(['value', 'base', 'growth']),
  problem: words,
  cure: words,
  explanation: z.object({ words: z.string(), at: z.iso.datetime(), by: z.string() }).nullable(),
})
export type FindingShown = z.output<typeof Finding>

const View = z.object({
  form: z.object({ code: z.string(), name: words, version: z.number().int(), cumulative: z.boolean(), source: words }),
  unit: z.object({ code: z.string(), name: words }),
  period: Period,
  /** neighbours to turn to */
  before: z.string().nullable(),
  after: z.string().nullable(),
  today: z.string(),
  dueOn: z.string().nullable(),
  lateBy: z.number().int().nullable(),
  state: State,
  rows: z.array(Row),
  findings: z.array(Finding),
  steps: z.array(z.object({ step: z.enum(steps), words: z.string().nullable(), at: z.iso.datetime(), by: z.string() })),
  /** what the caller may do with this unit's submissions */
  may: May,
  /** the caller handed it in, and so may not review it */
  own: z.boolean(),
})
export type SubmissionView = z.output<typeof View>

const path = '/api/forms/:form/:unit/:period'
const params = z.object({ form: code, unit: code, period: z.string().max(40) })

export const submissionShape = endpoint({
  method: 'GET',
  path,
  permission: 'economy/read',
  summary: { zh: '一份填报', en: 'A submission' },
  params,
  reply: View,
})

/** PostgreSQL's texts hold no NUL */
const spoken = z
  .string()
  .trim()
  .max(500)
  .refine((text) => !text.includes('\0'))
const typed = z.string().max(60).nullable()

export const saveDraftShape = endpoint({
  method: 'PUT',
  path: `${path}/draft`,
  permission: 'economy/enter',
  summary: { zh: '暂存填报', en: 'Keep what was entered' },
  params,
  body: z.object({
    rows: z
      .array(z.object({ item: code, value: typed, base: typed, growth: typed }))
      .min(1)
      .max(500),
  }),
  reply: View,
})

export const submitShape = endpoint({
  method: 'POST',
  path: `${path}/submission`,
  permission: 'economy/enter',
  summary: { zh: '报送', en: 'Hand in' },
  params,
  reply: View,
})

export const explainShape = endpoint({
  method: 'POST',
  path: `${path}/explanations`,
  permission: 'economy/enter',
  summary: { zh: '说明一条审核提示', en: 'Give the reason for a finding' },
  params,
  body: z.object({ finding: z.string().max(1000), words: spoken }),
  reply: View,
})

const withWords = z.object({ words: spoken })

export const returnShape = endpoint({
  method: 'POST',
  path: `${path}/return`,
  permission: 'economy/review',
  summary: { zh: '退回', en: 'Return with words' },
  params,
  body: withWords,
  reply: View,
})

export const acceptShape = endpoint({
  method: 'POST',
  path: `${path}/acceptance`,
  permission: 'economy/review',
  summary: { zh: '审核通过', en: 'Accept' },
  params,
  reply: View,
})

export const lockShape = endpoint({
  method: 'POST',
  path: `${path}/lock`,
  permission: 'economy/lock',
  summary: { zh: '锁定', en: 'Lock' },
  params,
  reply: View,
})

export const reopenShape = endpoint({
  method: 'POST',
  path: `${path}/reopening`,
  permission: 'economy/lock',
  summary: { zh: '重开', en: 'Reopen with a reason' },
  params,
  body: withWords,
  reply: View,
})

export const formTemplateShape = endpoint({
  method: 'GET',
  path: `${path}/template`,
  permission: 'economy/read',
  summary: { zh: '下载填报表（xlsx）', en: 'Download the form as a workbook' },
  params,
  reply: 'file',
})

export const formFileShape = endpoint({
  method: 'POST',
  path: `${path}/file`,
  permission: 'economy/enter',
  summary: { zh: '上传填好的表（xlsx 或 CSV）', en: 'Upload the filled form (xlsx or CSV)' },
  params,
  body: 'file',
  reply: View,
})
