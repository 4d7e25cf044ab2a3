import { useMemo } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { type TableSteering, useTableAddress } from '#web/kit/table-address.ts'
import type { LedgerShown } from '../shapes.ts'

/** What narrows a reading of rows, as its endpoint takes it. */
export interface Narrowed {
  filter: string[]
  q?: string
  sort?: string
}

interface RowsAddress {
  steering: TableSteering
  narrowed: Narrowed
  /** the row that is open at the side */
  row: number | null
  hrefOf: (row: number | undefined) => string
  close: () => void
}

/** Filters, order, page and the open row of a ledger, all of them in the address. */
export function useRowsAddress(ledger: LedgerShown): RowsAddress {
  const steering = useTableAddress({ size: 50 })
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const go = useNavigate()
  const narrowed = useMemo(() => narrowedBy(ledger, steering), [ledger, steering])
  const hrefOf = (row: number | undefined) => {
    const next = new URLSearchParams(search)
    if (row === undefined) next.delete('row')
    else next.set('row', String(row))
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }
  const asked = search.get('row')
  const row = asked && /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null
  return { steering, narrowed, row, hrefOf, close: () => go(hrefOf(undefined)) }
}

/** `f.from` and `f.to` bound the ledger's day; every other filter is a column's value. */
function narrowedBy(ledger: LedgerShown, { filters, q, sort }: TableSteering): Narrowed {
  const columns = new Set(ledger.columns.map((column) => column.name))
  const filter = Object.entries(filters).flatMap(([name, value]) => {
    if (name === 'from' || name === 'to') return [`${ledger.day}:${name}:${value}`]
    return columns.has(name) ? [`${name}:is:${value}`] : []
  })
  return { filter, ...(q ? { q } : {}), ...(sort ? { sort } : {}) }
}

/** Whether anything is left out. */
export const isNarrow = ({ filter, q }: Narrowed): boolean => filter.length > 0 || Boolean(q)
