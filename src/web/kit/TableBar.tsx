import { type ReactNode, useEffect, useState } from 'react'
import { T, useWords, type Words } from '../locale.tsx'
import type { Column } from './DataTable.tsx'
import './plain-field.css'
import type { TableSteering } from './table-address.ts'

interface TableBarProps<Row> {
  columns: readonly Column<Row>[]
  steering: TableSteering | undefined
  searchWords: Words | undefined
  deeds: ReactNode
}

/** Search, filters and deeds above a table. Plain fields: quick under the thumb, and light on the first screen. */
export function TableBar<Row>({ columns, steering, searchWords, deeds }: TableBarProps<Row>) {
  const t = useWords()
  const filters = steering ? columns.filter((column) => column.filter) : []
  if (!deeds && filters.length === 0 && !(steering && searchWords)) return null
  const active = steering && (steering.q !== '' || Object.keys(steering.filters).length > 0)
  return (
    <div className="table-bar">
      {steering && searchWords && <SearchField steering={steering} words={t(searchWords)} />}
      {steering && filters.map((column) => <FilterField key={column.key} column={column} steering={steering} />)}
      {active && (
        <button type="button" className="plain-link" onClick={() => steering.steer({ q: '', filters: {} })}>
          <T zh="清除条件" en="Clear" />
        </button>
      )}
      {deeds && <div className="table-deeds">{deeds}</div>}
    </div>
  )
}

function FilterField<Row>({ column, steering }: { column: Column<Row>; steering: TableSteering }) {
  const t = useWords()
  const title = t(column.title)
  const choose = (value: string) => {
    const { [column.key]: _, ...others } = steering.filters
    steering.steer({ filters: value ? { ...others, [column.key]: value } : others })
  }
  return (
    <select
      className="plain-field"
      aria-label={title}
      value={steering.filters[column.key] ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t({ zh: '{title}：全部', en: '{title}: all' }, { title })}</option>
      {column.filter?.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {t(choice.words)}
        </option>
      ))}
    </select>
  )
}

/** Writes what was typed to the address after a short rest of the hands, or at once on Enter. */
function SearchField({ steering, words }: { steering: TableSteering; words: string }) {
  const [typed, setTyped] = useState(steering.q)
  useEffect(() => setTyped(steering.q), [steering.q])
  useEffect(() => {
    if (typed === steering.q) return
    const timer = window.setTimeout(() => steering.steer({ q: typed }), 300)
    return () => window.clearTimeout(timer)
  }, [typed, steering])
  return (
    <input
      className="plain-field table-search"
      type="search"
      aria-label={words}
      placeholder={words}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && steering.steer({ q: typed })}
    />
  )
}
