import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { syntheticParcels } from '#parts/trade/parcels/synthetic/parcels.ts'

/** What a sender is to do, in a thread of its own so that it does not take the server's turn. */
export interface Sending {
  port: number
  key: string
  /** requests a second, or as fast as they are answered */
  rate: number | null
  seconds: number
  /** declarations of one request; 1 sends it bare */
  size: number
  /** the year of its declarations, so that no two senders share a number */
  year: number
}

export interface SentBack {
  declarations: number
  seconds: number
  /** milliseconds of each request */
  took: number[]
  refused: number
}

const connections = 128
const agent = new Agent({ keepAlive: true, maxSockets: connections })

if (parentPort) parentPort.postMessage(await send(workerData as Sending))

async function send(sending: Sending): Promise<SentBack> {
  const bodies = bodiesOf(sending)
  const back: SentBack = { declarations: 0, seconds: 0, took: [], refused: 0 }
  const started = performance.now()
  const until = started + sending.seconds * 1000
  const one = async () => {
    const body = bodies.next().value
    const from = performance.now()
    const status = await post(sending, body)
    back.took.push(performance.now() - from)
    if (status === 200) back.declarations += sending.size
    else back.refused += 1
  }
  if (sending.rate === null) {
    const lane = async () => {
      while (performance.now() < until) await one()
    }
    await Promise.all(Array.from({ length: sending.size === 1 ? connections : 8 }, lane))
  } else await paced(sending.rate, started, until, one)
  back.seconds = (performance.now() - started) / 1000
  return back
}

/** At a steady rate, whether or not the answers keep up. */
async function paced(rate: number, started: number, until: number, one: () => Promise<void>): Promise<void> {
  const open: Promise<void>[] = []
  while (performance.now() < until) {
    const due = Math.floor(((performance.now() - started) / 1000) * rate)
    while (open.length < due) open.push(one())
    await pause(2)
  }
  await Promise.all(open)
}

function* bodiesOf({ size, year }: Sending): Generator<string, never> {
  const { columns } = syntheticParcels
  for (let seed = 1; ; seed++) {
    let waiting: Record<string, string>[] = []
    const asked = { rows: 2_000_000, seed, from: `${year + seed}-01-01`, to: `${year + seed}-06-30` }
    for (const { bytes } of syntheticParcels.chunks(asked)) {
      for (const line of Buffer.from(bytes).toString().split('\n').slice(0, -1)) {
        const cells = line.split(',')
        waiting.push(Object.fromEntries(columns.map((name, place) => [name, cells[place]!])))
        if (waiting.length < size) continue
        yield JSON.stringify(size === 1 ? waiting[0] : waiting)
        waiting = []
      }
    }
  }
}

function post({ port, key }: Sending, body: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((answered, failed) => {
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/trade/declarations', headers }
    const sent = request(options, (reply) => {
      reply.resume()
      reply.on('end', () => answered(reply.statusCode ?? 0))
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
