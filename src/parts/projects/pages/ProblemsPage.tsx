import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { problemsShape } from '../problems/shapes.ts'
import { kindWords, problemKinds, stateWords } from '../problems/states.ts'
import { DepartmentRates } from './DepartmentRates.tsx'
import { type ProblemRow, problemMark, problemPath } from './problem-words.ts'
import { RaiseSheet } from './RaiseSheet.tsx'
import './people.css'

/** What stands in the way of projects, with whom it lies, and how departments deal with it. */
export default function ProblemsPage() {
  const t = useWords()
  const may = useMay()
  const [raising, setRaising] = useState(false)
  const steering = useTableAddress({ size: 30 })
  const { page, size, sort, q, filters } = steering
  const narrowing = ['state', 'kind', 'unit', 'told', 'project'] as const
  const query = Object.fromEntries(narrowing.map((name) => [name, filters[name]]))
  const list = useEndpoint(
    problemsShape,
    { query: { ...query, page, size, sort, q } as never },
    { placeholderData: keepPreviousData },
  )
  const { data } = list
  return (
    <Page
      title={t({ zh: '问题清单', en: 'Problems' })}
      trail={[{ title: t({ zh: '重大项目', en: 'Projects' }), to: '/projects' }]}
      sentence={data && <Sentence list={data} />}
      deeds={
        may('projects/solve') && (
          <Button type="primary" autoInsertSpace={false} onClick={() => setRaising(true)}>
            <T zh="提出问题" en="Raise a problem" />
          </Button>
        )
      }
      help="clerk/problems"
      wide
    >
      <DepartmentRates />
      <Part
        title={<T zh="全部问题" en="All problems" />}
        note={
          filters['told'] && (
            <button type="button" className="plain-link" onClick={() => steering.steer({ filters: {} })}>
              {t(toldWords[filters['told']] ?? { zh: '', en: '' })} ×
            </button>
          )
        }
      >
        <DataTable<ProblemRow>
          caption={{ zh: '项目问题', en: 'Problems of projects' }}
          columns={columns}
          rows={data?.rows}
          total={data?.total}
          rowKey={({ number }) => number}
          hrefOf={problemPath}
          steering={steering}
          searchWords={{ zh: '编号、项目、内容', en: 'Number, project, words' }}
          problem={list.error}
          onRetry={() => list.refetch()}
          waiting={list.isPlaceholderData}
          empty={<NoProblems />}
        />
      </Part>
      {raising && <RaiseSheet onClose={() => setRaising(false)} />}
    </Page>
  )
}

const toldWords: Record<string, Words> = {
  late: { zh: '只看没有按期答复的', en: 'Only those answered late' },
  reopened: { zh: '只看企业没有认可的', en: 'Only those the enterprise sent back' },
}

function Sentence({ list: { counts } }: { list: Reply<typeof problemsShape> }) {
  const open = counts.raised + counts.dispatched + counts.replied
  if (open === 0)
    return (
      <T
        zh="没有未解决的问题，已解决 {solved} 个。"
        en="No problem is open; {solved} are solved."
        solved={counts.solved}
      />
    )
  return (
    <T
      zh="{open} 个问题没有解决：{raised} 个待交办，{dispatched} 个办理中（{late} 个超期），{replied} 个等企业确认；{again} 个被企业退回过。"
      en="{open} problems are open: {raised} to be dispatched, {dispatched} with departments ({late} overdue), {replied} waiting for the enterprise; {again} were sent back by it."
      {...{ open, ...counts }}
    />
  )
}

function NoProblems() {
  return (
    <Empty title={<T zh="还没有问题" en="No problem yet" />}>
      <T
        zh="服务专员走访时听到的、企业反映的问题登记在这里，交办给部门限期答复；是否解决由企业自己确认。"
        en="What commissioners hear on their visits and enterprises report stands here, is dispatched to a department with a day, and is solved when the enterprise says so."
      />
    </Empty>
  )
}

const Said = ({ words }: { words: Words }) => useWords()(words)

const columns: Column<ProblemRow>[] = [
  {
    key: 'title',
    title: { zh: '问题', en: 'Problem' },
    phone: 'head',
    draw: (row) => (
      <span className="people-name" lang="zh-CN">
        <b>{row.title}</b>
        <small>
          {row.number} · {row.project.name}
        </small>
      </span>
    ),
  },
  {
    key: 'state',
    title: { zh: '状态', en: 'State' },
    filter: [
      { value: 'open', words: { zh: '未解决', en: 'Open' } },
      { value: 'late', words: { zh: '超期', en: 'Overdue' } },
      ...Object.entries(stateWords).map(([value, words]) => ({ value, words })),
    ],
    draw: (row) => {
      const mark = problemMark(row)
      return <StateMark state={mark.state} words={mark.words} />
    },
  },
  {
    key: 'kind',
    title: { zh: '类别', en: 'Kind' },
    filter: problemKinds.map((value) => ({ value, words: kindWords[value] })),
    phone: 'none',
    draw: ({ kind }) => <Said words={kindWords[kind]} />,
  },
  {
    key: 'unit',
    title: { zh: '办理单位', en: 'With' },
    draw: ({ unit }) => (unit ? <Said words={unit.name} /> : <span className="missing">—</span>),
  },
  {
    key: 'dueOn',
    title: { zh: '答复期限', en: 'Due' },
    sortable: true,
    draw: ({ dueOn }) => <When at={dueOn} short />,
  },
  {
    key: 'raisedOn',
    title: { zh: '提出', en: 'Raised' },
    sortable: true,
    phone: 'none',
    draw: ({ raisedOn }) => <When at={raisedOn} short />,
  },
  {
    key: 'reopened',
    title: { zh: '退回', en: 'Sent back' },
    unit: { zh: '次', en: 'times' },
    number: true,
    sortable: true,
    draw: ({ reopened }) => (reopened === 0 ? '' : reopened),
  },
]
