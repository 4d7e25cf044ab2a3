import type { Words } from '#kernel/i18n/words.ts'
import type { ListSheet } from '#parts/trade/trains/list-sheets.ts'
import { type ListColumn, type ListLine, letterOf, listColumnKeys, listColumns } from './list-columns.ts'

export interface ListFault {
  sheet: string
  line: number
  /** letter of the column; null for a fault of the whole sheet */
  column: string | null
  /** how the sheet heads the column */
  heading: string
  words: Words
}

export interface ReadList {
  lines: ListLine[]
  faults: ListFault[]
  /** sheets that hold something and are no list */
  ignored: string[]
}

const needed = listColumnKeys.filter((key) => listColumns[key].needed)

/**
 * Finds the lists among the sheets of a workbook: the first row that has all needed headings is the top, whatever stands above it. Hidden
 * sheets are left out; sheets that are no list are named, and are a fault where no sheet is one.
 */
export function readLists(sheets: readonly ListSheet[]): ReadList {
  const read: ReadList = { lines: [], faults: [], ignored: [] }
  const filled = sheets.filter(({ hidden, rows }) => !hidden && rows.some(({ cells }) => !blank(cells)))
  const lists = filled.filter((sheet) => topOf(sheet) !== -1)
  for (const sheet of lists) read.lines.push(...linesOf(sheet))
  read.ignored = filled.filter((sheet) => !lists.includes(sheet)).map(({ name }) => name)
  const [first] = filled
  if (lists.length === 0 && first) {
    read.faults.push({ sheet: first.name, line: 1, column: null, heading: '', words: missingHeadings(first) })
  }
  return read
}

function topOf({ rows }: ListSheet): number {
  return rows.slice(0, 30).findIndex(({ cells }) => needed.every((key) => placeOf(cells, key) !== -1))
}

function linesOf(sheet: ListSheet): ListLine[] {
  const top = topOf(sheet)
  const heads = sheet.rows[top]!.cells
  const places = listColumnKeys.map((key) => [key, placeOf(heads, key)] as const)
  const letters = Object.fromEntries(
    places.filter(([, place]) => place !== -1).map(([key, place]) => [key, letterOf(place)]),
  )
  return sheet.rows.slice(top + 1).flatMap(({ line, cells, merged }) => {
    const own = cells.map((cell, place) => (merged.includes(place) ? '' : cell))
    if (blank(own)) return []
    const said = Object.fromEntries(places.map(([key, place]) => [key, (cells[place] ?? '').trim()]))
    return [{ sheet: sheet.name, line, said: said as ListLine['said'], letters }]
  })
}

/** A heading may carry its unit or a hint in brackets: 经度（WGS-84）. */
function placeOf(cells: readonly string[], key: ListColumn): number {
  const plain = cells.map((cell) =>
    cell
      .replaceAll(/\s/g, '')
      .replace(/[（([*].*$/, '')
      .replace(/^\*/, ''),
  )
  for (const name of listColumns[key].names) {
    const place = plain.indexOf(name)
    if (place !== -1) return place
  }
  return -1
}

const blank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

function missingHeadings({ name, rows }: ListSheet): Words {
  const top = rows.slice(0, 30).map(({ cells }) => needed.filter((key) => placeOf(cells, key) === -1))
  const least = top.toSorted((a, b) => a.length - b.length)[0] ?? needed
  const names = least.map((key) => listColumns[key].names[0])
  return {
    zh: `工作表“${name}”缺少表头：${names.join('、')}`,
    en: `sheet “${name}” lacks the headings ${names.join(', ')}`,
  }
}
