import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import type { TimeScale } from './time-scale.ts'

/** The years and quarters above the bars, and where today stands. */
export function GanttScale({ scale, day }: { scale: TimeScale; day: string }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <div className="gantt-scale" aria-hidden>
      <div className="gantt-track">
        {scale.ticks.map((tick) => (
          <span key={tick.day} data-year={tick.year || undefined} style={{ left: `${scale.at(tick.day)}%` }}>
            {tick.year
              ? t({ zh: '{year}年', en: '{year}' }, { year: tick.day.slice(0, 4) })
              : t(
                  { zh: '{month}月', en: '{name}' },
                  { month: Number(tick.day.slice(5, 7)), name: shortMonth(tick.day) },
                )}
          </span>
        ))}
        <b style={{ left: `${scale.at(day)}%` }}>{printWhen(day, locale, { short: true })}</b>
      </div>
    </div>
  )
}

const shortMonth = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(day))
