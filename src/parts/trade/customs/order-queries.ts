import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { comparedGoods, comparedRows } from './comparison.ts'
import { blank, type CustomsDocument } from './document.ts'
import { followUpsOf } from './follow-ups-of.ts'
import type { MatchState } from './match-shapes.ts'
import type { ComparedColumn, OrderShown } from './order-shapes.ts'
import { versionsOf } from './order-versions.ts'
import type { Mismatch } from './reasons.ts'

interface Named {
  flow: 'import' | 'export'
  platform: string
  order: string
}

/** A document with where it came from. */
export interface DocumentStored {
  id: number
  kind: CustomsDocument['kind']
  identity: string
  elsewhere: boolean
  cancelled: boolean
  said: CustomsDocument
  receivedAt: string
  replacedAt: string | null
  replacedBy: number | null
  file: number
  fileName: string
  message: string
  ordinal: number
}

/** One order with its documents side by side. Refuses `trade/order-unknown` for one that nothing speaks of, or not in the caller's units. */
export async function orderShown(
  tx: Tx,
  named: Named,
  { units, today }: { units: readonly string[]; today: Day },
): Promise<OrderShown> {
  const match = await matchFound(tx, named, units, today)
  const documents = await documentsOf(tx, named)
  const standing = documents.filter(({ replacedAt }) => replacedAt === null)
  const said = standing.map((document) => document.said)
  const own = (kind: string) => standing.find((document) => document.kind === kind && !document.elsewhere)?.said
  return {
    ...{ flow: named.flow, platform: named.platform, orderNo: named.order },
    ...match,
    columns: standing.map(columnOf),
    rows: comparedRows(said, match.mismatches),
    goods: comparedGoods(own('order'), own('list')),
    claimedBy: await claimedBy(tx, named, standing),
    versions: await versionsOf(
      tx,
      documents.filter(({ elsewhere }) => !elsewhere),
    ),
    followUps: await followUpsShown(tx, named),
  }
}

interface Match {
  platformName: string
  state: MatchState
  value: string | null
  sentOn: Day
  days: number
  changedAt: string
  mismatches: Mismatch[]
}

async function matchFound(
  tx: Tx,
  { flow, platform, order }: Named,
  units: readonly string[],
  today: Day,
): Promise<Match> {
  const { rows } = await tx.client.query<Match>(
    `select platform_name as "platformName", state, value::text as value, to_char(sent_on, 'YYYY-MM-DD') as "sentOn",
       greatest(0, $5::date - sent_on) as days, to_json(changed_at)#>>'{}' as "changedAt", mismatches
     from customs_matches where flow = $1 and platform = $2 and order_no = $3 and unit_code = any($4)`,
    [flow, platform, order, units, today],
  )
  return rows[0] ?? refuse('trade/order-unknown', { platform, order }, 404)
}

/** Documents of an order, now and before; waybills known by the list alone, and payments of its transaction under another order. */
async function documentsOf(tx: Tx, { flow, platform, order }: Named): Promise<DocumentStored[]> {
  const { rows } = await tx.client.query<DocumentStored>(
    `with own as (
       select d.* from customs_documents d where d.flow = $1 and d.order_no = $3 and d.platform in ($2, '') and d.replaced_at is null
     ), standing as (
       select id, kind, identity, false as elsewhere from own
       union select w.id, w.kind, w.identity, false from own l join customs_documents w on w.waybill_no = l.waybill_no and w.carrier = l.carrier
         where l.kind = 'list' and l.waybill_no <> '' and w.kind = 'waybill' and w.replaced_at is null and w.flow = $1
       union select p.id, p.kind, p.identity, true from own o join customs_documents p on p.transaction_no = o.transaction_no
         where o.kind = 'order' and o.transaction_no <> '' and p.kind = 'payment' and p.replaced_at is null and p.order_no <> $3
     ), wanted as (
       select id, elsewhere from standing
       union select p.id, false from standing s join customs_documents p on p.kind = s.kind and p.flow = $1 and p.identity = s.identity
         where p.replaced_at is not null and not s.elsewhere
       union select p.id, false from customs_documents p where p.order_no = $3 and p.platform in ($2, '') and p.flow = $1 and p.replaced_at is not null
     )
     select d.id::int as id, d.kind, d.identity, w.elsewhere, d.cancelled_at is not null as cancelled, d.said, to_json(d.received_at)#>>'{}' as "receivedAt",
       to_json(d.replaced_at)#>>'{}' as "replacedAt", d.replaced_by::int as "replacedBy", d.file_id::int as file, f.file_name as "fileName",
       coalesce(m.name, '') as message, d.ordinal
     from wanted w join customs_documents d on d.id = w.id
     join customs_files f on f.id = d.file_id left join customs_messages m on m.file_id = d.file_id and m.place = d.message_place
     order by array_position(array['order', 'payment', 'waybill', 'list'], d.kind), w.elsewhere, d.identity, d.id`,
    [flow, platform, order],
  )
  return rows.map((row) => ({ ...row, said: { ...blank, ...row.said } }))
}

function columnOf({
  kind,
  said,
  elsewhere,
  cancelled,
  receivedAt,
  file,
  fileName,
  message,
  ordinal,
}: DocumentStored): ComparedColumn {
  const number = { order: said.orderNo, payment: said.transactionNo, waybill: said.waybillNo, list: said.copNo }[kind]
  return {
    ...{ kind, number, listNo: said.listNo, elsewhere: elsewhere ? said.orderNo : null, cancelled },
    ...{ sentAt: said.sentAt, receivedAt, file: { id: file, name: fileName }, message, ordinal },
  }
}

/** What followed its documents, with the names of the files that brought it. */
async function followUpsShown(tx: Tx, { flow, platform, order }: Named): Promise<OrderShown['followUps']> {
  const kept = await followUpsOf(tx, { flow, platform, orderNo: order })
  const { rows } = await tx.client.query<{ id: number; name: string }>(
    'select id::int as id, file_name as name from customs_files where id = any($1)',
    [kept.map(({ file }) => file)],
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return kept.map(({ kind, number, about, status, code, official, info, saidAt, file, faults }) => ({
    ...{ kind, number, about, status, code, info, saidAt, file: { id: file, name: names.get(file) ?? '' } },
    ...{ codeWords: official?.words ?? null, codeCure: official?.cure ?? null },
    faults: faults.map((fault) => ({ code: fault.code, details: { ...fault.details } })),
  }))
}

/** Orders under other numbers that name the transactions of this order's payments: a retried payment seen from its other end. */
async function claimedBy(
  tx: Tx,
  { flow, order }: Named,
  standing: readonly DocumentStored[],
): Promise<OrderShown['claimedBy']> {
  const paid = standing.filter(
    ({ kind, elsewhere, said }) => kind === 'payment' && !elsewhere && said.transactionNo !== '',
  )
  if (paid.length === 0) return []
  const { rows } = await tx.client.query<{ platform: string; orderNo: string }>(
    `select distinct platform, order_no as "orderNo" from customs_documents
     where transaction_no = any($1) and transaction_no <> '' and replaced_at is null and kind = 'order' and flow = $2 and order_no <> $3 limit 5`,
    [paid.map(({ said }) => said.transactionNo), flow, order],
  )
  return rows
}
