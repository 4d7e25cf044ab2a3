import { setTimeout as pause } from 'node:timers/promises'
import { audit } from '../audit/chain.ts'
import type { Work } from '../db/work.ts'
import { type Request, type Route, reads, works, writes } from '../http/route.ts'
import { refuse } from '../refusal.ts'
import { type Queue, queuesOf, type Working } from './declared.ts'
import { askRetry } from './errands.ts'
import type { Job } from './job.ts'
import { type Progress, progressOf } from './progress.ts'
import { jobsOverview, queueOfFailed } from './queries.ts'
import * as shapes from './shapes.ts'

/** What the administrator sees of background work, and the bar of those who wait for theirs. */
export function jobRoutes(parts: readonly Working[], kernel: readonly Job[] = []): Route[] {
  const queues: readonly Queue[] = queuesOf(parts, kernel)
  return [
    reads(shapes.listJobs, (tx) => jobsOverview(tx.client, queues)),
    writes(shapes.retryJob, async (tx, { params }) => {
      const queue = (await queueOfFailed(tx.client, params.id)) ?? refuse('jobs/unknown', { id: params.id }, 404)
      await askRetry(tx, queue, params.id)
      audit(tx, { action: 'jobs/retry', subject: `job:${params.id}`, after: { queue } })
      return { done: true } as const
    }),
    works(shapes.watchProgress, (work, { params }, request) => streamProgress(work, params.id, request)),
  ]
}

const stepMs = 500

/** Work that has told nothing for so long will not begin any more. */
const silenceMs = 60_000

const eventStream = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** Sends each step once as `event: progress`, then closes; a page that reconnects goes on with the newest. */
async function streamProgress(work: Work, id: string, { raw, reply }: Request): Promise<never> {
  reply.hijack()
  const stream = reply.raw
  // Closed when it ends: a connection kept alive would hold up a server that stops.
  stream.writeHead(200, { ...eventStream, connection: 'close' })
  stream.flushHeaders()
  const gone = new AbortController()
  stream.on('close', () => gone.abort())
  const { server } = raw.server
  const served = server.listening
  const until = Date.now() + silenceMs
  let told = ''
  // A server that stops listening waits for its open answers, so this one ends with it.
  while (!gone.signal.aborted && server.listening === served) {
    const progress = await progressOf(work, id)
    const text = progress ? JSON.stringify(progress) : ''
    if (text !== told) stream.write(eventOf(progress))
    told = text
    if (progress?.ended || (!progress && Date.now() > until)) break
    await pause(stepMs, undefined, { signal: gone.signal }).catch(() => {})
  }
  stream.end()
  return undefined as never
}

const eventOf = (progress: Progress | null) => `event: progress\ndata: ${JSON.stringify(progress)}\n\n`
