import { Link } from 'react-router'
import { formatChange } from '#kernel/units.ts'
import type { Reply } from '#web/client.ts'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { catalogueShape, Fact } from '../shapes.ts'
import { figureAddress } from './addresses.ts'
import { FactFigure } from './FactFigure.tsx'
import { factStatusWords, noChangeWords } from './fact-words.ts'
import { periodWords } from './which.ts'

type Entry = Reply<typeof catalogueShape>['indicators'][number]

interface CatalogueTableProps {
  sections: readonly { code: string; words: Words }[]
  indicators: readonly Entry[]
  facts: readonly Fact[]
  waiting: boolean
}

/** One table, its sections parted by their names. */
export function CatalogueTable({ sections, indicators, facts, waiting }: CatalogueTableProps) {
  const t = useWords()
  const byCode = new Map(facts.map((fact) => [fact.indicator, fact]))
  return (
    <table className="catalogue" aria-busy={waiting}>
      <caption className="for-readers">{t({ zh: '指标目录', en: 'Catalogue of indicators' })}</caption>
      <thead>
        <tr>
          <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th>
          <th scope="col">{t({ zh: '今年至今', en: 'Year to date' })}</th>
          <th scope="col">{t({ zh: '同比', en: 'On the year' })}</th>
          <th scope="col">{t({ zh: '时期', en: 'Period' })}</th>
          <th scope="col">{t({ zh: '状态', en: 'Status' })}</th>
        </tr>
      </thead>
      {sections.map(({ code, words }) => {
        const members = indicators.filter(({ section }) => section === code)
        if (members.length === 0) return null
        return (
          <tbody key={code}>
            <tr className="catalogue-section">
              <th scope="rowgroup" colSpan={5}>
                {t(words)} <small>{members.length}</small>
              </th>
            </tr>
            {members.map((entry) => (
              <Line key={entry.code} entry={entry} fact={byCode.get(entry.code)} />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

function Line({ entry, fact }: { entry: Entry; fact: Fact | undefined }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <tr>
      <th scope="row">
        <Link to={figureAddress(entry.code)}>{t(entry.name)}</Link>
        <small>{entry.code}</small>
      </th>
      <td>{fact && <FactFigure fact={fact} />}</td>
      <td>{fact && <ChangeCell fact={fact} />}</td>
      <td>{fact && periodWords(fact.covers, locale)}</td>
      <td>{fact && <T {...factStatusWords[fact.status]} />}</td>
    </tr>
  )
}

function ChangeCell({ fact: { change } }: { fact: Fact }) {
  const { locale } = useLocale()
  if (change.value !== null) return formatChange(change.value, change.unit, locale, 'sign')
  return <span className="missing">— {change.reason && <T {...noChangeWords[change.reason]} />}</span>
}
