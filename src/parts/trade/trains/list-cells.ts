import { Decimal } from 'decimal.js'
import { isDay } from '#kernel/period.ts'
import { plain } from './container-number.ts'
import { teuOf } from './container-size.ts'
import { currencyOf } from './currency.ts'
import type { ListColumn } from './list-headings.ts'

/** What a row of a list says, by column, in the written form of the ledger; what cannot be read stays as it is and is sent back later. */
export type ListValues = Record<string, string>

/** Reads the cells of one row; `train` is what the head of the sheet says. Fills what follows from the rest: TEU of the size, dollars of the rate. */
export function valuesOf(cells: readonly string[], columns: readonly ListColumn[], train: ListValues): ListValues {
  const values: ListValues = { ...train }
  for (const column of columns) {
    const cell = (cells[column.place] ?? '').trim()
    if (cell === '') continue
    values[column.name] = readers[column.name]?.(cell, column) ?? cell
    if (column.currency) values['currency'] ??= column.currency
  }
  return filled(values)
}

const readers: Readonly<Record<string, (cell: string, column: ListColumn) => string>> = {
  container: plain,
  trainNumber: (cell) => cell.toUpperCase().replace(/次$/, ''),
  departedOn: dayOf,
  direction: (cell) => directions.find(([words]) => words.test(cell))?.[1] ?? cell,
  load: (cell) => loads.find(([words]) => words.test(cell))?.[1] ?? cell,
  hs: chapterOf,
  weight: (cell, { factor }) => scaled(cell, factor, 3),
  value: (cell, { factor }) => scaled(cell, factor, 2),
  amount: (cell, { factor }) => scaled(cell, factor, 2),
  currency: (cell) => currencyOf(cell) ?? cell,
  wagonCountry: (cell) => cell.toUpperCase(),
}

const directions: readonly [RegExp, string][] = [
  [/^(去程?|西行|出口|outbound|westbound|export)$/i, '去程'],
  [/^(回程?|返程|东行|进口|return|inbound|eastbound|import)$/i, '回程'],
]

const loads: readonly [RegExp, string][] = [
  [/^(重箱?|重柜|f|full|l|loaded|laden)$/i, '重'],
  [/^(空箱?|空柜|e|empty|m|mty)$/i, '空'],
]

/** A day as text, with a time behind it, or as the serial number that a spreadsheet keeps (days since 1899-12-30). */
export function dayOf(cell: string): string {
  const text = cell.normalize('NFKC').trim()
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) > 36_000 && Number(text) < 60_000)
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10)
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const day = found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : ''
  return isDay(day) ? day : cell
}

/** The first two digits of a code of the Harmonized System; a spreadsheet drops the nought of `07`. */
function chapterOf(cell: string): string {
  const digits = cell.replaceAll(/[.\s]/g, '')
  if (/^\d$/.test(digits)) return `0${digits}`
  return /^\d{2,10}$/.test(digits) ? digits.slice(0, 2) : cell
}

/** The number times the unit's factor, to the ledger's places; what is no number stays. */
export function scaled(cell: string, factor: string, places: number): string {
  const digits = cell
    .normalize('NFKC')
    .replaceAll(/[,\s]/g, '')
    .replace(/^[$€¥]/, '')
  if (!/^-?\d+(\.\d+)?$/.test(digits)) return cell
  return new Decimal(digits).times(factor).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed()
}

function filled(values: ListValues): ListValues {
  const { size, currency, amount, rate } = values
  const teu = size && teuOf(size)
  if (!values['teu'] && teu) values['teu'] = teu
  if (!values['value'] && amount && isNumber(amount)) {
    if (currency === 'USD') values['value'] = amount
    else if (rate && isNumber(rate)) values['value'] = new Decimal(amount).times(rate).toDecimalPlaces(2).toFixed()
  }
  if (!values['load'] && isNumber(values['weight'] ?? ''))
    values['load'] = new Decimal(values['weight']!).isZero() ? '空' : '重'
  if (values['load'] === '空') {
    values['weight'] ??= '0'
    values['value'] ??= '0'
  }
  return values
}

function isNumber(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text)
}
