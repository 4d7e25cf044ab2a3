import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { addDays, type Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { isUnder } from '#parts/org/org.ts'
import { desksOf, matterOf, workingTimeOf } from '../engine/engine.ts'
import type { Matter } from '../engine/matter-rows.ts'

export interface NewOrder {
  number: string
  kind: 'leader' | 'important' | 'timeout'
  level: 1 | 2 | 3
  requirement: string
  replyBy: Day
}

/**
 * Issues a supervision order (督办函) to the unit that has the matter. Refuses `matters/unknown` (404), `matters/ended-already`,
 * `matters/order-open` (409), `matters/reply-past`, and `org/outside-scope` for who does not stand over the supervision centre.
 */
export async function issueOrder(tx: Tx, order: NewOrder, roots: readonly string[]): Promise<number> {
  const { supervision } = await desksOf(tx)
  if (!(await isUnder(tx, supervision, roots))) refuse('org/outside-scope', { unit: supervision }, 403)
  const matter = (await matterOf(tx, order.number)) ?? refuse('matters/unknown', { number: order.number }, 404)
  if (matter.closedAt !== null) refuse('matters/ended-already', { number: matter.number })
  const today = await zoneToday(tx)
  if (order.replyBy < today) refuse('matters/reply-past', { day: order.replyBy })
  if (await openOrderOf(tx, matter.id)) refuse('matters/order-open', { number: matter.number }, 409)
  return insertOrder(tx, matter, order)
}

/** The order that the third rung of the ladder issues by itself; none while one is open. */
export async function issueForTimeout(tx: Tx, id: number, stage: number): Promise<void> {
  const { rows } = await tx.client.query<{ number: string }>('select number from matters where id = $1', [id])
  const matter = (await matterOf(tx, rows[0]!.number))!
  if (await openOrderOf(tx, id)) return
  const today = await zoneToday(tx)
  const { time } = await workingTimeOf(tx)
  const known = time.calendar.years.includes(Number(addDays(today, 14).slice(0, 4)))
  const order = await insertOrder(tx, matter, {
    ...{ number: matter.number, kind: 'timeout', level: 2 },
    requirement: '事项超过处置时限未办结。请立即组织处置，说明超期原因，并书面回复办理情况。',
    replyBy: known ? time.calendar.addWorkdays(today, 3) : addDays(today, 5),
  })
  await tx.client.query(
    'update matter_escalations set order_id = $3 where matter_id = $1 and stage = $2 and rung = 3',
    [...[id, stage, order]],
  )
}

/** Answers an order; refuses `matters/order-unknown` (404), `matters/order-resolved` (409). */
export async function replyToOrder(tx: Tx, id: number, words: string, roots: readonly string[]): Promise<void> {
  const order = await orderFor(tx, id)
  if (!(await isUnder(tx, order.to, roots))) refuse('org/outside-scope', { unit: order.to }, 403)
  await tx.client.query('update supervision_orders set reply = $2, replied_at = $3, replied_by = $4 where id = $1', [
    ...[id, words, await zoneNow(tx), tx.actor.name],
  ])
  audit(tx, { action: 'matters/reply-to-order', subject: `supervision-order:${id}`, unit: order.to, after: { words } })
}

/** Ends an order with whose reply the supervision centre is content. Refuses `matters/order-unanswered`. */
export async function resolveOrder(tx: Tx, id: number, roots: readonly string[]): Promise<void> {
  const order = await orderFor(tx, id)
  if (!(await isUnder(tx, order.from, roots))) refuse('org/outside-scope', { unit: order.from }, 403)
  if (order.reply === null) refuse('matters/order-unanswered')
  await resolve(tx, 'id = $1', [id], await zoneNow(tx))
  audit(tx, { action: 'matters/resolve-order', subject: `supervision-order:${id}`, unit: order.to })
}

/** A matter that ended needs no order any more. */
export async function resolveOrdersOf(tx: Tx, matter: number): Promise<void> {
  await resolve(tx, 'matter_id = $1 and resolved_at is null', [matter], await zoneNow(tx))
}

async function resolve(tx: Tx, where: string, values: readonly unknown[], at: Date): Promise<void> {
  await tx.client.query(`update supervision_orders set resolved_at = $2, resolved_by = $3 where ${where}`, [
    ...[...values, at, tx.actor.name],
  ])
}

async function insertOrder(tx: Tx, matter: Matter, order: NewOrder): Promise<number> {
  const { supervision } = await desksOf(tx)
  const at = await zoneNow(tx)
  const year = Number((await zoneToday(tx)).slice(0, 4))
  // One number after another: the year's row of numbers is held while one is given.
  await tx.client.query("select pg_advisory_xact_lock(hashtext('supervision_orders'))")
  const { rows } = await tx.client.query<{ id: number; nth: number }>(
    `insert into supervision_orders (year, nth, matter_id, kind, level, to_unit, from_unit, requirement, reply_by, issued_at, by_id, by_name)
     values ($1, (select coalesce(max(nth), 0) + 1 from supervision_orders where year = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     returning id, nth`,
    [
      ...[year, matter.id, order.kind, order.level, matter.dutyUnit ?? matter.liesWith, supervision, order.requirement],
      ...[order.replyBy, at, tx.actor.id, tx.actor.name],
    ],
  )
  const { id, nth } = rows[0]!
  audit(tx, {
    ...{ action: 'matters/issue-order', subject: `supervision-order:${id}`, unit: matter.dutyUnit ?? matter.liesWith },
    after: { year, nth, matter: matter.number, kind: order.kind, level: order.level, replyBy: order.replyBy },
  })
  return id
}

async function openOrderOf(tx: Tx, matter: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'select from supervision_orders where matter_id = $1 and resolved_at is null',
    [matter],
  )
  return rowCount! > 0
}

async function orderFor(tx: Tx, id: number): Promise<{ to: string; from: string; reply: string | null }> {
  const { rows } = await tx.client.query<{ to: string; from: string; reply: string | null; resolved_at: Date | null }>(
    'select to_unit as to, from_unit as from, reply, resolved_at from supervision_orders where id = $1 for update',
    [id],
  )
  const order = rows[0] ?? refuse('matters/order-unknown', { id }, 404)
  if (order.resolved_at !== null) refuse('matters/order-resolved', {}, 409)
  return order
}
