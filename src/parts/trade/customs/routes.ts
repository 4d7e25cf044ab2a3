import { read, type Tx, type Work } from '#kernel/db/work.ts'
import { expectBreaks } from '#kernel/files/spool.ts'
import { type Request, type Route, reads, works } from '#kernel/http/route.ts'
import { tellProgress } from '#kernel/jobs/progress.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { matchCounts } from './match-counts.ts'
import { matchDay } from './match-day.ts'
import { exportMatch } from './match-export.ts'
import { ordersOf } from './match-queries.ts'
import * as match from './match-shapes.ts'
import * as queries from './message-queries.ts'
import { sampleNamed } from './message-samples.ts'
import * as messages from './message-shapes.ts'
import { orderShown } from './order-queries.ts'
import { showMatchedOrder } from './order-shapes.ts'
import { readFile } from './read-file.ts'
import { type ReceiveAsked, receiveMessages } from './receive.ts'

const matchRoutes: Route[] = [
  reads(match.matchOverview, async (tx, { query }, { roots }) =>
    matchCounts(tx, { units: await unitsUnder(tx, roots), today: await matchDay(tx), flow: query.flow }),
  ),
  reads(match.matchedOrders, async (tx, { query }, { roots }) => {
    const { page, size, ...filter } = query
    return ordersOf(tx, { ...(await seen(tx, roots)), filter, page, size })
  }),
  works(match.matchExport, async (work, { query }, { roots, locale }) => {
    const { format, ...filter } = query
    const asked = await read(work, (tx) => seen(tx, roots))
    return exportMatch(work, { ...asked, filter, format, locale })
  }),
  reads(showMatchedOrder, async (tx, { params }, { roots }) => orderShown(tx, params, await seen(tx, roots))),
]

const fileRoutes: Route[] = [
  reads(messages.listMessageFiles, async (tx, { query }, { roots }) =>
    queries.filesOf(tx, await unitsUnder(tx, roots), query),
  ),
  reads(messages.showMessageFile, async (tx, { params }, { roots }) => {
    const file = await queries.fileOf(tx, params.id, await unitsUnder(tx, roots))
    const groups = await queries.departureGroupsIn(tx, params.id)
    return { file, groups, orders: await queries.outcomesIn(tx, file) }
  }),
  reads(messages.messagesOfFile, async (tx, { params, query }, { roots }) =>
    queries.messagesIn(tx, await opened(tx, params, roots), query),
  ),
  reads(messages.departuresOfFile, async (tx, { params, query }, { roots }) =>
    queries.departuresIn(tx, await opened(tx, params, roots), query),
  ),
  reads(messages.documentsOfFile, async (tx, { params, query }, { roots }) =>
    queries.documentsIn(tx, await opened(tx, params, roots), query),
  ),
  reads(messages.refusalsOfFile, async (tx, { params, query }, { roots }) =>
    queries.refusalsIn(tx, await opened(tx, params, roots), query),
  ),
]

const sendingRoutes: Route[] = [
  works(messages.readMessageFile, async (_work, { query }, { file }) => {
    expectBreaks(file!.stream)
    return readFile(file!, query.edition)
  }),
  works(messages.receiveMessageFile, async (work, { query }, request) => {
    expectBreaks(request.file!.stream)
    const { name, stream } = request.file!
    const told = progressTold(request, query.progress)
    try {
      const received = await receiveMessages(work, {
        ...{ file: { name, stream }, roots: request.roots, edition: query.edition, onProgress: told.step },
        ...{ unit: query.unit ?? (await read(work, (tx) => usualUnit(tx, request.roots))), signal: goneOf(request) },
      })
      const { file: id, known, matched, messages: count, documents, departed } = received
      const { accepted, changed, unchanged, refused } = received
      return { id, name, messages: count, documents, accepted, changed, unchanged, refused, departed, matched, known }
    } finally {
      await told.end()
    }
  }),
  reads(messages.sampleMessage, async (_tx, { params }) => {
    const { name, text } = sampleNamed(params.name)
    return { name, type: 'application/xml; charset=utf-8', content: text }
  }),
]

export const customsRoutes: readonly Route[] = [...matchRoutes, ...fileRoutes, ...sendingRoutes]

/** What the caller may see, and the day from which they count. */
async function seen(tx: Tx, roots: readonly string[]) {
  return { units: await unitsUnder(tx, roots), today: await matchDay(tx) }
}

async function opened(tx: Tx, { id }: { id: number }, roots: readonly string[]): Promise<number> {
  return (await queries.fileOf(tx, id, await unitsUnder(tx, roots))).id
}

/** The unit whose file came last among the receiver's own, else where the receiver stands. */
async function usualUnit(tx: Tx, roots: readonly string[]): Promise<string> {
  const { rows } = await tx.client.query<{ unit: string }>(
    'select unit_code as unit from customs_files where unit_code = any($1) order by id desc limit 1',
    [await unitsUnder(tx, roots)],
  )
  return rows[0]?.unit ?? roots[0]!
}

/** Aborted when whoever sent the file goes away before the answer. */
function goneOf({ reply }: Request): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => reply.raw.writableFinished || gone.abort())
  return gone.signal
}

/** Tells how many documents are through, four times a second at most; one after the other, so that the end is told last. */
function progressTold({ work }: { work: Work }, id: string | undefined) {
  let last = 0
  let done = 0
  let stage: Stage = 'reading'
  let telling = Promise.resolve()
  const tell = (ended: boolean): Promise<void> => {
    if (!id) return telling
    const told = {
      id,
      done,
      total: null,
      words: { zh: stageWords[stage].zh(done), en: stageWords[stage].en(done) },
      ended,
    }
    telling = telling.then(() => tellProgress(work, told)).catch(() => {})
    return telling
  }
  return {
    step: ({ stage: at, documents }: { stage: Stage; documents: number }) => {
      const turned = at !== stage
      stage = at
      if (at === 'reading') done = documents
      if (!turned && Date.now() - last < 250) return
      last = Date.now()
      void tell(false)
    },
    end: () => tell(true),
  }
}

type Stage = Parameters<NonNullable<ReceiveAsked['onProgress']>>[0]['stage']

const stageWords: Record<Stage, Record<'zh' | 'en', (done: number) => string>> = {
  reading: { zh: (done) => `已读 ${done} 份单证`, en: (done) => `${done} documents read` },
  matching: { zh: (done) => `已读 ${done} 份单证，正在对碰`, en: (done) => `${done} documents read, matching` },
}
