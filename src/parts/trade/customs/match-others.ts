import type { Readable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { CopyStream, copyCells, unescaped } from './copy-stream.ts'
import { blank, type CustomsDocument } from './document.ts'
import { type Gathered, matchOrder, type OverYear } from './match-rules.ts'

/**
 * Reads the touched orders that have no outcome yet and holds each to the rules. Documents come sorted by order and go one order at a time, so
 * that a million orders need no more memory than their outcomes.
 */
export async function matchOthers(client: pg.ClientBase, onProgress: (orders: number) => void): Promise<void> {
  await client.query(
    `create temp table others on commit drop as
     select flow, platform, order_no from touched t
     where not exists (select from outcomes o where o.flow = t.flow and o.platform = t.platform and o.order_no = t.order_no)`,
  )
  await client.query('analyze others')
  // The connection reads or writes, not both: outcomes wait as text, a few hundred bytes an order that does not match.
  const outcomes: string[] = []
  for await (const lines of ordersOf(client.query(copyTo(`copy (${GATHERED}) to stdout`)))) {
    outcomes.push(outcomeOf(lines))
    if (outcomes.length % 10_000 === 0) onProgress(outcomes.length)
  }
  const copy = new CopyStream(client, 'outcomes')
  for (const outcome of outcomes) {
    copy.add(outcome)
    await copy.flush()
  }
  await copy.end()
}

/** The documents of each order, those known only by their waybill or order number among them; a payment of its transaction under another order; its buyer's year. */
const GATHERED = `
  select distinct on (flow, platform, order_no, id) flow, platform, order_no, kind, unit_code, sent_on, said from (
    select t.flow, t.platform, t.order_no, d.id, case when d.cancelled_at is null then d.kind else 'cancelled' end as kind, d.said, d.unit_code, d.sent_on
      from others t join customs_documents d on d.flow = t.flow and d.order_no = t.order_no and d.platform = t.platform and d.replaced_at is null
    union all
    select t.flow, t.platform, t.order_no, w.id, w.kind, w.said, w.unit_code, w.sent_on
      from others t join customs_documents w on w.flow = t.flow and w.order_no = t.order_no and w.platform = '' and w.replaced_at is null
    union all
    select t.flow, t.platform, t.order_no, w.id, w.kind, w.said, w.unit_code, w.sent_on
      from others t join customs_documents l on l.flow = t.flow and l.order_no = t.order_no and l.platform = t.platform and l.kind = 'list' and l.replaced_at is null
      join customs_documents w on w.carrier = l.carrier and w.waybill_no = l.waybill_no and w.kind = 'waybill' and w.replaced_at is null
      where l.waybill_no <> ''
    union all
    select t.flow, t.platform, t.order_no, p.id, 'elsewhere', p.said, p.unit_code, p.sent_on
      from others t join customs_documents o on o.flow = t.flow and o.order_no = t.order_no and o.platform = t.platform and o.kind = 'order' and o.replaced_at is null
      join customs_documents p on p.transaction_no = o.transaction_no and p.kind = 'payment' and p.replaced_at is null and p.order_no <> o.order_no
      where o.transaction_no <> ''
    union all
    select t.flow, t.platform, t.order_no, 0, 'over', json_build_object('year', v.year, 'limit', v."limit", 'spent', v.spent, 'value', v.value), '', null
      from others t join over v using (flow, platform, order_no)
  ) documents order by flow, platform, order_no, id`

interface Line {
  key: string
  kind: CustomsDocument['kind'] | 'cancelled' | 'elsewhere' | 'over'
  unit: string
  sentOn: string
  /** JSON */
  said: string
}

/** The lines of one order at a time. */
async function* ordersOf(stream: Readable): AsyncGenerator<Line[]> {
  let rest = ''
  let order: Line[] = []
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    const lines = (rest + (chunk as string)).split('\n')
    rest = lines.pop()!
    for (const text of lines) {
      const line = lineOf(text)
      if (order.length > 0 && order[0]!.key !== line.key) {
        yield order
        order = []
      }
      order.push(line)
    }
  }
  if (order.length > 0) yield order
}

function lineOf(text: string): Line {
  const cells = text.split('\t')
  const [flow, platform, orderNo, kind, unit, sentOn, said] = cells as [...string[]] & { length: 7 }
  const key = `${flow}\t${platform}\t${orderNo}`
  return { key, kind: kind as Line['kind'], unit: unescaped(unit!), sentOn: sentOn!, said: unescaped(said!) }
}

function outcomeOf(lines: readonly Line[]): string {
  const of = (kind: Line['kind']): CustomsDocument[] =>
    lines.filter((line) => line.kind === kind).map(({ said }) => ({ ...blank, ...JSON.parse(said) }))
  const [order] = of('order')
  const over = lines.find(({ kind }) => kind === 'over')
  const gathered: Gathered = {
    ...{ order: order ?? null, payments: of('payment'), waybills: of('waybill'), lists: of('list') },
    ...{ paidUnder: of('elsewhere')[0]?.orderNo ?? null, cancelled: of('cancelled') },
    yearly: over ? (JSON.parse(over.said) as OverYear) : null,
  }
  const { state, mismatches } = matchOrder(gathered)
  const named = [order, ...gathered.payments, ...gathered.lists].find((one) => one && one.platformName !== '')
  const value = order?.goodsValue ?? ''
  const reasons = [...new Set(mismatches.filter(({ warns }) => !warns).map(({ code }) => code))]
  const own = lines.filter(({ kind }) => kind !== 'elsewhere' && kind !== 'over')
  const sentOn = own.map((line) => line.sentOn).toSorted()[0]!
  const cells = [named?.platformName ?? '', state, JSON.stringify(mismatches), `{${reasons.join(',')}}`]
  const amount = /^\d+(?:\.\d+)?$/.test(value) ? value : null
  // The key is as COPY wrote it.
  return `${own[0]!.key}\t${copyCells([...cells, amount, own[0]!.unit, sentOn])}`
}
