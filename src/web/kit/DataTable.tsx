import { type ReactNode, useId } from 'react'
import { usePhone } from '../appearance.tsx'
import type { Words } from '../locale.tsx'
import type { Problem } from '../problem.ts'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'
import { TableBar } from './TableBar.tsx'
import { TableCards } from './TableCards.tsx'
import { TableGrid } from './TableGrid.tsx'
import { TablePager } from './TablePager.tsx'
import type { TableSteering } from './table-address.ts'
import './data-table.css'

export interface Column<Row> {
  key: string
  title: Words
  draw: (row: Row) => ReactNode
  /** numbers stand right-aligned in tabular digits; say the unit in the heading, once */
  number?: boolean
  unit?: Words
  sortable?: boolean
  /** choices of a filter; shown above the table */
  filter?: readonly { value: string; words: Words }[]
  /** CSS width, where the content should not decide */
  width?: string
  /** on a phone: `head` of the card, `line` under it (the rule), or left out */
  phone?: 'head' | 'line' | 'none'
}

export interface DataTableProps<Row> {
  /** what the table is of, for screen readers and print */
  caption: Words
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  /** rows that match, on all pages */
  total?: number | undefined
  rowKey: (row: Row) => string
  /** where a row leads: Enter or a click opens it */
  hrefOf?: (row: Row) => string
  /** from useTableAddress; absent for a short table that is shown whole */
  steering?: TableSteering
  /** words in the search field; absent: no search field */
  searchWords?: Words
  problem?: Problem | null
  onRetry?: () => void
  /** old rows stay dimmed while new ones are on their way */
  waiting?: boolean
  /** shown when there is no row and no filter: what would stand here and how to begin */
  empty?: ReactNode
  deeds?: ReactNode
}

/**
 * A table that is filtered, sorted and paged by the server; all of that stands in the address. Arrow keys walk the rows,
 * Enter opens one. On a phone each row is a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const phone = usePhone()
  const captionId = useId()
  const { rows, steering, problem } = props
  const filtered = Boolean(steering && (steering.q || Object.keys(steering.filters).length > 0))
  const bare = rows?.length === 0 && !filtered && props.empty

  if (problem) return <ErrorState problem={problem} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
  if (bare) return <>{props.empty}</>
  return (
    <div className="data-table" aria-busy={props.waiting || !rows}>
      <TableBar columns={props.columns} steering={steering} searchWords={props.searchWords} deeds={props.deeds} />
      {!rows && <Loading lines={8} />}
      {rows &&
        (phone ? <TableCards {...props} rows={rows} /> : <TableGrid {...props} rows={rows} captionId={captionId} />)}
      {rows && steering && <TablePager steering={steering} total={props.total ?? rows.length} />}
    </div>
  )
}
