import type { TableCell, TableNode } from '../lay-out.ts'
import type { WordPlace } from './place.ts'
import type { WordNode } from './reading.ts'

export interface OpenCell {
  width: number
  /** it goes on the cell above, whose words it shows */
  goesOn: boolean
  gone: boolean
  nodes: WordNode[]
}

export interface OpenRow {
  heading: boolean
  gone: boolean
  /** columns before its first cell */
  indent: number
  cells: OpenCell[]
}

/** A table being read, with its innermost open row and cell. */
export interface OpenTable {
  rows: OpenRow[]
  row?: OpenRow
  cell?: OpenCell
}

/** Rows and cells that were deleted are gone; cells merged downwards become one (ISO/IEC 29500-1, 17.4.84). */
export function tableOf({ rows }: OpenTable): TableNode<WordPlace> {
  const cells: TableCell<WordPlace>[] = []
  const over = new Map<number, TableCell<WordPlace>>()
  const kept = rows.filter(({ gone }) => !gone)
  kept.forEach(({ heading, indent, cells: written }, row) => {
    let column = indent
    for (const { width, goesOn, nodes } of written.filter(({ gone }) => !gone)) {
      const above = goesOn ? over.get(column) : undefined
      if (above) above.height = row - above.row + 1
      else {
        const cell = { row, column, width, height: 1, heading, nodes }
        over.set(column, cell)
        cells.push(cell)
      }
      column += width
    }
  })
  return { kind: 'table', cells }
}
