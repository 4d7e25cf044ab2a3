import { Button } from 'antd'
import { listJobs, retryJob } from '#kernel/jobs/shapes.ts'
import { type Reply, useEndpoint, useSend } from '../client.ts'
import { type Column, DataTable } from '../kit/DataTable.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Page, Part } from '../kit/Page.tsx'
import { useSay } from '../kit/Said.tsx'
import { StateMark } from '../kit/StateMark.tsx'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import { scheduleWords } from './schedule-words.ts'

type Queue = Reply<typeof listJobs>['queues'][number]
type Failed = Reply<typeof listJobs>['failed'][number]

/** Background work: what waits, what runs, what failed and why, and another try. */
export default function JobsPage() {
  const t = useWords()
  const say = useSay()
  const may = useMay()
  const { data, error, refetch } = useEndpoint(listJobs, undefined, { refetchInterval: 10_000 })
  const retry = useSend(retryJob, { onDone: () => say(t({ zh: '已重新排队', en: 'Queued again' })) })
  const again = (id: string) => retry.mutate({ params: { id } })
  const failed = data?.failed.length ?? 0
  return (
    <Page
      title={t({ zh: '后台任务', en: 'Jobs' })}
      help="administrator/jobs"
      sentence={
        data &&
        (failed === 0 ? (
          <T
            zh="{queues} 类任务都在按时运行，没有失败。"
            en="{queues} kinds of work run as they should; none failed."
            queues={data.queues.length}
          />
        ) : (
          <T
            zh="有 {failed} 个任务失败，原因见下，可重试。"
            en="{failed} jobs failed; the reasons stand below, and each can be tried again."
            failed={failed}
          />
        ))
      }
    >
      <Part title={t({ zh: '失败的任务', en: 'Failed' })}>
        <DataTable
          caption={{ zh: '失败的任务', en: 'Failed jobs' }}
          columns={may('jobs/retry') ? [...failedColumns, retryColumn(again)] : failedColumns}
          rows={data?.failed}
          rowKey={(row) => row.id}
          problem={error ?? retry.error}
          onRetry={refetch}
          empty={<Empty title={t({ zh: '没有失败的任务', en: 'Nothing failed' })} />}
        />
      </Part>
      <Part title={t({ zh: '队列', en: 'Queues' })}>
        <DataTable
          caption={{ zh: '队列', en: 'Queues' }}
          columns={queueColumns}
          rows={data?.queues}
          rowKey={(row) => row.name}
        />
      </Part>
    </Page>
  )
}

const failedColumns: Column<Failed>[] = [
  { key: 'queue', title: { zh: '任务', en: 'Job' }, draw: (row) => (row.words ? <T {...row.words} /> : row.queue) },
  { key: 'reason', title: { zh: '原因', en: 'Reason' }, draw: (row) => row.reason },
  { key: 'tries', title: { zh: '次数', en: 'Tries' }, number: true, draw: (row) => row.tries },
  { key: 'failedAt', title: { zh: '失败时间', en: 'Failed at' }, draw: (row) => <When at={row.failedAt} /> },
]

const retryColumn = (again: (id: string) => void): Column<Failed> => ({
  key: 'retry',
  title: { zh: '操作', en: 'Deed' },
  draw: (row) => (
    <Button size="small" onClick={() => again(row.id)}>
      <T zh="重试" en="Try again" />
    </Button>
  ),
})

const queueColumns: Column<Queue>[] = [
  { key: 'name', title: { zh: '任务', en: 'Job' }, draw: (row) => (row.words ? <T {...row.words} /> : row.name) },
  {
    key: 'schedule',
    title: { zh: '时间表', en: 'Schedule' },
    draw: (row) => (row.schedule ? <T {...scheduleWords(row.schedule)} /> : '—'),
  },
  { key: 'waiting', title: { zh: '等待', en: 'Waiting' }, number: true, draw: (row) => row.waiting },
  { key: 'active', title: { zh: '进行', en: 'Running' }, number: true, draw: (row) => row.active },
  { key: 'completed', title: { zh: '完成', en: 'Done' }, number: true, draw: (row) => row.completed },
  { key: 'failed', title: { zh: '失败', en: 'Failed' }, number: true, draw: (row) => row.failed },
  {
    key: 'watched',
    title: { zh: '状态', en: 'State' },
    draw: (row) =>
      row.watched ? (
        <StateMark state="on" words={{ zh: '正常', en: 'Running' }} />
      ) : (
        <StateMark state="behind" words={{ zh: '无人处理', en: 'Nobody works on it' }} />
      ),
  },
]
