import type pg from 'pg'
import { checkFollowUps } from './check-follow-ups.ts'
import { endedStates } from './list-state.ts'
import type { Receipt } from './settle-documents.ts'

/** Binds what waits for a document of this file, or came with it; then what speaks of a list by a number that customs has only now told. */
export async function bindFollowUps(client: pg.ClientBase, { file, at }: Receipt): Promise<void> {
  await client.query(
    `create temp table awaiting (id bigint primary key) on commit drop;
     create temp table bindings (id bigint primary key, flow text, identity text collate "C", platform text collate "C", order_no text collate "C") on commit drop;
     create temp table cancelled (kind text, flow text, platform text collate "C", order_no text collate "C", carrier text collate "C",
       waybill_no text collate "C", transaction_no text collate "C", buyer text collate "C", sent_on date, value numeric) on commit drop`,
  )
  await client.query(RESUBMITTED, [file, endedStates])
  const { rowCount: unbound } = await client.query('select from customs_follow_ups where not bound limit 1')
  if (!unbound) return
  await client.query(AWAITING, [file])
  await bindAwaiting(client)
  // Receipts of the same file may just have told the number by which others of it, or older ones, speak of the list.
  await client.query(AWAITING_BY_LIST_NUMBER)
  await bindAwaiting(client)
  await checkFollowUps(client)
  await client.query(
    `with ended as (
       update customs_documents d set cancelled_at = $1 from bindings b join customs_list_states s using (flow, identity)
       where s.state = 'cancelled' and d.kind = 'list' and d.flow = s.flow and d.identity = s.identity and d.replaced_at is null and d.cancelled_at is null
       returning d.kind, d.flow, d.platform, d.order_no, d.carrier, d.waybill_no, d.transaction_no, d.buyer, d.sent_on, d.value
     ) insert into cancelled select * from ended`,
    [at],
  )
}

/** A list that was cancelled and comes again stands for itself. */
const RESUBMITTED = `delete from customs_list_states s using customs_documents d
  where d.replaced_by = $1 and d.kind = 'list' and d.cancelled_at is not null and s.flow = d.flow and s.identity = d.identity and s.state = any($2)`

/** What came with the file unbound, and what waits for one of its documents. */
const AWAITING = `insert into awaiting
  select id from customs_follow_ups where file_id = $1 and not bound
  union select f.id from customs_documents n join customs_follow_ups f on f.flow = n.flow and f.order_no = n.order_no and f.order_no <> '' and not f.bound
    where n.file_id = $1 and n.order_no <> ''
  union select f.id from customs_documents n join customs_follow_ups f on f.flow = n.flow and f.transaction_no = n.transaction_no and f.transaction_no <> '' and not f.bound
    where n.file_id = $1 and n.kind = 'payment'
  union select f.id from customs_documents n join customs_follow_ups f on f.flow = n.flow and f.waybill_no = n.waybill_no and f.waybill_no <> '' and not f.bound
    where n.file_id = $1 and n.waybill_no <> ''
  union select f.id from customs_documents n join customs_follow_ups f on f.flow = n.flow and f.cop_no = n.cop_no and f.cop_no <> '' and not f.bound
    where n.file_id = $1 and n.kind = 'list'
  union select f.id from customs_documents n join customs_follow_ups f on f.flow = n.flow and f.list_no = n.list_no and f.list_no <> '' and not f.bound
    where n.file_id = $1 and n.kind = 'list'`

const AWAITING_BY_LIST_NUMBER = `insert into awaiting
  select f.id from bindings b join customs_list_states s using (flow, identity)
    join customs_follow_ups f on f.flow = s.flow and f.list_no = s.list_no and f.list_no <> '' and not f.bound
  where f.id not in (select id from bindings) on conflict do nothing`

