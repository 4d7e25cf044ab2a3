import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { ColumnShape, FactShape, LineageShape, PeerRank, Words } from './fact-shapes.ts'
import { CockpitShape, operators, PaceShape, SeriesPoint, TargetShape } from './pace-shapes.ts'

export type { Change, Fact, Input, Lineage, LineageNodeShape, Rank, Source } from './fact-shapes.ts'
export type { Cockpit, PaceAnswer, PaceTarget, Point, Target } from './pace-shapes.ts'

const Code = z.object({ code: z.string().min(1).max(80) })
const Day = z.iso.date()
const AsOf = z.iso.datetime({ offset: true }).optional()
const Area = z.string().max(40).optional()

/** One figure: which period, of which unit, as of when. */
const Which = z.object({ period: z.string().min(4).max(25), area: Area, asOf: AsOf })

export const CatalogueEntry = z.object({
  code: z.string(),
  name: Words,
  aliases: z.array(z.string()),
  unit: z.string(),
  basis: z.string(),
  betterWhen: z.enum(['higher', 'lower', 'neither']),
  growth: z.enum(['published', 'supplied', 'computed', 'none']),
  section: z.string(),
  headline: z.boolean(),
  source: Words,
  /** the formula in force today */
  expression: z.string().nullable(),
  version: z.int(),
})

export const catalogueShape = endpoint({
  method: 'GET',
  path: '/api/indicators',
  permission: 'indicators/read',
  summary: { zh: '指标目录', en: 'The catalogue of indicators' },
  reply: z.object({
    sections: z.array(z.object({ code: z.string(), words: Words })),
    indicators: z.array(CatalogueEntry),
  }),
})

export const latestShape = endpoint({
  method: 'GET',
  path: '/api/indicators/latest',
  permission: 'indicators/read',
  summary: { zh: '每个指标的年内最新数据', en: 'Every indicator of the year to date' },
  query: z.object({ on: Day.optional(), area: Area }),
  reply: z.object({ on: z.string(), facts: z.array(FactShape) }),
})

export const indicatorShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code',
  permission: 'indicators/read',
  summary: { zh: '一个指标的声明和历次版本', en: 'An indicator: its declaration and every version of it' },
  params: Code,
  reply: CatalogueEntry.extend({
    rounding: z.object({ places: z.int(), mode: z.enum(['half-up', 'half-even']) }),
    formulas: z.array(z.object({ from: z.string(), expression: z.string() })),
    versions: z.array(z.object({ version: z.int(), loadedAt: z.string(), loadedBy: z.string() })),
    usedBy: z.array(z.object({ code: z.string(), name: Words })),
    targets: z.array(TargetShape),
  }),
})

export const factShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/fact',
  permission: 'indicators/read',
  summary: {
    zh: '某时期、某单位、某时点的数据',
    en: 'The figure of a period and unit, as it stands or stood at a moment',
  },
  params: Code,
  query: Which.extend({ unit: z.string().max(20).optional() }),
  reply: FactShape,
})

export const ranksShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/ranks',
  permission: 'indicators/read',
  summary: { zh: '与同类地区比较的位次', en: 'The rank among supplied peers' },
  params: Code,
  query: Which,
  reply: z.object({ rank: PeerRank.nullable() }),
})

export const seriesShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/series',
  permission: 'indicators/read',
  summary: { zh: '逐月数据和累计', en: 'Month by month: own values and cumulative' },
  params: Code,
  query: z.object({ from: Day, to: Day, area: Area, asOf: AsOf }),
  reply: z.object({ indicator: z.string(), name: Words, unit: z.string(), points: z.array(SeriesPoint) }),
})

export const lineageShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/lineage',
  permission: 'indicators/read',
  summary: { zh: '数据来历：公式、度量、批次、原始行', en: 'Lineage: expression, measures, batches, rows' },
  params: Code,
  query: Which,
  reply: LineageShape,
})

export const lineageRowsShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/rows',
  permission: 'indicators/read',
  summary: { zh: '一个来源背后的原始行，分页', en: 'The rows behind one source, paged' },
  params: Code,
  query: Which.extend({
    /** place among the fact's inputs */
    input: z.coerce.number().int().min(0).max(200).default(0),
    /** `next` of the page above */
    after: z.coerce.number().int().min(0).optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    total: z.int(),
    columns: z.array(ColumnShape),
    rows: z.array(z.record(z.string(), z.string().nullable())),
    /** ask with it for the next page; null on the last */
    next: z.int().nullable(),
  }),
})

export const evidenceShape = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/evidence',
  permission: 'indicators/read',
  summary: { zh: '证据包：全部原始行和校验值（CSV）', en: 'Evidence: every row behind the figure with hashes (CSV)' },
  params: Code,
  query: Which,
  reply: 'file',
})

export const paceShape = endpoint({
  method: 'GET',
  path: '/api/pace',
  permission: 'indicators/read',
  summary: { zh: '目标的时序进度、季节进度和预测', en: 'Targets against the calendar, the season and the outlook' },
  query: z.object({
    year: z.coerce.number().int().min(1990).max(2150).optional(),
    on: Day.optional(),
    area: Area,
    asOf: AsOf,
  }),
  reply: PaceShape,
})

export const targetsShape = endpoint({
  method: 'GET',
  path: '/api/targets',
  permission: 'indicators/read',
  summary: { zh: '目标和历次调整', en: 'Targets and every revision' },
  query: z.object({ year: z.coerce.number().int().min(1990).max(2150).optional() }),
  reply: z.object({ targets: z.array(TargetShape) }),
})

export const reviseTargetShape = endpoint({
  method: 'POST',
  path: '/api/targets/revisions',
  permission: 'indicators/manage',
  summary: { zh: '新设或调整目标', en: 'Set or revise a target' },
  body: z.object({
    indicator: z.string().min(1).max(80),
    period: z.string().min(4).max(25),
    operator: z.enum(operators),
    value: z.string().min(1).max(40),
    unit: z.string().min(1).max(20),
    reason: z.string().trim().min(6).max(400),
  }),
  reply: TargetShape,
})

export const cockpitShape = endpoint({
  method: 'GET',
  path: '/api/cockpit',
  permission: 'indicators/read',
  summary: { zh: '驾驶舱：一屏看全年', en: 'The cockpit: the year on one screen' },
  query: z.object({ on: Day.optional(), area: Area }),
  reply: CockpitShape,
})
