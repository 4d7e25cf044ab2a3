import { z } from 'zod'
import { FactShape, Words } from './fact-shapes.ts'

const Digits = z.string()

export const operators = ['>', '>=', '<', '<='] as const

export const PaceStatusShape = z.enum(['met', 'ahead', 'on', 'behind', 'unknown'])

/** Percentages are printed with one decimal, half-up; amounts are in `unit`. */
export const PaceRow = z.object({
  indicator: z.string(),
  name: Words,
  target: Digits,
  operator: z.enum(operators),
  period: z.string(),
  unit: z.string(),
  /** at the indicator's rounding; null when nothing is known */
  actual: Digits.nullable(),
  completion: Digits.nullable(),
  /** 时序进度: the share of days gone by, and completion less it */
  calendar: Digits,
  gap: Digits.nullable(),
  /** the share reached by this day in earlier years, and completion less it */
  seasonal: Digits.nullable(),
  seasonalGap: Digits.nullable(),
  seasonalStatus: PaceStatusShape,
  status: PaceStatusShape,
  /** expected at the period's end, its 80% range, the probability of reaching the target */
  outlook: z
    .object({
      value: Digits,
      low: Digits,
      high: Digits,
      level: z.string(),
      /** 0 to 1 */
      probability: Digits.nullable(),
      monthsKnown: z.int(),
      monthsOfHistory: z.int(),
      methods: z.array(z.string()),
    })
    .nullable(),
  /** why there is no outlook, with words in texts.ts */
  noOutlook: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
  /** how far the sources run, cut by the day asked about */
  through: z.string().nullable(),
  /** what each month and day left must bring, and what those gone by brought */
  runRateNeeded: z.object({ perMonth: Digits, perDay: Digits }).nullable(),
  runRateSoFar: z.object({ perMonth: Digits, perDay: Digits }).nullable(),
  /** months of earlier years the seasonal share stands on */
  historyMonths: z.int(),
  /** whether the target's period has begun on the day */
  begun: z.boolean(),
  rule: z.string(),
})

export const PaceShape = z.object({
  year: z.int(),
  on: z.string(),
  asOf: z.string().nullable(),
  area: z.string(),
  /** targets of the whole year, most behind first */
  targets: z.array(PaceRow),
  /** targets of a period inside the year */
  others: z.array(PaceRow),
  counts: z.object({
    total: z.int(),
    met: z.int(),
    ahead: z.int(),
    on: z.int(),
    behind: z.int(),
    unknown: z.int(),
  }),
  rule: Words,
})

export const TargetShape = z.object({
  indicator: z.string(),
  name: Words,
  period: z.string(),
  operator: z.enum(operators),
  value: Digits,
  unit: z.string(),
  version: z.int(),
  reason: z.string(),
  setAt: z.string(),
  setBy: z.string(),
  /** null for the target in force */
  replacedAt: z.string().nullable(),
})

export const SeriesPoint = z.object({
  /** `2018-06` */
  month: z.string(),
  /** the month's own value, null where it is not known or not separate; and the year to its end */
  value: Digits.nullable(),
  cumulative: Digits.nullable(),
  /** change of the cumulative value on the year before, by the indicator's growth rule */
  growth: Digits.nullable(),
  growthUnit: z.string(),
})

export const CockpitShape = z.object({
  on: z.string(),
  year: z.int(),
  area: z.string(),
  /** parts of the sentence on top: "of 6 targets 1 is ahead …, the slowest is … by … points" */
  sentence: z.object({
    total: z.int(),
    ahead: z.int(),
    behind: z.int(),
    on: z.int(),
    met: z.int(),
    unknown: z.int(),
    slowest: z.object({ indicator: z.string(), name: Words, gap: Digits }).nullable(),
  }),
  headline: z.array(
    z.object({
      fact: FactShape,
      /** the latest 24 months that have a value */
      series: z.array(SeriesPoint),
      rank: z.object({ rank: z.int(), of: z.int() }).nullable(),
    }),
  ),
  pace: PaceShape,
  freshness: z.array(
    z.object({
      kind: z.enum(['ledger', 'form']),
      name: z.string(),
      words: Words,
      through: z.string().nullable(),
      changedAt: z.string().nullable(),
      /** days between the day asked about and the end of its data */
      daysBehind: z.int().nullable(),
      stale: z.boolean(),
    }),
  ),
  changed: z.array(
    z.object({
      kind: z.enum(['batch', 'withdrawal', 'submission', 'target']),
      words: Words,
      by: z.string(),
      at: z.string(),
      path: z.string(),
    }),
  ),
})

export type PaceTarget = z.output<typeof PaceRow>
export type PaceAnswer = z.output<typeof PaceShape>
export type Target = z.output<typeof TargetShape>
export type Point = z.output<typeof SeriesPoint>
export type Cockpit = z.output<typeof CockpitShape>
