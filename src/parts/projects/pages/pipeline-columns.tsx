import type { Column } from '#web/kit/DataTable.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { leadSources, lossReasons, projectKinds, stages } from '../register/words.ts'
import type { Lead, Pipeline } from './PipelinePage.tsx'
import { inYi } from './project-words.ts'
import './lights.css'

/** The columns of the list of leads; filters say how many each choice holds. */
export const pipelineColumns = ({ steps, sources }: Pipeline): Column<Lead>[] => [
  {
    key: 'name',
    title: { zh: '项目', en: 'Project' },
    sortable: true,
    phone: 'head',
    draw: (row) => (
      <span className="project-name">
        <b>{row.name}</b>
        <small>
          <Said words={projectKinds[row.kind]} />
          {row.enterprise && ` · ${row.enterprise}`}
        </small>
      </span>
    ),
  },
  {
    key: 'stage',
    title: { zh: '阶段', en: 'Stage' },
    sortable: true,
    filter: steps.map(({ stage }) => ({ value: stage, words: stages[stage] })),
    draw: (row) => (
      <>
        {row.loss ? <Said words={stages.lost} /> : row.stage ? <Said words={stages[row.stage]} /> : '—'}
        {row.loss && (
          <small className="lead-loss">
            <Said words={lossReasons[row.loss]} />
          </small>
        )}
      </>
    ),
  },
  {
    key: 'still',
    title: { zh: '最近动静', en: 'Last moved' },
    sortable: true,
    draw: (row) => <Still row={row} />,
  },
  {
    key: 'source',
    title: { zh: '来源', en: 'Source' },
    filter: sources.map(({ value }) => ({ value, words: leadSources[value] })),
    draw: (row) => (
      <>
        {row.source ? <Said words={leadSources[row.source]} /> : '—'}
        {row.introducer && <small className="lead-introducer">{row.introducer}</small>}
      </>
    ),
  },
  {
    key: 'promised',
    title: { zh: '意向投资', en: 'Promised' },
    unit: { zh: '亿元', en: 'CNY 100m' },
    number: true,
    sortable: true,
    draw: ({ promised }) => <Quantity value={inYi(promised)} unit="" />,
  },
  {
    key: 'verified',
    title: { zh: '核实投资', en: 'Verified' },
    unit: { zh: '亿元', en: 'CNY 100m' },
    number: true,
    sortable: true,
    draw: ({ verified }) => <Quantity value={inYi(verified)} unit="" />,
  },
  {
    key: 'department',
    title: { zh: '责任单位', en: 'Responsible unit' },
    draw: ({ department }) => <Said words={department.name} />,
  },
]

function Still({ row: { still, limit, stalled, lastOn, loss } }: { row: Lead }) {
  if (loss || still === null) return <When at={lastOn} />
  return (
    <span className="lead-still" data-stalled={stalled || undefined}>
      {stalled && <span aria-hidden>■ </span>}
      <T zh="{still} 天前" en="{still} days ago" still={still} />
      {limit !== null && (
        <small>
          <T zh="时限 {limit} 天" en="limit {limit}" limit={limit} />
        </small>
      )}
    </span>
  )
}

function Said({ words }: { words: Words }) {
  return useWords()(words)
}
