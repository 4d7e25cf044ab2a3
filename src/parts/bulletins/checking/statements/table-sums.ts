import type { Cell, DraftBlock } from '#parts/bulletins/drafts/draft.ts'
import { holdsExactly, type Said } from './judgement.ts'
import { alike, isAmount, type Scene, type Seen } from './scene.ts'
import { sumOf, sumSaid } from './summing.ts'

const total = /^(?:合计|总计|合计数|总数)(?:\s|$|（)/
/** A row that is part of another row, or what does not add up. */
const noRow = /其中|小计|^#|^[-—]|合计|总计|平均|人均|占比|比重/
const noColumn = /率|%|占比|比重|平均|人均|均价|指数|排名|位次|增长|增速|同比|进度/

/** 合计 of a table against its rows, column by column: the last row of all, or the first. */
export function tableSumsIn(scene: Scene, blocks: readonly DraftBlock[]): Said[] {
  return [...columnsOf(scene, blocks).values()].flatMap((column) => columnSum(column) ?? [])
}

interface Entry {
  cell: Cell
  /** null where the cell has words and no single amount */
  seen: Seen | null
}

/** The cells of each column that stand beside a row's name, by table and column. */
function columnsOf({ seen }: Scene, blocks: readonly DraftBlock[]): Map<string, Entry[]> {
  const columns = new Map<string, Entry[]>()
  let next = 0
  for (const { cell, start, end } of blocks) {
    while (next < seen.length && (seen[next]?.claim.start ?? 0) < start) next += 1
    if (!cell || cell.beside === '' || cell.above === '') continue
    const inside: Seen[] = []
    for (let one = seen[next]; one && one.claim.start < end; one = seen[next]) {
      inside.push(one)
      next += 1
    }
    const [only] = inside
    const key = `${cell.table} ${cell.column}`
    const column = columns.get(key) ?? []
    column.push({ cell, seen: only && inside.length === 1 && isAmount(only) ? only : null })
    columns.set(key, column)
  }
  return columns
}

function columnSum(column: readonly Entry[]): Said | null {
  const totals = column.filter(({ cell }) => total.test(cell.beside))
  const [sum] = totals
  const rows = column.filter((entry) => entry !== sum)
  const whole = sum?.seen
  if (!sum || totals.length > 1 || !whole || rows.length < 2 || noColumn.test(sum.cell.above)) return null
  const outermost = [column[0], column.at(-1)].includes(sum)
  const parts = rows.flatMap(({ seen }) => (seen && alike(seen, whole) ? [seen] : []))
  if (!outermost || parts.length < rows.length || rows.some(({ cell }) => noRow.test(cell.beside))) return null
  const allowed = sumOf(parts, whole)
  return allowed ? sumSaid(holdsExactly(whole, allowed), [...parts, whole], allowed.interval) : null
}
