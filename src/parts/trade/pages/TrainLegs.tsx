import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { dayWords, lateWords } from './board-words.ts'
import type { Train } from './TrainPage.tsx'
import { type Stop, stopsOf } from './train-stops.ts'
import './train-legs.css'

const kinds: Record<string, { zh: string; en: string }> = {
  border: { zh: '口岸', en: 'border' },
  gauge: { zh: '换装', en: 'change of gauge' },
}

/** The way as a line: a place a dot, planned and actual days under it, kilometres on the stretch between. */
export function TrainLegs({ train: { legs } }: { train: Train }) {
  const t = useWords()
  const stops = stopsOf(legs)
  return (
    <ol className="train-legs" aria-label={t({ zh: '行程', en: 'Its way' })}>
      {stops.map((stop) => (
        <li
          key={`${stop.place.code} ${stop.onward?.leg ?? 'end'}`}
          data-state={stop.state}
          data-last={stop.onward === null || undefined}
        >
          <span className="leg-place">
            {t(stop.place.name)}
            {stop.place.kind && kinds[stop.place.kind] && (
              <small>
                <T {...kinds[stop.place.kind]!} />
              </small>
            )}
          </span>
          <span className="leg-line" aria-hidden>
            <i />
          </span>
          <span className="leg-days">
            <Days words={{ zh: '到', en: 'arr.' }} of={stop.arrival} />
            <Days words={{ zh: '发', en: 'dep.' }} of={stop.departure} />
          </span>
          {stop.onward && (
            <span className="leg-onward">
              {stop.onward.distance !== null && <T zh="{km} 公里" en="{km} km" km={stop.onward.distance} />}
              {stop.onward.carrierNumber && (
                <T zh=" · 车次 {number}" en=" · as {number}" number={stop.onward.carrierNumber} />
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function Days({ words, of }: { words: { zh: string; en: string }; of: Stop['arrival'] }) {
  const { locale } = useLocale()
  if (!of) return null
  const late = of.late !== null && of.late > 0 ? of.late : null
  return (
    <span className="leg-day" data-run={of.actual !== null || undefined}>
      <T {...words} /> {dayWords(of.actual ?? of.planned, locale)}
      {of.actual === null && (
        <small>
          <T zh="计划" en="planned" />
        </small>
      )}
      {late !== null && (
        <small className="leg-late">
          <StateMark state="warning" words={lateWords(late)} />
          <T zh="计划 {day}" en="planned {day}" day={dayWords(of.planned, locale)} />
        </small>
      )}
    </span>
  )
}
