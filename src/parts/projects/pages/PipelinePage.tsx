import { keepPreviousData } from '@tanstack/react-query'
import { Decimal } from 'decimal.js'
import { type Reply, useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { T, useWords } from '#web/locale.tsx'
import { moneyWords } from '../register/printed.ts'
import { lossReasons } from '../register/words.ts'
import { pipelineShape } from '../sight/pipeline-shapes.ts'
import { PipelineSteps } from './PipelineSteps.tsx'
import { ProjectDoors } from './ProjectDoors.tsx'
import { pipelineColumns } from './pipeline-columns.tsx'
import { projectPath } from './project-words.ts'
import './pipeline.css'

export type Pipeline = Reply<typeof pipelineShape>
export type Lead = Pipeline['rows'][number]

/** Investment promotion: how many stand at each step before signing, which have stopped moving, why others were lost. */
export default function PipelinePage() {
  const t = useWords()
  const steering = useTableAddress({ size: 30 })
  const { page, size, sort, q, filters } = steering
  const pipeline = useEndpoint(
    pipelineShape,
    {
      query: {
        ...{ stage: filters['stage'], source: filters['source'], state: filters['state'] },
        ...{ q: q || undefined, sort: sort || undefined, page, size },
      } as never,
    },
    { placeholderData: keepPreviousData },
  )
  const data = pipeline.data
  const none = data?.steps.every(({ projects }) => projects === 0) && data.losses.length === 0
  return (
    <Page
      title={t({ zh: '招商线索', en: 'Pipeline' })}
      sentence={data && !none && <PipelineSentence pipeline={data} />}
      deeds={<ProjectDoors here="pipeline" />}
      help="leader/pipeline"
      wide
    >
      {pipeline.error && <ErrorState problem={pipeline.error} onRetry={() => pipeline.refetch()} />}
      {!data && !pipeline.error && <Loading lines={12} />}
      {none && <NoLeads />}
      {data && !none && (
        <div className="pipeline">
          <Part title={t({ zh: '到签约还有几步', en: 'The steps to signing' })}>
            <PipelineSteps pipeline={data} />
          </Part>
          <Part
            title={t({ zh: '线索', en: 'Leads' })}
            note={t({ zh: '停滞最久的在前', en: 'the longest still first' })}
          >
            <DataTable<Lead>
              caption={{ zh: '招商线索', en: 'Leads' }}
              columns={pipelineColumns(data)}
              rows={data.rows}
              total={data.total}
              rowKey={({ code }) => code}
              hrefOf={projectPath}
              steering={steering}
              searchWords={{ zh: '名称、企业、引荐人', en: 'Name, enterprise, introducer' }}
              waiting={pipeline.isPlaceholderData}
            />
          </Part>
          {data.losses.length > 0 && <Losses pipeline={data} />}
        </div>
      )}
    </Page>
  )
}

function PipelineSentence({ pipeline: { steps, stalled, signed } }: { pipeline: Pipeline }) {
  const t = useWords()
  const projects = steps.reduce((sum, step) => sum + step.projects, 0)
  const sum = (of: 'promised' | 'verified') => t(moneyWords(Decimal.sum(0, ...steps.map((step) => step[of])).toFixed()))
  const first = stalled[0]
  return (
    <>
      <T
        zh="在谈 {projects} 个项目，意向投资{promised}，其中已核实{verified}"
        en="{projects} projects are being won: {promised} promised, {verified} of it verified"
        {...{ projects, promised: sum('promised'), verified: sum('verified') }}
      />
      {first && (
        <T
          zh="；{count} 个超过停滞时限，最久的是{name}，{days} 天没有动静"
          en="; {count} stand still past their limit, the longest {name}, {days} days"
          {...{ count: stalled.length, name: first.name, days: first.still ?? 0 }}
        />
      )}
      <T zh="。今年以来签约 {count} 个。" en=". {count} were signed this year." count={signed.projects} />
    </>
  )
}

/** Why projects were lost, the most frequent reason first. */
function Losses({ pipeline: { losses } }: { pipeline: Pipeline }) {
  const t = useWords()
  return (
    <Part title={t({ zh: '为什么流失', en: 'Why projects were lost' })}>
      <ul className="pipeline-losses">
        {losses.map(({ reason, projects, promised }) => (
          <li key={reason ?? 'none'}>
            <b>{reason ? t(lossReasons[reason]) : t({ zh: '未说明', en: 'not said' })}</b>
            <T
              zh="{projects} 个，意向投资{promised}"
              en="{projects}, {promised} promised"
              {...{ projects, promised: t(moneyWords(promised)) }}
            />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function NoLeads() {
  return (
    <Empty title={<T zh="还没有招商线索" en="No leads yet" />}>
      <T
        zh="登记了线索之后，这里按线索、对接、考察、洽谈、框架协议列出每一步有几个、投资多少，哪些停滞超过时限，流失的是什么原因。"
        en="Once leads are registered, each step from lead to framework agreement shows how many stand there and what they are worth, which have stopped moving, and why others were lost."
      />
    </Empty>
  )
}
