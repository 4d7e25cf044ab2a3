import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale } from '#web/locale.tsx'
import type { Light } from '../desk/light.ts'
import { Moment } from './Moment.tsx'
import { lightWords } from './matter-words.ts'
import { remainingSaid } from './remaining.ts'

interface MatterClockProps {
  dueAt: string | null
  pausedAt: string | null
  closedAt: string | null
  light: Light
  /** the zone's moment at which the list was read */
  now: string
}

/** ■ 超 1 天 3 小时, and when it was due; what stands still or has ended says so. */
export function MatterClock({ dueAt, pausedAt, closedAt, light, now }: MatterClockProps) {
  const { locale } = useLocale()
  if (closedAt)
    return (
      <span className="matter-clock">
        <small>
          <T zh="已办结" en="Ended" /> <Moment at={closedAt} now={now} />
        </small>
      </span>
    )
  if (!dueAt)
    return (
      <span className="matter-clock">
        <StateMark state="none" words={pausedAt ? { zh: '已停表', en: 'Clock stopped' } : lightWords.none} />
      </span>
    )
  const left = remainingSaid(Date.parse(dueAt) - Date.parse(now), locale)
  return (
    <span className="matter-clock" data-light={light}>
      <StateMark state={light} words={{ zh: left, en: left }} />
      <small>
        <T zh="到" en="by" /> <Moment at={dueAt} now={now} />
      </small>
    </span>
  )
}
