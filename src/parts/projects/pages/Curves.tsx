import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useWords, type Words } from '#web/locale.tsx'
import { apart, type CurveFrame, type CurveLine, endOf, pathOf, topOf, xOf, yOf } from './curve-lines.ts'
import { useGroundWidth } from './use-ground-width.ts'
import './curves.css'

export interface NamedLine extends CurveLine {
  words: Words
}

interface CurvesProps {
  title: Words
  unit: Words
  months: readonly string[]
  lines: readonly NamedLine[]
  /** the upper edge, where it is not to follow the values: 100 for percent */
  top?: number
}

const HEIGHT = 200
const NAMES = 76

/** Lines over months with their names at their ends; the month pointed at tells its values, arrow keys walk the months. */
export function Curves({ title, unit, months, lines, top }: CurvesProps) {
  const t = useWords()
  const ground = useRef<HTMLDivElement>(null)
  const width = useGroundWidth(ground)
  const known = lines.filter((one) => endOf(one) !== null)
  const last = Math.max(0, ...known.filter(({ key }) => key !== 'planned').map((one) => endOf(one) ?? 0))
  const [chosen, setChosen] = useState<number | null>(null)
  const at = chosen ?? last
  const frame: CurveFrame = {
    width: Math.max(0, width - NAMES),
    height: HEIGHT,
    top: top ?? topOf(known),
    months: months.length,
  }
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    setChosen(Math.max(0, Math.min(months.length - 1, at + by)))
  }
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / (frame.width || 1)
    setChosen(Math.max(0, Math.min(months.length - 1, Math.round(share * (months.length - 1)))))
  }
  return (
    <figure className="curves">
      <figcaption>
        <b>{t(title)}</b> <small>{t(unit)}</small>
        <output aria-live="polite">
          {months[at] && <span>{months[at]}</span>}
          {known.map(({ key, words, values }) => (
            <span key={key} data-line={key}>
              <i aria-hidden />
              {t(words)} {values[at] ?? '—'}
            </span>
          ))}
        </output>
      </figcaption>
      <div
        ref={ground}
        className="curves-ground"
        role="slider"
        tabIndex={0}
        aria-label={t({ zh: '{title}：月份', en: '{title}: month' }, { title: t(title) })}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, months.length - 1)}
        aria-valuenow={at}
        aria-valuetext={`${months[at] ?? ''} ${known.map(({ words, values }) => `${t(words)} ${values[at] ?? '—'}`).join(', ')}`}
        onKeyDown={step}
      >
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT + 24}
            aria-hidden
            onPointerMove={point}
            onPointerLeave={() => setChosen(null)}
          >
            <Ground frame={frame} months={months} />
            <line className="curves-at" x1={xOf(at, frame)} x2={xOf(at, frame)} y1={0} y2={HEIGHT} />
            {known.map((one) => (
              <path key={one.key} data-line={one.key} d={pathOf(one, frame)} />
            ))}
            <Ends lines={known} frame={frame} at={at} />
          </svg>
        )}
      </div>
    </figure>
  )
}

function Ground({ frame, months }: { frame: CurveFrame; months: readonly string[] }) {
  const every = Math.max(1, Math.ceil((months.length * 44) / Math.max(1, frame.width)))
  return (
    <g className="curves-grid">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={0} x2={frame.width} y1={HEIGHT * (1 - share)} y2={HEIGHT * (1 - share)} />
          {share > 0 && (
            <text x={2} y={HEIGHT * (1 - share) + 12}>
              {Number((frame.top * share).toPrecision(3))}
            </text>
          )}
        </g>
      ))}
      {months.map((month, place) =>
        place % every === 0 && place < months.length - every / 2 ? (
          <text key={month} x={xOf(place, frame)} y={HEIGHT + 18} textAnchor={place === 0 ? 'start' : 'middle'}>
            {month.endsWith('-01') || place === 0 ? month.replace('-', '.') : Number(month.slice(5))}
          </text>
        ) : null,
      )}
    </g>
  )
}

function Ends({ lines, frame, at }: { lines: readonly NamedLine[]; frame: CurveFrame; at: number }) {
  const t = useWords()
  const ends = lines.map((one) => ({ ...one, end: endOf(one) ?? 0 }))
  const wanted = ends.map(({ values, end }) => yOf(values[end] ?? '0', frame))
  const heights = apart(wanted, 16, HEIGHT)
  return (
    <>
      {ends.map(({ key, words, values, end }, place) => (
        <g key={key} data-line={key}>
          {values[at] != null && <circle cx={xOf(at, frame)} cy={yOf(values[at], frame)} r={3.5} />}
          <text className="curves-name" x={xOf(end, frame) + 8} y={(heights[place] ?? 0) + 4}>
            {t(words)}
          </text>
        </g>
      ))}
    </>
  )
}
