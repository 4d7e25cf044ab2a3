import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { type State as Mark, StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { stateWords } from '../engine/states.ts'
import { batchShape } from '../inspections/shapes.ts'
import { findingWords, type Progress, pollutionWords, progresses, progressWords } from '../inspections/words.ts'
import { IssueDeeds } from './IssueDeeds.tsx'
import { matterPath } from './matter-words.ts'
import './matters.css'
import './inspections.css'

type Shown = Reply<typeof batchShape>
export type Issue = Shown['issues'][number]

const marks: Record<Progress, Mark> = { done: 'ahead', staged: 'on', 'under-way': 'warning', late: 'behind' }

/** One batch: every issue with what was found, what was done, who accepted it, and what comes next. */
export default function InspectionPage() {
  const t = useWords()
  const { batch: code = '' } = useParams()
  const [only, setOnly] = useState<Progress | null>(null)
  const found = useEndpoint(batchShape, { params: { batch: code } })
  const issues = found.data?.issues.filter(({ progress }) => only === null || progress === only)
  return (
    <Page
      title={found.data ? t(found.data.batch.name) : code}
      trail={[{ title: t({ zh: '督察问题', en: 'Inspection issues' }), to: '/matters/inspections' }]}
      sentence={found.data && <Sentence batch={found.data.batch} />}
      help="leader/inspections"
    >
      <div className="matters inspections">
        {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
        {!found.data && !found.error && <Loading lines={10} />}
        {found.data && <Tabs issues={found.data.issues} chosen={only} onChoose={setOnly} />}
        {issues && (
          <ol className="issues">
            {issues.map((issue) => (
              <IssueLine key={issue.receipt} issue={issue} />
            ))}
          </ol>
        )}
      </div>
    </Page>
  )
}

function Sentence({ batch: { issues, done, staged, underWay, late, dueOn } }: { batch: Shown['batch'] }) {
  const t = useWords()
  return (
    <>
      {t(
        {
          zh: '共 {issues} 件，已办结 {done} 件，阶段性办结 {staged} 件，办理中 {underWay} 件，逾期 {late} 件；办结期限 ',
          en: '{issues} issues: {done} rectified, {staged} for this stage, {underWay} under way, {late} overdue; due ',
        },
        { issues, done, staged, underWay, late },
      )}
      <When at={dueOn} />
    </>
  )
}

interface TabsProps {
  issues: readonly Issue[]
  chosen: Progress | null
  onChoose: (progress: Progress | null) => void
}

function Tabs({ issues, chosen, onChoose }: TabsProps) {
  const t = useWords()
  const held = progresses.filter((one) => issues.some(({ progress }) => progress === one))
  return (
    <div className="matter-tabs">
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <T zh="全部" en="All" /> <small>{issues.length}</small>
      </button>
      {held.map((progress) => (
        <button key={progress} type="button" aria-pressed={chosen === progress} onClick={() => onChoose(progress)}>
          {t(progressWords[progress])} <small>{issues.filter((issue) => issue.progress === progress).length}</small>
        </button>
      ))}
    </div>
  )
}

function IssueLine({ issue }: { issue: Issue }) {
  const t = useWords()
  const { progress, number, title, receipt, pollution, key, unit, named, dueOn, state } = issue
  return (
    <li>
      <header>
        <StateMark state={marks[progress]} words={progressWords[progress]} />
        <h2>
          <Link to={matterPath({ number })}>{title}</Link>
        </h2>
        {key && <b className="issue-key">{t({ zh: '重点件', en: 'Key issue' })}</b>}
      </header>
      <p className="issue-facts">
        {receipt} · {t(pollutionWords[pollution])} ·{' '}
        {unit ? t(unit.name) : t({ zh: '待派遣', en: 'not dispatched yet' })}
        {named && named.code !== unit?.code && (
          <T zh="（交办写明 {unit}）" en=" (the inspection names {unit})" unit={t(named.name)} />
        )}{' '}
        · {t(stateWords[state])} · <T zh="期限 " en="due " />
        <When at={dueOn} />
        {issue.rebounds > 0 && <T zh=" · 反弹 {n} 次" en=" · came back {n} times" n={issue.rebounds} />}
        {issue.rework > 0 && <T zh=" · 返工 {n} 次" en=" · reworked {n} times" n={issue.rework} />}
      </p>
      {issue.finding && (
        <p>
          <strong>{t(findingWords[issue.finding])}</strong> {issue.findingWords}
          {t({ zh: '。', en: '. ' })}
          {issue.measures}
          <Counted issue={issue} />
        </p>
      )}
      <Accepted issue={issue} />
      <IssueDeeds issue={issue} />
    </li>
  )
}

function Counted({ issue: { ordered, fined, fineYuan, answerable } }: { issue: Issue }) {
  const t = useWords()
  const said = [
    ordered > 0 && t({ zh: `责令整改 ${ordered} 家`, en: `${ordered} ordered to rectify` }),
    fined > 0 && t({ zh: `处罚 ${fined} 家、${fineYuan} 元`, en: `${fined} fined, ${fineYuan} yuan` }),
    answerable > 0 && t({ zh: `问责 ${answerable} 人`, en: `${answerable} held answerable` }),
  ].filter(Boolean)
  if (said.length === 0) return null
  return <small className="issue-counted">{said.join(t({ zh: '，', en: ', ' }))}</small>
}

/** Who accepted it on which level and when, and whether the public sees it. */
function Accepted({ issue: { acceptedFirst, accepted, publishedAt } }: { issue: Issue }) {
  if (!acceptedFirst && !publishedAt) return null
  return (
    <p className="issue-facts issue-accepted">
      {acceptedFirst && (
        <span>
          <T zh="责任单位初验 " en="First acceptance " />
          {acceptedFirst.by} <When at={acceptedFirst.at} />
        </span>
      )}
      {accepted && (
        <span>
          <T zh="监督中心销号 " en="Struck off " />
          {accepted.by} <When at={accepted.at} />
        </span>
      )}
      {publishedAt && (
        <span>
          <T zh="已公开" en="In the open" />
        </span>
      )}
    </p>
  )
}
