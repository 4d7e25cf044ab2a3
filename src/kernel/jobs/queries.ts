import type pg from 'pg'
import type { z } from 'zod'
import type { DoctorLine } from '../part.ts'
import type { Queue } from './declared.ts'
import type { FailedJob, listJobs } from './shapes.ts'

type Overview = z.input<(typeof listJobs)['reply']>
type Failed = z.input<typeof FailedJob>
type Asks = Pick<pg.ClientBase, 'query'>

/** Every queue, declared or only found in the database, with its counts, and the latest hundred failures with their reason. */
export async function jobsOverview(client: Asks, queues: readonly Queue[]): Promise<Overview> {
  const counts = await countsOf(client)
  const names = [...new Set([...queues.map((queue) => queue.name), ...counts.map((row) => row.name)])].sort()
  const known = new Map(queues.map((queue) => [queue.name, queue]))
  const errands = await client.query<{ waiting: number }>('select count(*)::integer as waiting from errands')
  return {
    queues: names.map((name) => {
      const queue = known.get(name)
      const { waiting = 0, active = 0, failed = 0, completed = 0 } = counts.find((row) => row.name === name) ?? {}
      const schedule = queue?.schedule ?? null
      return {
        name,
        words: queue?.words ?? null,
        watched: queue !== undefined,
        schedule,
        waiting,
        active,
        failed,
        completed,
      }
    }),
    failed: await failedJobs(client, known),
    errands: errands.rows[0]?.waiting ?? 0,
  }
}

/** Lines of `jingkai doctor`: queues that nobody watches, and jobs that failed for good. */
export async function jobsDoctor(client: Asks, queues: readonly Queue[]): Promise<DoctorLine[]> {
  const { queues: found, failed } = await jobsOverview(client, queues)
  const unwatched = found.filter((queue) => !queue.watched).map((queue) => queue.name)
  const listed = unwatched.join(', ')
  return [
    {
      name: 'jobs/queues',
      well: unwatched.length === 0,
      words:
        unwatched.length === 0
          ? { zh: `${found.length} 个任务队列都有人处理`, en: `${found.length} job queues, each watched` }
          : {
              zh: `没有人处理的队列：${listed}；请升级程序或清理`,
              en: `Queues nobody watches: ${listed}; update the program or clear them`,
            },
    },
    {
      name: 'jobs/failed',
      well: failed.length === 0,
      words:
        failed.length === 0
          ? { zh: '没有失败的任务', en: 'No failed jobs' }
          : {
              zh: `${failed.length} 个任务失败；请在任务页查看原因并重试`,
              en: `${failed.length} jobs failed; see why on the jobs page and retry`,
            },
    },
  ]
}

interface Counts {
  name: string
  waiting: number
  active: number
  failed: number
  completed: number
}

/** The job tables exist once a server has run. */
async function haveTables(client: Asks): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`)
  return rows[0]?.there ?? false
}

async function countsOf(client: Asks): Promise<Counts[]> {
  if (!(await haveTables(client))) return []
  const { rows } = await client.query<Counts>(`
    select queue.name,
      count(*) filter (where state in ('created', 'retry'))::integer as waiting,
      count(*) filter (where state = 'active')::integer as active,
      count(*) filter (where state = 'failed')::integer as failed,
      count(*) filter (where state = 'completed')::integer as completed
    from pgboss.queue left join pgboss.job on job.name = queue.name
    where queue.name not like '\\_\\_pgboss%' group by queue.name`)
  return rows
}

async function failedJobs(client: Asks, known: ReadonlyMap<string, Queue>): Promise<Failed[]> {
  if (!(await haveTables(client))) return []
  const { rows } = await client.query<{ id: string; name: string; output: unknown; tries: number; at: Date | null }>(`
    select id, name, output, retry_count + 1 as tries, completed_on as at from pgboss.job
    where state = 'failed' and not exists (select from errands where kind = 'retry' and key = job.id::text)
    order by completed_on desc limit 100`)
  return rows.map(({ id, name, output, tries, at }) => {
    const words = known.get(name)?.words ?? null
    return { id, queue: name, words, reason: reasonOf(output), tries, failedAt: at?.toISOString() ?? null }
  })
}

/** What a failed job said last, without its stack. */
function reasonOf(output: unknown): string {
  const said = output as { message?: unknown; value?: { message?: unknown } } | null
  const message = said?.message ?? said?.value?.message
  return typeof message === 'string' ? message.slice(0, 500) : JSON.stringify(output ?? null).slice(0, 500)
}

/** The queue of a failed job that nobody asked to retry yet; null when there is none. */
export async function queueOfFailed(client: Asks, id: string): Promise<string | null> {
  if (!(await haveTables(client))) return null
  const { rows } = await client.query<{ name: string }>(
    `select name from pgboss.job where id = $1 and state = 'failed'
     and not exists (select from errands where kind = 'retry' and key = job.id::text)`,
    [id],
  )
  return rows[0]?.name ?? null
}
