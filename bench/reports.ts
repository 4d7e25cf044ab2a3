import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { makeProgramKey } from '#kernel/access/program-keys.ts'
import { write } from '#kernel/db/work.ts'
import type { House } from '../src/house.ts'
import { median, quantile, timed } from './measure.ts'
import type { Line } from './report.ts'
import type { Reported, Reporting } from './reports-sender.ts'
import { serve } from './served.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const subject = 'reports'
const rate = 50

/** Reports with a photo each through POST /open311/v2/requests, against bare inserts of a row and a photo of the same size. */
export const reports: Subject = async ({ world, loadSeconds }) => {
  const house = await world.copy()
  const served = await serve(house)
  try {
    await served.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = served.app.server.address() as { port: number }
    const key = await keyOf(house)
    const sender = (of: Pick<Reporting, 'rate' | 'seconds'>) => sendIn({ port, key, ...of })
    const { photo } = await sender({ rate: 10, seconds: 1 })
    const bare = await bareInserts(house, loadSeconds, photo)
    const steady = await sender({ rate, seconds: loadSeconds })
    const flatOut = await sender({ rate: null, seconds: loadSeconds })
    await holdPhotos(house)
    return { lines: linesOf(steady, flatOut, bare) }
  } finally {
    await served.app.close()
    await house.close()
  }
}

function linesOf(steady: Reported, flatOut: Reported, bare: number): Line[] {
  const [refused] = [...steady.refused, ...flatOut.refused]
  if (refused !== undefined) throw new Error(`a report was refused: ${refused}`)
  const perSecond = ({ took, seconds }: Reported) => ({ value: took.length / seconds, unit: 'requests/s' as const })
  const size = `photos of ${Math.round(steady.photo / 1024)} KB`
  return [
    {
      ...{ subject, what: `50 a second with ${size}: kept up`, measured: perSecond(steady) },
      limit: { value: rate, unit: 'requests/s', kind: 'aim', what: 'what was sent' },
    },
    { subject, what: '50 a second: an answer, median', measured: { value: median(steady.took), unit: 'ms' } },
    {
      ...{ subject, what: '50 a second: an answer, p95', measured: { value: quantile(steady.took, 0.95), unit: 'ms' } },
      limit: { value: 1000, unit: 'ms', kind: 'aim', what: 'within a second' },
    },
    {
      ...{ subject, what: `as fast as answered, ${size}`, measured: perSecond(flatOut) },
      limit: {
        value: bare,
        unit: 'requests/s',
        kind: 'measured',
        what: 'bare INSERT of a row and a photo, and commit',
      },
    },
  ]
}

async function sendIn(reporting: Reporting): Promise<Reported> {
  const worker = new Worker(new URL('./reports-sender.ts', import.meta.url), { workerData: reporting })
  const [back] = (await once(worker, 'message')) as [Reported]
  await worker.terminate()
  return back
}

async function keyOf(house: House): Promise<string> {
  const { rows } = await house.pool.query<{ id: string }>(`select id from users where username = 'acceptor'`)
  const of = { userId: rows[0]!.id, name: 'bench', unit: 'SUPERVISION', root: 'SUPERVISION' }
  const permissions = ['portal/report-through']
  const { key } = await write(house.workAs(everybody), (tx) => makeProgramKey(tx, { ...of, permissions }))
  return key
}

/** The limit: one connection, a row and its photo a transaction, into tables with a key and nothing else. */
async function bareInserts(house: House, seconds: number, size: number): Promise<number> {
  const client = await house.pool.connect()
  try {
    await client.query('create table bare_reports (id bigint primary key, words text, photo bytea)')
    await client.query('alter table bare_reports alter column photo set storage external')
    const photo = Buffer.alloc(Math.round(size), 'photo')
    let rows = 0
    const until = performance.now() + seconds * 1000
    const { ms } = await timed(async () => {
      while (performance.now() < until) {
        rows += 1
        const text = 'insert into bare_reports values ($1, $2, $3)'
        await client.query({ name: 'bare-report', text, values: [rows, 'words of a report', photo] })
      }
    })
    await client.query('drop table bare_reports')
    return (rows * 1000) / ms
  } finally {
    client.release()
  }
}

/** Every report has its photo. */
async function holdPhotos(house: House): Promise<void> {
  const { rows } = await house.pool.query<{ bare: string }>(
    `select count(*) as bare from matters m where source = 'open311' and not exists (select from matter_photos p where p.matter_id = m.id)`,
  )
  if (Number(rows[0]!.bare) > 0) throw new Error(`${rows[0]!.bare} reports lost their photo`)
}
