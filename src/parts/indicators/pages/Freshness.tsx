import { Link } from 'react-router'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { Cockpit } from '../shapes.ts'

type Source = Cockpit['freshness'][number]

/** How far each source runs, the stale ones first. */
export function Freshness({ sources }: { sources: readonly Source[] }) {
  const t = useWords()
  const sorted = [...sources].sort((a, b) => Number(b.stale) - Number(a.stale))
  return (
    <ul className="side-list side-sources">
      {sorted.map((source) => (
        <li key={`${source.kind} ${source.name}`}>
          <SourceName source={source}>{t(source.words)}</SourceName>
          <Reach source={source} />
        </li>
      ))}
    </ul>
  )
}

function SourceName({ source, children }: { source: Source; children: string }) {
  const may = useMay()
  const [to, key] = source.kind === 'ledger' ? [`/ledgers/${source.name}`, 'ledgers/read'] : ['/forms', 'economy/read']
  return may(key) ? <Link to={to}>{children}</Link> : <span>{children}</span>
}

function Reach({ source: { through, daysBehind, stale } }: { source: Source }) {
  if (through === null) return <StateMark state="none" words={{ zh: '无数据', en: 'No data' }} />
  const behind = daysBehind ?? 0
  return (
    <span className="side-reach">
      {stale && <StateMark state="warning" words={{ zh: '过期', en: 'Stale' }} />}
      <When at={through} short />
      {behind > 0 && stale && <T zh="，晚 {days} 天" en=", {days} days late" days={behind} />}
    </span>
  )
}
