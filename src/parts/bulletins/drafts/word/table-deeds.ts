import { type Deeds, parentOf } from './reading.ts'
import { tableOf } from './tables.ts'
import { attribute, isOn } from './xml.ts'

const widest = 64

/** Tables, their rows and cells. */
export const openingTables: Deeds = {
  'w:tbl': ({ tables }) => {
    tables.push({ rows: [] })
  },
  'w:tr': ({ tables }) => {
    const table = tables.at(-1)
    if (table) table.row = { heading: false, gone: false, indent: 0, cells: [] }
  },
  'w:tc': ({ tables, lists }) => {
    const cell = { width: 1, goesOn: false, gone: false, nodes: [] }
    const table = tables.at(-1)
    if (table) table.cell = cell
    lists.push(cell.nodes)
  },
  'w:tblHeader': (reading, tag) => {
    const row = reading.tables.at(-1)?.row
    if (row && parentOf(reading) === 'w:trPr') row.heading = isOn(tag)
  },
  'w:hidden': (reading, tag) => {
    const row = reading.tables.at(-1)?.row
    if (row && parentOf(reading) === 'w:trPr' && isOn(tag)) row.gone = true
  },
  'w:gridBefore': (reading, tag) => {
    const row = reading.tables.at(-1)?.row
    if (row) row.indent = widthIn(attribute(tag, 'val'), 0)
  },
  'w:gridSpan': (reading, tag) => {
    const cell = reading.tables.at(-1)?.cell
    if (cell && parentOf(reading) === 'w:tcPr') cell.width = widthIn(attribute(tag, 'val'), 1)
  },
  'w:vMerge': (reading, tag) => {
    const cell = reading.tables.at(-1)?.cell
    if (cell && parentOf(reading) === 'w:tcPr') cell.goesOn = attribute(tag, 'val') !== 'restart'
  },
  'w:cellDel': (reading) => {
    const cell = reading.tables.at(-1)?.cell
    if (cell && parentOf(reading) === 'w:tcPr') cell.gone = true
  },
}

export const closingTables: Deeds = {
  'w:tbl': ({ tables, lists }) => {
    const table = tables.pop()
    if (table) lists.at(-1)?.push(tableOf(table))
  },
  'w:tr': ({ tables }) => {
    const table = tables.at(-1)
    if (!table?.row) return
    table.rows.push(table.row)
    delete table.row
  },
  'w:tc': ({ tables, lists }) => {
    lists.pop()
    const table = tables.at(-1)
    if (!table?.cell) return
    table.row?.cells.push(table.cell)
    delete table.cell
  },
}

const widthIn = (written: string | undefined, least: number) =>
  Math.min(Math.max(Math.trunc(Number(written)) || least, least), widest)
