import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Tx } from '#kernel/db/work.ts'
import type { CustomsDocument } from './document.ts'
import { blank } from './document.ts'
import { type Gathered, matchOrder } from './match-rules.ts'

/**
 * Matches the orders in the temporary table `touched` anew; an order that no document speaks of any more leaves the match. Documents come
 * sorted by order and go one order at a time, so that a million orders need no more memory than one. Answers how many were looked at.
 */
export async function rematch(tx: Tx, onProgress: (orders: number) => void = () => {}): Promise<number> {
  const { client } = tx
  await client.query(`set local work_mem = '256MB'`)
  await client.query(`create temp table gathered on commit drop as ${GATHERED}`)
  await client.query(`create temp table outcomes (${OUTCOME_COLUMNS}) on commit drop`)
  const orders = await matchAll(tx, onProgress)
  await keepOutcomes(tx)
  return orders
}

const OUTCOME_COLUMNS = `flow text, platform text collate "C", order_no text collate "C", platform_name text, state text, mismatches jsonb,
  reasons text[], value numeric, unit_code text`

/** The documents of each touched order, those known only by their waybill or order number among them. */
const GATHERED = `
  select distinct on (flow, platform, order_no, id) * from (
    select t.flow, t.platform, t.order_no, d.id, d.kind, d.said, d.unit_code
      from touched t join customs_documents d on d.flow = t.flow and d.order_no = t.order_no and d.platform = t.platform and d.replaced_at is null
    union all
    select t.flow, t.platform, t.order_no, w.id, w.kind, w.said, w.unit_code
      from touched t join customs_documents w on w.flow = t.flow and w.order_no = t.order_no and w.platform = '' and w.replaced_at is null
    union all
    select t.flow, t.platform, t.order_no, w.id, w.kind, w.said, w.unit_code
      from touched t join customs_documents l on l.flow = t.flow and l.order_no = t.order_no and l.platform = t.platform and l.kind = 'list' and l.replaced_at is null
      join customs_documents w on w.carrier = l.carrier and w.waybill_no = l.waybill_no and w.kind = 'waybill' and w.replaced_at is null
      where l.waybill_no <> ''
    union all
    select t.flow, t.platform, t.order_no, p.id, 'elsewhere', p.said, p.unit_code
      from touched t join customs_documents o on o.flow = t.flow and o.order_no = t.order_no and o.platform = t.platform and o.kind = 'order' and o.replaced_at is null
      join customs_documents p on p.transaction_no = o.transaction_no and p.kind = 'payment' and p.replaced_at is null and p.order_no <> o.order_no
      where o.transaction_no <> ''
  ) documents order by flow, platform, order_no, id`

interface Line {
  key: string
  kind: CustomsDocument['kind'] | 'elsewhere'
  said: CustomsDocument
  unit: string
}

async function matchAll({ client }: Tx, onProgress: (orders: number) => void): Promise<number> {
  // The connection reads or writes, not both: outcomes wait as text, a few hundred bytes an order that does not match.
  const outcomes: string[] = []
  let orders = 0
  const stream = client.query(
    copyTo(
      'copy (select flow, platform, order_no, kind, unit_code, said from gathered order by flow, platform, order_no, id) to stdout',
    ),
  )
  for await (const lines of ordersOf(stream)) {
    outcomes.push(outcomeOf(lines))
    orders += 1
    if (orders % 10_000 === 0) onProgress(orders)
  }
  const copy = client.query(copyFrom('copy outcomes from stdin'))
  for (let from = 0; from < outcomes.length; from += 1000) await pour(copy, outcomes.slice(from, from + 1000).join(''))
  copy.end()
  await finished(copy)
  return orders
}

async function pour(copy: Writable, text: string): Promise<void> {
  if (!copy.write(text)) await new Promise((drained) => copy.once('drain', drained))
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
  const [flow, platform, orderNo, kind, unit, said] = cells as [string, string, string, Line['kind'], string, string]
  return { key: `${flow}\t${platform}\t${orderNo}`, kind, unit, said: { ...blank, ...JSON.parse(plain(said)) } }
}

/** COPY's escapes undone; JSON's own backslashes come doubled. */
const plain = (text: string) =>
  text.includes('\\')
    ? text.replaceAll(/\\(.)/g, (_, one: string) => ({ t: '\t', n: '\n', r: '\r' })[one] ?? one)
    : text

function outcomeOf(lines: readonly Line[]): string {
  const of = (kind: Line['kind']) => lines.filter((line) => line.kind === kind).map(({ said }) => said)
  const [order] = of('order')
  const gathered: Gathered = {
    ...{ order: order ?? null, payments: of('payment'), waybills: of('waybill'), lists: of('list') },
    paidUnder: of('elsewhere')[0]?.orderNo ?? null,
  }
  const { state, mismatches } = matchOrder(gathered)
  const named = [order, ...gathered.payments, ...gathered.lists].find((one) => one && one.platformName !== '')
  const value = order?.goodsValue ?? ''
  const reasons = [...new Set(mismatches.filter(({ warns }) => !warns).map(({ code }) => code))]
  const own = lines.find(({ kind }) => kind !== 'elsewhere') ?? lines[0]!
  const cells = [named?.platformName ?? '', state, JSON.stringify(mismatches), `{${reasons.join(',')}}`]
  const amount = /^\d+(?:\.\d+)?$/.test(value) ? value : '\\N'
  return `${own.key}\t${cells.map(escaped).join('\t')}\t${amount}\t${own.unit}\n`
}

const escaped = (text: string) =>
  text.replaceAll(/[\\\t\n\r]/g, (one) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n' })[one] ?? '\\r')

async function keepOutcomes({ client, now }: Tx): Promise<void> {
  await client.query('analyze outcomes')
  await client.query(
    `delete from customs_matches m using touched t where m.flow = t.flow and m.platform = t.platform and m.order_no = t.order_no
       and not exists (select from outcomes o where o.flow = t.flow and o.platform = t.platform and o.order_no = t.order_no)`,
  )
  await client.query(
    `insert into customs_matches as m (flow, platform, order_no, unit_code, platform_name, state, mismatches, reasons, value, since, changed_at)
     select flow, platform, order_no, unit_code, platform_name, state, mismatches, reasons, value, $1, $1 from outcomes
     on conflict (flow, platform, order_no) do update set platform_name = excluded.platform_name, state = excluded.state,
       mismatches = excluded.mismatches, reasons = excluded.reasons, value = excluded.value,
       changed_at = case when m.reasons = excluded.reasons and m.state = excluded.state then m.changed_at else excluded.changed_at end`,
    [now],
  )
}
