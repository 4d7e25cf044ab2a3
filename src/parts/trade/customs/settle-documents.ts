import type pg from 'pg'

export interface Settled {
  accepted: number
  changed: number
  unchanged: number
  refused: number
}

/** The file that is received, whose it is, and when. */
export interface Receipt {
  file: string
  unit: string
  at: Date
}

/**
 * Moves incoming documents into the register, in the order they came: a new number goes in, the same document again changes nothing, a change
 * or deletion ends the version that stood, another document under a taken number is refused and kept for the sender.
 */
export async function settleDocuments(client: pg.ClientBase, receipt: Receipt): Promise<Settled> {
  const rounds = await numberRounds(client)
  await client.query('create temp table fates (seq integer, round integer, fate text) on commit drop')
  // Nearly every file has one document a number, so one round.
  for (let round = 1; round <= rounds; round++) await settleRound(client, { ...receipt, round })
  const { rows } = await client.query<{ fate: string; count: number }>(
    'select fate, count(*)::int as count from fates group by fate',
  )
  const of = (...fates: string[]) =>
    rows.filter(({ fate }) => fates.includes(fate)).reduce((sum, { count }) => sum + count, 0)
  return {
    accepted: of('new'),
    changed: of('change', 'delete'),
    unchanged: of('same'),
    refused: of('number-taken', 'nothing-to-delete'),
  }
}

/** Documents under one number in one file take turns; answers how many turns that makes. */
async function numberRounds(client: pg.ClientBase): Promise<number> {
  await client.query('alter table incoming add column round integer default 1')
  await client.query('analyze incoming (seq, kind, flow, identity)')
  const { rows } = await client.query<{ rounds: number }>(
    `select coalesce(max(count), 0)::int as rounds
     from (select count(*) from incoming where kind <> 'follow-up' group by kind, flow, identity) numbers`,
  )
  if (rows[0]!.rounds > 1)
    await client.query(
      `update incoming i set round = r.round
       from (select seq, row_number() over (partition by kind, flow, identity order by seq) as round from incoming where kind <> 'follow-up') r
       where r.seq = i.seq and r.round > 1`,
    )
  return rows[0]!.rounds
}

const kept = `message_place, ordinal, kind, flow, identity, platform, order_no, carrier, waybill_no, transaction_no, list_no, cop_no,
  sent_on, platform_name, value, buyer, agree, agree_unnamed, said, digest`

async function settleRound(
  client: pg.ClientBase,
  { file, unit, at, round }: Receipt & { round: number },
): Promise<void> {
  await client.query(
    `insert into fates select i.seq, $1, case
       when d.id is null then case when i.deed = '3' then 'nothing-to-delete' else 'new' end
       when i.deed = '3' then 'delete'
       when d.digest = i.digest then 'same'
       when d.cancelled_at is not null then 'change'
       when i.deed = '2' then 'change'
       else 'number-taken' end
     from incoming i left join customs_documents d
       on d.kind = i.kind and d.flow = i.flow and d.identity = i.identity and d.replaced_at is null
     where i.round = $1 and i.kind <> 'follow-up'`,
    [round],
  )
  await client.query(
    `update customs_documents d set replaced_at = $2, replaced_by = $3 from incoming i join fates f using (seq)
     where f.round = $1 and f.fate in ('change', 'delete') and d.kind = i.kind and d.flow = i.flow and d.identity = i.identity
       and d.replaced_at is null`,
    [round, at, file],
  )
  await client.query(
    `insert into customs_documents (file_id, unit_code, received_at, ${kept})
     select $2, $3, $4, ${kept} from incoming join fates f using (seq) where f.round = $1 and f.fate in ('new', 'change')`,
    [round, file, unit, at],
  )
  await client.query(
    `insert into customs_refusals (file_id, message_place, ordinal, code, kind, identity, said)
     select $2, message_place, ordinal, f.fate, kind, identity, said from incoming join fates f using (seq)
     where f.round = $1 and f.fate in ('number-taken', 'nothing-to-delete') order by seq`,
    [round, file],
  )
}
