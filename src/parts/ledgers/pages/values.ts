import { Refusal } from '#kernel/refusal.ts'
import { unitOf } from '#kernel/units.ts'
import type { Locale, Words } from '#web/locale.tsx'
import type { LedgerColumn, LedgerDetail, Row } from '../reply-shapes.ts'

/** Names of units by their code. */
export type UnitNames = ReadonlyMap<string, Words>

export const unitNamesOf = (units: readonly { code: string; words: Words }[] | undefined): UnitNames =>
  new Map(units?.map((unit) => [unit.code, unit.words]))

/** A value as people read it: choices and units by name, digits in groups; null where there is none. */
export function printValue(
  column: LedgerColumn,
  value: string | null | undefined,
  locale: Locale,
  units?: UnitNames,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (column.kind === 'choice') return column.choices.find((choice) => choice.value === value)?.words[locale] ?? value
  if (column.kind === 'unit') return units?.get(value)?.[locale] ?? value
  return isNumber(column) ? grouped(value) : value
}

/** A choice's name; a code that people say by its digits (9610) stands before it. */
export function choiceWords({ value, words }: LedgerColumn['choices'][number]): Words {
  return /^\d+$/.test(value) ? { zh: `${value} ${words.zh}`, en: `${value} ${words.en}` } : words
}

export const isNumber = (column: LedgerColumn): boolean => column.kind === 'whole' || column.kind === 'decimal'

/** Digits in groups of three, as many as the record has. */
export function grouped(digits: string | number): string {
  const [whole = '', places] = String(digits).split('.')
  const inGroups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return places ? `${inGroups}.${places}` : inGroups
}

/** What a column counts, in both languages; a unit that the catalogue does not know stays as it is written. */
export function unitWords(column: LedgerColumn): Words | undefined {
  if (!column.unit) return undefined
  try {
    const { zh, en } = unitOf(column.unit)
    return { zh, en }
  } catch (refused) {
    if (refused instanceof Refusal) return { zh: column.unit, en: column.unit }
    throw refused
  }
}

/** What names a row: the values of its key. */
export function rowName(
  ledger: Pick<LedgerDetail, 'columns' | 'key'>,
  row: Pick<Row, 'values'>,
  locale: Locale,
): string {
  const parts = ledger.key.flatMap((name) => {
    const column = ledger.columns.find((one) => one.name === name)
    return column ? [printValue(column, row.values[name], locale)] : []
  })
  return parts.filter(Boolean).join(' · ')
}

/** Columns whose values differ between two versions of a row. */
export function changedColumns(
  columns: readonly LedgerColumn[],
  before: Pick<Row, 'values'>,
  after: Pick<Row, 'values'>,
): LedgerColumn[] {
  return columns.filter(({ name }) => (before.values[name] ?? null) !== (after.values[name] ?? null))
}

/** `/ledgers/trade/trains`, and pages below it. */
export const ledgerPath = (name: string, below = ''): string => `/ledgers/${name}${below}`
