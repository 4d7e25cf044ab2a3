import type { Details } from '#kernel/i18n/words.ts'
import { isDay } from '#kernel/period.ts'
import type { Column } from './columns.ts'
import type { OwnCheck } from './ledger.ts'
import { momentIn } from './moments.ts'
import { isUscc } from './uscc.ts'

/** What is wrong with one cell. `warns` lets the value in all the same. */
export class CellFault {
  readonly check: OwnCheck
  readonly details: Details
  /** the value that goes in, for a fault that only warns */
  readonly warns: string | undefined

  constructor(check: OwnCheck, details: Details = {}, warns?: string) {
    this.check = check
    this.details = details
    this.warns = warns
  }
}

/** Reads one cell that is not empty: the value in its one written form, or the fault. */
export type CellReader = (cell: string) => string | CellFault

/** Names and codes of the units a file may say, each with its code. */
export type UnitNames = ReadonlyMap<string, string>

/** The reader of a column, made once a file. `cell` is trimmed and not empty. */
export function cellReader(column: Column, units: UnitNames): CellReader {
  switch (column.kind) {
    case 'text':
      return textReader(column.longest!)
    case 'choice':
      return choiceReader(column)
    case 'day':
      return remembered(readDay)
    case 'month':
      return remembered(readMonth)
    case 'moment':
      return readMoment
    case 'whole':
      return numberReader(column, readWhole)
    case 'decimal':
      return numberReader(column, readDecimal(column.places!))
    case 'uscc':
      return remembered(readUscc)
    case 'unit':
      return (cell) => units.get(halfWidth(cell).toLowerCase()) ?? new CellFault('unit', { value: cell })
  }
}

/** Few different values fill most columns: read each once, and forget when they turn out to be many. */
function remembered(reader: CellReader): CellReader {
  const known = new Map<string, string | CellFault>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    if (known.size > 20_000) known.clear()
    const value = reader(cell)
    known.set(cell, value)
    return value
  }
}

function textReader(longest: number): CellReader {
  return (cell) => {
    if (cell.length > longest)
      return new CellFault('text-too-long', { value: cell.slice(0, 40), longest, length: cell.length })
    if (controls.test(cell)) return new CellFault('control-character', {})
    if (lostDigits.test(cell)) return new CellFault('digits-lost', { value: cell })
    // An export puts an apostrophe before what a spreadsheet would take for a formula.
    const first = cell.charCodeAt(0)
    return first === 39 && /^'[+\-@]/.test(cell) ? cell.slice(1) : cell
  }
}

// biome-ignore format: one line
const controls = /[^\P{Cc}\t\n\r]/u
const lostDigits = /^\d(\.\d+)?[eE]\+\d+$/

function choiceReader(column: Column): CellReader {
  const names = new Map<string, string>()
  for (const [code, words] of Object.entries(column.choices!)) {
    for (const name of [words.zh, words.en, code]) names.set(halfWidth(name).toLowerCase(), code)
  }
  for (const [spelling, code] of Object.entries(column.spellings ?? {})) names.set(spelling.toLowerCase(), code)
  const choices = Object.values(column.choices!).map((words) => words.zh)
  return remembered(
    (cell) =>
      names.get(halfWidth(cell).toLowerCase()) ?? new CellFault('choice', { value: cell.slice(0, 40), choices }),
  )
}

function numberReader(column: Column, reader: CellReader): CellReader {
  const { min, max } = column
  if (min === undefined && max === undefined) return reader
  return (cell) => {
    const value = reader(cell)
    if (typeof value !== 'string') return value
    if (min !== undefined && Number(value) < min) return new CellFault('too-small', { value: cell, min })
    if (max !== undefined && Number(value) > max) return new CellFault('too-large', { value: cell, max })
    return value
  }
}

/** Digits as nearly all files write them: no sign, no leading zero, at most fifteen. */
const simpleWhole = /^(?:0|[1-9]\d{0,14})$/

