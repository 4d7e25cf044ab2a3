import type { GridCell } from './table-headings.ts'

const widest = 100
const mostColumns = 256

/** A table of a page being read, its cells put where the spans of earlier ones leave room (HTML, 4.9.12). */
export interface HtmlTable<N> {
  cells: (GridCell & { nodes: N[] })[]
  openRow(): void
  /** the list that takes what is in the cell */
  openCell(heading: boolean, width: string | undefined, height: string | undefined): N[]
}

export function openHtmlTable<N>(): HtmlTable<N> {
  const cells: HtmlTable<N>['cells'] = []
  /** of each column, the first row that is free */
  const free: number[] = []
  let row = -1
  let column = 0
  const openRow = () => {
    row += 1
    column = 0
  }
  return {
    cells,
    openRow,
    openCell(heading, width, height) {
      if (row < 0) openRow()
      while (column < mostColumns && (free[column] ?? 0) > row) column += 1
      const cell = {
        ...{ row, column, heading, nodes: [] },
        width: Math.min(spanOf(width), widest, Math.max(1, mostColumns - column)),
        height: spanOf(height),
      }
      for (let at = column; at < column + cell.width; at++) free[at] = row + cell.height
      column += cell.width
      cells.push(cell)
      return cell.nodes
    },
  }
}

const spanOf = (written: string | undefined) => Math.min(Math.max(Math.trunc(Number(written)) || 1, 1), 65_534)
