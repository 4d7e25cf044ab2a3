import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import type { DepartureGroup, DepartureShown, MessageFile, MessageShown } from './message-shapes.ts'

interface Paged {
  page: number
  size: number
}

const fileColumns = `f.id::int as id, f.file_name as name, f.bytes::float8 as bytes, f.unit_code as unit, f.messages, f.documents, f.accepted, f.changed,
  f.unchanged, f.refused, f.follow_ups as "followUps", f.departed, to_json(f.received_at)#>>'{}' as "receivedAt", f.received_by_name as "receivedBy",
  (select count(*)::int from customs_messages m where m.file_id = f.id and m.broken is not null) as broken`

/** Files of the units, the newest first. */
export async function filesOf(tx: Tx, units: readonly string[], { page, size }: Paged) {
  const { rows: files } = await tx.client.query<MessageFile>(
    `select ${fileColumns} from customs_files f where f.unit_code = any($1) order by f.id desc offset $2 limit $3`,
    [units, (page - 1) * size, size],
  )
  return { files, total: await countOf(tx, 'customs_files t where t.unit_code = any($1)', [units]) }
}

/** One file; refuses `trade/message-file-unknown` for one that is not there or belongs to units the caller does not see. */
export async function fileOf(tx: Tx, id: number, units: readonly string[]): Promise<MessageFile> {
  const { rows } = await tx.client.query<MessageFile>(
    `select ${fileColumns} from customs_files f where f.id = $1 and f.unit_code = any($2)`,
    [id, units],
  )
  return rows[0] ?? refuse('trade/message-file-unknown', { id }, 404)
}

/** The messages of a file in their order. */
export async function messagesIn(
  tx: Tx,
  id: number,
  { page, size, only }: Paged & { only?: 'departed' | 'broken' | undefined },
) {
  const where = `customs_messages t where t.file_id = $1 and ($2::text is null or ($2 = 'departed' and t.departed > 0) or ($2 = 'broken' and t.broken is not null))`
  const { rows: messages } = await tx.client.query<MessageShown>(
    `select place, name, number, edition, flow, documents, departed, broken from ${where} order by place offset $3 limit $4`,
    [id, only ?? null, (page - 1) * size, size],
  )
  return { messages, total: await countOf(tx, where, [id, only ?? null]) }
}

interface DepartureFilter {
  code?: string | undefined
  place?: number | undefined
}

/** Departures that were kept, in the order of the file. */
export async function departuresIn(tx: Tx, id: number, { page, size, code, place }: Paged & DepartureFilter) {
  const from = `customs_messages m cross join jsonb_array_elements(m.departures) with ordinality as d (said, ordinal)
     where m.file_id = $1 and ($2::text is null or d.said->>'code' = $2) and ($3::int is null or m.place = $3)`
  const { rows } = await tx.client.query<{ said: DepartureShown; message: string; place: number }>(
    `select d.said, m.name as message, m.place from ${from} order by m.place, d.ordinal offset $4 limit $5`,
    [id, code ?? null, place ?? null, (page - 1) * size, size],
  )
  const departures = rows.map(({ said, message, place: of }) => ({ ...said, message, place: of }))
  return { departures, total: await countOf(tx, from, [id, code ?? null, place ?? null]) }
}

/** Messages whose departures are put together; a larger file repeats itself. */
const grouped = 2000

/** Departures alike in kind and place of the specification, most frequent first. */
export async function departureGroupsIn(tx: Tx, id: number): Promise<DepartureGroup[]> {
  const { rows } = await tx.client.query<DepartureGroup>(
    `select count(*)::int as times, (array_agg(d.said order by m.place, d.ordinal))[1] as first, (array_agg(m.name order by m.place, d.ordinal))[1] as message
     from (select * from customs_messages where file_id = $1 and departed > 0 order by place limit ${grouped}) m
       cross join jsonb_array_elements(m.departures) with ordinality as d (said, ordinal)
     group by d.said->>'code', regexp_replace(d.said->>'path', '\\[\\d+\\]', '', 'g')
     order by times desc, min(m.place), min(d.ordinal) limit 200`,
    [id],
  )
  return rows
}

