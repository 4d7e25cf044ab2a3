import type { Reply } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import type { TableSteering } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { projectKinds, stages } from '../register/words.ts'
import type { projectsShape } from '../sight/list-shapes.ts'
import { DoneLine } from './DoneLine.tsx'
import { JudgedMark, LightMark, Slip } from './Lights.tsx'
import { alarmWords, inYi, oneDecimal, type ProjectRow, projectPath } from './project-words.ts'

/** Projects as rows, the most pressing first. */
export function ProjectTable({ list, steering }: { list: Reply<typeof projectsShape>; steering: TableSteering }) {
  return (
    <DataTable<ProjectRow>
      caption={{ zh: '重大项目', en: 'Projects' }}
      columns={columns}
      rows={list.rows}
      total={list.total}
      rowKey={({ code }) => code}
      hrefOf={projectPath}
      steering={steering}
    />
  )
}

const columns: Column<ProjectRow>[] = [
  {
    key: 'name',
    title: { zh: '项目', en: 'Project' },
    sortable: true,
    phone: 'head',
    draw: (row) => (
      <span className="project-name">
        <b>{row.name}</b>
        <small>
          <Said words={projectKinds[row.kind]} /> · <Said words={row.department.name} />
        </small>
      </span>
    ),
  },
  {
    key: 'light',
    title: { zh: '计算', en: 'Computed' },
    sortable: true,
    draw: (row) => <LightMark light={row.light} />,
  },
  { key: 'judged', title: { zh: '研判', en: 'Judged' }, draw: (row) => <JudgedMark judged={row.judged} /> },
  {
    key: 'stage',
    title: { zh: '阶段', en: 'Stage' },
    sortable: true,
    draw: (row) => <StageWords row={row} />,
  },
  {
    key: 'gap',
    title: { zh: '形象进度', en: 'Progress' },
    unit: { zh: '完成 / 计划，%', en: 'done / planned, %' },
    sortable: true,
    width: '200px',
    draw: (row) => (
      <span className="project-progress">
        <DoneLine actual={row.actual} planned={row.planned} name={row.name} />
        <span>
          {oneDecimal(row.actual) ?? '—'} / {oneDecimal(row.planned) ?? '—'}
        </span>
      </span>
    ),
  },
  {
    key: 'slip',
    title: { zh: '下一节点', en: 'Next milestone' },
    sortable: true,
    draw: ({ next }) =>
      next ? (
        <span className="project-next">
          {next.title} <When at={next.expected} />
          <small>
            <Slip days={next.slip.current} />
          </small>
        </span>
      ) : (
        <T zh="全部完成" en="All met" />
      ),
  },
  {
    key: 'investment',
    title: { zh: '投资', en: 'Investment' },
    unit: { zh: '完成 / 总额，亿元', en: 'done / whole, CNY 100m' },
    number: true,
    sortable: true,
    draw: (row) => (
      <>
        <Quantity value={inYi(row.invested)} unit="" /> / <Quantity value={inYi(row.investment)} unit="" />
        {row.alarm && (
          <small className="project-alarm">
            <span aria-hidden>▲</span> <Said words={alarmWords[row.alarm]} />
          </small>
        )}
      </>
    ),
  },
]

function StageWords({ row }: { row: ProjectRow }) {
  const t = useWords()
  const stage = row.aside ?? row.stage
  return stage ? t(stages[stage]) : <span className="missing">—</span>
}

function Said({ words }: { words: Words }) {
  return useWords()(words)
}
