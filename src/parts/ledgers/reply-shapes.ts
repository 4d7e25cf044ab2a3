import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })
export const named = z.object({ code: z.string(), words })

/** Values by column name: days and months as such, numbers as digits, null where there is none. */
export const Values = z.record(z.string(), z.string().nullable())

export const BatchLine = z.object({
  id: z.number().int(),
  ledger: z.string(),
  words,
  unit: named,
  origin: z.enum(['file', 'page', 'zone']),
  fileName: z.string(),
  rows: z.number().int(),
  accepted: z.number().int(),
  corrected: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  warned: z.number().int(),
  enteredAt: z.string(),
  enteredByName: z.string(),
  withdrawnAt: z.string().nullable(),
})
export type BatchLine = z.output<typeof BatchLine>

export const LedgerLine = z.object({
  /** `part/name` */
  name: z.string(),
  words,
  grain: words,
  source: words,
  /** rows in the caller's units */
  rows: z.number().int(),
  /** last day (or month, `2018-06`) that has a row */
  latest: z.string().nullable(),
  lastBatch: BatchLine.nullable(),
})
export type LedgerLine = z.output<typeof LedgerLine>

export const LedgerColumn = z.object({
  name: z.string(),
  words,
  kind: z.enum(['text', 'choice', 'day', 'month', 'whole', 'decimal', 'uscc', 'unit']),
  optional: z.boolean(),
  unit: z.string().nullable(),
  choices: z.array(z.object({ value: z.string(), words })),
  /** other headings that are taken for it */
  headings: z.array(z.string()),
  note: words.nullable(),
  longest: z.number().int().nullable(),
  places: z.number().int().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
})
export type LedgerColumn = z.output<typeof LedgerColumn>

export const LedgerDetail = LedgerLine.extend({
  columns: z.array(LedgerColumn),
  key: z.array(z.string()),
  day: z.string(),
  grainOfTime: z.enum(['day', 'month']),
  dimensions: z.array(z.string()),
  measures: z.array(z.object({ name: z.string(), words, unit: z.string(), sum: z.string().nullable() })),
  checks: z.array(z.object({ name: z.string(), severity: z.enum(['reject', 'warn']), meaning: words, cure: words })),
})
export type LedgerDetail = z.output<typeof LedgerDetail>

export const Row = z.object({
  rowId: z.number().int(),
  version: z.number().int(),
  unit: z.string(),
  batch: z.number().int(),
  values: Values,
})
export type Row = z.output<typeof Row>

export const RowPast = Row.extend({
  recordedAt: z.string(),
  /** the batch that brought this version */
  broughtBy: z.object({
    origin: z.enum(['file', 'page', 'zone']),
    fileName: z.string(),
    enteredAt: z.string(),
    enteredByName: z.string(),
    /** why a row was entered or corrected by hand */
    reason: z.string().nullable(),
  }),
  /** what ended it; null while it stands */
  replaced: z
    .object({
      at: z.string(),
      by: z.number().int(),
      byName: z.string(),
      why: z.enum(['corrected', 'withdrawn']),
      /** words of the correction or the withdrawal */
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type RowPast = z.output<typeof RowPast>

export const FindingGroup = z.object({
  check: z.string(),
  severity: z.enum(['reject', 'warn']),
  column: z.string().nullable(),
  /** rows of the file with this finding */
  rows: z.number().int(),
  cure: words,
  /** the first of them */
  examples: z.array(z.object({ line: z.number().int(), reason: words, cells: z.array(z.string()) })),
})
export type FindingGroup = z.output<typeof FindingGroup>

export const ImportReply = z.object({
  /** null for a dry run; the earlier batch for a file that is in already */
  batch: z.number().int().nullable(),
  ledger: z.string(),
  rows: z.number().int(),
  accepted: z.number().int(),
  corrected: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  warned: z.number().int(),
  seconds: z.number(),
  /** the batch that brought the same file before */
  sameAs: z.number().int().nullable(),
  /** headings that fill no column */
  ignored: z.array(z.string()),
  /** headings of the file, in the order of the examples' cells */
  headings: z.array(z.string()),
  /** by check and column, most rows first, rejects before warnings */
  findings: z.array(FindingGroup),
})
export type ImportReply = z.output<typeof ImportReply>

export const HeadingFound = z.object({
  heading: z.string(),
  column: z.string().nullable(),
  how: z.enum(['known', 'mapped', 'left-out', 'ours', 'unknown']),
  /** for an unknown one: the column it may have meant */
  guess: z.string().nullable(),
})
export type HeadingFound = z.output<typeof HeadingFound>

export const Preview = z.object({
  format: z.string(),
  encoding: z.string().nullable(),
  /** line of the headings */
  line: z.number().int(),
  headings: z.array(HeadingFound),
  /** required columns that no heading fills */
  missing: z.array(z.string()),
  /** the first rows below the headings */
  rows: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })),
  /** the standing batch that brought the same file */
  sameAs: BatchLine.nullable(),
  /** the unit of rows that name none, unless told otherwise */
  unit: named,
})
export type Preview = z.output<typeof Preview>

export const BatchDetail = BatchLine.extend({
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  seconds: z.number(),
  headings: z.array(z.string()),
  /** headings that filled no column */
  ignored: z.array(z.string()),
  reason: z.string().nullable(),
  findings: z.array(FindingGroup),
  withdrawn: z
    .object({
      at: z.string(),
      byName: z.string(),
      reason: z.string(),
      removed: z.number().int(),
      restored: z.number().int(),
    })
    .nullable(),
  /** what a withdrawal would do now; null when it is withdrawn */
  ifWithdrawn: z
    .object({
      /** rows that would go */
      removed: z.number().int(),
      /** rows that would return to their earlier values */
      restored: z.number().int(),
      /** rows a later batch corrected: they keep the later values */
      kept: z.number().int(),
    })
    .nullable(),
})
export type BatchDetail = z.output<typeof BatchDetail>
