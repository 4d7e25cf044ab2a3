import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { MatterShown } from '../desk/matter-shapes.ts'
import { asideWords, inflowWords, stateWords } from '../engine/states.ts'
import { MatterClock } from './MatterClock.tsx'
import { Moment } from './Moment.tsx'

/** What a matter is, where, whose, and under which standard it was registered. */
export function MatterFacts({ matter }: { matter: MatterShown }) {
  const t = useWords()
  const { row, now, standard, limitDueAt, promisedOn } = matter
  return (
    <>
      <dl className="matter-facts">
        <Fact zh="案卷号" en="Number">
          <span className="matter-number">{row.number}</span>
        </Fact>
        <Fact zh="状态" en="State">
          {t(stateWords[row.state])}
          {row.aside && <small> · {t(asideWords[row.aside])}</small>}
        </Fact>
        <Fact zh="本环节时限" en="Limit of this stage">
          <MatterClock {...row} now={now} />
        </Fact>
        {limitDueAt && (
          <Fact zh="处置时限" en="To be handled by">
            <Moment at={limitDueAt} now={now} />
          </Fact>
        )}
        {promisedOn && (
          <Fact zh="承诺日期" en="Promised for">
            <When at={promisedOn} />
          </Fact>
        )}
        <Fact zh="类别" en="Category">
          {t(row.categoryName)} <small>{row.category}</small>
        </Fact>
        <Fact zh="来源" en="Source">
          {t(inflowWords[row.inflow])}
          {matter.externalReference && <small> · {matter.externalReference}</small>}
        </Fact>
        {row.dutyUnit && (
          <Fact zh="责任单位" en="Unit in duty">
            {t(row.dutyUnit.name)}
          </Fact>
        )}
        <PlaceFact matter={matter} />
        <Fact zh="上报" en="Reported">
          <When at={row.openedAt} />
        </Fact>
        <Marks matter={matter} />
      </dl>
      {standard && (
        <dl className="matter-standard">
          <Fact zh="立案条件" en="It is registered when">
            <span lang="zh-CN">{standard.condition}</span>
          </Fact>
          <Fact zh="结案条件" en="It is closed when">
            <span lang="zh-CN">{standard.closeCondition}</span>
          </Fact>
          <Fact zh="标准时限" en="Limit of the standard">
            {t(standard.limit)}{' '}
            <small lang="zh-CN">
              <Link to="/matters/standards">{standard.set}</Link>
            </small>
          </Fact>
        </dl>
      )}
    </>
  )
}

function Fact({ zh, en, children }: { zh: string; en: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <T zh={zh} en={en} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function PlaceFact({ matter: { row, place, office, community, cell } }: { matter: MatterShown }) {
  const t = useWords()
  if (!place && !row.address) return null
  const area = [office, community].flatMap((unit) => (unit ? [t(unit.name)] : [])).join(' · ')
  return (
    <Fact zh="位置" en="Place">
      <span lang="zh-CN">{row.address || `${place?.latitude.toFixed(5)}, ${place?.longitude.toFixed(5)}`}</span>
      {area && <small> {area}</small>}
      {cell && (
        <small>
          {' '}
          <T zh="网格 {cell}" en="cell {cell}" cell={cell} />
        </small>
      )}
    </Fact>
  )
}

/** What weighs in the evaluation: done again, given back, opened again, late. */
function Marks({ matter: { row, reopened, overdue, timeoutExempt } }: { matter: MatterShown }) {
  const t = useWords()
  const marks = [
    ...(row.rework > 0 ? [t({ zh: '返工 {n} 次', en: 'done again {n}×' }, { n: row.rework })] : []),
    ...(row.returned > 0 ? [t({ zh: '回退 {n} 次', en: 'returned {n}×' }, { n: row.returned })] : []),
    ...(reopened > 0 ? [t({ zh: '重开 {n} 次', en: 'reopened {n}×' }, { n: reopened })] : []),
    ...(overdue ? [t({ zh: '处置超时', en: 'handled late' })] : []),
    ...(timeoutExempt ? [t({ zh: '申诉成立，不计超时', en: 'appeal granted, not counted' })] : []),
  ]
  if (marks.length === 0) return null
  return (
    <Fact zh="记录" en="Marks">
      {marks.join(t({ zh: '，', en: ', ' }))}
    </Fact>
  )
}
