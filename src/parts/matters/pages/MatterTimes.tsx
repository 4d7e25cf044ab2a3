import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { MatterShown, PassageShown } from '../desk/matter-shapes.ts'
import { stageWords } from '../engine/states.ts'
import { ClockExplained } from './ClockExplained.tsx'
import { spanSaid, usedSaid } from './remaining.ts'

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
              <ClockExplained passage={passage} now={matter.now} />
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
