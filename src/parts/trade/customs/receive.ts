import type { Readable } from 'node:stream'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { expectBreaks, spoolFile } from '#kernel/files/spool.ts'
import { refuse } from '#kernel/refusal.ts'
import { keepInside, unitsByWord } from '#parts/org/org.ts'
import { type MessageRead, readMessages } from '../ceb/message-files.ts'
import type { CebDocument } from '../ceb/message-reader.ts'
import type { Edition, MessageType } from '../ceb/schema.ts'
import { dropCancelled, moveBuyerYears } from './buyer-years.ts'
import { dayIn } from './day-of.ts'
import { documentOf, isMatched } from './document-of.ts'
import { followUpsIn } from './follow-up-of.ts'
import { Incoming } from './incoming.ts'
import { lockCustoms } from './lock.ts'
import { rematch } from './rematch.ts'
import { type Receipt, settleDocuments } from './settle-documents.ts'
import { settleFollowUps } from './settle-follow-ups.ts'
import { touchOrders } from './touched.ts'

export interface ReceiveAsked {
  file: { name: string } & ({ stream: Readable } | { path: string })
  /** whose messages they are: a unit's code or name */
  unit: string
  edition?: Edition | undefined
  /** subtrees the receiver may write to */
  roots?: readonly string[] | undefined
  onProgress?: (progress: { stage: 'reading' | 'matching'; documents: number }) => void
  signal?: AbortSignal | undefined
}

export interface Received {
  file: number
  messages: number
  documents: number
  accepted: number
  changed: number
  unchanged: number
  refused: number
  departed: number
  /** receipts, cancellations, returns and the like that are new, and how many of them speak of a document that is not here */
  followUps: number
  unbound: number
  /** orders that were matched anew */
  matched: number
  /** true when the same file had been received before: nothing was changed */
  known: boolean
}

/**
 * Receives a customs message, or a zip of them, in one transaction: its documents, each departure from the specification, and the match of
 * every order it concerns. The same file again changes nothing. Refuses what {@link readMessages} refuses, `trade/no-message` and `org/unit-unknown`.
 */
export async function receiveMessages(work: Work, asked: ReceiveAsked): Promise<Received> {
  const source = 'path' in asked.file ? asked.file.path : asked.file.stream
  expectBreaks(source)
  const spooled = await spoolFile(source)
  try {
    return await write(work, async (tx) => {
      const unit = (await unitsByWord(tx)).get(asked.unit) ?? refuse('org/unit-unknown', { unit: asked.unit }, 404)
      if (asked.roots) await keepInside(tx, unit, asked.roots)
      await lockCustoms(tx.client)
      return (await knownFile(tx, spooled.sha256, unit)) ?? (await taken(tx, { ...asked, unit }, spooled))
    })
  } finally {
    await spooled.remove()
  }
}

async function knownFile(tx: Tx, sha256: string, unit: string): Promise<Received | null> {
  const { rows } = await tx.client.query<Omit<Received, 'matched' | 'known'>>(
    `select id::int as file, messages, documents, accepted, changed, unchanged, refused, departed, follow_ups as "followUps", unbound
     from customs_files where sha256 = $1 and unit_code = $2`,
    [sha256, unit],
  )
  return rows[0] ? { ...rows[0], matched: 0, known: true } : null
}

