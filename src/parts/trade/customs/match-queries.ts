import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { ageSql } from './match-counts.ts'
import type { OrderFilter, OrderMatched } from './match-shapes.ts'

export interface OrdersAsked {
  /** units whose orders the caller may see */
  units: readonly string[]
  /** the zone's day, from which ages are counted */
  today: Day
  filter: OrderFilter
}

/** Orders found by a number that begins with what was typed; more are not counted. */
const mostFound = 1000

/** A list ends here: who would read on narrows it, or exports it. */
const most = 10_000

/**
 * A page of orders, what waits or mismatches oldest first, and how many there are in all. Each state is walked along its own index, so
 * that a page costs as much as its number times its size.
 */
export async function ordersOf(
  tx: Tx,
  asked: OrdersAsked & { page: number; size: number },
): Promise<{ orders: OrderMatched[]; total: number; more: boolean }> {
  const { page, size } = asked
  const from = (page - 1) * size
  const { sql, values } = ordersQuery(asked, from + size)
  if (from + size > most) return { orders: [], ...(await countOf(tx, asked)) }
  const { rows } = await tx.client.query<OrderMatched>(
    `${sql} offset $${values.length + 1} limit $${values.length + 2}`,
    [...values, from, size],
  )
  const { total, more } = await countOf(tx, asked)
  return { orders: rows, total, more }
}

/** The query behind a list and its export. The first `enough` rows will do; all when it is left out. */
export function ordersQuery(asked: OrdersAsked, enough?: number): { sql: string; values: unknown[] } {
  const { values, where } = conditionsOf(asked)
  const limit = enough === undefined ? '' : `limit ${enough}`
  const branch = (state: string) =>
    `(select * from customs_matches m where ${[state, ...where].join(' and ')} order by sent_on, flow, platform, order_no ${limit})`
  const open = (state: string) => branch(`m.state <> 'matched' and m.state = '${state}'`)
  // What matches has no reason that keeps it from matching.
  const matched = asked.filter.reason ? '(select * from customs_matches where false)' : matchedBranch(where, limit)
  const branches = {
    mismatch: [open('mismatch')],
    waiting: [open('waiting')],
    open: [open('mismatch'), open('waiting')],
    matched: [matched],
    all: [open('mismatch'), open('waiting'), matched],
  }[stateOf(asked.filter)]
  const today = `$2::date`
  return {
    values,
    sql: `select flow, platform, platform_name as "platformName", order_no as "orderNo", state, mismatches, value::text as value,
       to_char(sent_on, 'YYYY-MM-DD') as "sentOn", greatest(0, ${today} - sent_on) as days
     from (${branches.join(' union all ')}) found
     order by (state = 'matched'), case when state = 'matched' then 0 else sent_on - date '1970-01-01' end, flow, platform, order_no`,
  }
}

/** Matched orders stand by number: nobody waits for them. */
const matchedBranch = (where: readonly string[], limit: string) =>
  `(select * from customs_matches m where ${[`m.state = 'matched'`, ...where].join(' and ')} order by flow, platform, order_no ${limit})`

export function stateOf({ state, q }: OrderFilter): NonNullable<OrderFilter['state']> {
  return state ?? (q ? 'all' : 'open')
}

function conditionsOf({ units, today, filter }: OrdersAsked): { values: unknown[]; where: string[] } {
  const values: unknown[] = [units, today]
  const where = ['m.unit_code = any($1)']
  const add = (value: unknown, condition: (place: string) => string) => {
    values.push(value)
    where.push(condition(`$${values.length}`))
  }
  if (filter.flow) add(filter.flow, (place) => `m.flow = ${place}`)
  if (filter.platform) add(filter.platform, (place) => `m.platform = ${place}`)
  if (filter.reason) add(filter.reason, (place) => `m.reasons @> array[${place}::text]`)
  if (filter.age) add(filter.age, (place) => `${ageSql('m.sent_on', '$2::date')} = ${place}`)
  if (filter.q) add(prefixOf(filter.q), (place) => `(m.flow, m.platform, m.order_no) in (${numberedSql(place)})`)
  return { values, where }
}

/**
 * Orders of documents whose order, waybill or list number begins with a text. A waybill may name no platform: its order is then found by the
 * documents that share its number.
 */
const numberedSql = (prefix: string) => {
  const found = (column: string) =>
    `(select flow, platform, order_no from customs_documents where replaced_at is null and ${column} <> '' and ${column} like ${prefix} limit ${mostFound})`
  const told = `(select flow, platform, order_no from customs_list_states where list_no <> '' and list_no like ${prefix} limit ${mostFound})`
  const all = [...['order_no', 'waybill_no', 'list_no', 'cop_no'].map(found), told].join(' union ')
  return `with found as materialized (${all})
    select flow, platform, order_no from found where platform <> ''
    union select d.flow, d.platform, d.order_no from found f join customs_documents d
      on d.order_no = f.order_no and d.flow = f.flow and d.replaced_at is null and d.platform <> ''
      where f.platform = '' and f.order_no <> ''`
}

const prefixOf = (text: string) => `${text.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`

/** From the counts that the match keeps where they can tell; else by counting as far as a list goes. */
async function countOf(tx: Tx, asked: OrdersAsked): Promise<{ total: number; more: boolean }> {
  const { reason, q, state } = asked.filter
  const kept = !q && (!reason || state === undefined || state === 'open' || state === 'all')
  const total = kept ? await keptCount(tx, asked) : await counted(tx, asked)
  return { total: Math.min(total, most), more: total > most }
}

async function keptCount(tx: Tx, { filter, units, today }: OrdersAsked): Promise<number> {
  const table = filter.reason ? 'customs_reason_counts' : 'customs_match_counts'
  const which = filter.reason ? 'reason = $5' : `($5 = 'all' or state = $5 or ($5 = 'open' and state <> 'matched'))`
  const { rows } = await tx.client.query<{ total: number }>(
    `select coalesce(sum(orders), 0)::int as total from ${table}
     where unit_code = any($1) and ($2::text is null or flow = $2) and ($3::text is null or platform = $3)
       and ($4::text is null or ${ageSql('sent_on', '$6::date')} = $4) and ${which}`,
    [units, filter.flow ?? null, filter.platform ?? null, filter.age ?? null, filter.reason ?? stateOf(filter), today],
  )
  return rows[0]!.total
}

async function counted(tx: Tx, asked: OrdersAsked): Promise<number> {
  const { sql, values } = ordersQuery(asked, most + 1)
  const { rows } = await tx.client.query<{ total: number }>(
    `select count(*)::int as total from (${sql} limit ${most + 1}) counted`,
    values,
  )
  return rows[0]!.total
}
