import { Decimal } from 'decimal.js'
import { dayOf, type ListValues, scaled, valuesOf } from './list-cells.ts'
import {
  columnsOf,
  headsContainers,
  type ListColumn,
  labelOf,
  type TrainColumn,
  trainColumns,
} from './list-headings.ts'
import type { ListRow, ListSheet } from './list-sheets.ts'

/** One container as the list has it. */
export interface ListedContainer {
  sheet: string
  line: number
  values: ListValues
  /** one of its cells is a formula */
  formula: boolean
}

/** What the totals row of a sheet says. */
export type StatedTotals = Partial<Record<'containers' | 'teu' | 'weight' | 'value', string>>

export interface ReadSheet {
  name: string
  /** one train with its head above the containers, or a train's columns beside every container; none when it is no train list */
  form: 'sheet' | 'rows' | null
  containers: ListedContainer[]
  stated: StatedTotals | null
  /** what the head of a sheet does not say */
  missing: TrainColumn[]
  /** headings that fill no column */
  ignored: string[]
}

/** Reads a sheet in whichever of the two forms it is. Blank lines, notes below and the totals row are no containers; nothing else is passed over. */
export function readSheet(sheet: ListSheet): ReadSheet {
  const nothing = { name: sheet.name, form: null, containers: [], stated: null, missing: [], ignored: [] }
  const at = sheet.rows.findIndex(({ cells }) => headsContainers(cells))
  if (sheet.hidden || at < 0) return nothing
  const heading = sheet.rows[at]!
  const columns = columnsOf(heading.cells)
  const beside = columns.some(({ name }) => name === 'trainNumber')
  const train = beside ? {} : headOf(sheet.rows.slice(0, at))
  const { containers, stated } = below(sheet, sheet.rows.slice(at + 1), columns, train)
  const known = new Set(columns.map(({ place }) => place))
  return {
    name: sheet.name,
    form: beside ? 'rows' : 'sheet',
    containers,
    stated,
    missing: beside ? [] : (['trainNumber', 'departedOn', 'direction'] as const).filter((name) => !train[name]),
    ignored: heading.cells.filter((cell, place) => cell !== '' && !known.has(place) && !ours.test(cell)),
  }
}

/** Columns that lists number their rows by, and those of our own workbook of rejected rows. */
const ours = /^(序号|no\.?|行号|原因|处理办法|line|reason|what to do|工作表|原行号)$/i

/** The head of a sheet: labels with their value behind a colon or in the next cell that is filled. */
function headOf(rows: readonly ListRow[]): ListValues {
  const train: ListValues = {}
  const put = (name: TrainColumn, text: string) => {
    if (text !== '' && labelOf(text) === undefined) train[name] ??= text
  }
  for (const { cells } of rows) {
    for (const [place, cell] of cells.entries()) {
      for (const part of cell.split(/\n|\s{2,}|；/)) {
        const [, label = '', value = ''] = /^([^:：]+)[:：]\s*(.+)$/.exec(part.trim()) ?? []
        const name = labelOf(label)
        if (name) put(name, value.trim())
      }
      const name = labelOf(cell.replace(/[:：]\s*$/, ''))
      if (name) put(name, cells.slice(place + 1).find((next) => next !== '') ?? '')
    }
  }
  const head = columnsOfHead(train)
  return valuesOf(
    head.map(({ text }) => text),
    head.map(({ name }, place) => ({ name, place, factor: '1' })),
    {},
  )
}

function columnsOfHead(train: ListValues): { name: string; text: string }[] {
  return trainColumns.flatMap((name) => {
    const text = train[name]
    return text === undefined ? [] : [{ name, text: name === 'departedOn' ? dayOf(text) : text }]
  })
}

function below(sheet: ListSheet, rows: readonly ListRow[], columns: readonly ListColumn[], train: ListValues) {
  const containers: ListedContainer[] = []
  let stated: StatedTotals | null = null
  const container = columns.find(({ name }) => name === 'container')!.place
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell !== '')
    if (filled.length === 0 || headsContainers(row.cells)) continue
    if (row.cells.some((cell) => totals.test(cell))) {
      stated ??= statedOf(row, columns)
      continue
    }
    // A note below the list stands alone in its row; a container has more than one thing to say.
    if ((row.cells[container] ?? '') === '' && (stated !== null || filled.length < 3)) continue
    const places = new Set(columns.map(({ place }) => place))
    containers.push({
      ...{ sheet: sheet.name, line: row.line, values: valuesOf(ownCells(row, columns), columns, train) },
      formula: row.formulas.some((place) => places.has(place)),
    })
  }
  return { containers, stated }
}

/** What is merged over several boxes holds for each, but a weight or a value must not count twice: there the cell stays empty and is asked for. */
function ownCells({ cells, merged }: ListRow, columns: readonly ListColumn[]): string[] {
  const summed = columns.filter(({ name }) => ['teu', 'weight', 'value', 'amount'].includes(name))
  const twice = summed.map(({ place }) => place).filter((place) => merged.includes(place))
  return cells.map((cell, place) => (twice.includes(place) ? '' : cell))
}

const totals = /^(合\s*计|总\s*计|小\s*计|共\s*计|totals?|sum)\s*[:：]?$/i

/** What the totals row says; a count of containers stands in their own column, if anywhere. */
function statedOf({ cells }: ListRow, columns: readonly ListColumn[]): StatedTotals {
  const stated: StatedTotals = {}
  for (const { name, place, factor } of columns) {
    const cell = (cells[place] ?? '').replace(/[箱个只TEU]+$/i, '')
    const number = scaled(cell, factor, 3)
    if (!/^\d+(\.\d+)?$/.test(number)) continue
    if (name === 'container') stated.containers = number
    if (name === 'teu' || name === 'weight' || name === 'value') stated[name] = number
  }
  return stated
}

/** Sums of containers as a totals row would have them. */
export function sumsOf(containers: readonly ListedContainer[]): Required<StatedTotals> {
  const sum = (name: string) =>
    containers
      .map(({ values }) => values[name] ?? '')
      .filter((text) => /^\d+(\.\d+)?$/.test(text))
      .reduce((total, text) => total.plus(text), new Decimal(0))
      .toFixed()
  return { containers: String(containers.length), teu: sum('teu'), weight: sum('weight'), value: sum('value') }
}
