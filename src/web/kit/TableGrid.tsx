import type { KeyboardEvent, MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../locale.tsx'
import type { Column, DataTableProps } from './DataTable.tsx'
import type { TableSteering } from './table-address.ts'

type TableGridProps<Row> = Omit<DataTableProps<Row>, 'rows'> & { rows: readonly Row[]; captionId: string }

/** The table itself, on a desk. */
export function TableGrid<Row>({
  caption,
  columns,
  rows,
  rowKey,
  hrefOf,
  steering,
  waiting,
  captionId,
}: TableGridProps<Row>) {
  const t = useWords()
  const go = useNavigate()
  return (
    <section className="table-ground" aria-labelledby={captionId}>
      <table data-waiting={waiting || undefined} data-doors={hrefOf ? true : undefined}>
        <caption id={captionId} className="for-readers">
          {t(caption)}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} steering={steering} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {rows.map((row, place) => (
            <tr
              key={rowKey(row)}
              tabIndex={place === 0 ? 0 : -1}
              data-href={hrefOf?.(row)}
              onClick={(event) => hrefOf && isPlainClick(event) && go(hrefOf(row))}
              onKeyDown={(event) =>
                hrefOf && event.key === 'Enter' && event.target === event.currentTarget && go(hrefOf(row))
              }
            >
              {columns.map((column) => (
                <td key={column.key} data-number={column.number || undefined}>
                  {column.draw(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="table-none">
          {t({ zh: '没有符合条件的行；可放宽或清除条件。', en: 'No row matches; widen or clear the filters.' })}
        </p>
      )}
    </section>
  )
}

function Heading<Row>({ column, steering }: { column: Column<Row>; steering: TableSteering | undefined }) {
  const t = useWords()
  const down = steering?.sort === `-${column.key}`
  const up = steering?.sort === column.key
  const words = (
    <>
      {t(column.title)}
      {column.unit && <small>{t(column.unit)}</small>}
    </>
  )
  return (
    <th
      scope="col"
      data-number={column.number || undefined}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={down ? 'descending' : up ? 'ascending' : undefined}
    >
      {column.sortable && steering ? (
        <button
          type="button"
          onClick={() => steering.steer({ sort: nextSort(column.key, steering.sort, column.number) })}
        >
          {words}
          <span aria-hidden data-on={up || down || undefined}>
            {down ? '↓' : up ? '↑' : '↕'}
          </span>
        </button>
      ) : (
        words
      )}
    </th>
  )
}

/** First click: numbers from the largest, words from the first; then the other way; then the server's own order. */
function nextSort(key: string, now: string, number: boolean | undefined): string {
  const order = number ? [`-${key}`, key, ''] : [key, `-${key}`, '']
  return order[order.indexOf(now) + 1] ?? order[0]!
}

/** Arrow keys, Home and End move the focus from row to row. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const row = (event.target as Element).closest('tr')
  if (!row || row !== event.target) return
  const rows = [...event.currentTarget.rows]
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -rows.length,
    End: rows.length,
  }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const place = Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + step))
  row.tabIndex = -1
  rows[place]!.tabIndex = 0
  rows[place]!.focus()
}

/** A click that meant the row: not on a link or button inside it, not the end of selecting text. */
function isPlainClick(event: MouseEvent): boolean {
  const inner = (event.target as Element).closest('a, button, input, label, select')
  return !inner && !window.getSelection()?.toString() && !event.ctrlKey && !event.metaKey
}
