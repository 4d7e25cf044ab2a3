import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page } from '#web/kit/Page.tsx'
import { type TableSteering, useTableAddress } from '#web/kit/table-address.ts'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { MatterRow } from '../desk/row-shapes.ts'
import { myWork } from '../desk/work-shapes.ts'
import { stateWords } from '../engine/states.ts'
import { MatterTab } from './MatterTab.tsx'
import { matterColumns } from './matter-columns.tsx'
import { counted, litTotal, matterPath } from './matter-words.ts'
import { remainingSaid } from './remaining.ts'
import './matters.css'

type Work = Reply<typeof myWork>

/** What lies with me, the most urgent first. */
export default function MyWorkPage() {
  const t = useWords()
  const steering = useTableAddress({ size: 20 })
  const { page, size, filters } = steering
  const work = useEndpoint(
    myWork,
    { query: { ...narrowed(filters), page, size } },
    { placeholderData: keepPreviousData, refetchInterval: 60_000 },
  )
  const now = work.data?.now ?? ''
  return (
    <Page
      title={t({ zh: '我的待办', en: 'My work' })}
      sentence={work.data && <WorkSentence work={work.data} />}
      deeds={<WorkDoors />}
      help="clerk/matters"
    >
      <div className="matters">
        {work.data && <StateTabs work={work.data} steering={steering} />}
        <DataTable<MatterRow>
          caption={{ zh: '在手事项', en: 'Matters that lie with me' }}
          columns={matterColumns(now)}
          rows={work.data?.rows}
          total={work.data?.total}
          rowKey={({ number }) => number}
          hrefOf={matterPath}
          steering={steering}
          problem={work.error}
          onRetry={() => void work.refetch()}
          waiting={work.isPlaceholderData}
          empty={<NothingToDo />}
        />
      </div>
    </Page>
  )
}

function narrowed(filters: Record<string, string>) {
  const { state, light, inflow, named } = filters as Partial<Record<string, MatterRow['state']>>
  return {
    state,
    light: light as MatterRow['light'] | undefined,
    inflow: inflow as MatterRow['inflow'] | undefined,
    named: named ? 'true' : undefined,
  }
}

/** 手上 23 件：2 件超时、5 件将到时限；最急的是…，超 35 分。 */
function WorkSentence({ work: { counts, first, now } }: { work: Work }) {
  const t = useWords()
  const { locale } = useLocale()
  const all = litTotal(counts)
  if (all === 0 || !first) return <>{t({ zh: '手上没有待办事项。', en: 'Nothing lies with you.' })}</>
  const { behind, warning } = counts
  const said = t(
    {
      zh: '手上 {all} 件：超时 {behind} 件，将到时限 {warning} 件',
      en: '{all} matters lie with you: {behind} overdue, {warning} near their limit',
    },
    { all: counted(all), behind: counted(behind), warning: counted(warning) },
  )
  if (!first.dueAt) return <>{`${said}${locale === 'zh' ? '。' : '.'}`}</>
  return (
    <>
      {said}
      {t({ zh: '；最急的是', en: '; the most urgent is ' })}
      <Link to={matterPath(first)} lang="zh-CN" className="matter-first">
        {first.title}
      </Link>
      {t(
        { zh: '，{left}。', en: ', {left}.' },
        { left: remainingSaid(Date.parse(first.dueAt) - Date.parse(now), locale) },
      )}
    </>
  )
}

/** What they wait for, with how many and how many of them late. */
function StateTabs({ work, steering }: { work: Work; steering: TableSteering }) {
  const t = useWords()
  const { filters, steer } = steering
  const choose = (change: Record<string, string>) => {
    const { state: _, named: __, ...others } = filters
    steer({ filters: { ...others, ...change } })
  }
  const all = work.states.reduce((sum, { count }) => sum + count, 0)
  const shown = !filters['state'] && !filters['named']
  return (
    <nav className="matter-tabs" aria-label={t({ zh: '待办环节', en: 'What they wait for' })}>
      <MatterTab chosen={shown} onChoose={() => choose({})} words={t({ zh: '全部', en: 'All' })} count={all} late={0} />
      {work.named > 0 && (
        <MatterTab
          chosen={Boolean(filters['named'])}
          onChoose={() => choose({ named: '1' })}
          words={t({ zh: '指定给我', en: 'Named for me' })}
          count={work.named}
          late={0}
        />
      )}
      {work.states.map(({ state, count, late }) => (
        <MatterTab
          key={state}
          chosen={filters['state'] === state}
          onChoose={() => choose({ state })}
          words={t(stateWords[state])}
          count={count}
          late={late}
        />
      ))}
    </nav>
  )
}

function WorkDoors() {
  return (
    <>
      <Link to="/matters/field">
        <T zh="现场核查" en="Field checks" />
      </Link>
      <Link to="/matters/new">
        <T zh="登记事项" en="New matter" />
      </Link>
    </>
  )
}

function NothingToDo() {
  return (
    <Empty
      title={<T zh="手上没有待办事项" en="Nothing lies with you" />}
      deed={
        <Link to="/matters/board">
          <T zh="看全区事项" en="See all matters" />
        </Link>
      }
    >
      <T
        zh="派到您单位、等您下一步的事项会列在这里，最急的在最前；每件都写明还剩多少时间。"
        en="What is sent to your unit and waits for your next deed stands here, the most urgent first, each with the time that is left."
      />
    </Empty>
  )
}
