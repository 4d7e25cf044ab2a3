import { Button } from 'antd'
import { T, useLocale, useWords } from '../locale.tsx'
import './plain-field.css'
import type { TableSteering } from './table-address.ts'

/** Which rows these are, of how many; turns the page. */
export function TablePager({ steering, total }: { steering: TableSteering; total: number }) {
  const t = useWords()
  const { locale } = useLocale()
  const { page, size, steer } = steering
  const last = Math.max(1, Math.ceil(total / size))
  const count = (value: number) => value.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB')
  if (total === 0) return null
  return (
    <nav className="table-pager" aria-label={t({ zh: '翻页', en: 'Pages' })}>
      <span>
        <T
          zh="第 {from}–{to} 行，共 {total} 行"
          en="Rows {from}–{to} of {total}"
          from={count((page - 1) * size + 1)}
          to={count(Math.min(total, page * size))}
          total={count(total)}
        />
      </span>
      {total > 20 && (
        <select
          className="plain-field"
          aria-label={t({ zh: '每页行数', en: 'Rows a page' })}
          value={size}
          onChange={(event) => steer({ size: Number(event.target.value) })}
        >
          {[...new Set([20, 50, 100, 200, size])].map((rows) => (
            <option key={rows} value={rows}>
              {t({ zh: '每页 {rows} 行', en: '{rows} a page' }, { rows })}
            </option>
          ))}
        </select>
      )}
      {last > 1 && (
        <div>
          <Button size="small" disabled={page <= 1} onClick={() => steer({ page: page - 1 })}>
            <T zh="上一页" en="Previous" />
          </Button>
          <span>{`${count(page)} / ${count(last)}`}</span>
          <Button size="small" disabled={page >= last} onClick={() => steer({ page: page + 1 })}>
            <T zh="下一页" en="Next" />
          </Button>
        </div>
      )}
    </nav>
  )
}
