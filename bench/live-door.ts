import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { makeProgramKey } from '#kernel/access/program-keys.ts'
import { write } from '#kernel/db/work.ts'
import type { House } from '../src/house.ts'
import type { Sending, SentBack } from './live-door-sender.ts'
import { median, quantile, timed } from './measure.ts'
import type { Line } from './report.ts'
import { type Served, serve } from './served.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const subject = 'live door'

/** Declarations a second through POST /api/trade/declarations, how long an answer takes, and how soon a figure follows, against single rows committed bare. */
export const liveDoor: Subject = async ({ world, loadSeconds }) => {
  const house = await world.copy()
  const served = await serve(house)
  try {
    await served.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = served.app.server.address() as { port: number }
    const key = await keyOf(house)
    const sender = (of: Pick<Sending, 'rate' | 'size' | 'year'>) => sendIn({ port, key, seconds: loadSeconds, ...of })
    await sendIn({ port, key, seconds: 1, rate: 100, size: 1, year: 2101 })
    const bare = await bareInserts(house, loadSeconds)
    const steady = await sender({ rate: 500, size: 1, year: 2030 })
    const burst = await sender({ rate: 1500, size: 1, year: 2050 })
    const flatOut = await sender({ rate: null, size: 1, year: 2070 })
    const lists = await sender({ rate: null, size: 500, year: 2085 })
    const follows = await figureFollows(house, served)
    await holdSums(house)
    return {
      lines: [
        ...paced('500 a second', steady, 500),
        ...paced('1,500 a second', burst, 1500),
        ...rates({ flatOut, lists, bare }),
        follows,
      ],
    }
  } finally {
    await served.app.close()
    await house.close()
  }
}

function paced(what: string, { took, declarations, seconds, refused }: SentBack, asked: number): Line[] {
  if (refused > 0) throw new Error(`${refused} of ${took.length} requests at ${what} were refused`)
  const aim = (value: number) => ({ value, unit: 'ms' as const, kind: 'aim' as const, what: 'within a second' })
  return [
    {
      subject,
      what: `${what}, singly: kept up`,
      measured: { value: declarations / seconds, unit: 'rows/s' },
      limit: { value: asked, unit: 'rows/s', kind: 'aim', what: 'what was sent' },
    },
    { subject, what: `${what}: an answer, median`, measured: { value: median(took), unit: 'ms' } },
    {
      subject,
      what: `${what}: an answer, p95`,
      measured: { value: quantile(took, 0.95), unit: 'ms' },
      limit: aim(1000),
    },
  ]
}

function rates({ flatOut, lists, bare }: Record<'flatOut' | 'lists', SentBack> & { bare: number }): Line[] {
  const limit = {
    value: bare,
    unit: 'rows/s' as const,
    kind: 'measured' as const,
    what: 'bare INSERT and commit, row by row',
  }
  const rate = ({ declarations, seconds }: SentBack) => ({ value: declarations / seconds, unit: 'rows/s' as const })
  return [
    { subject, what: 'singly, as fast as answered', measured: rate(flatOut), limit },
    { subject, what: 'singly: an answer, p95', measured: { value: quantile(flatOut.took, 0.95), unit: 'ms' } },
    { subject, what: 'lists of 500', measured: rate(lists), limit },
  ]
}

async function sendIn(sending: Sending): Promise<SentBack> {
  const worker = new Worker(new URL('./live-door-sender.ts', import.meta.url), { workerData: sending })
  const [back] = (await once(worker, 'message')) as [SentBack]
  await worker.terminate()
  return back
}

async function keyOf(house: House): Promise<string> {
  const { rows } = await house.pool.query<{ id: string }>(`select id from users where username = 'port-clerk'`)
  const of = { userId: rows[0]!.id, name: 'bench', unit: 'PORT', root: 'PORT', permissions: ['trade/declare'] }
  const { key } = await write(house.workAs(everybody), (tx) => makeProgramKey(tx, of))
  return key
}

/** The limit: one connection, one row a transaction, into a table with the same key and nothing else. */
async function bareInserts(house: House, seconds: number): Promise<number> {
  const client = await house.pool.connect()
  try {
    await client.query(
      'create table bare_parcels (declaration text collate "C" primary key, declared_at timestamp, country text, value numeric)',
    )
    let rows = 0
    const until = performance.now() + seconds * 1000
    const { ms } = await timed(async () => {
      while (performance.now() < until) {
        rows += 1
        const values = [`46052018I${String(rows).padStart(9, '0')}`, '2018-06-28 10:00:00', 'JP', '158.20']
        await client.query({ name: 'bare', text: 'insert into bare_parcels values ($1, $2, $3, $4)', values })
      }
    })
    await client.query('drop table bare_parcels')
    return (rows * 1000) / ms
  } finally {
    client.release()
  }
}

/** From sending a declaration until a figure asked over HTTP holds it. */
async function figureFollows(house: House, { ask, app }: Served): Promise<Line> {
  const key = await keyOf(house)
  const overview = '/api/trade/parcels/overview?on=2018-06-30'
  const count = async () => Number(((await ask(overview)) as { total: { parcels: string } }).total.parcels)
  const took: number[] = []
  for (let serial = 1; serial <= 20; serial++) {
    const before = await count()
    const { ms } = await timed(async () => {
      const reply = await app.inject({
        method: 'POST',
        url: '/api/trade/declarations',
        headers: { authorization: `Bearer ${key}` },
        payload: { ...sample, declaration: `46992018I${String(serial).padStart(9, '0')}` },
      })
      if (reply.statusCode !== 200) throw new Error(reply.body)
      while ((await count()) === before);
    })
    took.push(ms)
  }
  const aim = { value: 1000, unit: 'ms' as const, kind: 'aim' as const, what: 'a figure follows within a second' }
  return {
    subject,
    what: 'from sending until the figure has it, p95',
    measured: { value: quantile(took, 0.95), unit: 'ms' },
    limit: aim,
  }
}

const sample = {
  declaredAt: '2018-06-28 10:00:00',
  direction: 'import',
  mode: '1210',
  country: 'JP',
  hs: '3304990099',
  enterprise: '91410100170033534A',
  value: '158.20',
  weight: '0.96',
  state: 'declared',
}

/** What the door kept and what the figures say are one. */
async function holdSums(house: House): Promise<void> {
  const { rows } = await house.pool.query<{ same: boolean }>(
    `select (select (count(*), sum(value)) from ledger_trade_parcels) = (select (sum(rows)::bigint, sum(m_value)) from rollup_trade_parcels where level = 'd') as same`,
  )
  if (!rows[0]!.same) throw new Error('the sums of single parcels are not those of the rows')
}
