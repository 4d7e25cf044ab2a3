import { Link } from 'react-router'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { PassageShown } from '../desk/matter-shapes.ts'
import { Moment } from './Moment.tsx'
import { usedSaid } from './remaining.ts'

/** The deadline line by line: each stretch, what of it counts and why, and the sum that ends at the limit. */
export function ClockExplained({ passage, now }: { passage: PassageShown; now: string }) {
  const t = useWords()
  const { locale } = useLocale()
  const { lines, dueAt, limit, byDays } = passage
  if (!limit || !dueAt || lines.length === 0) return <NoLines passage={passage} />
  const amount = (count: number) => usedSaid(count, byDays, locale)
  return (
    <table className="matter-clock-lines">
      <caption>
        <Caption passage={passage} now={now} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{t({ zh: '时段', en: 'Stretch' })}</th>
          <th scope="col">{t({ zh: '怎么算', en: 'Why' })}</th>
          <th scope="col">{t({ zh: '计入', en: 'Counts' })}</th>
          <th scope="col">{t({ zh: '累计', en: 'So far' })}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ from, to, counted, total, why }) => (
          <tr key={from} data-counts={counted > 0 || undefined}>
            <td>
              <Stretch {...{ from, to, now }} />
            </td>
            <td>{t(why)}</td>
            <td>{counted > 0 ? amount(counted) : '—'}</td>
            <td>{amount(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 从 6月25日 10:33 起算 5 工作日，延期 1 次，到 7月9日 18:00。按工作日历。 */
function Caption({ passage: { startedAt, dueAt, limit, extensions }, now }: { passage: PassageShown; now: string }) {
  const t = useWords()
  return (
    <>
      <T zh="起算" en="From" /> <Moment at={startedAt} now={now} />
      {t({ zh: '，限 {limit}', en: ', limit {limit}' }, { limit: limit ? t(limit) : '' })}
      {extensions > 0 &&
        t(
          { zh: '，延期 {n} 次（各加一个时限）', en: ', extended {n}× (each adds the limit once more)' },
          { n: extensions },
        )}
      <T zh="，到 " en=", due " />
      <Moment at={dueAt ?? startedAt} now={now} />
      {' · '}
      <Link to="/matters/calendar">
        <T zh="工作日历" en="Working calendar" />
      </Link>
    </>
  )
}

function NoLines({ passage: { moved, pauses } }: { passage: PassageShown }) {
  return (
    <p className="matter-clock-note">
      {moved ? (
        <T
          zh="这个时限是按当时的日历和作息算的；日历后来变过，逐段明细不再能对上，故不列出。"
          en="This deadline was set by the calendar and hours of its day; they have changed since, so its lines would not add up and are not shown."
        />
      ) : pauses.some(({ to }) => to === null) ? (
        <T zh="时钟已停，恢复后再算。" en="The clock stands still; its deadline is set when it goes on." />
      ) : (
        <T zh="这一步不计时，或者还没有这一年的日历。" en="This stage has no clock, or its year has no calendar yet." />
      )}
    </p>
  )
}

const shanghai = (at: string, later = 0) => new Date(Date.parse(at) + 8 * 3_600_000 + later).toISOString()

/** Whole days are told as days; within one day the end is only a time, midnight as its 24:00. */
function Stretch({ from, to, now }: { from: string; to: string; now: string }) {
  const [first, last] = [shanghai(from), shanghai(to, -1)]
  const end = shanghai(to).slice(11, 16)
  const oneDay = first.slice(0, 10) === last.slice(0, 10)
  if (first.slice(11, 16) === '00:00' && end === '00:00')
    return (
      <>
        <Moment at={first.slice(0, 10)} now={now} />
        {!oneDay && (
          <>
            {' – '}
            <Moment at={last.slice(0, 10)} now={now} />
          </>
        )}
      </>
    )
  return (
    <>
      <Moment at={from} now={now} /> – {oneDay ? end === '00:00' ? '24:00' : end : <Moment at={to} now={now} />}
    </>
  )
}
