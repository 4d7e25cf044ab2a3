import { Link } from 'react-router'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { Cockpit } from '../shapes.ts'

type Source = Cockpit['freshness'][number]

/** More sources than these on one day fold into their number. */
const SHOWN = 4

/** How far the sources run: one line a day, the oldest first, so that what lags stands on top. */
export function Freshness({ sources }: { sources: readonly Source[] }) {
  return (
    <ul className="side-list side-sources">
      {byDay(sources).map((alike) => (
        <li key={alike[0]?.through ?? ''}>
          <Reach source={alike[0]!} />
          {alike.length > SHOWN ? (
            <details>
              <summary>
                <T zh="{count} 个来源" en="{count} sources" count={alike.length} />
              </summary>
              <Names sources={alike} />
            </details>
          ) : (
            <Names sources={alike} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Names({ sources }: { sources: readonly Source[] }) {
  return (
    <span className="side-names">
      {sources.map((source) => (
        <SourceName key={`${source.kind} ${source.name}`} source={source} />
      ))}
    </span>
  )
}

/** Sources that run to one day stand together; those without any record come first. */
function byDay(sources: readonly Source[]): Source[][] {
  const days = new Map<string, Source[]>()
  for (const source of sources) {
    const day = source.through ?? ''
    days.set(day, [...(days.get(day) ?? []), source])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => alike)
}

function SourceName({ source: { kind, name, words } }: { source: Source }) {
  const t = useWords()
  const may = useMay()
  const [to, key] = kind === 'ledger' ? [`/ledgers/${name}`, 'ledgers/read'] : ['/forms', 'economy/read']
  return may(key) ? <Link to={to}>{t(words)}</Link> : <span>{t(words)}</span>
}

function Reach({ source: { through, daysBehind, stale } }: { source: Source }) {
  if (through === null) return <StateMark state="none" words={{ zh: '无数据', en: 'No data' }} />
  return (
    <span className="side-reach">
      <When at={through} short />
      {stale && (
        <>
          {' '}
          <StateMark state="warning" words={{ zh: '过期', en: 'Stale' }} />
          <T zh="晚 {days} 天" en="{days} days late" days={daysBehind ?? 0} />
        </>
      )}
    </span>
  )
}
