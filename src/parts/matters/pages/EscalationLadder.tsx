import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { escalationsShape } from '../supervision/shapes.ts'
import { matterPath } from './matter-words.ts'

const shown = 8

/** The four rungs with how many matters stand on each, and those that stand highest. */
export function EscalationLadder() {
  const t = useWords()
  const found = useEndpoint(escalationsShape)
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading lines={5} />
  const { rungs, rows } = found.data
  return (
    <div className="escalation">
      <ol>
        {rungs.map(({ rung, percent, words, matters }) => (
          <li key={rung} data-none={matters === 0 || undefined}>
            <strong>{matters}</strong>
            <span>{t(words)}</span>
            <small>
              <T zh="用去时限的 {percent}%" en="at {percent}% of the limit" percent={percent} />
            </small>
          </li>
        ))}
      </ol>
      {rows.length > 0 && (
        <ul>
          {rows.slice(0, shown).map((row) => (
            <li key={row.number}>
              <Link to={matterPath(row)}>{row.title}</Link>
              <small>
                {t(row.unit.name)} · {t(row.words)} · <When at={row.reachedAt} />
                {row.order && (
                  <T
                    zh=" · 督办函〔{year}〕{nth}号"
                    en=" · order {nth} of {year}"
                    year={row.order.year}
                    nth={row.order.nth}
                  />
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown && (
        <p>
          <Link to="/matters/board?light=behind">
            <T zh="全部超时事项" en="All overdue matters" />
          </Link>
        </p>
      )}
    </div>
  )
}
