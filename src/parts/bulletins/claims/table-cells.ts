import type { Cell } from '../drafts/draft.ts'
import type { Claim, ClaimKind, Direction } from './claim.ts'
import { periodAt } from './period-reading.ts'
import { noPeriod, type PeriodState, periodAfter, periodInWords } from './period-state.ts'
import type { Running } from './running.ts'
import { type Column, columnOf, isPlace, measureOf, rowHeading } from './table-headings.ts'
import { type UnitFamily, unitAt } from './unit-words.ts'

/** What a table has said so far: of which table, in which row, and the last indicator of that row. */
export interface TableState {
  table: number
  row: number
  indicator: string
  /** The latest period of the row, for a column of growth that says none. */
  period: PeriodState | null
  /** The unit that the line above this table says. */
  unit: string | null
  /** Second headings that the draft does not tell from cells: 总量（万元） below 1—6月. */
  below: Map<number, string>
}

export const newTable = (): TableState => ({
  table: -1,
  row: -1,
  indicator: '',
  period: null,
  unit: null,
  below: new Map(),
})

/** A claim made of one cell; `start` and `end` count characters of the plain text of the cell. */
export interface CellRead {
  start: number
  end: number
  claim: Omit<Claim, 'text' | 'start'>
}

const number = /^([+-]?)([0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,8})?)/

/** A cell that holds prose is read as prose. */
export function isProse(text: string): boolean {
  return text.length > 24 || /[，。；]/.test(text)
}

/**
 * A cell that holds one number is a claim: what it is of stands at the head of its row (or its column, where rows are
 * places), what kind of figure and in what unit at the head of its column. Null for anything else, headings among it.
 */
export function readCell(text: string, cell: Cell, running: Running, table: TableState): CellRead | null {
  enter(table, cell, running)
  const lead = /^\s*/.exec(text)?.[0].length ?? 0
  const found = number.exec(text.slice(lead))
  if (!found) {
    if (cell.row > 0 && secondHeading.test(text)) table.below.set(cell.column, text)
    return null
  }
  const above = `${cell.above}${table.below.get(cell.column) ?? ''}`
  if (above === '' && cell.beside === '') return null
  const digits = found[2] ?? ''
  const at = lead + found[0].length
  const own = unitAt(text, at)?.unit ?? scaledUnit(text, at)
  const end = at + (own?.length ?? 0)
  if (!/^[\s*#①-⑩]{0,3}$/.test(text.slice(end))) return null
  const column = columnOf(above)
  if (column.counts) return null
  const row = rowHeading(cell.beside)
  const unit = own ?? column.unit ?? row.unit ?? (column.kind === null ? table.unit : null)
  if (unit === '%' && column.delta) Object.assign(column, { kind: 'change_pct', delta: false })
  const kind = column.kind ?? kindOf(unit, cell.beside)
  if (unit === null && kind === 'level' && !/(?:指数|系数|PMI)/.test(`${above}${cell.beside}`)) return null
  const named = nameOf(row.name, column, table)
  if (named.indicator === '') return null
  const period = periodInWords(periodOf(above, row.name, running.period, table), running.documentYear)
  return {
    start: lead,
    end,
    claim: claimIn({ kind, unit, digits, minus: found[1] === '-' }, named, column, period),
  }
}

const secondHeading =
  /（(?:[百千万亿]*[^（）0-9]{1,6}|%)）$|^(?:总量|绝对额|增[幅速长]|同比|占比|比重|排名|位次|[本当]月|累计)/

/** A row begins, or a table: the unit line above it holds for this table alone. */
function enter(table: TableState, cell: Cell, running: Running) {
  if (table.table !== cell.table) {
    Object.assign(table, { unit: running.tableUnit, below: new Map() })
    running.tableUnit = null
  }
  if (table.table !== cell.table || table.row !== cell.row)
    Object.assign(table, { table: cell.table, row: cell.row, indicator: '', period: null })
}

interface Printed {
  kind: ClaimKind
  unit: string | null
  digits: string
  minus: boolean
}

function claimIn(printed: Printed, named: Named, column: Column, period: string): CellRead['claim'] {
  const { kind, minus } = printed
  const changes = kind === 'change_pct' || kind === 'change_points' || column.delta
  const direction: Direction | null = changes ? (minus !== column.falls ? 'down' : 'up') : null
  const amount = (kind === 'level' || kind === 'count') && !column.delta
  return {
    indicator: named.indicator,
    value: `${minus ? '-' : ''}${printed.digits.replaceAll(',', '')}`,
    unit: printed.unit,
    kind,
    direction,
    period,
    of: amount ? null : named.indicator,
    ...(column.versus ? { versus: column.versus } : {}),
    ...(column.modality ? { modality: column.modality } : {}),
    ...(column.delta ? { delta: true as const } : {}),
    ...(named.subject ? { subject: named.subject } : {}),
  }
}

interface Named {
  indicator: string
  subject: string | null
}

/** 地区生产总值 | 绝对额: the row names it; 经开区 | 地区生产总值: the column does; 工业 | 增加值: both do. */
function nameOf(beside: string, column: Column, table: TableState): Named {
  const row = measureOf(beside)
  const placed = row === '' || isPlace(row)
  if (column.measure === '') {
    const indicator = placed ? table.indicator : row
    return { indicator, subject: placed && row !== '' ? row : null }
  }
  table.indicator = column.measure
  if (placed) return { indicator: column.measure, subject: row === '' ? null : row }
  const joined = row.endsWith(column.measure) ? row : `${row}${column.measure}`
  return { indicator: joined, subject: null }
}

function kindOf(unit: string | null, beside: string): ClaimKind {
  if (unit === '%')
    return /(?:增长|增速|增幅|涨幅|同比)/.test(beside)
      ? 'change_pct'
      : /(?:比重|占比|比例)/.test(beside)
        ? 'share'
        : 'level'
  if (unit === '个百分点' || unit === '百分点') return 'change_points'
  if (unit === '位' || unit === '名') return 'rank'
  const family: UnitFamily | null =
    unit === null ? null : (unitAt(unit.replace(/^[十百千万亿]+/, ''), 0)?.family ?? null)
  return family === 'count' ? 'count' : 'level'
}

/** 万元 and 亿美元 behind a number. */
function scaledUnit(text: string, at: number): string | null {
  const scale = /^[百千]?[万亿]{1,2}/.exec(text.slice(at, at + 3))?.[0]
  const unit = scale ? unitAt(text, at + scale.length) : null
  return scale && unit ? `${scale}${unit.unit}` : null
}

function periodOf(above: string, beside: string, period: PeriodState, table: TableState): PeriodState {
  const before = /[上去]年同[期月]/.exec(above)?.[0]
  if (before && !/[增减比长±]/.test(above)) return { ...noPeriod, label: before }
  const row = periodIn(beside, period) ?? period
  const own = periodIn(above, row)
  if (!own) return table.period ?? row
  if (Number(own.year ?? 0) >= Number(table.period?.year ?? 0)) table.period = own
  return own
}

/** 2024年1—6月 and 本月 in a heading; 上年同期 is only compared with. */
function periodIn(heading: string, from: PeriodState): PeriodState | null {
  let state: PeriodState | null = null
  for (let i = 0; i < Math.min(heading.length, 60); i++) {
    const read = periodAt(heading, i)
    if (!read || /^[上去]年(?:同期|同月)?$/.test(heading.slice(i, read.end))) continue
    state = periodAfter(state ?? from, read)
    i = read.end - 1
  }
  return state
}