function readWhole(cell: string): string | CellFault {
  if (simpleWhole.test(cell)) return cell
  const digits = plainDigits(cell)
  if (digits === undefined) return new CellFault('whole', { value: cell.slice(0, 40) })
  const [whole, places] = digits.split('.') as [string, string | undefined]
  if (places !== undefined && /[1-9]/.test(places)) return new CellFault('whole', { value: cell.slice(0, 40) })
  const value = withoutLeadingZeros(whole)
  return value.replace('-', '').length > 15
    ? new CellFault('too-large', { value: cell.slice(0, 40), max: '999999999999999' })
    : value
}

function readDecimal(places: number): CellReader {
  const simple = new RegExp(`^(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,${Math.max(1, places)}})?$`)
  return (cell) => {
    if (simple.test(cell) && (places > 0 || !cell.includes('.'))) return cell
    const digits = plainDigits(cell)
    if (digits === undefined) return new CellFault('decimal', { value: cell.slice(0, 40) })
    const point = digits.indexOf('.')
    const whole = withoutLeadingZeros(point < 0 ? digits : digits.slice(0, point))
    if (whole.length > 20) return new CellFault('too-large', { value: cell.slice(0, 40), max: '9'.repeat(20) })
    if (point < 0) return whole
    const after = digits.slice(point + 1).replace(/0+$/, '')
    if (after.length > places) return new CellFault('too-precise', { value: cell.slice(0, 40), places })
    if (after === '') return whole
    return whole === '0' && digits.startsWith('-') ? `-0.${after}` : `${whole}.${after}`
  }
}

/** Digits, a sign and a point, whatever width they were typed in and whatever parted the thousands. */
function plainDigits(cell: string): string | undefined {
  if (plain.test(cell)) return cell
  if (cell.length > 60) return undefined
  const half = halfWidth(cell).replace(/[−]/g, '-').replace(/^\+/, '')
  const joined = grouped.test(half) ? half.replace(/[, ]/g, '') : half
  return plain.test(joined) ? joined : undefined
}

const plain = /^-?\d+(?:\.\d+)?$/
const grouped = /^-?\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/

function withoutLeadingZeros(digits: string): string {
  const trimmed = digits.replace(/^(-?)0+(?=\d)/, '$1')
  return trimmed === '-0' ? '0' : trimmed
}

function readDay(cell: string): string | CellFault {
  if (isDay(cell)) return cell
  const half = halfWidth(cell)
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?$/.exec(half) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(half)
  const day = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : ''
  return isDay(day) ? day : new CellFault('day', { value: cell.slice(0, 40) })
}

function readMonth(cell: string): string | CellFault {
  const half = halfWidth(cell)
  const match = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(half) ?? /^(\d{4})(\d{2})$/.exec(half)
  // A spreadsheet turns 2018-06 into the first of the month.
  const first = match ? undefined : readDay(half)
  const month = match
    ? `${match[1]}-${match[2]!.padStart(2, '0')}`
    : typeof first === 'string' && first.endsWith('-01')
      ? first.slice(0, 7)
      : ''
  return isDay(`${month}-01`) ? month : new CellFault('month', { value: cell.slice(0, 40) })
}

function readMoment(cell: string): string | CellFault {
  return momentIn(cell) ?? momentIn(halfWidth(cell)) ?? new CellFault('moment', { value: cell.slice(0, 40) })
}

function readUscc(cell: string): string | CellFault {
  const code = halfWidth(cell).toUpperCase()
  if (lostDigits.test(code)) return new CellFault('digits-lost', { value: cell })
  if (code.length > 40)
    return new CellFault('text-too-long', { value: cell.slice(0, 40), longest: 40, length: cell.length })
  return isUscc(code) ? code : new CellFault('uscc', { value: code }, code)
}

/** Full-width letters, digits and signs as their plain kin. */
export function halfWidth(text: string): string {
  return wide.test(text) ? text.normalize('NFKC').trim() : text
}

const wide = /[^\x20-\x7e]/
