import { useState } from 'react'
import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { reasonWords } from '../customs/reason-words.ts'
import { officialOf } from '../customs/reasons.ts'
import type { MatchPartProps } from './MatchSummary.tsx'
import { searchWith } from './match-address.ts'
import { daysBetween, daysSaid, grouped } from './match-words.ts'

const first = 6

/** Why orders do not match, most frequent first, each with what to do about it. */
export function MatchReasons({ overview, flow, onPick }: MatchPartProps) {
  const t = useWords()
  const { locale } = useLocale()
  const [all, setAll] = useState(false)
  const { reasons, today } = overview
  const most = reasons[0]?.orders ?? 1
  return (
    <Part
      title={t({ zh: '为什么没对上', en: 'Why they do not match' })}
      note={t({ zh: '一单可能有几个原因', en: 'an order may have several reasons' })}
    >
      {reasons.length === 0 && (
        <p className="match-none">
          <T zh="没有对不上的订单。" en="Every order matches." />
        </p>
      )}
      <ol className="match-reasons">
        {reasons.slice(0, all ? reasons.length : first).map(({ reason, orders, oldest }) => (
          <li key={reason}>
            <Link to={searchWith({ flow, reason })} onClick={onPick}>
              <span className="match-reason-name">{t(reasonWords[reason].short)}</span>
              <span className="match-reason-bar" aria-hidden>
                <i style={{ width: `${Math.max(1.5, (orders / most) * 100)}%` }} />
              </span>
              <strong>{grouped(orders)}</strong>
            </Link>
            <p>
              {t(reasonWords[reason].cure)}
              <small>
                {t({ zh: '最久 {days}', en: 'oldest {days}' }, { days: daysSaid(daysBetween(oldest, today), locale) })}
                {officialOf[reason] &&
                  t({ zh: ' · 海关代码 {code}', en: ' · customs code {code}' }, { code: officialOf[reason] })}
              </small>
            </p>
          </li>
        ))}
      </ol>
      {reasons.length > first && (
        <button type="button" className="plain-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t({ zh: '只看前 {first} 个', en: 'Only the first {first}' }, { first })
            : t({ zh: '全部 {count} 个原因', en: 'All {count} reasons' }, { count: reasons.length })}
        </button>
      )}
    </Part>
  )
}
