import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What of a table stands in the address: page, sort, search and filters; so that it can be sent to a colleague. */
export interface TableAddress {
  page: number
  size: number
  /** `column` or `-column` for descending; empty for the server's own order */
  sort: string
  q: string
  filters: Record<string, string>
}

export interface TableSteering extends TableAddress {
  /** Writes a change to the address; anything but a turned page goes back to the first page. */
  steer(change: Partial<TableAddress>): void
}

const prefix = 'f.'

/** Reads and writes the table's part of the address: `?page=2&sort=-value&q=…&f.route=…`. */
export function useTableAddress(defaults: { size?: number; sort?: string } = {}): TableSteering {
  const [search, setSearch] = useSearchParams()
  const { size = 50, sort = '' } = defaults
  return useMemo(() => {
    const now = readAddress(search, size, sort)
    const steer = (change: Partial<TableAddress>) => {
      const onlyPage = Object.keys(change).every((key) => key === 'page')
      setSearch((before) => writeAddress(before, { ...now, page: 1, ...change }, { size, sort }), {
        replace: !onlyPage,
        preventScrollReset: true,
      })
    }
    return { ...now, steer }
  }, [search, setSearch, size, sort])
}

export function readAddress(search: URLSearchParams, size: number, sort: string): TableAddress {
  const whole = (text: string | null, spare: number) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : spare)
  const filters = [...search]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value])
  return {
    page: whole(search.get('page'), 1),
    size: Math.min(500, whole(search.get('size'), size)),
    sort: search.get('sort') ?? sort,
    q: search.get('q') ?? '',
    filters: Object.fromEntries(filters),
  }
}

export function writeAddress(
  before: URLSearchParams,
  table: TableAddress,
  defaults: { size: number; sort: string },
): URLSearchParams {
  const kept = [...before].filter(([name]) => !['page', 'size', 'sort', 'q'].includes(name) && !name.startsWith(prefix))
  const next = new URLSearchParams(kept)
  if (table.q) next.set('q', table.q)
  for (const [name, value] of Object.entries(table.filters)) if (value) next.set(prefix + name, value)
  if (table.sort !== defaults.sort) next.set('sort', table.sort)
  if (table.size !== defaults.size) next.set('size', String(table.size))
  if (table.page > 1) next.set('page', String(table.page))
  return next
}
