import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, type Work, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { queuesOf, type Working } from './declared.ts'
import { announce, askRetry, enqueue } from './errands.ts'
import { createJobs } from './jobs.ts'
import { jobsDoctor, jobsOverview, queueOfFailed } from './queries.ts'

const { pool, connectionString } = await testDatabase()
const work: Work = workOn(pool)

/** What ran, in order, and a way to wait for it. */
const ran: { name: string; data: Record<string, unknown>; actor: string; request: string }[] = []
const waits: { count: number; done: () => void }[] = []
const note = (name: string) => async (at: Work, data: Record<string, unknown>) => {
  ran.push({ name, data, actor: at.actor.id, request: at.requestId })
  for (const wait of waits) if (ran.length >= wait.count) wait.done()
}
const untilRan = (count: number) =>
  new Promise<void>((done) => {
    if (ran.length >= count) done()
    else waits.push({ count, done })
  })

let stumbles = 0
let releaseSlow: () => void = () => {}
let slowBegan: () => void = () => {}
const slow = {
  held: new Promise<void>((done) => {
    releaseSlow = done
  }),
  began: new Promise<void>((done) => {
    slowBegan = done
  }),
  ended: false,
}

const words = { zh: '试', en: 'Try' }
const parts: Working[] = [
  {
    name: 'lower',
    words,
    jobs: [
      { name: 'lower/count', words, run: note('count') },
      {
        name: 'lower/stumble',
        words,
        retries: 0,
        run: async (at, data) => {
          stumbles += 1
          if (stumbles === 1) throw new Error('the first step is slippery')
          await note('stumble')(at, data)
        },
      },
      { name: 'lower/hourly', words, schedule: '0 * * * *', run: note('hourly') },
      {
        name: 'lower/slow',
        words,
        run: async () => {
          slowBegan()
          await slow.held
          slow.ended = true
        },
      },
    ],
  },
  { name: 'middle', words, listens: { 'lower/moved': note('middle heard') } },
  { name: 'upper', words, listens: { 'lower/moved': note('upper heard') } },
]

const troubles: Error[] = []
const jobs = createJobs({
  connectionString,
  parts,
  workAs: (actor) => ({ ...work, actor }),
  onTrouble: (error) => troubles.push(error),
})

beforeAll(() => jobs.start())
afterAll(async () => {
  releaseSlow()
  await jobs.stop({ graceSeconds: 5 })
})

const overview = () => read(work, (tx) => jobsOverview(tx.client, queuesOf(parts)))

describe('jobs', () => {
  test('a job runs after its transaction, as a job; a rollback takes it back', async () => {
    const before = ran.length
    await expect(
      write(work, async (tx) => {
        await enqueue(tx, 'lower/count', { wrong: true })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await write(work, (tx) => enqueue(tx, 'lower/count', { batch: 12 }))
    await jobs.deliver()
    await untilRan(before + 1)
    expect(ran.slice(before)).toEqual([
      { name: 'count', data: { batch: 12 }, actor: 'job:lower/count', request: expect.stringMatching(/^job-/) },
    ])
  })

  test('one job of a key waits at a time; without a key each counts', async () => {
    const before = ran.length
    await write(work, async (tx) => {
      for (const place of [1, 2, 3]) await enqueue(tx, 'lower/count', { place }, { key: 'one' })
      for (const place of [4, 5]) await enqueue(tx, 'lower/count', { place })
    })
    await jobs.deliver()
    await untilRan(before + 3)
    await pool.query('select')
    expect(
      ran
        .slice(before)
        .map((one) => one.data['place'])
        .sort(),
    ).toEqual([1, 4, 5])
  })

  test('an event is heard by every part that listens', async () => {
    const before = ran.length
    await write(work, (tx) => announce(tx, 'lower/moved', { rows: '3' }))
    await jobs.deliver()
    await untilRan(before + 2)
    expect(
      ran
        .slice(before)
        .map((one) => one.name)
        .sort(),
    ).toEqual(['middle heard', 'upper heard'])
    expect(ran.at(-1)?.data).toEqual({ rows: '3' })
  })

  test('a failed job shows with its reason, and is retried when asked', async () => {
    const before = ran.length
    await write(work, (tx) => enqueue(tx, 'lower/stumble', { once: true }))
    await jobs.deliver()
    await expect.poll(async () => (await overview()).failed.length, { timeout: 10_000 }).toBe(1)
    const [failed] = (await overview()).failed
    expect(failed).toMatchObject({ queue: 'lower/stumble', words, reason: 'the first step is slippery', tries: 1 })
    expect(await read(work, (tx) => jobsDoctor(tx.client, queuesOf(parts)))).toMatchObject([
      { name: 'jobs/queues', well: true },
      { name: 'jobs/failed', well: false },
    ])
    const id = failed?.id ?? ''
    await write(work, async (tx) => askRetry(tx, (await queueOfFailed(tx.client, id)) ?? '', id))
    expect((await overview()).failed).toEqual([])
    expect(await read(work, (tx) => queueOfFailed(tx.client, id))).toBeNull()
    await jobs.deliver()
    await untilRan(before + 1)
    expect(ran.at(-1)).toMatchObject({ name: 'stumble', data: { once: true } })
  })

  test('schedules run by the clock of Shanghai', async () => {
    const { rows } = await pool.query('select name, cron, timezone from pgboss.schedule')
    expect(rows).toEqual([{ name: 'lower/hourly', cron: '0 * * * *', timezone: 'Asia/Shanghai' }])
  })

  test('a queue that nobody declares is shown as unwatched; a wish that nobody knows stays', async () => {
    const fewer = queuesOf(parts.slice(0, 1))
    const seen = await read(work, (tx) => jobsOverview(tx.client, fewer))
    expect(seen.queues.filter((queue) => !queue.watched).map((queue) => queue.name)).toEqual([
      'middle/on-lower.moved',
      'upper/on-lower.moved',
    ])
    expect((await read(work, (tx) => jobsDoctor(tx.client, fewer)))[0]).toMatchObject({ well: false })
    await write(work, (tx) => enqueue(tx, 'later/deed', {}))
    await jobs.deliver()
    expect((await overview()).errands).toBe(1)
    await pool.query('delete from errands')
  })

  test('stopping finishes the job in hand and begins nothing new', async () => {
    await write(work, (tx) => enqueue(tx, 'lower/slow'))
    await jobs.deliver()
    await slow.began
    const stopped = jobs.stop({ graceSeconds: 20 })
    await write(work, (tx) => enqueue(tx, 'lower/count', { late: true }))
    releaseSlow()
    await stopped
    expect(slow.ended).toBe(true)
    expect((await overview()).errands).toBe(1)
    expect(troubles).toEqual([])
  })
})
