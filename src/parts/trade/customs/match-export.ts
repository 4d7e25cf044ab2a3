import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { type Locale, say, type Words } from '#kernel/i18n/words.ts'
import { longRead } from '#parts/ledgers/long-read.ts'
import { type OrdersAsked, ordersQuery } from './match-queries.ts'
import type { MatchState, OrderMatched } from './match-shapes.ts'
import { kindWords, reasonSaid, sidesOf } from './reason-said.ts'
import type { Mismatch, ReasonCode } from './reasons.ts'

const group = 1000

const headings: readonly Words[] = [
  { zh: '进出口', en: 'Flow' },
  { zh: '电商平台', en: 'Platform' },
  { zh: '平台代码', en: 'Platform code' },
  { zh: '订单编号', en: 'Order number' },
  { zh: '状态', en: 'State' },
  { zh: '首份单证日期', en: 'First document sent on' },
  { zh: '天数', en: 'Days' },
  { zh: '规则', en: 'Rule' },
  { zh: '原因', en: 'Reason' },
  { zh: '说明', en: 'What it is' },
  { zh: '一边', en: 'One side says' },
  { zh: '另一边', en: 'The other says' },
  { zh: '多半是', en: 'Most likely' },
  { zh: '官方错误码', en: 'Official code' },
  { zh: '怎么改', en: 'What to do' },
]

export const stateWords: Record<MatchState, Words> = {
  matched: { zh: '已对上', en: 'Matched' },
  waiting: { zh: '等单证', en: 'Waiting' },
  mismatch: { zh: '不一致', en: 'Mismatch' },
}

export const flowWords: Record<'import' | 'export', Words> = {
  import: { zh: '进口', en: 'Import' },
  export: { zh: '出口', en: 'Export' },
}

/**
 * The list of orders to send back: a line a reason, its two values, what it most likely is and what to do, in the reader's language.
 * Persons stand in it masked, as they stand in the register. The export is in the audit.
 */
export async function exportMatch(
  work: Work,
  asked: OrdersAsked & { format: 'xlsx' | 'csv'; locale: Locale },
): Promise<FileAnswer> {
  const { filter, format, locale } = asked
  await write(work, async (tx) => {
    const subject = `customs-platform:${filter.platform ?? '*'}`
    audit(tx, { action: 'trade/export-match', subject, after: { ...filter, format } })
  })
  const lines = longRead(work, (tx) => linesOf(tx, asked))
  const name = `${say({ zh: '三单对碰待核对', en: 'Orders to check' }, locale)}-${filter.platform ?? asked.today}.${format}`
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', content: Readable.from(csvOf(lines, locale)) }
  const sheet = {
    name: say({ zh: '待核对', en: 'To check' }, locale),
    columns: headings.map((heading, place) => ({
      header: say(heading, locale),
      width: place === 9 || place === 14 ? 46 : 16,
    })),
    freezePane: { rows: 1 },
  }
  const content = Readable.fromWeb(writeXlsxStream(cellsOf(lines), sheet) as ReadableStream)
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content }
}

async function* csvOf(groups: AsyncIterable<string[][]>, locale: Locale): AsyncGenerator<string> {
  yield `\ufeff${csvLine(headings.map((heading) => say(heading, locale)))}`
  for await (const lines of groups)
    yield lines.map((cells) => csvLine(cells.map((cell) => (/^['=+@-]/.test(cell) ? `'${cell}` : cell)))).join('')
}

/** Text throughout: order numbers have more digits than a spreadsheet keeps. */
async function* cellsOf(groups: AsyncIterable<string[][]>): AsyncGenerator<string[]> {
  for await (const lines of groups) yield* lines
}

async function* linesOf(tx: Tx, asked: OrdersAsked & { locale: Locale }): AsyncGenerator<string[][]> {
  const { sql, values } = ordersQuery(asked)
  await tx.client.query(`declare to_send no scroll cursor for ${sql}`, values)
  for (;;) {
    const { rows } = await tx.client.query<OrderMatched>(`fetch ${group} from to_send`)
    if (rows.length === 0) return
    const shown = await buyersShown(tx, rows)
    yield rows.flatMap((order) => linesOfOrder(order, shown.get(keyOf(order)) ?? [], asked.locale))
  }
}

function linesOfOrder(order: OrderMatched, buyers: readonly BuyerShown[], locale: Locale): string[][] {
  const head = [
    ...[say(flowWords[order.flow], locale), order.platformName, order.platform, order.orderNo],
    ...[say(stateWords[order.state], locale), order.sentOn, String(order.days)],
  ]
  if (order.mismatches.length === 0) return [[...head, ...Array.from({ length: 8 }, () => '')]]
  return order.mismatches.map((found) => {
    const mismatch = found as Mismatch
    const { short, told, hint, cure, official } = reasonSaid(mismatch, locale)
    return [...head, mismatch.rule, short, told, ...twoValues(mismatch, buyers, locale), hint, official, cure]
  })
}

/** `订单：223.2` and `支付单：205.0`; of a buyer what the register shows, masked. */
function twoValues(mismatch: Mismatch, buyers: readonly BuyerShown[], locale: Locale): [string, string] {
  const sides = ofBuyers.has(mismatch.code)
    ? buyers.map(({ kind, shown }) => ({ of: kindWords[kind], value: shown }))
    : sidesOf(mismatch)
  const [one = '', ...others] = sides.map(
    ({ of, value }) => `${say(of, locale)}${locale === 'zh' ? '：' : ': '}${value || '—'}`,
  )
  return [one, others.join(locale === 'zh' ? '；' : '; ')]
}

const ofBuyers: ReadonlySet<ReasonCode> = new Set(['buyer-number-differs', 'buyer-name-differs', 'buyer-number-case'])

interface BuyerShown {
  kind: keyof typeof kindWords
  shown: string
}

const keyOf = ({ flow, platform, orderNo }: Pick<OrderMatched, 'flow' | 'platform' | 'orderNo'>) =>
  `${flow} ${platform} ${orderNo}`

/** What the documents of the orders show of their buyers, for orders whose buyers differ. */
async function buyersShown(tx: Tx, orders: readonly OrderMatched[]): Promise<Map<string, BuyerShown[]>> {
  const wanted = orders.filter(({ mismatches }) => mismatches.some(({ code }) => ofBuyers.has(code)))
  if (wanted.length === 0) return new Map()
  const { rows } = await tx.client.query<BuyerShown & { flow: 'import'; platform: string; orderNo: string }>(
    `select d.flow, d.platform, d.order_no as "orderNo", d.kind, coalesce(d.said->>'buyerShown', '') as shown
     from unnest($1::text[], $2::text[], $3::text[]) as w (flow, platform, order_no) join customs_documents d
       on d.order_no = w.order_no collate "C" and d.platform = w.platform collate "C" and d.flow = w.flow and d.replaced_at is null
     where d.kind <> 'waybill' order by array_position(array['order', 'payment', 'list'], d.kind)`,
    [wanted.map(({ flow }) => flow), wanted.map(({ platform }) => platform), wanted.map(({ orderNo }) => orderNo)],
  )
  return Map.groupBy(rows, keyOf)
}
