import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { batchesShape } from '../inspections/shapes.ts'
import { levelWords } from '../inspections/words.ts'
import { BatchIntake } from './BatchIntake.tsx'
import { EscalationLadder } from './EscalationLadder.tsx'
import { SupervisionOrders } from './SupervisionOrders.tsx'
import './matters.css'
import './inspections.css'

type Batches = Reply<typeof batchesShape>
type Batch = Batches['batches'][number]

/** What inspections handed over and how far it has come; late matters on their way up; supervision orders. */
export default function InspectionsPage() {
  const t = useWords()
  const found = useEndpoint(batchesShape)
  const [takingIn, setTakingIn] = useState(false)
  return (
    <Page
      title={t({ zh: '督察问题', en: 'Inspection issues' })}
      sentence={found.data && found.data.batches.length > 0 && <Sentence batches={found.data.batches} />}
      deeds={
        <>
          <Link to="/open/inspections">
            <T zh="公开表" en="The public table" />
          </Link>
          {found.data?.takesIn && (
            <Button type="primary" onClick={() => setTakingIn(true)}>
              <T zh="接收批次" en="Take in a batch" />
            </Button>
          )}
        </>
      }
      help="leader/inspections"
    >
      <div className="matters inspections">
        <DataTable<Batch>
          caption={{ zh: '督察批次', en: 'Inspection batches' }}
          columns={columns}
          rows={found.data?.batches}
          rowKey={({ code }) => code}
          hrefOf={({ code }) => `/matters/inspections/${code}`}
          problem={found.error}
          onRetry={() => void found.refetch()}
          empty={<NoBatches />}
        />
        <Part
          title={<T zh="超期升级" en="Escalation" />}
          note={
            <T zh="在办事项超过时限后逐级上报，交回处置结果即停" en="A late matter climbs until it is handed back" />
          }
        >
          <EscalationLadder />
        </Part>
        <Part title={<T zh="督办函" en="Supervision orders" />}>
          <SupervisionOrders />
        </Part>
        {takingIn && found.data && (
          <SideSheet
            title={<T zh="接收督察批次" en="Take in an inspection batch" />}
            onClose={() => setTakingIn(false)}
          >
            <BatchIntake today={found.data.today} />
          </SideSheet>
        )}
      </div>
    </Page>
  )
}

const columns: Column<Batch>[] = [
  { key: 'name', title: { zh: '批次', en: 'Batch' }, phone: 'head', draw: ({ name }) => <Said words={name} /> },
  {
    key: 'level',
    title: { zh: '层级', en: 'Level' },
    phone: 'none',
    draw: ({ level }) => <Said words={levelWords[level]} />,
  },
  { key: 'received', title: { zh: '接收', en: 'Received' }, draw: ({ receivedOn }) => <When at={receivedOn} /> },
  { key: 'due', title: { zh: '办结期限', en: 'Due' }, draw: ({ dueOn }) => <When at={dueOn} /> },
  { key: 'issues', title: { zh: '问题', en: 'Issues' }, number: true, draw: ({ issues }) => issues },
  { key: 'progress', title: { zh: '整改进度', en: 'Progress' }, phone: 'head', draw: (batch) => <Bar batch={batch} /> },
  {
    key: 'rebounds',
    title: { zh: '反弹', en: 'Came back' },
    number: true,
    phone: 'none',
    draw: ({ rebounds }) => rebounds || '—',
  },
  {
    key: 'published',
    title: { zh: '已公开', en: 'In the open' },
    number: true,
    phone: 'none',
    draw: ({ published }) => published,
  },
]

function Said({ words }: { words: Words }) {
  return <>{useWords()(words)}</>
}

/** How many are rectified, ended for a stage, under way and overdue; the words stand beside the bar. */
function Bar({ batch: { issues, done, staged, underWay, late } }: { batch: Batch }) {
  const t = useWords()
  const parts = [
    { key: 'done', count: done, words: { zh: '办结 {n}', en: '{n} rectified' } },
    { key: 'staged', count: staged, words: { zh: '阶段性 {n}', en: '{n} for this stage' } },
    { key: 'underWay', count: underWay, words: { zh: '办理中 {n}', en: '{n} under way' } },
    { key: 'late', count: late, words: { zh: '逾期 {n}', en: '{n} overdue' } },
  ].filter(({ count }) => count > 0)
  return (
    <span className="inspection-bar">
      <span aria-hidden>
        {parts.map(({ key, count }) => (
          <i key={key} data-part={key} style={{ width: `${(count / issues) * 100}%` }} />
        ))}
      </span>
      <small>
        {parts.map(({ key, count, words }, place) => (
          <span key={key} data-part={key}>
            {place > 0 && ' · '}
            {t(words, { n: count })}
          </span>
        ))}
      </small>
    </span>
  )
}

function Sentence({ batches }: { batches: readonly Batch[] }) {
  const t = useWords()
  const sum = (of: (batch: Batch) => number) => batches.reduce((total, batch) => total + of(batch), 0)
  return (
    <>
      {t(
        {
          zh: '{batches} 批督察交办 {issues} 件，已办结 {done} 件，阶段性办结 {staged} 件，办理中 {under} 件，逾期 {late} 件；反弹过 {back} 件。',
          en: '{batches} batches hold {issues} issues: {done} rectified, {staged} for this stage, {under} under way, {late} overdue; {back} came back.',
        },
        {
          ...{ batches: batches.length, issues: sum(({ issues }) => issues), done: sum(({ done }) => done) },
          ...{
            staged: sum(({ staged }) => staged),
            under: sum(({ underWay }) => underWay),
            late: sum(({ late }) => late),
          },
          back: sum(({ rebounds }) => rebounds),
        },
      )}
    </>
  )
}

function NoBatches() {
  return (
    <Empty title={<T zh="没有督察交办的问题" en="No inspection has handed over anything" />}>
      <T
        zh="接收一批督察问题后，每件立为一个事项，由监督中心立案、派遣、核查；这里看整改进度和销号，并决定哪些公开。"
        en="When a batch is taken in, each issue becomes a matter that is registered, dispatched and checked; here stand progress, acceptance, and what is let into the open."
      />
    </Empty>
  )
}
