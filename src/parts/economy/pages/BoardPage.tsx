import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { boardShape } from '../shapes.ts'
import { askedColumns, entryPath, rowKeyOf } from './asked-columns.tsx'
import './economy.css'

/** Who is late, and how a month stands. */
export default function BoardPage() {
  const t = useWords()
  const { locale } = useLocale()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? undefined
  const board = useEndpoint(boardShape, { query: { period } }, { placeholderData: (before) => before })
  const { data } = board
  const step = (months: number) => data && setSearch({ period: monthFrom(data.period.text, months) })
  return (
    <Page
      title={t({ zh: '催报', en: 'Who is late' })}
      trail={[{ title: t({ zh: '报表', en: 'Forms' }), to: '/forms' }]}
      sentence={data && <BoardSentence board={data} />}
      help="reviewer/board"
    >
      <Part title={<T zh="迟报" en="Late" />}>
        <DataTable
          caption={{ zh: '迟报的填报', en: 'Late submissions' }}
          columns={askedColumns}
          rows={data?.late}
          rowKey={rowKeyOf}
          hrefOf={entryPath}
          problem={board.error}
          onRetry={() => board.refetch()}
          empty={
            <Empty title={<T zh="没有迟报" en="Nobody is late" />}>
              <T
                zh="过了应报日期还没有报送的填报会列在这里，按迟报的工作日排序；每个工作日九点半自动催报一次。"
                en="What is not handed in after its due day stands here, latest first; every working day at 09:30 a reminder is written."
              />
            </Empty>
          }
        />
      </Part>
      <Part
        title={data ? data.period[locale] : <T zh="本月" en="This month" />}
        note={data && <Counts board={data} />}
        deeds={
          <>
            <Button type="text" onClick={() => step(-1)} aria-label={t({ zh: '上一月', en: 'Month before' })}>
              ←
            </Button>
            <Button type="text" onClick={() => step(1)} aria-label={t({ zh: '下一月', en: 'Month after' })}>
              →
            </Button>
          </>
        }
      >
        <DataTable
          caption={{ zh: '本月各单位填报', en: 'Submissions of the month' }}
          columns={askedColumns}
          rows={data?.rows}
          rowKey={rowKeyOf}
          hrefOf={entryPath}
          waiting={board.isPlaceholderData}
          empty={
            <Empty title={<T zh="这个月没有报表" en="No form is asked for in this month" />}>
              <T zh="报告期在这个月结束的报表会列在这里。" en="Forms whose period ends in the month stand here." />
            </Empty>
          }
        />
      </Part>
    </Page>
  )
}

type Board = NonNullable<ReturnType<typeof useEndpoint<typeof boardShape>>['data']>

function BoardSentence({ board }: { board: Board }) {
  const { locale } = useLocale()
  const [worst] = board.late
  if (!worst) return <T zh="没有单位迟报。" en="Nobody is late." />
  return (
    <T
      zh="{count} 份迟报，最久的是{unit}的{form}（{period}），已迟 {days} 个工作日。"
      en="{count} late; longest is {form} of {unit} for {period}, by {days} working days."
      count={board.late.length}
      unit={worst.unitName[locale]}
      form={worst.formName[locale]}
      period={worst.period[locale]}
      days={worst.lateBy ?? 0}
    />
  )
}

function Counts({ board: { counts } }: { board: Board }) {
  return (
    <T
      zh="应报 {asked} 份，已报 {handedIn} 份，其中通过 {accepted} 份"
      en="{asked} asked for, {handedIn} handed in, {accepted} of them accepted"
      {...counts}
    />
  )
}

/** `2018-06` some months on. */
function monthFrom(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
