import autocannon from 'autocannon'
import { corrector } from './corrections.ts'
import type { Filled } from './filled.ts'
import { median, timed } from './measure.ts'
import type { Amount } from './report.ts'
import { bareRowPath, oneRowPath } from './served.ts'
import type { Subject } from './subject.ts'

const connections = 10

/** Requests per second that a listening server answers to a signed-in reader: the cockpit, against one row by its key. */
export const cockpit: Subject = async ({ filled, sizes, repetitions, loadSeconds }) => {
  const house = await filled.with(sizes[1])
  const { app, cookie } = house
  const afterChange = { value: await afterChanges(house, Math.ceil(repetitions.short / 10)), unit: 'ms' as const }
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const load = (path: string) => requestsPerSecond({ url: `${address}${path}`, cookie, seconds: loadSeconds })
  const [bare, signedIn, pages] = [await load(bareRowPath), await load(oneRowPath), await load('/api/cockpit')]
  const subject = 'cockpit'
  const against = { kind: 'measured' as const }
  const behindDoors = { ...signedIn, ...against, what: 'one row behind the same doors' }
  const barely = { ...bare, ...against, what: 'one row without doors' }
  return {
    lines: [
      { subject, what: `the cockpit, ${connections} readers at once`, measured: pages, limit: behindDoors },
      { subject, what: `the cockpit, ${connections} readers at once`, measured: pages, limit: barely },
      { subject, what: 'one row behind the doors', measured: signedIn, limit: barely },
      { subject, what: 'the cockpit right after a corrected row, p50', measured: afterChange },
    ],
  }
}

/** Milliseconds of the first cockpit after a change, when nothing kept answers. */
async function afterChanges({ house, ask }: Filled, times: number): Promise<number> {
  const correct = await corrector(house)
  const found: number[] = []
  for (let repetition = 0; repetition < times; repetition++) {
    await correct()
    found.push((await timed(() => ask('/api/cockpit'))).ms)
  }
  return median(found)
}

/** The load comes from a thread of its own; the first second warms up and does not count. */
async function requestsPerSecond(asked: { url: string; cookie: string; seconds: number }): Promise<Amount> {
  const common = { url: asked.url, headers: { cookie: asked.cookie }, connections, workers: 1 }
  await autocannon({ ...common, duration: 1 })
  const found = await autocannon({ ...common, duration: asked.seconds })
  if (found.non2xx + found.errors > 0) throw new Error(`${asked.url}: ${found.non2xx + found.errors} failed requests`)
  return { value: found['2xx'] / found.duration, unit: 'requests/s' }
}
