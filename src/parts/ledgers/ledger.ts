import type { Details, Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { AcrossCheck } from './across.ts'
import type { Column, Columns, NamesOf, RowOf } from './columns.ts'
import type { SyntheticRows } from './synthetic.ts'

/** A rule over one row. `reject` sends the row back, `warn` lets it in and says so. */
export interface Check<Row> {
  name: string
  severity: 'reject' | 'warn'
  passes: (row: Row) => boolean
  /** the columns it looks at; told, it is asked once for like values instead of once a row */
  of?: readonly (keyof Row & string)[]
  /** the column that the finding speaks of */
  column?: keyof Row & string
  /** what its words name of a row that fails: the near miss, the value expected */
  details?: (row: Row) => Details
  /** what is wrong */
  meaning: Words
  /** what to do about it */
  cure: Words
}

/** A count of rows or a sum over one column, kept current in each import's transaction. */
export type Measure<Summable extends string = string> = { words: Words; unit: string } & (
  | { count: true; sum?: undefined }
  | { sum: Summable; count?: undefined }
)

/** A row of an example, as a file would write it, by column name. */
export type ExampleRow<Name extends string = string> = Readonly<Partial<Record<Name, string>>>

export interface Declaration<C extends Columns> {
  /** `part/name` */
  name: `${string}/${string}`
  words: Words
  /** what one row is */
  grain: Words
  /** the document or office the rows come from */
  source: Words
  columns: C
  /** what makes a row the same row; none of them may be optional */
  key: readonly (keyof C & string)[]
  /** the column that places a row in time */
  day: NamesOf<C, 'day' | 'month' | 'moment'>
  /** rows lie in one table a month: for ledgers of millions of rows a month whose key is one text */
  leaves?: 'month'
  checks: readonly Check<RowOf<C>>[]
  /** what only shows beside other rows, looked at when the file has settled */
  across?: readonly AcrossCheck[]
  measures: Readonly<Record<string, Measure<NamesOf<C, 'whole' | 'decimal'>>>>
  dimensions: readonly NamesOf<C, 'choice' | 'text' | 'uscc'>[]
  /** where a row has a page of its own, with the columns that lead there: `/opening/trains/{trainNumber}/{departedOn}` */
  page?: string
  /** its rows speak of days to come, as plans do: they say nothing of how far the records run */
  foretells?: true
  /** ledgers that its checks across rows look into: a zone's records of those are loaded first */
  follows?: readonly string[]
  examples: {
    good: readonly ExampleRow<keyof C & string>[]
    bad: readonly { row: ExampleRow<keyof C & string>; fails: string }[]
  }
  /** how `generate` makes its rows, when not by its columns alone */
  synthetic?: SyntheticRows
}

/** A declared ledger as the engine reads it, whatever its columns. */
export interface Ledger extends Omit<Declaration<Columns>, 'checks' | 'measures' | 'key' | 'day' | 'dimensions'> {
  part: string
  key: readonly string[]
  day: string
  grainOfTime: 'day' | 'month'
  dimensions: readonly string[]
  measures: Readonly<Record<string, Measure>>
  checks: readonly Check<Readonly<Record<string, unknown>>>[]
  /** the column that names a row's unit, when there is one */
  unitColumn: string | undefined
}

/**
 * Declares a ledger: its table, import page, template workbook, API, export and contract test follow from it.
 * A misspelt column in a key, check, measure or dimension does not compile.
 */
export function ledger<const C extends Columns>(declared: Declaration<C>): Ledger {
  const columns = Object.entries<Column>(declared.columns)
  const wrong = wrongOf(declared, columns)
  if (wrong) refuse('ledgers/declaration-wrong', { ledger: declared.name, ...wrong }, 500)
  return {
    ...declared,
    checks: declared.checks as unknown as Ledger['checks'],
    measures: declared.measures as Ledger['measures'],
    part: declared.name.split('/')[0]!,
    grainOfTime: declared.columns[declared.day]!.kind === 'month' ? 'month' : 'day',
    unitColumn: columns.find(([, column]) => column.kind === 'unit')?.[0],
  }
}

/** What the compiler cannot see. */
function wrongOf<C extends Columns>(declared: Declaration<C>, columns: [string, Column][]) {
  if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(declared.name)) return { name: declared.name }
  const misnamed = columns.find(([name]) => !/^[a-z][a-zA-Z0-9]*$/.test(name) || reserved.has(name))
  if (misnamed) return { column: misnamed[0] }
  const shared = declared.key.find((name) => declared.columns[name]!.kind === 'unit')
  if (shared) return { key: shared }
  const open = [...declared.key, declared.day].find((name) => declared.columns[name]!.optional)
  if (open) return { optional: open }
  const unled = [...(declared.page ?? '').matchAll(/\{(\w+)\}/g)].find(([, name]) => !declared.columns[name!])
  if (unled) return { page: unled[1]! }
  const scattered =
    declared.leaves && (declared.key.length !== 1 || declared.columns[declared.key[0]!]!.kind !== 'text')
  if (scattered) return { leaves: declared.key.join(', ') }
  const named = [...declared.checks, ...(declared.across ?? [])].map((check) => check.name)
  const double = named.find((name, place) => named.indexOf(name) < place || ownChecks.some((own) => own === name))
  if (double) return { check: double }
  return undefined
}

const reserved = new Set([
  'rowId',
  'unitCode',
  'batchId',
  'version',
  'recordedAt',
  'replacedAt',
  'replacedBy',
  'replacedWhy',
  'line',
  'faults',
  'cells',
])

/** Names of the checks every ledger has; a declared check may not take one. */
export const ownChecks = [
  'required',
  'text-too-long',
  'control-character',
  'digits-lost',
  'choice',
  'day',
  'month',
  'moment',
  'whole',
  'decimal',
  'too-precise',
  'too-small',
  'too-large',
  'uscc',
  'unit',
  'outside-scope',
  'formula',
  'ragged',
  'duplicate',
] as const

export type OwnCheck = (typeof ownChecks)[number]
