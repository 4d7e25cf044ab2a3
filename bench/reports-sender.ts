import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { placeIn } from './make-zone/boundary.ts'

/** What a sender is to do, in a thread of its own so that it does not take the server's turn. */
export interface Reporting {
  port: number
  key: string
  /** reports a second, or as fast as they are answered */
  rate: number | null
  seconds: number
}

export interface Reported {
  seconds: number
  /** milliseconds of each answer */
  took: number[]
  refused: string[]
  /** bytes of a photo, on average */
  photo: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const edge = 'edge-of-a-form'

if (parentPort) parentPort.postMessage(await send(workerData as Reporting))

async function send(reporting: Reporting): Promise<Reported> {
  const photos = await Promise.all(Array.from({ length: 6 }, (_, nth) => photoOf(nth)))
  const photo = photos.reduce((sum, { length }) => sum + length, 0) / photos.length
  const back: Reported = { seconds: 0, took: [], refused: [], photo }
  const started = performance.now()
  const until = started + reporting.seconds * 1000
  let count = 0
  const one = async () => {
    count += 1
    const body = bodyOf(count, photos[count % photos.length]!)
    const from = performance.now()
    const { status, text } = await post(reporting, body)
    back.took.push(performance.now() - from)
    if (status !== 200) back.refused.push(`${status} ${text.slice(0, 200)}`)
  }
  if (reporting.rate === null) {
    const lane = async () => {
      while (performance.now() < until) await one()
    }
    await Promise.all(Array.from({ length: 16 }, lane))
  } else await paced(reporting.rate, started, until, one)
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

/** A picture as the phone's page sends it: 1,600 by 1,200 pixels with the grain of a photo. */
function photoOf(nth: number): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 120 + nth * 10, sigma: 12 }
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 72 })
    .toBuffer()
}

function bodyOf(count: number, photo: Buffer): Buffer {
  const { longitude, latitude } = placeIn('ZONE', count)
  const fields = {
    ...{
      service_code: ['E0304', 'E0107', 'C0101', 'E0109'][count % 4]!,
      lat: String(latitude),
      long: String(longitude),
    },
    description: `Report ${count} of a busy minute`,
  }
  const head = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${edge}\r\ncontent-disposition: form-data; name="media"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  return Buffer.concat([Buffer.from(head.join('') + file), photo, Buffer.from(`\r\n--${edge}--\r\n`)])
}

function post({ port, key }: Reporting, body: Buffer): Promise<{ status: number; text: string }> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': `multipart/form-data; boundary=${edge}`,
    'content-length': body.length,
  }
  return new Promise((answered, failed) => {
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/open311/v2/requests.json', headers }
    const sent = request(options, (reply) => {
      let text = ''
      reply.on('data', (part) => {
        text += part
      })
      reply.on('end', () => answered({ status: reply.statusCode ?? 0, text }))
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
