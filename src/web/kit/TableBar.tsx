import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { T, useWords, type Words } from '../locale.tsx'
import type { Column } from './DataTable.tsx'
import type { TableSteering } from './table-address.ts'

interface TableBarProps<Row> {
  columns: readonly Column<Row>[]
  steering: TableSteering | undefined
  searchWords: Words | undefined
  deeds: ReactNode
}

/** Search, filters and deeds above a table. */
export function TableBar<Row>({ columns, steering, searchWords, deeds }: TableBarProps<Row>) {
  const t = useWords()
  const filters = steering ? columns.filter((column) => column.filter) : []
  if (!deeds && filters.length === 0 && !(steering && searchWords)) return null
  const active = steering && (steering.q !== '' || Object.keys(steering.filters).length > 0)
  return (
    <div className="table-bar">
      {steering && searchWords && <SearchField steering={steering} words={t(searchWords)} />}
      {steering &&
        filters.map((column) => (
          <Select
            key={column.key}
            aria-label={t(column.title)}
            placeholder={t(column.title)}
            value={steering.filters[column.key] ?? null}
            options={(column.filter ?? []).map((choice) => ({ value: choice.value, label: t(choice.words) }))}
            onChange={(value: string | undefined) =>
              steering.steer({ filters: without(steering.filters, column.key, value) })
            }
            allowClear
            popupMatchSelectWidth={false}
            style={{ minWidth: 128 }}
          />
        ))}
      {active && (
        <Button type="link" size="small" onClick={() => steering.steer({ q: '', filters: {} })}>
          <T zh="清除条件" en="Clear" />
        </Button>
      )}
      {deeds && <div className="table-deeds">{deeds}</div>}
    </div>
  )
}

function without(filters: Record<string, string>, key: string, value: string | undefined): Record<string, string> {
  const { [key]: _, ...rest } = filters
  return value ? { ...rest, [key]: value } : rest
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
    <Input
      className="table-search"
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={words}
      placeholder={words}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => steering.steer({ q: typed })}
      allowClear
    />
  )
}
