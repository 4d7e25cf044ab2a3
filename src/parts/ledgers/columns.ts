import type { Decimal } from 'decimal.js'
import type { Words } from '#kernel/i18n/words.ts'

export type ColumnKind = 'text' | 'choice' | 'day' | 'month' | 'moment' | 'whole' | 'decimal' | 'uscc' | 'unit'

/** One declared column. `T` is what a check sees of it; a value that may be missing is `null`. */
export interface Column<T = unknown, K extends ColumnKind = ColumnKind> {
  kind: K
  words: Words
  /** other headings people write for it; its words and its own name always count */
  headings: readonly string[]
  /** whether a row may leave it empty */
  optional: boolean
  /** what a number counts: 吨, 箱, 万元 */
  unit?: string
  /** codes and what they are called */
  choices?: Readonly<Record<string, Words>>
  /** other things files write for a choice, each with its code */
  spellings?: Readonly<Record<string, string>>
  /** the code that an empty cell means; rows from before the column was declared have it too */
  otherwise?: string
  /** longest text in characters */
  longest?: number
  /** digits after the point */
  places?: number
  min?: number
  max?: number
  /** values that occur, for synthetic rows */
  samples?: readonly string[]
  /** a line for the template's notes */
  note?: Words
  /** how checks see a decimal */
  seenAs?: 'number'
  /** only for the compiler */
  readonly seen?: T
}

export type Columns = Readonly<Record<string, Column>>

/** A row as checks see it. */
export type RowOf<C extends Columns> = { readonly [N in keyof C]: C[N] extends Column<infer T> ? T : never }

/** Names of the columns of one of the kinds. */
export type NamesOf<C extends Columns, K extends ColumnKind> = {
  [N in keyof C & string]: C[N]['kind'] extends K ? N : never
}[keyof C & string]

interface Said {
  words: Words
  headings?: readonly string[]
  optional?: boolean
  note?: Words
}
interface Measured extends Said {
  unit?: string
  min?: number
  max?: number
}

type Seen<T, O extends Said> = O extends { optional: true } ? T | null : T

function column<T, K extends ColumnKind, O extends Said>(kind: K, said: O): Column<Seen<T, O>, K> {
  return { ...said, kind, headings: said.headings ?? [], optional: said.optional ?? false }
}

/** Free text, trimmed; at most `longest` characters, 200 unless told. */
export function text<const O extends Said & { longest?: number; samples?: readonly string[] }>(said: O) {
  return column<string, 'text', O & { longest: number }>('text', { ...said, longest: said.longest ?? 200 })
}

/** One of a few codes; files may say the code or its name in either language. `otherwise` is what an empty cell means. */
export function choice<
  const O extends Said & {
    choices: Readonly<Record<string, Words>>
    spellings?: Readonly<Record<string, string>>
    otherwise?: string
  },
>(said: O) {
  return column<keyof O['choices'] & string, 'choice', O>('choice', said)
}

/** A day, seen as `YYYY-MM-DD`. */
export function day<const O extends Said>(said: O) {
  return column<string, 'day', O>('day', said)
}

/** A month, seen as `YYYY-MM`. */
export function month<const O extends Said>(said: O) {
  return column<string, 'month', O>('month', said)
}

/** A moment to the second by the clock of Asia/Shanghai, seen as `YYYY-MM-DD HH:MM:SS`. */
export function moment<const O extends Said>(said: O) {
  return column<string, 'moment', O>('moment', said)
}

/** A whole number, seen as a number; at most 15 digits. */
export function whole<const O extends Measured>(said: O) {
  return column<number, 'whole', O>('whole', said)
}

/**
 * A decimal with at most `places` digits after the point, seen as a Decimal; or as a number, in a ledger of millions of rows whose checks
 * only ask whether it is plausible. What is stored and summed is exact either way.
 */
export function decimal<const O extends Measured & { places: number; seenAs?: 'number' }>(said: O) {
  return column<O extends { seenAs: 'number' } ? number : Decimal, 'decimal', O>('decimal', said)
}

/** A unified social credit code (GB 32100-2015); one that does not check is warned of, never refused. */
export function uscc<const O extends Said>(said: O) {
  return column<string, 'uscc', O>('uscc', said)
}

/** The unit a row belongs to: its code or one of its names. Rows without one belong to the unit of their batch. */
export function unit<const O extends Said>(said: O) {
  return column<string, 'unit', O & { optional: true }>('unit', { ...said, optional: true })
}
