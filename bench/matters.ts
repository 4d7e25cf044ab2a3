import { read, write } from '#kernel/db/work.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { openMatter } from '#parts/matters/engine/engine.ts'
import { sweepClocks } from '#parts/matters/engine/sweep.ts'
import { demonstrationPassword } from '#parts/org/org.ts'
import type { House } from '../src/house.ts'
import { fillMatters } from './matter-rows.ts'
import { median, quantile, repeated, timed } from './measure.ts'
import type { Line } from './report.ts'
import { type Served, serve } from './served.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const subject = 'matters'

/** Pages over open and closed matters against bare indexed queries, the sweep of all clocks against a bare update, openings against bare inserts. */
export const matters: Subject = async ({ world, sizes: [small, large], repetitions, loadSeconds }) => {
  const house = await world.copy()
  const served = await serve(house)
  const open = Math.min(small, 100_000)
  const closed = Math.min(large, 1_000_000)
  try {
    const now = await read(house.workAs(everybody), zoneNow)
    await fillMatters(house, { open, closed, now })
    const size = `${open.toLocaleString('en')} open, ${closed.toLocaleString('en')} closed`
    return {
      lines: [
        ...(await pages(house, served, { size, times: Math.min(repetitions.short, 60) })),
        ...(await opened(house, loadSeconds)),
        ...(await swept(house, { open, now })),
      ],
    }
  } finally {
    await served.app.close()
    await house.close()
  }
}

const bares = {
  work: `select id, due_at from matters where lies_with = any(array['CITY']) and closed_at is null order by due_at, id limit 20`,
  passes: 'select state, lies_with, count(*) from matters where closed_at is null group by 1, 2',
  one: `select * from matters where number = (select number from matters where source = 'bench' order by id limit 1)`,
}

async function pages(house: House, served: Served, { size, times }: { size: string; times: number }): Promise<Line[]> {
  const clerk = await cookieOf(served, 'city-clerk')
  const { rows } = await house.pool.query<{ number: string }>(
    `select number from matters where source = 'bench' and state = 'handling' order by id limit 1`,
  )
  const around = 'west=113.71&south=34.66&east=113.89&north=34.77'
  const asked: [string, string, string, keyof typeof bares][] = [
    ['my work, a department', '/api/matters/mine', clerk, 'work'],
    ['my work, the whole zone', '/api/matters/mine', served.cookie, 'passes'],
    ['board of the whole zone', '/api/matters/board', served.cookie, 'passes'],
    ['list of open ones', '/api/matters?open=true', served.cookie, 'passes'],
    ['map of the whole zone', `/api/matters/map?${around}&zoom=11`, served.cookie, 'passes'],
    [
      'map of a street',
      '/api/matters/map?west=113.80&south=34.70&east=113.802&north=34.702&zoom=17',
      served.cookie,
      'work',
    ],
    ['one matter', `/api/matters/${rows[0]!.number}`, served.cookie, 'one'],
  ]
  const lines: Line[] = []
  for (const [what, url, cookie, bare] of asked) {
    const took = await repeated(times, () => answered(served, url, cookie), { warmUp: 5 })
    const floor = await repeated(times, () => house.pool.query(bares[bare]), { warmUp: 5 })
    const limit = { value: median(floor), unit: 'ms' as const, kind: 'measured' as const, what: bareWords[bare] }
    lines.push(
      { subject, what: `${size}: ${what}, median`, measured: { value: median(took), unit: 'ms' }, limit },
      {
        ...{ subject, what: `${size}: ${what}, p95`, measured: { value: quantile(took, 0.95), unit: 'ms' as const } },
        limit: { value: 100, unit: 'ms', kind: 'aim', what: 'a page on the server' },
      },
    )
  }
  return lines
}

const bareWords: Record<keyof typeof bares, string> = {
  work: 'bare query by the index, twenty rows',
  passes: 'bare count of the open ones by state and unit',
  one: 'bare row by its number',
}

async function answered({ app }: Served, url: string, cookie: string): Promise<void> {
  const reply = await app.inject({ url, headers: { cookie } })
  if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}: ${reply.body.slice(0, 300)}`)
}

async function cookieOf({ app }: Served, username: string): Promise<string> {
  const payload = { username, password: demonstrationPassword }
  const reply = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  return reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Openings one after the other, each its own transaction with its step, passage, audit entry and event, against bare rows. */
async function opened(house: House, seconds: number): Promise<Line[]> {
  const work = house.workAs(everybody)
  const category = 'E0304'
  const place = { longitude: 113.8, latitude: 34.715 }
  const said = { inflow: 'citizen', category, description: '压测上报', place, source: 'bench-open' } as const
  const rate = async (deed: () => Promise<unknown>) => {
    let done = 0
    const until = performance.now() + seconds * 1000
    const { ms } = await timed(async () => {
      for (; performance.now() < until; done++) await deed()
    })
    return (done * 1000) / ms
  }
  const ours = await rate(() => write(work, (tx) => openMatter(tx, said)))
  await house.pool.query(
    'create table bare_matters (id bigint generated always as identity primary key, words text, x float8, y float8)',
  )
  const bare = await rate(() =>
    house.pool.query(`insert into bare_matters (words, x, y) values ('压测上报', 113.8, 34.715)`),
  )
  await house.pool.query('drop table bare_matters')
  return [
    {
      ...{ subject, what: 'opened one after the other', measured: { value: ours, unit: 'rows/s' } },
      limit: { value: bare, unit: 'rows/s', kind: 'measured', what: 'bare INSERT and commit, row by row' },
    },
  ]
}

/** All clocks turning red in one sweep, and a sweep in which none turns; the bare update touches the same rows. */
async function swept(house: House, { open, now }: { open: number; now: Date }): Promise<Line[]> {
  const work = house.workAs(everybody)
  const later = new Date(now.getTime() + 400 * 86_400_000)
  const size = `${open.toLocaleString('en')} clocks`
  const all = await timed(() => write(work, (tx) => sweepClocks(tx, later)))
  if (all.answer.red < open) throw new Error(`${all.answer.red} of ${open} clocks were found red`)
  const none = await timed(() => write(work, (tx) => sweepClocks(tx, later)))
  if (none.answer.red > 0) throw new Error('a second sweep found clocks again')
  await house.pool.query('vacuum matter_stages')
  const bare = await timed(() => house.pool.query('update matter_stages set light = 1 where done_at is null'))
  return [
    {
      ...{ subject, what: `${size} turn red in one sweep`, measured: { value: all.ms / 1000, unit: 's' as const } },
      limit: { value: bare.ms / 1000, unit: 's', kind: 'measured', what: 'bare UPDATE of the same rows' },
    },
    {
      ...{ subject, what: `${size} turn red in one sweep, whole time`, measured: { value: all.ms / 1000, unit: 's' } },
      limit: { value: 5, unit: 's', kind: 'aim', what: 'a sweep' },
    },
    {
      ...{ subject, what: `${size}, a sweep in which none turns`, measured: { value: none.ms, unit: 'ms' } },
      limit: { value: 5000, unit: 'ms', kind: 'aim', what: 'a sweep' },
    },
  ]
}
