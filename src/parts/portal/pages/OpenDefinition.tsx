import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { formatQuantity } from '#kernel/units.ts'
import { basisWords } from '#parts/indicators/pages/fact-words.ts'
import { downloadOf } from '#web/client.ts'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type OpenFigure, openCsvMetadataShape, openCsvShape } from '../shapes.ts'

/** What the figure means, how to take it along, and what was corrected since it was shown. */
export function OpenDefinition({ figure }: { figure: OpenFigure }) {
  const t = useWords()
  const { locale } = useLocale()
  const { code, sdmx } = figure
  const key = `/sdmx/data/${sdmx.flow}/.${sdmx.area}.${sdmx.indicator}.`
  return (
    <>
      <section className="open-section">
        <h2>
          <T zh="下载" en="Take it along" />
        </h2>
        <p className="open-downloads">
          <a href={downloadOf(openCsvShape, { params: { code } })} download>
            <T zh="CSV 表格" en="CSV table" />
          </a>
          <a href={downloadOf(openCsvMetadataShape, { params: { code } })}>
            <T zh="表格说明（CSVW）" en="What the table says (CSVW)" />
          </a>
          <a href={key}>SDMX-JSON</a>
          <a href={`${key}?format=csv`}>SDMX-CSV</a>
          <a href={`${key}?includeHistory=true&format=csv`}>
            <T zh="历次版本（SDMX-CSV）" en="Every version (SDMX-CSV)" />
          </a>
        </p>
      </section>
      <section className="open-section">
        <h2>
          <T zh="口径说明" en="What it means" />
        </h2>
        <dl className="open-terms">
          <dt>
            <T zh="代码" en="Code" />
          </dt>
          <dd>{code}</dd>
          {locale === 'zh' && figure.aliases.length > 0 && (
            <>
              <dt>又称</dt>
              <dd>{figure.aliases.join('、')}</dd>
            </>
          )}
          <dt>
            <T zh="口径" en="Basis" />
          </dt>
          <dd>{t(basisWords(figure.basis))}</dd>
          <dt>
            <T zh="怎么来的" en="How it comes about" />
          </dt>
          <dd>{t(figure.made)}</dd>
          <dt>
            <T zh="来源" en="Source" />
          </dt>
          <dd>{t(figure.source)}</dd>
          <dt>
            <T zh="公开范围" en="Open since" />
          </dt>
          <dd>
            <T
              zh="{since}以来的各期，{opened}起公开"
              en="Periods from {since} on, open since {opened}"
              since={printWhen(figure.since, locale)}
              opened={printWhen(figure.openedAt, locale, { time: false })}
            />
          </dd>
        </dl>
      </section>
      <Revisions figure={figure} />
    </>
  )
}

function Revisions({ figure: { revisions } }: { figure: OpenFigure }) {
  const { locale } = useLocale()
  const said = (value: string | null, unit: string) => (value === null ? '—' : formatQuantity(value, unit, locale))
  return (
    <section className="open-section">
      <h2>
        <T zh="修订" en="Revisions" />
      </h2>
      {revisions.length === 0 ? (
        <p className="open-nothing">
          <T zh="公开以来没有修订过。" en="Nothing has been revised since it was shown." />
        </p>
      ) : (
        <ul className="open-revisions">
          {revisions.map(({ freq, period, measure, was, now, unit, at }) => (
            <li key={`${freq} ${period} ${measure} ${at}`}>
              <time dateTime={at}>{printWhen(at, locale, { time: true })}</time>
              <span>
                {printPeriod(parsePeriod(coversOf(period, measure)), locale)}
                {measure.startsWith('GROWTH') && <T zh="同比" en=", on the year" />}
              </span>
              <span>
                {said(was, unit)} → {said(now, unit)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function coversOf(period: string, measure: string): string {
  return measure.endsWith('YTD') && !period.endsWith('-01') ? `${period.slice(0, 4)}-01/${period}` : period
}
