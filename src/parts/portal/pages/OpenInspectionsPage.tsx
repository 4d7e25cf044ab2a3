import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { downloadOf, type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { printWhen, When } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { openInspectionsCsvShape, openInspectionsShape } from '../inspections/shapes.ts'
import { OpenFrame } from './OpenFrame.tsx'
import './open-inspections.css'
import './report.css'

type Table = Reply<typeof openInspectionsShape>
type Issue = Table['issues'][number]
type Progress = Issue['progress']

const marks: Record<Progress, 'on' | 'warning' | 'behind' | 'ahead'> = {
  ...{ done: 'ahead', staged: 'on', 'under-way': 'warning', late: 'behind' },
}

/** What inspections found, and how each issue was rectified: the table that the zone owes the public. */
export default function OpenInspectionsPage() {
  const t = useWords()
  const { locale } = useLocale()
  const steering = useTableAddress({ size: 20 })
  const { page, size, q, filters } = steering
  const query = { page, size, q, ...picked(filters) }
  const { data, error, refetch, isPlaceholderData } = useEndpoint(
    openInspectionsShape,
    { query },
    { placeholderData: keepPreviousData },
  )
  return (
    <OpenFrame
      zone={data?.zone}
      title={t({ zh: '督察整改公开', en: 'Inspection issues in the open' })}
      sentence={data && t(sentence(data), { ...data.counts, day: printWhen(data.today, locale) })}
      foot={t({
        zh: '按督察交办的批次公开，整改一件更新一件。',
        en: 'Published by the batches of the inspections; each line is brought up as its issue is rectified.',
      })}
    >
      {data && <Batches batches={data.batches} chosen={filters['batch']} />}
      <DataTable<Issue>
        caption={{ zh: '督察交办问题和整改情况', en: 'Issues of inspections and how they were rectified' }}
        columns={columnsOf(data, t)}
        rows={data?.issues}
        total={data?.total}
        rowKey={({ batch, nth }) => `${batch} ${nth}`}
        steering={steering}
        searchWords={{ zh: '查找：问题、地点、单位', en: 'Find a problem, place or unit' }}
        problem={error}
        onRetry={() => void refetch()}
        waiting={isPlaceholderData}
        empty={
          <Empty title={t({ zh: '还没有公开的督察问题。', en: 'No issue of an inspection has been published yet.' })} />
        }
        deeds={
          <a href={downloadOf(openInspectionsCsvShape)} download>
            <T zh="CSV 表格" en="As CSV" />
          </a>
        }
      />
    </OpenFrame>
  )
}

const picked = ({ batch, progress, pollution }: Record<string, string>) => ({
  ...(batch ? { batch } : {}),
  ...(progress ? { progress: progress as Progress } : {}),
  ...(pollution ? { pollution } : {}),
})

function sentence({ counts }: Table): Words {
  if (counts.all === 0) return { zh: '还没有公开的督察问题。', en: 'No issue has been published yet.' }
  const late = counts.late > 0
  return {
    zh: `截至{day}，督察交办 {all} 件，已办结 {done} 件，阶段性办结 {staged} 件，办理中 {underWay} 件${late ? '，逾期 {late} 件' : ''}。`,
    en: `On {day}, of {all} issues {done} are rectified, {staged} for this stage, {underWay} under way${late ? ', {late} overdue' : ''}.`,
  }
}

const shortList = 6

/** Batches, those with something left to do first; a press shows the issues of one. */
function Batches({ batches, chosen }: { batches: Table['batches']; chosen: string | undefined }) {
  const t = useWords()
  const [whole, setWhole] = useState(false)
  const left = ({ issues, rectified }: Table['batches'][number]) => Number(issues > rectified)
  const sorted = batches.toSorted((a, b) => left(b) - left(a))
  return (
    <section className="open-section">
      <h2>{t({ zh: '各批次', en: 'Batches' })}</h2>
      <ul className="inspection-batches">
        {(whole ? sorted : sorted.slice(0, shortList)).map((batch) => (
          <Batch key={batch.code} batch={batch} chosen={batch.code === chosen} />
        ))}
      </ul>
      <p className="inspection-more">
        {chosen && (
          <Link to="?" preventScrollReset>
            <T zh="看全部批次的问题" en="Issues of every batch" />
          </Link>
        )}
        {batches.length > shortList && (
          <button type="button" className="report-text" onClick={() => setWhole(!whole)}>
            {whole ? (
              <T zh="只看前几批" en="Show fewer batches" />
            ) : (
              <T zh="全部 {all} 批" en="All {all} batches" all={batches.length} />
            )}
          </button>
        )}
      </p>
    </section>
  )
}

function Batch({ batch, chosen }: { batch: Table['batches'][number]; chosen: boolean }) {
  const t = useWords()
  const { code, name, level, receivedOn, issues, rectified, staged, late } = batch
  return (
    <li>
      <span>
        <Link to={`?f.batch=${encodeURIComponent(code)}`} preventScrollReset aria-current={chosen || undefined}>
          {t(name)}
        </Link>
        <small>
          {t(level)} · <When at={receivedOn} />
        </small>
      </span>
      <span
        className="inspection-bar"
        role="img"
        aria-label={t(
          { zh: '{all} 件中办结 {done} 件', en: '{done} of {all} rectified' },
          { all: issues, done: rectified },
        )}
      >
        <i style={{ flexGrow: rectified }} data-progress="done" />
        <i style={{ flexGrow: staged }} data-progress="staged" />
        <i style={{ flexGrow: issues - rectified - staged - late }} />
        <i style={{ flexGrow: late }} data-progress="late" />
      </span>
      <span className="inspection-count">
        {rectified}/{issues}
      </span>
    </li>
  )
}

const progresses: readonly { value: Progress; words: Words }[] = [
  { value: 'late', words: { zh: '逾期', en: 'Overdue' } },
  { value: 'under-way', words: { zh: '办理中', en: 'Under way' } },
  { value: 'staged', words: { zh: '阶段性办结', en: 'Rectified for this stage' } },
  { value: 'done', words: { zh: '已办结', en: 'Rectified' } },
]

function columnsOf(data: Table | undefined, t: (words: Words) => string): Column<Issue>[] {
  const names = new Map(data?.batches.map(({ code, name }) => [code, name]))
  const nameOf = (batch: string) => {
    const name = names.get(batch)
    return name ? t(name) : batch
  }
  return [
    {
      ...{ key: 'problem', title: { zh: '问题', en: 'Problem' }, phone: 'head' },
      draw: ({ problem, batch, nth, key }) => (
        <span className="inspection-problem">
          {key && <T zh="★重点 " en="★ Key " />}
          {problem}
          <small>
            {nameOf(batch)} <T zh="第 {nth} 件" en="no. {nth}" nth={nth} />
          </small>
        </span>
      ),
    },
    {
      ...{ key: 'progress', title: { zh: '整改', en: 'State' }, phone: 'line', filter: progresses },
      draw: ({ progress, progressWords, rectifiedOn }) => (
        <span className="inspection-problem">
          <StateMark state={marks[progress]} words={progressWords} />
          {rectifiedOn && (
            <small>
              <When at={rectifiedOn} short />
            </small>
          )}
        </span>
      ),
    },
    {
      ...{ key: 'pollution', title: { zh: '类型', en: 'Kind' }, phone: 'line' },
      filter: (data?.pollutions ?? []).map(({ code, words }) => ({ value: code, words })),
      draw: ({ pollution }) => t(pollution),
    },
    {
      ...{ key: 'unit', title: { zh: '责任单位', en: 'Unit in charge' }, phone: 'line' },
      draw: ({ unit }) => (unit ? t(unit) : <span className="missing">—</span>),
    },
    {
      ...{ key: 'measure', title: { zh: '调查和整改', en: 'Found and done' }, phone: 'line' },
      draw: (issue) => <Measure issue={issue} />,
    },
    {
      ...{ key: 'deadline', title: { zh: '时限', en: 'Due' }, phone: 'line' },
      draw: ({ deadline }) => (
        <span className="inspection-day">
          <When at={deadline} short />
        </span>
      ),
    },
  ]
}

function Measure({ issue: { finding, measure, rebounds } }: { issue: Issue }) {
  const t = useWords()
  const said = [finding && t(finding), measure].filter(Boolean).join(t({ zh: '；', en: '; ' }))
  if (!said) return <span className="missing">—</span>
  return (
    <>
      {said}
      {rebounds > 0 && (
        <small className="inspection-rebound">
          {' '}
          <T zh="反弹 {times} 次" en="came back {times} times" times={rebounds} />
        </small>
      )}
    </>
  )
}
