import { type Job as BossJob, PgBoss } from 'pg-boss'
import type { Actor } from '../access/actor.ts'
import type { Work } from '../db/work.ts'
import { type Queue, queuesOf, type Working } from './declared.ts'
import type { Job } from './job.ts'
import { deliverErrands } from './relay.ts'

export interface JobsSettings {
  connectionString: string
  parts: readonly Working[]
  /** jobs that belong to no part */
  kernel?: readonly Job[]
  workAs(actor: Actor): Work
  /** told of what goes wrong beside a job: a lost connection, a failed round */
  onTrouble?(error: Error): void
}

export interface Jobs {
  /** makes the queues, sets the schedules and begins to work */
  start(): Promise<void>
  /** takes nothing new and finishes the jobs in hand; after `graceSeconds` (30) it tells them to break off */
  stop(options?: { graceSeconds?: number }): Promise<void>
  /** hands over what transactions asked for; runs by itself twice a second */
  deliver(): Promise<number>
}

const relayMs = 500

/** A job that says nothing for this long has lost its process and is tried again. */
const heartbeatSeconds = 60

/** Background work on PostgreSQL: schedules in Asia/Shanghai, retries with growing pauses, one queue a job and a listener. */
export function createJobs(settings: JobsSettings): Jobs {
  const queues = queuesOf(settings.parts, settings.kernel)
  const trouble = settings.onTrouble ?? (() => {})
  const stopping = new AbortController()
  const { connectionString } = settings
  const boss = new PgBoss({ connectionString, application_name: 'jingkai-jobs', max: 4, useListenNotify: true })
  boss.on('error', trouble)
  const workers = new Map<string, string>()
  const wake = (queue: string) => boss.notifyWorker(workers.get(queue) ?? '')
  const hands = { boss, queues, wake }
  const relay = createRelay(() => deliverErrands(settings.workAs(clerk).pool, hands), trouble)
  return {
    start: async () => {
      await boss.start()
      for (const queue of queues) {
        await makeQueue(boss, queue)
        workers.set(queue.name, await watch(boss, queue, (job) => runJob(queue, job, settings, stopping.signal)))
      }
      await forgetSchedules(boss, queues)
      relay.start()
    },
    stop: async ({ graceSeconds = 30 } = {}) => {
      await relay.stop()
      const late = setTimeout(() => stopping.abort(new Error('the server stops')), graceSeconds * 1000)
      await boss.stop({ graceful: true, timeout: (graceSeconds + 5) * 1000 })
      clearTimeout(late)
    },
    deliver: () => relay.once(),
  }
}

const clerk: Actor = { id: 'job:relay', name: 'relay', via: 'job', grants: [] }

async function makeQueue(boss: PgBoss, queue: Queue): Promise<void> {
  const options = {
    notify: true,
    retryLimit: queue.retries ?? 3,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 12 * 3600,
    heartbeatSeconds,
  }
  // `short`: one job of a key waits at a time; jobs without a key get one of their own, see relay.ts.
  await boss.createQueue(queue.name, { policy: 'short', ...options })
  await boss.updateQueue(queue.name, options)
  if (queue.schedule) await boss.schedule(queue.name, queue.schedule, {}, { tz: 'Asia/Shanghai' })
}

type Handed = BossJob<Record<string, unknown>>

/** Takes jobs of a queue one at a time, so that one failure is one job's, and without a pause between them. */
async function watch(boss: PgBoss, queue: Queue, run: (job: Handed) => Promise<void>): Promise<string> {
  let worker = ''
  const polling = { batchSize: 1, notifyPollingIntervalSeconds: 15 }
  worker = await boss.work<Record<string, unknown>>(queue.name, polling, async (jobs) => {
    try {
      for (const job of jobs) await run(job)
    } finally {
      boss.notifyWorker(worker)
    }
  })
  return worker
}

async function runJob(queue: Queue, job: Handed, settings: JobsSettings, stopping: AbortSignal): Promise<void> {
  const actor: Actor = { id: `job:${queue.name}`, name: queue.words.zh, via: 'job', grants: [] }
  const work = { ...settings.workAs(actor), requestId: `job-${job.id.slice(0, 8)}` }
  await queue.run(work, job.data ?? {}, AbortSignal.any([job.signal, stopping]))
}

/** A schedule whose job is no longer declared, or runs by the clock no more, would fill a queue that nobody watches. */
async function forgetSchedules(boss: PgBoss, queues: readonly Queue[]): Promise<void> {
  const kept = new Set(queues.filter((queue) => queue.schedule).map((queue) => queue.name))
  for (const { name } of await boss.getSchedules()) if (!kept.has(name)) await boss.unschedule(name)
}

/** Runs a deed again and again, never beside itself. */
function createRelay(deed: () => Promise<number>, trouble: (error: Error) => void) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> = Promise.resolve(0)
  const once = () => {
    running = running.then(deed, deed)
    return running
  }
  const round = () => {
    once()
      .catch(trouble)
      .finally(() => {
        if (timer) timer = setTimeout(round, relayMs)
      })
  }
  return {
    once,
    start: () => {
      timer = setTimeout(round, 0)
    },
    stop: async () => {
      clearTimeout(timer)
      timer = undefined
      await running.catch(() => {})
    },
  }
}
