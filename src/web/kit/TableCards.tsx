import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../locale.tsx'
import type { Column, DataTableProps } from './DataTable.tsx'

/** The same rows on a phone: a head, then name and value line by line. */
export function TableCards<Row>({
  caption,
  columns,
  rows,
  rowKey,
  hrefOf,
  waiting,
}: Omit<DataTableProps<Row>, 'rows'> & { rows: readonly Row[] }) {
  const t = useWords()
  const named = columns.some((column) => column.phone === 'head')
  const heads = columns.filter((column, place) => (named ? column.phone === 'head' : place === 0))
  const lines = columns.filter((column) => !heads.includes(column) && column.phone !== 'none')
  return (
    <ul className="table-cards" aria-label={t(caption)} data-waiting={waiting || undefined}>
      {rows.map((row) => {
        const head = heads.map((column) => <span key={column.key}>{column.draw(row)}</span>)
        return (
          <li key={rowKey(row)}>
            {hrefOf ? (
              <Link className="card-head" to={hrefOf(row)}>
                {head}
              </Link>
            ) : (
              <p className="card-head">{head}</p>
            )}
            <dl>
              {lines.map((column) => (
                <Line key={column.key} column={column} drawn={column.draw(row)} />
              ))}
            </dl>
          </li>
        )
      })}
      {rows.length === 0 && (
        <li className="table-none">
          {t({ zh: '没有符合条件的行；可放宽或清除条件。', en: 'No row matches; widen or clear the filters.' })}
        </li>
      )}
    </ul>
  )
}

/** A line that has nothing to show is left out: a phone has no room for it. */
function Line<Row>({ column, drawn }: { column: Column<Row>; drawn: ReactNode }) {
  const t = useWords()
  if (drawn === null || drawn === undefined || drawn === false || drawn === '') return null
  return (
    <div>
      <dt>
        {t(column.title)}
        {column.unit && <small> {t(column.unit)}</small>}
      </dt>
      <dd data-number={column.number || undefined}>{drawn}</dd>
    </div>
  )
}
