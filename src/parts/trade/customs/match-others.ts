import type { Readable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { CopyStream, copyCells, unescaped } from './copy-stream.ts'
import { blank, type CustomsDocument } from './document.ts'
import { type Gathered, matchOrder, type OverYear } from './match-rules.ts'

/**
 * Reads the orders in the temporary table `others` and holds each to the rules; the outcomes stand in the temporary table `outcomes`. Documents come
 * sorted by order and go one order at a time, so that a million orders need no more memory than their outcomes. Answers how many.
 */
export async function matchOthers(client: pg.ClientBase, onProgress: (orders: number) => void): Promise<number> {
  await client.query(
    `create temp table outcomes (flow text, platform text collate "C", order_no text collate "C", platform_name text, state text, mismatches jsonb,
       reasons text[], value numeric, unit_code text, sent_on date) on commit drop`,
  )
  await client.query(NEAR)
  await client.query('analyze near (kind, flow, platform, order_no, id)')
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
  return outcomes.length
}

/** The documents under each order's number; a waybill states no platform. */
const NEAR = `create temp table near on commit drop as
  select t.flow, t.platform, t.order_no, d.id, case when d.cancelled_at is null then d.kind else 'cancelled' end as kind, d.unit_code, d.sent_on, d.said,
    d.carrier, d.waybill_no, d.transaction_no
  from others t join customs_documents d on d.flow = t.flow and d.order_no = t.order_no and d.platform in (t.platform, '') and d.replaced_at is null`

/** With them waybills that only a list names, the payment of an unpaid order's transaction under another order, and the buyer's year. */
const GATHERED = `
  select flow, platform, order_no, kind, unit_code, sent_on, said from (
    select flow, platform, order_no, id, kind, unit_code, sent_on, said from near
    union all
    select distinct on (l.flow, l.platform, l.order_no, w.id) l.flow, l.platform, l.order_no, w.id, w.kind, w.unit_code, w.sent_on, w.said
      from near l join customs_documents w on w.waybill_no = l.waybill_no and w.carrier = l.carrier and w.kind = 'waybill' and w.replaced_at is null
      where l.kind = 'list' and l.waybill_no <> '' and not exists (
        select from near n where n.id = w.id and n.flow = l.flow and n.platform = l.platform and n.order_no = l.order_no)
    union all
    select o.flow, o.platform, o.order_no, p.id, 'elsewhere', p.unit_code, p.sent_on, p.said
      from near o join customs_documents p on p.transaction_no = o.transaction_no and p.kind = 'payment' and p.replaced_at is null and p.order_no <> o.order_no
      where o.kind = 'order' and o.transaction_no <> '' and not exists (
        select from near n where n.kind = 'payment' and n.flow = o.flow and n.platform = o.platform and n.order_no = o.order_no)
    union all
    select t.flow, t.platform, t.order_no, 0, 'over', '', null, json_build_object('year', v.year, 'limit', v."limit", 'spent', v.spent, 'value', v.value)
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
