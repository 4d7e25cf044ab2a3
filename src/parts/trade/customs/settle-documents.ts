import type pg from 'pg'

export interface Settled {
  accepted: number
  changed: number
  unchanged: number
  refused: number
}

/**
 * Moves incoming documents into the register, in the order they came: a new number goes in, the same document again changes nothing, a change
 * or deletion ends the version that stood, another document under a taken number is refused and kept for the sender. Leaves the orders that
 * any of it concerns in the temporary table `touched`.
 */
export async function settleDocuments(client: pg.ClientBase, file: string, unit: string, at: Date): Promise<Settled> {
  await client.query(`alter table incoming add column round integer, add column fate text`)
  await client.query(
    `update incoming i set round = r.round from (select seq, row_number() over (partition by kind, flow, identity order by seq) as round from incoming) r
     where r.seq = i.seq`,
  )
  await client.query('analyze incoming')
  const { rows } = await client.query<{ rounds: number }>('select coalesce(max(round), 0)::int as rounds from incoming')
  // Nearly every file has one document a number, so one round.
  for (let round = 1; round <= rows[0]!.rounds; round++) await settleRound(client, { file, unit, at, round })
  // What a large file brought is unknown to the planner, who would look it up row by row.
  await client.query('analyze customs_documents')
  await touch(client, file)
  const counts = await client.query<{ fate: string; count: number }>(
    'select fate, count(*)::int as count from incoming group by fate',
  )
  const of = (...fates: string[]) =>
    counts.rows.filter(({ fate }) => fates.includes(fate)).reduce((sum, { count }) => sum + count, 0)
  return {
    accepted: of('new'),
    changed: of('change', 'delete'),
    unchanged: of('same'),
    refused: of('number-taken', 'nothing-to-delete'),
  }
}

async function settleRound(
  client: pg.ClientBase,
  { file, unit, at, round }: { file: string; unit: string; at: Date; round: number },
): Promise<void> {
  await client.query(
    `update incoming i set fate = case
       when d.id is null then case when i.deed = '3' then 'nothing-to-delete' else 'new' end
       when i.deed = '3' then 'delete'
       when d.digest = i.digest then 'same'
       when i.deed = '2' then 'change'
       else 'number-taken' end
     from incoming j left join customs_documents d
       on d.kind = j.kind and d.flow = j.flow and d.identity = j.identity and d.replaced_at is null
     where j.seq = i.seq and i.round = $1`,
    [round],
  )
  await client.query(
    `update customs_documents d set replaced_at = $2, replaced_by = $3 from incoming i
     where i.round = $1 and i.fate in ('change', 'delete') and d.kind = i.kind and d.flow = i.flow and d.identity = i.identity and d.replaced_at is null`,
    [round, at, file],
  )
  await client.query(
    `insert into customs_documents (file_id, message_place, ordinal, kind, flow, identity, platform, order_no, carrier, waybill_no,
       transaction_no, said, digest, unit_code, received_at)
     select $2, message_place, ordinal, kind, flow, identity, platform, order_no, carrier, waybill_no, transaction_no, said, digest, $3, $4
     from incoming where round = $1 and fate in ('new', 'change') order by kind, flow, identity`,
    [round, file, unit, at],
  )
  await client.query(
    `insert into customs_refusals (file_id, message_place, ordinal, code, kind, identity, said)
     select $2, message_place, ordinal, fate, kind, identity, said from incoming
     where round = $1 and fate in ('number-taken', 'nothing-to-delete') order by seq`,
    [round, file],
  )
}

/** Orders that a new, changed or ended document speaks of; through its waybill or its payment's transaction too. */
async function touch(client: pg.ClientBase, file: string): Promise<void> {
  await client.query(
    `create temp table touched on commit drop as
     with moved as (
       select flow, platform, order_no, kind, carrier, waybill_no, transaction_no from customs_documents where file_id = $1
       union all
       select flow, platform, order_no, kind, carrier, waybill_no, transaction_no from customs_documents where replaced_by = $1
     )
     select flow, platform, order_no from moved where order_no <> '' and platform <> ''
     union
     select d.flow, d.platform, d.order_no from moved m join customs_documents d
       on d.flow = m.flow and d.order_no = m.order_no and d.replaced_at is null
       where m.platform = '' and m.order_no <> '' and d.platform <> ''
     union
     select d.flow, d.platform, d.order_no from moved m join customs_documents d
       on d.carrier = m.carrier and d.waybill_no = m.waybill_no and d.replaced_at is null
       where m.kind = 'waybill' and m.waybill_no <> '' and d.kind = 'list'
     union
     select d.flow, d.platform, d.order_no from moved m join customs_documents d
       on d.transaction_no = m.transaction_no and d.replaced_at is null
       where m.kind = 'payment' and m.transaction_no <> '' and d.kind = 'order' and d.order_no <> m.order_no`,
    [file],
  )
  await client.query('analyze touched')
}
