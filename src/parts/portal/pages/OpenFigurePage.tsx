import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { Refusal } from '#kernel/refusal.ts'
import { formatQuantity, unitOf } from '#kernel/units.ts'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type OpenFigure, openFigureShape } from '../shapes.ts'
import { choicesOf, type PeriodRow, rowsOf, withGaps } from './figure-series.ts'
import { OpenChange } from './OpenChange.tsx'
import { OpenDefinition } from './OpenDefinition.tsx'
import { OpenFrame } from './OpenFrame.tsx'
import { OpenPeriods } from './OpenPeriods.tsx'
import { OpenTrend } from './OpenTrend.tsx'

/** One open figure: its value, how it went, every period, what it means, and how to take it along. */
export default function OpenFigurePage() {
  const t = useWords()
  const { code = '' } = useParams()
  const { data, error, refetch } = useEndpoint(openFigureShape, { params: { code } })
  return (
    <OpenFrame
      zone={data?.zone}
      title={data ? t(data.name) : t({ zh: '公开数据', en: 'Open figures' })}
      above={{ title: t({ zh: '全部公开数据', en: 'All open figures' }), to: '/open' }}
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data && <Body figure={data} />}
    </OpenFrame>
  )
}

function Body({ figure }: { figure: OpenFigure }) {
  const { locale } = useLocale()
  const t = useWords()
  const { chosen, choices, choose } = useSeries(figure)
  const rows = useMemo(() => rowsOf(figure.observations, chosen), [figure, chosen])
  const { latest } = figure
  return (
    <>
      {latest && (
        <p className="open-value">
          <strong>
            <Quantity value={latest.value} unit={latest.unit} />
          </strong>
          <span>
            {printPeriod(parsePeriod(latest.period), locale)}
            {latest.growth !== null && (
              <>
                {' · '}
                <OpenChange value={latest.growth} unit={latest.growthUnit} />
              </>
            )}
            {latest.status === 'provisional' && (
              <>
                {' · '}
                <T zh="○ 初步数" en="○ provisional" />
              </>
            )}
          </span>
        </p>
      )}
      {choices.length > 1 && (
        <fieldset className="open-choices">
          <legend className="for-readers">{t({ zh: '时期', en: 'Periods' })}</legend>
          {choices.map(({ key, words }) => (
            <button key={key} type="button" aria-pressed={key === chosen} onClick={() => choose(key)}>
              {t(words)}
            </button>
          ))}
        </fieldset>
      )}
      <Trend figure={figure} rows={rows} />
      <OpenPeriods rows={rows} name={t(figure.name)} />
      <OpenDefinition figure={figure} />
    </>
  )
}

/** The line of levels; of growth where only that is told. Fewer than two values need no line. */
function Trend({ figure, rows }: { figure: OpenFigure; rows: readonly PeriodRow[] }) {
  const { locale } = useLocale()
  const t = useWords()
  const of = rows.some(({ level }) => level) ? 'level' : 'growth'
  const unit = rows.find((row) => row[of])?.[of]?.unit ?? ''
  if (rows.filter((row) => row[of]).length < 2) return null
  const toDate = rows.some(({ period, covers }) => period !== covers)
  const points = withGaps(rows).map(({ period, row }, place, all) => {
    const shown = row?.[of]
    return {
      ...{ at: period, period: printPeriod(parsePeriod(row?.covers ?? period), locale), value: shown?.value ?? null },
      ...{ said: shown ? formatQuantity(shown.value, shown.unit, locale) : '—' },
      provisional: shown?.status === 'provisional',
      anew: toDate && period.slice(0, 4) !== all[place - 1]?.period.slice(0, 4),
    }
  })
  const label = t(
    { zh: '{name}的走势，各期数值见下表', en: 'Trend of {name}; the values are in the table below' },
    { name: t(figure.name) },
  )
  return (
    <>
      <p className="open-unit">
        <T zh="单位：{unit}" en="In {unit}" unit={unitWords(unit, locale)} />
      </p>
      <OpenTrend points={points} label={label} />
    </>
  )
}

/** The words of a unit: 亿元, CNY 100 million; of a compound one, of its parts. */
function unitWords(code: string, locale: 'zh' | 'en'): string {
  if (locale === 'zh' || code === '') return code
  const [over = '', under] = code.split('/')
  try {
    return under === undefined ? unitOf(code).en : `${unitOf(over).en} / ${unitOf(under).en}`
  } catch (refused) {
    if (refused instanceof Refusal) return code
    throw refused
  }
}

/** Which periods are looked at, kept in the address. */
function useSeries({ observations }: OpenFigure) {
  const [search, setSearch] = useSearchParams()
  const choices = useMemo(() => choicesOf(observations), [observations])
  const asked = search.get('by')
  const chosen = choices.find(({ key }) => key === asked)?.key ?? choices[0]?.key ?? ''
  const choose = (by: string) =>
    setSearch(
      (before) => {
        before.set('by', by)
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  return { choices, chosen, choose }
}
