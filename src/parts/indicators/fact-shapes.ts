import { z } from 'zod'

export const Words = z.object({ zh: z.string(), en: z.string() })

/** Plain digits, exact or rounded as the field says; never a binary float. */
const Digits = z.string()

/** Why a change cannot be told; the pages have words for each. */
export const noChanges = [
  'current-missing',
  'base-missing',
  'base-not-positive',
  'not-published',
  'not-comparable',
  'period-open',
] as const

export const FactChange = z.object({
  /** rounded half-up to one decimal, a difference to the figure's own digits; null with the reason */
  value: Digits.nullable(),
  /** %, 个百分点, or the figure's own unit for a difference */
  unit: z.string(),
  /** the period it is compared with, like for like to date */
  against: z.string(),
  /** what it is compared with, in the figure's unit; null where only the growth was published */
  base: Digits.nullable(),
  /** published as reported; supplied: from the base reported with it; computed: from our own rows */
  origin: z.enum(['published', 'supplied', 'computed']),
  reason: z.enum(noChanges).nullable(),
})

export const FactStatusShape = z.enum(['computed', 'provisional', 'accepted', 'locked', 'missing'])

export const FactInput = z.object({
  kind: z.enum(['measure', 'item']),
  /** `trade/trains.departures`, or the item's code */
  name: z.string(),
  where: z.array(z.object({ dimension: z.string(), values: z.array(z.string()) })),
  /** counted from this day on, whatever the period: a level at its end */
  since: z.string().nullable(),
  words: Words,
  value: Digits.nullable(),
  unit: z.string(),
  /** how far its source runs within the period */
  through: z.string().nullable(),
  status: FactStatusShape,
  recordedAt: z.string().nullable(),
})

/** A figure as DESIGN section 8 promises it, with what a page needs to say it. */
export const FactShape = z.object({
  indicator: z.string(),
  name: Words,
  area: z.string(),
  period: z.string(),
  /** the part of the period that the sources cover; differs from `period` while it runs */
  covers: z.string(),
  /** at the figure's rounding, without trailing zeros */
  value: Digits.nullable(),
  exact: Digits.nullable(),
  unit: z.string(),
  /** on the same stretch of the year before (同比) */
  change: FactChange,
  /** on the period before (环比); null where it is not told */
  changePrevious: FactChange.nullable(),
  basis: z.string(),
  betterWhen: z.enum(['higher', 'lower', 'neither']),
  section: z.string(),
  status: FactStatusShape,
  /** the instant of the newest record it stands on */
  vintage: z.string().nullable(),
  /** the moment it was asked for; null: now */
  asOf: z.string().nullable(),
  /** the last day of data it stands on */
  through: z.string().nullable(),
  rounding: z.object({ places: z.int(), mode: z.enum(['half-up', 'half-even']) }),
  expression: z.string().nullable(),
  /** the formula in force: since when, and in which version of the declaration */
  formulaFrom: z.string().nullable(),
  version: z.int(),
  inputs: z.array(FactInput),
})

export const PeerRank = z.object({
  rank: z.int(),
  of: z.int(),
  tied: z.int(),
  by: z.enum(['value', 'change']),
  unit: z.string(),
  peers: z.array(z.object({ peer: z.string(), value: Digits.nullable(), rank: z.int().nullable(), own: z.boolean() })),
})

/** One node of lineage: a formula's operand with its own value, down to measures and reported items. */
export interface LineageNodeShape {
  text: string
  kind: 'number' | 'reference' | 'negative' | 'operation' | 'call'
  to: 'measure' | 'item' | 'indicator' | null
  /** the referenced measure, item or indicator */
  name: string | null
  words: z.output<typeof Words> | null
  value: string | null
  unit: string
  missing: 'no-value' | 'division-by-zero' | null
  parts: LineageNodeShape[]
}

export const LineageNode: z.ZodType<LineageNodeShape> = z.object({
  text: z.string(),
  kind: z.enum(['number', 'reference', 'negative', 'operation', 'call']),
  to: z.enum(['measure', 'item', 'indicator']).nullable(),
  name: z.string().nullable(),
  words: Words.nullable(),
  value: Digits.nullable(),
  unit: z.string(),
  missing: z.enum(['no-value', 'division-by-zero']).nullable(),
  get parts() {
    return z.array(LineageNode)
  },
})

/** A column of raw rows; `choices` has the words of its codes. Rows also carry `$row $batch $version $recordedAt $unit $contribution`. */
export const ColumnShape = z.object({
  name: z.string(),
  words: Words,
  unit: z.string().nullable(),
  choices: z.record(z.string(), Words).optional(),
})

/** Where an input comes from: batches of a ledger, or submissions of a form; the contributions add up to the input's value. */
export const LineageSource = z.object({
  /** place among the fact's inputs; asked for by `rows` */
  input: z.int(),
  kind: z.enum(['measure', 'item']),
  name: z.string(),
  where: z.array(z.object({ dimension: z.string(), values: z.array(z.string()) })),
  /** counted from this day on, whatever the period: a level at its end */
  since: z.string().nullable(),
  words: Words,
  unit: z.string(),
  value: Digits.nullable(),
  rows: z.int(),
  /** the parts summed anew, and whether that equals the value */
  replayed: Digits.nullable(),
  equal: z.boolean(),
  parts: z.array(
    z.object({
      batch: z.int().nullable(),
      submission: z.int().nullable(),
      title: z.string(),
      by: z.string(),
      at: z.string(),
      rows: z.int(),
      contribution: Digits.nullable(),
      path: z.string(),
    }),
  ),
  /** rows behind it, the first few; headings in the columns' order */
  columns: z.array(ColumnShape),
  /** where a row has a page of its own: an address with columns in braces */
  page: z.string().nullable(),
  first: z.array(z.record(z.string(), z.string().nullable())),
})

export const LineageShape = z.object({
  fact: FactShape,
  tree: LineageNode.nullable(),
  sources: z.array(LineageSource),
  /** instants at which a record behind the figure came or changed, oldest first, the latest hundred */
  moments: z.array(z.string()),
  replay: z.object({
    value: Digits.nullable(),
    exact: Digits.nullable(),
    equal: z.boolean(),
    /** what was summed anew: raw rows, or where those are millions the sums that each batch left, which `doctor` holds against the rows */
    from: z.enum(['rows', 'batches']),
  }),
})

export type FactStatus = z.output<typeof FactStatusShape>
export type NoChangeReason = (typeof noChanges)[number]
export type Fact = z.output<typeof FactShape>
export type Change = z.output<typeof FactChange>
export type Input = z.output<typeof FactInput>
export type Rank = z.output<typeof PeerRank>
export type Lineage = z.output<typeof LineageShape>
export type Source = z.output<typeof LineageSource>
