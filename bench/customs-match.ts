import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { write } from '#kernel/db/work.ts'
import { moveBuyerYears } from '#parts/trade/customs/buyer-years.ts'
import type { CustomsDocument } from '#parts/trade/customs/document.ts'
import { Incoming } from '#parts/trade/customs/incoming.ts'
import { receiveMessages } from '#parts/trade/customs/receive.ts'
import { rematchAll } from '#parts/trade/customs/rematch.ts'
import { listMessage, orderMessage, paymentMessage, waybillMessage } from '#parts/trade/customs/sample-messages.ts'
import { settleDocuments } from '#parts/trade/customs/settle-documents.ts'
import type { House } from '../src/house.ts'
import { documentsOf } from './customs-orders.ts'
import { median, timed } from './measure.ts'
import type { Amount, Line } from './report.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

/** Orders whose documents are received from messages, and documents in one message: customs allow a hundred. */
const receivedOrders = 5000
const perMessage = 100
/** Documents that are put into the register at a time before the match is measured. */
const perFill = 100_000

/**
 * Orders matched a second, all documents of all of them, against the bare join of the four kinds by their numbers; documents received a second
 * from messages in a zip, against COPY of the same documents' rows. The document kinds lie apart, as senders bring them.
 */
export const customsMatch: Subject = async ({ world, sizes, repetitions }) => {
  const house = await world.copy()
  try {
    const received = await receivedPerSecond(house, world.folder)
    const lines = received
    for (const orders of sizes) lines.push(...(await matchedPerSecond(house, orders, repetitions.long)))
    return { lines }
  } finally {
    await house.close()
  }
}

async function matchedPerSecond(house: House, orders: number, times: number): Promise<Line[]> {
  await house.pool.query(
    'truncate customs_documents, customs_matches, customs_match_counts, customs_reason_counts, customs_buyer_years',
  )
  await fill(house, orders)
  const found = { anew: [] as number[], again: [] as number[], join: [] as number[] }
  const peak = peakMemory()
  for (let repetition = 0; repetition < times; repetition++) {
    await house.pool.query('truncate customs_matches, customs_match_counts, customs_reason_counts')
    await house.pool.query('vacuum analyze customs_matches')
    found.join.push((await timed(() => bareJoin(house))).ms)
    found.anew.push((await timed(() => matchedAll(house, orders))).ms)
    found.again.push((await timed(() => matchedAll(house, orders))).ms)
  }
  const rate = (measured: readonly number[]): Amount => ({ value: (orders * 1000) / median(measured), unit: 'rows/s' })
  const limit = { ...rate(found.join), kind: 'measured' as const, what: 'bare join of the four kinds by their numbers' }
  const size = orders.toLocaleString('en')
  const subject = 'customs'
  return [
    { subject, what: `${size} orders matched for the first time`, measured: rate(found.anew), limit },
    { subject, what: `${size} orders matched again`, measured: rate(found.again), limit },
    {
      ...{ subject, what: `${size} orders, whole time`, measured: { value: median(found.anew) / 1000, unit: 's' } },
      limit: { value: orders / 16_667, unit: 's', kind: 'aim', what: 'a million in a minute' },
    },
    { subject, what: `${size} orders, memory of our process`, measured: { value: peak() * 1000, unit: 'KB' } },
  ]
}

/** Kind after kind, as files of orders, payments, waybills and lists come. */
async function fill(house: House, orders: number): Promise<void> {
  for (const kind of [0, 1, 2, 3])
    for (let from = 0; from < orders; from += perFill)
      await fillPart(house, { kind, from, to: Math.min(orders, from + perFill) })
  await house.pool.query('vacuum analyze customs_documents')
}

function fillPart(house: House, { kind, from, to }: { kind: number; from: number; to: number }): Promise<void> {
  return write(house.workAs(everybody), async (tx) => {
    const { client, secret, now } = tx
    await client.query(`set local work_mem = '192MB'`)
    const { rows } = await client.query<{ id: string }>(
      `insert into customs_files (file_name, sha256, bytes, unit_code, messages, documents, accepted, changed, unchanged, refused, departed, received_at,
         received_by, received_by_name) values ('bench', $1, 0, 'PORT', 0, 0, 0, 0, 0, 0, 0, $2, 'bench', 'bench') returning id`,
      [`bench ${kind} ${from} ${to} ${performance.now()}`, now],
    )
    const incoming = await Incoming.open(client, { secret, today: '2018-06-30' })
    for (let number = from; number < to; number++) {
      incoming.add(documentsOf(number)[kind] as CustomsDocument, 1, number)
      if (number % 500 === 0) await incoming.flush()
    }
    await incoming.end()
    await settleDocuments(client, { file: rows[0]!.id, unit: 'PORT', at: now })
    await moveBuyerYears(client, rows[0]!.id)
  })
}

async function matchedAll(house: House, orders: number): Promise<void> {
  const matched = await rematchAll(house.workAs(everybody))
  if (matched !== orders) throw new Error(`${matched} orders were matched, expected ${orders}`)
}

/** What any match must do at least: find the four documents of each order. */
async function bareJoin({ pool }: House): Promise<void> {
  await pool.query(
    `select count(*), max(l.id + w.id + p.id) from customs_documents o
       join customs_documents p on p.kind = 'payment' and p.order_no = o.order_no and p.platform = o.platform and p.replaced_at is null
       join customs_documents l on l.kind = 'list' and l.order_no = o.order_no and l.platform = o.platform and l.replaced_at is null
       join customs_documents w on w.kind = 'waybill' and w.carrier = l.carrier and w.waybill_no = l.waybill_no and w.replaced_at is null
     where o.kind = 'order' and o.replaced_at is null`,
  )
}

async function receivedPerSecond(house: House, folder: string): Promise<Line[]> {
  const file = path.join(folder, 'messages.zip')
  const entries: Record<string, Uint8Array> = {}
  for (let from = 0; from < receivedOrders; from += perMessage) {
    const made = Array.from({ length: perMessage }, (_, place) => ({ no: `B${from + place}` }))
    for (const [kind, message] of [orderMessage, paymentMessage, waybillMessage, listMessage].entries())
      entries[`${kind}-${from}.xml`] = new TextEncoder().encode(message(made))
  }
  writeFileSync(file, zipSync(entries, { level: 6 }))
  const documents = receivedOrders * 4
  const asked = { file: { name: 'messages.zip', path: file }, unit: 'PORT' }
  const { ms, answer } = await timed(() => receiveMessages(house.workAs(everybody), asked))
  rmSync(file)
  if (answer.accepted !== documents) throw new Error(`${answer.accepted} documents were taken, expected ${documents}`)
  const rate = { value: (documents * 1000) / ms, unit: 'rows/s' as const }
  return [
    { subject: 'customs', what: `${documents.toLocaleString('en')} documents received and matched`, measured: rate },
  ]
}

/** Megabytes that this process had in memory at most since it was asked for. */
function peakMemory(): () => number {
  let most = process.memoryUsage.rss()
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 200)
  timer.unref()
  return () => {
    clearInterval(timer)
    return most / 1_000_000
  }
}
