import { Refusal } from '#kernel/refusal.ts'
import { unitOf } from '#kernel/units.ts'
import type { Locale, Words } from '#web/locale.tsx'
import type { LedgerShown, RowShown } from '../shapes.ts'
import type { LedgerColumn } from './reply-types.ts'
import type { UnitNames } from './unit-names.ts'

/** A value as people read it: choices and units by name, digits in groups; null where there is none. */
export function printValue(
  column: LedgerColumn,
  value: string | null | undefined,
  locale: Locale,
  units?: UnitNames,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (column.kind === 'choice') {
    const choice = choicesOf(column).find((one) => one.value === value)
    return choice ? choice.words[locale] : value
  }
  if (column.kind === 'unit') return units?.get(value)?.[locale] ?? value
  return isNumber(column) ? grouped(value) : value
}

/** A column's choices by name; a code that people say by its digits (9610) stands before it. */
export function choicesOf({ choices }: LedgerColumn): { value: string; words: Words }[] {
  return (choices ?? []).map(({ code, words }) => ({
    value: code,
    words: /^\d+$/.test(code) ? { zh: `${code} ${words.zh}`, en: `${code} ${words.en}` } : words,
  }))
}

export const isNumber = (column: LedgerColumn): boolean => column.kind === 'whole' || column.kind === 'decimal'

/** Digits in groups of three, as many as the record has. */
export function grouped(digits: string | number): string {
  const [whole = '', places] = String(digits).split('.')
  const inGroups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return places ? `${inGroups}.${places}` : inGroups
}

/** Counts as sentences print them. */
export function groupedAll<const K extends string>(counts: Readonly<Record<K, number>>): Record<K, string> {
  const entries = Object.entries<number>(counts).map(([name, count]) => [name, grouped(count)])
  return Object.fromEntries(entries)
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
  ledger: Pick<LedgerShown, 'columns' | 'key'>,
  row: Pick<RowShown, 'values'>,
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
  before: Pick<RowShown, 'values'>,
  after: Pick<RowShown, 'values'>,
): LedgerColumn[] {
  return columns.filter(({ name }) => (before.values[name] ?? null) !== (after.values[name] ?? null))
}

/** `/ledgers/trade/trains`, and pages below it. */
export const ledgerPath = (ledger: string, below = ''): string => `/ledgers/${ledger}${below}`

/** A ledger's name as addresses take it. */
export function placeOf(ledger: string): { part: string; name: string } {
  const [part = '', name = ''] = ledger.split('/')
  return { part, name }
}
