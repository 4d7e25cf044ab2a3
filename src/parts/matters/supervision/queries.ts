import { rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { readScope, scopeSql } from '../desk/scope.ts'
import { mattersPermissions } from '../engine/permissions.ts'
import { ladder } from './ladder.ts'
import type { escalationsShape, ordersShape } from './shapes.ts'

type Orders = Answer<typeof ordersShape>
export type ShownOrder = Orders['orders'][number]

/** Orders as far as the reader sees their matters: open ones by the day to reply by, then the others, newest first. */
export async function ordersShown(
  tx: Tx,
  { matter, page, size }: Asked<typeof ordersShape>['query'],
  roots: readonly string[],
): Promise<Orders> {
  const values: unknown[] = [await zoneToday(tx)]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = [...scopeSql(await readScope(tx, roots), bind), ...(matter ? [`m.number = ${bind(matter)}`] : [])]
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `${select}, count(*) over () as total, count(*) filter (where o.resolved_at is null) over () as open,
       count(*) filter (where o.resolved_at is null and o.reply is null and o.reply_by < $1) over () as late_ones
     ${from} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by o.resolved_at is not null, o.reply_by, o.id desc limit ${size} offset ${(page - 1) * size}`,
    values,
  )
  const may = await mayOf(tx)
  const count = (name: string) => Number(rows[0]?.[name] ?? 0)
  return {
    ...{ total: count('total'), open: count('open'), late: count('late_ones') },
    orders: rows.map((row) => orderFrom(row, may)),
  }
}

/** One order of a matter that the reader sees; refuses `matters/order-unknown` (404). */
export async function orderShown(
  tx: Tx,
  id: number,
  roots: readonly string[],
): Promise<ShownOrder & { address: string; opened: Date; due: Date | null }> {
  const values: unknown[] = [await zoneToday(tx), id]
  const where = ['o.id = $2', ...scopeSql(await readScope(tx, roots), (value) => `$${values.push(value)}`)]
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `${select}, m.address, m.opened_at, m.limit_due_at ${from} where ${where.join(' and ')}`,
    values,
  )
  const row = rows[0] ?? refuse('matters/order-unknown', { id }, 404)
  return {
    ...orderFrom(row, await mayOf(tx)),
    ...{ address: row['address'] as string, opened: row['opened_at'] as Date, due: row['limit_due_at'] as Date | null },
  }
}

/** The latest rung of every matter that is on the ladder now. */
export async function escalationsShown(tx: Tx, roots: readonly string[]): Promise<Answer<typeof escalationsShape>> {
  const values: unknown[] = []
  const seen = scopeSql(await readScope(tx, roots), (value) => `$${values.push(value)}`)
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select distinct on (m.id) m.number, m.title, m.lies_with, u.name_zh, u.name_en, e.rung, e.reached_at, o.id as order_id, o.year, o.nth
     from matter_escalations e join matters m on m.id = e.matter_id
       join matter_stages s on s.matter_id = e.matter_id and s.nth = e.stage and s.done_at is null
       join units u on u.code = m.lies_with left join supervision_orders o on o.id = e.order_id
     where ${['m.closed_at is null', ...seen].join(' and ')} order by m.id, e.rung desc`,
    values,
  )
  const shown = rows.map(escalationFrom).sort((a, b) => b.rung - a.rung || (a.reachedAt < b.reachedAt ? -1 : 1))
  const count = (rung: number) => shown.filter((row) => row.rung === rung).length
  return {
    rungs: ladder.map(({ rung, percent, words }) => ({ rung, percent, words, matters: count(rung) })),
    rows: shown.slice(0, 200),
  }
}

function escalationFrom(row: Record<string, unknown>): Answer<typeof escalationsShape>['rows'][number] {
  const rung = Number(row['rung'])
  return {
    ...{ number: row['number'] as string, title: row['title'] as string, rung },
    unit: { code: row['lies_with'] as string, name: { zh: row['name_zh'] as string, en: row['name_en'] as string } },
    words: ladder.find((one) => one.rung === rung)!.words,
    reachedAt: (row['reached_at'] as Date).toISOString(),
    order: row['order_id'] ? { id: Number(row['order_id']), year: Number(row['year']), nth: Number(row['nth']) } : null,
  }
}

const select = `select o.*, o.reply_by::text as reply_by, m.number, m.title, m.state, t.name_zh as to_zh, t.name_en as to_en, f.name_zh as from_zh,
  f.name_en as from_en, o.resolved_at is null and o.reply is null and o.reply_by < $1 as late`
const from = `from supervision_orders o join matters m on m.id = o.matter_id join units t on t.code = o.to_unit join units f on f.code = o.from_unit`

interface May {
  works: ReadonlySet<string>
  supervises: ReadonlySet<string>
}

async function mayOf(tx: Tx): Promise<May> {
  const under = async (need: keyof typeof mattersPermissions) =>
    new Set(await unitsUnder(tx, rootsFor(tx.actor, mattersPermissions[need])))
  return { works: await under('matters/work'), supervises: await under('matters/supervise') }
}

function orderFrom(row: Record<string, unknown>, may: May): ShownOrder {
  const text = (name: string) => row[name] as string
  const at = (name: string) => (row[name] as Date | null)?.toISOString() ?? null
  const open = row['resolved_at'] === null
  return {
    ...{ id: Number(row['id']), year: Number(row['year']), nth: Number(row['nth']), level: Number(row['level']) },
    ...{ kind: row['kind'] as ShownOrder['kind'], requirement: text('requirement'), replyBy: text('reply_by') },
    matter: { number: text('number'), title: text('title'), state: text('state') },
    to: { code: text('to_unit'), name: { zh: text('to_zh'), en: text('to_en') } },
    from: { code: text('from_unit'), name: { zh: text('from_zh'), en: text('from_en') } },
    ...{ issuedAt: at('issued_at')!, issuedBy: text('by_name'), reply: row['reply'] as string | null },
    ...{ repliedAt: at('replied_at'), repliedBy: row['replied_by'] as string | null, resolvedAt: at('resolved_at') },
    late: row['late'] === true,
    mayReply: open && may.works.has(text('to_unit')),
    mayResolve: open && row['reply'] !== null && may.supervises.has(text('from_unit')),
  }
}
