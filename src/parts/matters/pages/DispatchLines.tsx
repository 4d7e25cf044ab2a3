import { useEffect, useRef } from 'react'
import { useWords } from '#web/locale.tsx'
import type { MatterRow } from '../desk/row-shapes.ts'
import { MatterClock } from './MatterClock.tsx'

interface DispatchLinesProps {
  rows: readonly MatterRow[]
  now: string
  chosen: number
  onChoose: (nth: number) => void
}

/** The queue, one line a matter; the chosen one is kept in sight. */
export function DispatchLines({ rows, now, chosen, onChoose }: DispatchLinesProps) {
  const t = useWords()
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen >= 0) here.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ol className="dispatch-lines" aria-label={t({ zh: '队列', en: 'Queue' })}>
      {rows.map((row, nth) => (
        <li key={row.number} ref={nth === chosen ? here : null}>
          <button type="button" aria-current={nth === chosen ? 'true' : undefined} onClick={() => onChoose(nth)}>
            <MatterClock {...row} now={now} />
            <strong lang="zh-CN">{row.title}</strong>
            <small>
              {t(row.categoryName)}
              {row.address && (
                <>
                  {' · '}
                  <span lang="zh-CN">{row.address}</span>
                </>
              )}
            </small>
          </button>
        </li>
      ))}
    </ol>
  )
}
