import { Button } from 'antd'
import { Link } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { formatQuantity } from '#kernel/units.ts'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { phraseOf } from '../check-desk/phrase.ts'
import { saidReason } from '../checking/reason-words.ts'
import type { Finding, PaceFinding, Statement } from '../checking/report.ts'
import { CheckAlias } from './CheckAlias.tsx'
import type { Item } from './check-items.ts'
import { boundByWords } from './check-words.ts'
import { type NameOf, useCatalogue } from './use-names.ts'
import './check-finding.css'

/** What can be done with a finding; absent on a record, where nothing can. */
export interface FindingDeeds {
  statements: readonly Statement[]
  /** the unit whose figures the draft is held against */
  area: string
  correct?: (item: Item) => void
  choose?: (item: Item) => void
}

/** One finding opened: why, against which fact, and what to do about it. */
export function FindingDetail({ item, nameOf, deeds }: { item: Item; nameOf: NameOf; deeds: FindingDeeds }) {
  const { locale } = useLocale()
  const { finding, pace } = item
  const reason = (finding ?? pace)!.reason
  const said = saidReason(reason, locale)
  return (
    <div className="check-detail">
      {said !== '' && <p>{said}</p>}
      {finding && <AboutFigure finding={finding} name={nameOf(item)} />}
      {finding?.boundBy === 'alias' && deeds.choose && <CheckAlias finding={finding} area={deeds.area} />}
      {finding?.statements.map((place) => {
        const statement = deeds.statements.find((one) => one.place === place)
        const told = statement && saidReason(statement.reason, locale)
        return told !== said && statement && <StatementLine key={place} statement={statement} />
      })}
      {pace && <PaceTable pace={pace} />}
      <Deeds item={item} deeds={deeds} />
    </div>
  )
}

function AboutFigure({ finding, name }: { finding: Finding; name: string }) {
  const t = useWords()
  const { locale } = useLocale()
  const { fact, period, boundBy, indicator } = finding
  if (indicator === null && fact === null && period === null) return null
  return (
    <dl>
      {indicator !== null && (
        <div>
          <dt>
            <T zh="指标" en="Indicator" />
          </dt>
          <dd>
            {name} {boundBy && <small>{t(boundByWords[boundBy])}</small>}
          </dd>
        </div>
      )}
      {(fact?.period ?? period) && (
        <div>
          <dt>
            <T zh="时期" en="Period" />
          </dt>
          <dd>{printPeriod(parsePeriod((fact?.period ?? period)!), locale)}</dd>
        </div>
      )}
      {fact?.value != null && (
        <div>
          <dt>
            <T zh="数据" en="Data" />
          </dt>
          <dd>
            <Link to={fact.door}>{formatQuantity(fact.value, fact.unit, locale)}</Link>
          </dd>
        </div>
      )}
    </dl>
  )
}

function StatementLine({ statement }: { statement: Statement }) {
  const { locale } = useLocale()
  return (
    <p className="check-statement" data-holds={statement.holds}>
      <span aria-hidden>{{ yes: '✓', rounding: '≈', no: '≠' }[statement.holds]}</span>{' '}
      {saidReason(statement.reason, locale)}
    </p>
  )
}

/** 时间过半、任务过半 beside what the targets say. */
function PaceTable({ pace }: { pace: PaceFinding }) {
  const t = useWords()
  const catalogue = useCatalogue()
  if (pace.targets.length === 0) return null
  return (
    <table className="check-pace">
      <thead>
        <tr>
          <th scope="col">
            <T zh="目标" en="Target" />
          </th>
          <th scope="col">
            <T zh="完成" en="Done" />
          </th>
          <th scope="col">
            <T zh="时序" en="Calendar" />
          </th>
          <th scope="col">
            <T zh="差" en="Gap" />
          </th>
        </tr>
      </thead>
      <tbody>
        {pace.targets.map(({ indicator, completion, calendar, gap }) => {
          const entry = catalogue.get(indicator)
          return (
            <tr key={indicator} data-behind={gap?.startsWith('-') || undefined}>
              <th scope="row">
                <Link to={`/figures/${encodeURIComponent(indicator)}`}>{entry ? t(entry.name) : indicator}</Link>
              </th>
              <td>{completion === null ? '—' : `${completion}%`}</td>
              <td>{calendar}%</td>
              <td>{gap === null ? '—' : gap.replace('-', '−')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Deeds({ item, deeds: { correct, choose } }: { item: Item; deeds: FindingDeeds }) {
  const { finding, pace } = item
  if (!finding || pace || !(correct || choose)) return null
  const { correction, verdict, indicator } = finding
  const asks = verdict === 'not-bound'
  return (
    <div className="check-deeds">
      {correct && correction !== null && (
        <Button type="primary" size="small" autoInsertSpace={false} onClick={() => correct(item)}>
          <T zh="改为 {correction}" en="Change to {correction}" correction={correction} /> <kbd>Enter</kbd>
        </Button>
      )}
      {choose && phraseOf(finding.claim) !== '' && (
        <Button size="small" type={asks ? 'primary' : 'default'} autoInsertSpace={false} onClick={() => choose(item)}>
          {indicator === null ? (
            <T zh="选定指标" en="Choose the indicator" />
          ) : (
            <T zh="换一个指标" en="Another indicator" />
          )}
          {asks && <kbd>Enter</kbd>}
        </Button>
      )}
    </div>
  )
}