/** Documents that a file brought, and what came of their orders. */
export async function documentsIn(tx: Tx, id: number, { page, size, kind }: Paged & { kind?: string | undefined }) {
  const where = `customs_documents t where t.file_id = $1 and ($2::text is null or t.kind = $2)`
  const { rows: documents } = await tx.client.query(
    `select t.kind, t.flow, coalesce(x.platform, t.platform) as platform, t.order_no as "orderNo",
       case t.kind when 'order' then t.order_no when 'payment' then t.transaction_no when 'waybill' then t.waybill_no else coalesce(nullif(t.cop_no, ''), t.order_no) end as number,
       coalesce(t.said->>'deed', '') as deed, coalesce(m.name, '') as message, t.ordinal, t.replaced_at is not null as replaced, x.state
     from (select * from ${where} order by t.id offset $3 limit $4) t
     left join customs_messages m on m.file_id = t.file_id and m.place = t.message_place
     left join lateral (${ORDER_OF}) x on true order by t.id`,
    [id, kind ?? null, (page - 1) * size, size],
  )
  return { documents, total: await countOf(tx, where, [id, kind ?? null]) }
}

/** A document's order; of a waybill without a platform, that of the documents with its order number. */
const ORDER_OF = `select x.platform, x.state from customs_matches x where x.flow = t.flow and x.order_no = t.order_no and x.platform =
    coalesce(nullif(t.platform, ''), (select d.platform from customs_documents d where d.order_no = t.order_no and d.flow = t.flow
      and d.platform <> '' and d.replaced_at is null limit 1)) limit 1`

/** Documents that were not taken. */
export async function refusalsIn(tx: Tx, id: number, { page, size }: Paged) {
  const { rows: refusals } = await tx.client.query(
    `select r.code, r.kind, coalesce(r.said->>'platform', '') as platform, coalesce(r.said->>'orderNo', '') as "orderNo",
       coalesce(case r.kind when 'payment' then r.said->>'transactionNo' when 'waybill' then r.said->>'waybillNo' when 'list' then r.said->>'copNo' end,
         r.said->>'orderNo', '') as number, coalesce(m.name, '') as message, r.ordinal
     from customs_refusals r left join customs_messages m on m.file_id = r.file_id and m.place = r.message_place
     where r.file_id = $1 order by r.id offset $2 limit $3`,
    [id, (page - 1) * size, size],
  )
  return { refusals, total: await countOf(tx, 'customs_refusals t where t.file_id = $1', [id]) }
}

/** Files up to this size say what came of their orders; a larger one would count for seconds what the match shows at once. */
const followed = 20_000

/** What came until now of the orders that a file's documents speak of; null for a very large file. */
export async function outcomesIn(tx: Tx, { id, documents }: Pick<MessageFile, 'id' | 'documents'>) {
  if (documents > followed) return null
  const { rows } = await tx.client.query<{ state: 'matched' | 'waiting' | 'mismatch'; orders: number }>(
    `with spoken as (select distinct flow, platform, order_no from customs_documents where file_id = $1 and order_no <> ''),
       named as (select flow, platform, order_no from spoken where platform <> ''
         union select d.flow, d.platform, d.order_no from spoken s join customs_documents d
           on d.order_no = s.order_no and d.flow = s.flow and d.platform <> '' and d.replaced_at is null where s.platform = '')
     select m.state, count(*)::int as orders from named n
     join customs_matches m on m.flow = n.flow and m.platform = n.platform and m.order_no = n.order_no group by m.state`,
    [id],
  )
  return {
    ...{ matched: 0, waiting: 0, mismatch: 0 },
    ...Object.fromEntries(rows.map(({ state, orders }) => [state, orders])),
  }
}

async function countOf(tx: Tx, from: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, [...values])
  return rows[0]!.total
}
