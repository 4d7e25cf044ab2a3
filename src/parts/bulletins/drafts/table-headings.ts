/** A cell of a table as it was drawn, spans included; rows and columns count from 0. */
export interface GridCell {
  row: number
  column: number
  width: number
  height: number
  /** the file itself marks it as a heading (a repeated row, a `th`) */
  heading: boolean
}

export interface Headings {
  above: string
  beside: string
}

/** Slots that a table's spans may cover; beyond it spans count as one. */
const mostSlots = 500_000
const mostHeaderRows = 5
const mostHeadingColumns = 4
const longest = 80

/**
 * The headings of each cell: the words over it in its column and at the left of its row, those of merged cells included. A heading has none.
 * Rows of headings are those that the file marks, else the first rows before the figures; columns of headings are the first ones whose
 * cells are mostly words. A running number (序号) is neither heading nor figure.
 */
export function headingsOf(cells: readonly GridCell[], texts: readonly string[]): Headings[] {
  const grid = gridOf(cells)
  const table: Reading = { cells, grid, texts: texts.map(plain), width: widthOf(grid) }
  const headerRows = headerRowsOf(table)
  const above = Array.from({ length: table.width }, (_, column) =>
    wordsOf(table, range(headerRows), (row) => grid[row]?.[column]),
  )
  const columns = headingColumnsOf(table, headerRows, above)
  const beside = grid.map((slots) => wordsOf(table, columns, (column) => slots[column]))
  return cells.map(({ row, column }) => {
    if (row < headerRows || columns.includes(column)) return { above: '', beside: '' }
    return { above: above[column] ?? '', beside: beside[row] ?? '' }
  })
}

interface Reading {
  cells: readonly GridCell[]
  /** by row and column, the place of the cell that covers it */
  grid: (number | undefined)[][]
  texts: string[]
  width: number
}

function gridOf(cells: readonly GridCell[]): Reading['grid'] {
  const rows = cells.reduce((most, { row }) => Math.max(most, row + 1), 0)
  const grid: Reading['grid'] = Array.from({ length: rows }, () => [])
  let left = mostSlots
  cells.forEach(({ row, column, width, height }, at) => {
    const spans = width * Math.min(height, rows - row) <= left
    const bottom = spans ? Math.min(row + height, rows) : row + 1
    const right = column + (spans ? width : 1)
    left -= spans ? (right - column) * (bottom - row) : 1
    for (let y = row; y < bottom; y++) for (let x = column; x < right; x++) grid[y]![x] ??= at
  })
  return grid
}

const widthOf = (grid: Reading['grid']) => grid.reduce((most, slots) => Math.max(most, slots.length), 0)
const range = (count: number) => Array.from({ length: count }, (_, at) => at)
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, longest)

function headerRowsOf({ cells, grid, texts }: Reading): number {
  const marked = grid.findIndex((slots) => slots.some((at) => at !== undefined && !cells[at]!.heading))
  if (marked > 0) return Math.min(marked, mostHeaderRows)
  const figures = (row: number) => grid[row]?.some((at) => at !== undefined && isFigure(texts[at]!)) ?? false
  if (grid.length < 2 || figures(0)) return 0
  let rows = 1
  while (rows < mostHeaderRows && rows < grid.length - 1 && !figures(rows)) {
    const above = cells.filter(({ row }) => row < rows)
    const reached = above.some(({ row, height }) => row + height > rows)
    const split = above.some(({ row, width }) => row === rows - 1 && width > 1 && width < grid[row]!.length)
    if (!reached && !split) break
    rows += 1
  }
  return rows
}

function headingColumnsOf(table: Reading, headerRows: number, above: readonly string[]): number[] {
  const columns: number[] = []
  for (let column = 0; column < table.width && columns.length < mostHeadingColumns; column++) {
    const found = table.grid.slice(headerRows).map((slots) => slots[column])
    const texts = found.filter((at) => at !== undefined && table.texts[at] !== '').map((at) => table.texts[at!]!)
    if (isRunningNumber(texts) || countsRows(above[column] ?? '')) continue
    const figures = texts.filter(isFigure).length
    if (texts.length > 0 && figures * 2 >= texts.length) break
    columns.push(column)
  }
  return columns.length === table.width && table.width > 1 ? columns.slice(0, 1) : columns
}

/** A cell that holds a figure and little else: 331.0, 10.4%, （3.2）, -5.6亿元; not 2018年, 1-6月. */
export function isFigure(text: string): boolean {
  if (/^(?:19|20)\d\d ?年?$/.test(text) || /[月季]/.test(text)) return false
  return /^[（(]?[-+±−﹣－]?[\d０-９][\d０-９,，.．]*\s?[^\d０-９]{0,6}$/.test(text)
}

/** A column that says which row, or which place, it is. */
const countsRows = (heading: string) => /^(?:序号|编号|位次|名次|排名|排序|No\.?|#)$/i.test(heading)

function isRunningNumber(texts: readonly string[]): boolean {
  return texts.length > 1 && texts.every((text, at) => text === String(at + 1))
}

function wordsOf({ texts }: Reading, places: readonly number[], slot: (place: number) => number | undefined): string {
  const seen = new Set<number>()
  for (const place of places) {
    const at = slot(place)
    if (at !== undefined && texts[at] !== '') seen.add(at)
  }
  return [...seen].map((at) => texts[at]).join(' ')
}
