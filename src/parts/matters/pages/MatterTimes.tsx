import { StateMark } from '#web/kit/StateMark.tsx'
import { printWhen, When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { MatterShown, PassageShown } from '../desk/matter-shapes.ts'
import { stageWords } from '../engine/states.ts'
import { spanSaid } from './remaining.ts'

/** One line a passage, on one scale from the report to the end: how long it took, where its limit lay, by how much it went over. */
export function MatterTimes({ matter }: { matter: MatterShown }) {
  const begin = Date.parse(matter.row.openedAt)
  const end = Date.parse(matter.row.closedAt ?? matter.now)
  const whole = Math.max(1, end - begin)
  return (
    <>
      <LostBy matter={matter} />
      <ol className="matter-times">
        {matter.passages.map((passage) => (
          <li key={passage.nth}>
            <details>
              <summary>
                <PassageLine passage={passage} />
                <Bar passage={passage} {...{ begin, whole, now: Date.parse(matter.now) }} />
              </summary>
              <ClockExplained passage={passage} />
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Who lost the time: units by what they went over, the most first. */
function LostBy({ matter: { passages } }: { matter: MatterShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const lost = new Map<string, { name: string; ms: number }>()
  for (const { unit, lateMs } of passages) {
    if (lateMs === 0) continue
    lost.set(unit.code, { name: t(unit.name), ms: (lost.get(unit.code)?.ms ?? 0) + lateMs })
  }
  if (lost.size === 0) return null
  const said = [...lost.values()]
    .toSorted((a, b) => b.ms - a.ms)
    .map(({ name, ms }) => `${name} ${spanSaid(ms, locale)}`)
  return (
    <p className="matter-lost">
      <StateMark state="behind" words={{ zh: '超出时限：', en: 'Over the limit:' }} />{' '}
      {said.join(t({ zh: '，', en: ', ' }))}
    </p>
  )
}

function PassageLine({ passage }: { passage: PassageShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const { stage, unit, person, limit, spentMs, lateMs, used, byDays, outcome, extensions } = passage
  return (
    <span className="matter-time-line">
      <strong>{t(stageWords[stage])}</strong>
      <span>
        {t(unit.name)}
        {person && <small lang="zh-CN"> {person}</small>}
      </span>
      <span className="matter-time-took">
        {used !== null && t({ zh: '计 {used}', en: '{used} counted' }, { used: usedSaid(used, byDays, locale) })}
        {limit && <small>{t({ zh: ' / 限 {limit}', en: ' / limit {limit}' }, { limit: t(limit) })}</small>}
        <small>{t({ zh: '，历时 {took}', en: ', {took} by the calendar' }, { took: spanSaid(spentMs, locale) })}</small>
        {extensions > 0 && <small>{t({ zh: '，延期 {n} 次', en: ', extended {n}×' }, { n: extensions })}</small>}
        {outcome === 'returned' && (
          <small>
            {' '}
            <T zh="（被退回）" en="(given back)" />
          </small>
        )}
      </span>
      <span className="matter-time-late">
        {lateMs > 0 ? (
          <StateMark
            state="behind"
            words={{ zh: `超 ${spanSaid(lateMs, 'zh')}`, en: `${spanSaid(lateMs, 'en')} over` }}
          />
        ) : (
          limit && <StateMark state="on" words={{ zh: '在时限内', en: 'Within its limit' }} />
        )}
      </span>
    </span>
  )
}

interface BarProps {
  passage: PassageShown
  begin: number
  whole: number
  now: number
}

function Bar({ passage: { startedAt, doneAt, dueAt, pauses }, begin, whole, now }: BarProps) {
  const end = doneAt ? Date.parse(doneAt) : now
  const start = Date.parse(startedAt)
  const late = dueAt && Date.parse(dueAt) < end ? Date.parse(dueAt) : end
  const part = (from: number, to: number) => ({
    left: `${(Math.max(0, from - begin) / whole) * 100}%`,
    width: `${Math.max(0.2, (Math.max(0, to - from) / whole) * 100)}%`,
  })
  return (
    <span className="matter-time-bar" aria-hidden>
      <i style={part(start, late)} />
      {late < end && <i data-late style={part(Math.max(late, start), end)} />}
      {pauses.map(({ from, to }) => (
        <i key={from} data-paused style={part(Date.parse(from), to ? Date.parse(to) : end)} />
      ))}
    </span>
  )
}

/** The deadline line by line: each stretch, what of it counts and why, and the sum that ends at the limit. */
function ClockExplained({
  passage: { lines, dueAt, startedAt, limit, byDays, moved, pauses },
}: {
  passage: PassageShown
}) {
  const t = useWords()
  const { locale } = useLocale()
  if (moved)
    return (
      <p className="matter-clock-note">
        <T
          zh="这个时限是按当时的日历和作息算的；日历后来变过，逐段明细不再能对上，故不列出。"
          en="This deadline was set by the calendar and hours of its day; they have changed since, so its lines would not add up and are not shown."
        />
      </p>
    )
  if (!limit || !dueAt || lines.length === 0)
    return (
      <p className="matter-clock-note">
        {pauses.some(({ to }) => to === null) ? (
          <T zh="时钟已停，恢复后再算。" en="The clock stands still; its deadline is set when it goes on." />
        ) : (
          <T
            zh="这一步不计时，或者还没有这一年的日历。"
            en="This stage has no clock, or its year has no calendar yet."
          />
        )}
      </p>
    )
  const amount = (count: number) => usedSaid(count, byDays, locale)
  return (
    <table className="matter-clock-lines">
      <caption>
        {t(
          { zh: '从 {from} 起算 {limit}，到 {due}', en: '{limit} from {from}, due {due}' },
          {
            from: printWhen(startedAt, locale, { short: true, time: true }),
            limit: t(limit),
            due: printWhen(dueAt, locale, { short: true, time: true }),
          },
        )}
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
              <When at={from} short /> – <Until from={from} to={to} />
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

function usedSaid(count: number, byDays: boolean, locale: 'zh' | 'en'): string {
  if (!byDays) return spanSaid(count * 60_000, locale, 'hours')
  return locale === 'zh' ? `${count} 天` : `${count} d`
}

const shanghai = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString()

/** Only the time where it is the same day; midnight is told as 24:00 of the day that ends. */
function Until({ from, to }: { from: string; to: string }) {
  const [start, end] = [shanghai(from), shanghai(new Date(Date.parse(to) - 1).toISOString())]
  const time = shanghai(to).slice(11, 16)
  if (start.slice(0, 10) === end.slice(0, 10)) return <>{time === '00:00' ? '24:00' : time}</>
  return <When at={to} short />
}
