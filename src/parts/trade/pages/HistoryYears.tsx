import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type History, type What, whatWords } from './history-words.ts'
import { slotsOf } from './year-slots.ts'
import './history-years.css'

/** The years as bars, parted by a broken rule wherever another scope begins: no line runs across. */
export function HistoryYears({ history, what }: { history: History; what: What }) {
  const t = useWords()
  const { runs, highest, offScale } = slotsOf(history, what)
  const nameOf = (scope: string) =>
    t(history.scopes.find(({ code }) => code === scope)?.name ?? { zh: scope, en: scope })
  if (runs.length === 0) return null
  return (
    <figure
      className="history-years"
      aria-label={t({ zh: '各年{what}', en: '{what} by year' }, { what: t(whatWords[what]) })}
    >
      <div className="history-runs">
        {runs.map(({ scope, slots }) => (
          <section
            key={slots[0]!.year}
            data-gap={scope === null || undefined}
            data-own={history.scopes.some(({ code, own }) => own && code === scope) || undefined}
            style={{ flexGrow: slots.length }}
          >
            <h3>{scope === null ? <T zh="无公布数" en="not published" /> : nameOf(scope)}</h3>
            <ol>
              {slots.map(({ year, value, unit, hollow }) => (
                <li key={year} data-hollow={hollow ?? undefined}>
                  <span className="year-value">
                    {value === null ? <span className="missing">—</span> : <Quantity value={value} unit={unit} />}
                  </span>
                  <span
                    className="year-bar"
                    aria-hidden
                    style={{ '--share': value === null ? 0 : Number(value) / highest } as React.CSSProperties}
                  />
                  <span className="year-name">{year}</span>
                  <small>
                    {hollow === 'derived' && <T zh="推算" en="derived" />}
                    {hollow === 'unconfirmed' && <T zh="未找到原文" en="no source" />}
                  </small>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {offScale.length > 0 && (
        <figcaption>
          <T zh="不画在同一比例上：" en="Not drawn on this scale: " />
          {offScale.map(({ key, scope, period, value, unit }) => (
            <span key={key}>
              {nameOf(scope)} {period} <Quantity value={value} unit={unit} />
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}
