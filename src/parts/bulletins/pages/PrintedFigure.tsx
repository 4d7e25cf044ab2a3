import { Tooltip } from 'antd'
import { Link } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { formatQuantity } from '#kernel/units.ts'
import { basisWords, factStatusWords } from '#parts/indicators/pages/fact-words.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords, type Words } from '#web/locale.tsx'
import type { FigureInfo } from '../shapes.ts'
import '#web/kit/figure.css'

/** A printed figure: hover or focus tells exactly what it is, Enter opens its lineage. */
export function PrintedFigure({ figure, changed }: { figure: FigureInfo; changed: boolean }) {
  const told = useTold(figure)
  return (
    <Tooltip
      title={told}
      trigger={['hover', 'focus']}
      classNames={{ root: 'figure-told' }}
      arrow={false}
      mouseEnterDelay={0.3}
    >
      <Link
        to={figure.door}
        id={`figure-${figure.place}`}
        className="paper-figure"
        data-changed={changed || undefined}
        data-missing={figure.missing || undefined}
      >
        {figure.text}
      </Link>
    </Tooltip>
  )
}

function useTold({ name, period, exact, unit, basis, vintage, status }: FigureInfo) {
  const t = useWords()
  const { locale } = useLocale()
  if (!name) return null
  const lines: [Words, string | null][] = [
    [{ zh: '指标', en: 'Indicator' }, t(name)],
    [{ zh: '时期', en: 'Period' }, printPeriod(parsePeriod(period), locale)],
    [{ zh: '确切值', en: 'Exact' }, exact !== null && unit !== null ? formatQuantity(exact, unit, locale) : null],
    [{ zh: '口径', en: 'Basis' }, basis && t(basisWords(basis))],
    [{ zh: '版本', en: 'Vintage' }, vintage && printWhen(vintage, locale, { time: true })],
    [{ zh: '状态', en: 'Status' }, status && t(factStatusWords[status as Fact['status']])],
  ]
  return (
    <dl>
      {lines.map(
        ([title, words]) =>
          words && (
            <div key={title.en}>
              <dt>{t(title)}</dt>
              <dd>{words}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
