import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { certainties, publishedWhats } from './published.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const What = z.enum(publishedWhats)

const Figure = z.object({
  key: z.string(),
  kind: z.enum(['period', 'cumulative']),
  period: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string(),
  what: What,
  form: z.enum(['level', 'growth']),
  value: z.string(),
  unit: z.string(),
  scope: z.string(),
  certainty: z.enum(certainties),
  /** empty when no source could be opened */
  source: z.string(),
})

const Check = z.object({
  rule: z.enum([
    'years-make-the-sum',
    'sum-between-years',
    'directions-make-the-total',
    'sums-grow',
    'growth-as-printed',
    'part-of-year',
  ]),
  holds: z.boolean(),
  scope: z.string(),
  what: What,
  at: z.string(),
  printed: z.string(),
  unit: z.string(),
  computed: z.object({ low: z.string(), high: z.string() }),
  terms: z.array(z.string()),
  open: z.array(z.string()),
  source: z.string(),
})

export const trainHistoryShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains/history',
  permission: 'trade/read',
  summary: {
    zh: '班列历年公布数据：按统计范围分列，附推算数、核对结果和本区台账',
    en: 'Published figures of the trains by scope, what follows from them, checks, and the zone’s own rows beside',
  },
  reply: z.object({
    scopes: z.array(z.object({ code: z.string(), own: z.boolean(), name: Words, note: Words })),
    figures: z.array(Figure),
    /** computed by us from printed figures, never mixed with them */
    derived: z.array(
      z.object({
        rule: z.enum(['base-and-growth', 'difference-of-cumulatives']),
        period: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        what: What,
        value: z.string(),
        unit: z.string(),
        scope: z.string(),
        from: z.array(z.string()),
      }),
    ),
    /** years that may stand in one series, as keys of figures */
    segments: z.array(
      z.object({
        what: What,
        segments: z.array(z.object({ scope: z.string(), unit: z.string(), years: z.array(z.string()) })),
      }),
    ),
    checks: z.array(Check),
    own: z.array(
      z.object({
        year: z.string(),
        what: What,
        printed: z.string(),
        /** the zone's rows in the same unit, with the printed figure's decimals */
        rows: z.string(),
        unit: z.string(),
        agrees: z.boolean(),
      }),
    ),
  }),
})

export const publishedGrowthShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains/history/growth',
  permission: 'trade/read',
  summary: {
    zh: '两个公布数之间的增速；范围不同等情形说明为什么不能算',
    en: 'The growth between two published figures, or why there is none',
  },
  query: z.object({ base: z.string().min(1).max(120), later: z.string().min(1).max(120) }),
  reply: z.object({ growth: z.string(), base: Figure, later: Figure }),
})