async function taken(
  tx: Tx,
  asked: ReceiveAsked,
  spooled: { path: string; sha256: string; bytes: number },
): Promise<Received> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select nextval(pg_get_serial_sequence('customs_files', 'id')) as id`,
  )
  const file = rows[0]!.id
  const read = await readAll(tx, asked, spooled.path)
  if (read.every(({ reading }) => reading.type === null)) refuseWhole(asked.file.name, read)
  asked.onProgress?.({ stage: 'matching', documents: read.reduce((sum, { reading }) => sum + reading.documents, 0) })
  await keepMessages(tx, file, read)
  const settled = await settle(tx, { file, unit: asked.unit, at: tx.now })
  const counts = {
    messages: read.length,
    documents: read.reduce((sum, { reading }) => sum + reading.documents, 0),
    ...settled,
    departed: read.reduce((sum, { reading }) => sum + reading.departed, 0),
  }
  await keepFile(tx, file, asked, { ...spooled, ...counts })
  const matched = await rematch(tx, 'touched', (orders) => asked.onProgress?.({ stage: 'matching', documents: orders }))
  audit(tx, {
    action: 'trade/receive-messages',
    subject: `customs-file:${file}`,
    unit: asked.unit,
    after: { file: asked.file.name, ...counts },
  })
  return { file: Number(file), ...counts, matched, known: false }
}

async function settle({ client }: Tx, receipt: Receipt) {
  await client.query(`set local work_mem = '192MB'`)
  const documents = await settleDocuments(client, receipt)
  await moveBuyerYears(client, receipt.file)
  const followUps = await settleFollowUps(client, receipt)
  await dropCancelled(client)
  // What a large file brought is unknown to the planner, who would look it up row by row.
  if (documents.accepted > manyDocuments) await client.query('analyze customs_documents')
  await touchOrders(client, receipt.file)
  return { ...documents, ...followUps }
}

const manyDocuments = 10_000

async function readAll(tx: Tx, asked: ReceiveAsked, path: string): Promise<MessageRead[]> {
  const incoming = await Incoming.open(tx.client, { secret: tx.secret, today: dayIn(tx.now) })
  const read: MessageRead[] = []
  let documents: CebDocument[] = []
  const keep = (document: CebDocument) => void documents.push(document)
  const take = (type: MessageType, those: readonly CebDocument[]) => {
    for (const document of those)
      if (isMatched(type)) incoming.add(documentOf(type, document, tx.secret), read.length, document.ordinal)
      else for (const one of followUpsIn(type, document)) incoming.addFollowUp(one, read.length, document.ordinal)
  }
  let count = 0
  try {
    for await (const message of readMessages({ path, name: asked.file.name }, () => ({
      edition: asked.edition,
      take: keep,
    }))) {
      if (asked.signal?.aborted) refuse('trade/receive-stopped')
      read.push(slim(message, read.length))
      if (message.reading.type) take(message.reading.type, documents)
      count += documents.length
      documents = []
      await incoming.flush()
      asked.onProgress?.({ stage: 'reading', documents: count })
    }
    await incoming.end()
    return read
  } catch (error) {
    await incoming.abandon(error as Error)
    throw error
  }
}

/** What is kept of a message's departures; of the messages of a large zip fewer, so that they stay small in memory. */
function slim({ name, reading }: MessageRead, before: number): MessageRead {
  const kept = before < manyMessages ? departuresKept : fewDepartures
  return { name, reading: { ...reading, departures: reading.departures.slice(0, kept) } }
}

const departuresKept = 200
const fewDepartures = 5
const manyMessages = 2000

function refuseWhole(file: string, read: readonly MessageRead[]): never {
  const broken = read[0]?.reading.broken
  return refuse('trade/no-message', {
    file,
    why: broken?.code ?? 'empty',
    found: broken?.found ?? '',
    line: broken?.line ?? 0,
  })
}

async function keepFile(
  tx: Tx,
  id: string,
  asked: ReceiveAsked,
  file: { sha256: string; bytes: number } & Omit<Received, 'file' | 'matched' | 'known'>,
) {
  await tx.client.query(
    `insert into customs_files (id, file_name, sha256, bytes, unit_code, messages, documents, accepted, changed, unchanged, refused, departed,
       follow_ups, unbound, received_at, received_by, received_by_name) overriding system value
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, asked.file.name, file.sha256, file.bytes, asked.unit, file.messages, file.documents, file.accepted],
      ...[
        file.changed,
        file.unchanged,
        file.refused,
        file.departed,
        file.followUps,
        file.unbound,
        tx.now,
        tx.actor.id,
        tx.actor.name,
      ],
    ],
  )
}

async function keepMessages(tx: Tx, file: string, read: readonly MessageRead[]): Promise<void> {
  for (let from = 0; from < read.length; from += 1000) {
    const rows = read.slice(from, from + 1000).map(({ name, reading }, place) => ({
      ...{ place: from + place + 1, name, number: reading.type?.number ?? null, edition: reading.edition },
      ...{
        flow: reading.type?.flow ?? null,
        guid: reading.guid,
        documents: reading.documents,
        departed: reading.departed,
      },
      ...{ broken: reading.broken, departures: reading.departures },
    }))
    await tx.client.query(
      `insert into customs_messages (file_id, place, name, number, edition, flow, guid, documents, departed, broken, departures)
       select $1, place, name, number, edition, flow, guid, documents, departed, broken, departures
       from jsonb_to_recordset($2::jsonb) as m (place int, name text, number text, edition text, flow text, guid text, documents int,
         departed int, broken jsonb, departures jsonb)`,
      [file, JSON.stringify(rows).replaceAll('\\u0000', '')],
    )
  }
}
