import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import type { MatchPartProps } from './MatchSummary.tsx'
import { searchWith } from './match-address.ts'
import { ageWords, grouped, stateMarks } from './match-words.ts'

const kinds = ['mismatch', 'waiting'] as const

/** How long orders have waited or not matched; what is oldest stands lowest, where the eye rests. */
export function MatchAges({ overview, flow, onPick }: MatchPartProps) {
  const t = useWords()
  const { locale } = useLocale()
  const { ages, today } = overview
  const most = Math.max(1, ...ages.map(({ waiting, mismatch }) => waiting + mismatch))
  return (
    <Part
      title={t({ zh: '滞留多久了', en: 'How long they have stood' })}
      note={t(
        { zh: '从首份单证发出到 {day}', en: 'from the first document to {day}' },
        { day: printWhen(today, locale, { short: true }) },
      )}
    >
      <table className="match-ages">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '时间', en: 'Age' })}</th>
            <th scope="col" aria-label={t({ zh: '图', en: 'Picture' })} />
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                <i data-of={kind} aria-hidden /> {t(stateMarks[kind].words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ages.map(({ age, ...orders }) => (
            <tr
              key={age}
              data-late={(age === '15' || age === '8-14') && orders.waiting + orders.mismatch > 0 ? true : undefined}
            >
              <th scope="row">{t(ageWords[age])}</th>
              <td>
                <span className="match-age-bar" aria-hidden>
                  {kinds.map((kind) => (
                    <i key={kind} data-of={kind} style={{ width: `${(orders[kind] / most) * 100}%` }} />
                  ))}
                </span>
              </td>
              {kinds.map((kind) => (
                <td key={kind}>
                  {orders[kind] === 0 ? (
                    <span className="match-zero">0</span>
                  ) : (
                    <Link
                      to={searchWith({ flow, state: kind, age })}
                      onClick={onPick}
                      aria-label={`${t(ageWords[age])} ${t(stateMarks[kind].words)} ${orders[kind]}`}
                    >
                      {grouped(orders[kind])}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}