/** By which numbers each kind of follow-up finds its document, the surest first. */
const ways: readonly string[] = [
  way('list', `d.list_no = f.list_no and f.list_no <> ''`),
  `insert into bindings select distinct on (f.id) f.id, s.flow, s.identity, s.platform, s.order_no
   from awaiting a join customs_follow_ups f using (id) join customs_list_states s on s.flow = f.flow and s.list_no = f.list_no and s.list_no <> ''
   where f.about in ('list', 'cancellation', 'return') on conflict do nothing`,
  way('list', `d.identity = f.seller || ' ' || f.cop_no and f.seller <> '' and f.cop_no <> ''`),
  way('list', `d.cop_no = f.cop_no and f.cop_no <> '' and f.seller = ''`),
  way('list', `d.order_no = f.order_no and d.platform = f.platform and f.order_no <> ''`),
  // The receipt of an application may know nothing but the application's own number.
  `insert into bindings select distinct on (f.id) f.id, d.flow, d.identity, d.platform, d.order_no
   from awaiting a join customs_follow_ups f using (id)
     join customs_follow_ups asked on asked.bound and asked.kind = f.about and asked.flow = f.flow and asked.cop_no = f.cop_no and f.cop_no <> ''
     join customs_documents d on d.kind = 'list' and d.flow = f.flow and d.order_no = asked.order_no and d.platform = asked.platform and d.replaced_at is null
   where f.about in ('cancellation', 'return') order by f.id, asked.id desc on conflict do nothing`,
  way('order', `d.order_no = f.order_no and f.order_no <> '' and f.platform in (d.platform, '')`),
  way(
    'payment',
    `d.transaction_no = f.transaction_no and f.transaction_no <> '' and f.payer in (split_part(d.identity, ' ', 1), '')`,
  ),
  `insert into bindings select distinct on (f.id) f.id, d.flow, null, coalesce(nullif(d.platform, ''), o.platform, ''), d.order_no
   from awaiting a join customs_follow_ups f using (id)
     join customs_documents d on d.flow = f.flow and d.waybill_no = f.waybill_no and d.waybill_no <> '' and d.carrier = f.carrier and d.replaced_at is null
     left join customs_documents o on o.kind = 'order' and o.flow = d.flow and o.order_no = d.order_no and o.order_no <> '' and o.replaced_at is null
   where f.about = 'waybill' order by f.id, d.kind = 'list' desc on conflict do nothing`,
  `insert into bindings select distinct on (f.id) f.id, f.flow, null, '', '' from awaiting a join customs_follow_ups f using (id)
     join customs_messages m on m.guid = f.guid and f.guid <> '' and m.number <> '900'
   where f.about = 'message' on conflict do nothing`,
]

function way(kind: 'order' | 'payment' | 'list', by: string): string {
  const about = kind === 'list' ? `f.about in ('list', 'cancellation', 'return')` : `f.about = '${kind}'`
  const identity = kind === 'list' ? 'd.identity' : 'null'
  return `insert into bindings select distinct on (f.id) f.id, d.flow, ${identity}, d.platform, d.order_no
    from awaiting a join customs_follow_ups f using (id) join customs_documents d on d.kind = '${kind}' and d.flow = f.flow and d.replaced_at is null and ${by}
    where ${about} order by f.id, d.id desc on conflict do nothing`
}

async function bindAwaiting(client: pg.ClientBase): Promise<void> {
  await client.query('analyze awaiting')
  for (const statement of ways) await client.query(statement)
  await client.query(
    `update customs_follow_ups f set bound = true, platform = b.platform, order_no = b.order_no from bindings b where b.id = f.id and not f.bound`,
  )
  await keepStates(client)
}

/** The state that was said last stands; what ended a list stands against anything said of its declaration. */
async function keepStates(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into customs_list_states as s (flow, identity, platform, order_no, list_no, state, ended, status, code, info, said_at)
     select distinct on (b.flow, b.identity) b.flow, b.identity, b.platform, b.order_no, f.list_no, f.state, f.state = any($1), f.status, f.code, f.info, f.said_at
     from bindings b join customs_follow_ups f using (id) where f.state <> '' and b.identity is not null
     order by b.flow, b.identity, f.state = any($1) desc, f.said_at desc, f.id desc
     on conflict (flow, identity) do update set state = excluded.state, ended = excluded.ended, status = excluded.status, code = excluded.code,
       info = excluded.info, said_at = excluded.said_at
       where (excluded.ended, excluded.said_at) >= (s.ended, s.said_at)`,
    [endedStates],
  )
  await client.query(
    `update customs_list_states s set list_no = f.list_no from bindings b join customs_follow_ups f using (id)
     where s.flow = b.flow and s.identity = b.identity and s.list_no = '' and f.list_no <> '' and f.about = 'list'`,
  )
}
