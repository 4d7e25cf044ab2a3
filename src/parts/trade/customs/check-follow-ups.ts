import type pg from 'pg'
import type { GoodsLine } from './document.ts'
import type { FollowUpSaid } from './follow-up.ts'
import { billFaults, returnFaults } from './follow-up-faults.ts'

interface Bound {
  id: string
  kind: 'return' | 'tax-bill'
  said: FollowUpSaid
  saidAt: string
  goods: GoodsLine[] | null
  tax: string | null
}

/** Holds returns and tax bills that were just bound against their list and order, and keeps what is wrong of them. */
export async function checkFollowUps(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Bound>(
    `select f.id, f.kind, f.said, f.said_at as "saidAt", l.said->'goods' as goods, o.said->>'tax' as tax
     from bindings b join customs_follow_ups f using (id)
       join customs_documents l on l.kind = 'list' and l.flow = b.flow and l.identity = b.identity and l.replaced_at is null
       left join customs_documents o on o.kind = 'order' and o.flow = b.flow and o.order_no = b.order_no and o.platform = b.platform and o.replaced_at is null
     where f.kind in ('return', 'tax-bill')`,
  )
  const faulty = rows
    .map((bound) => ({ id: bound.id, faults: faultsOf(bound) }))
    .filter(({ faults }) => faults.length > 0)
  if (faulty.length === 0) return
  await client.query(
    `update customs_follow_ups f set faults = n.faults from jsonb_to_recordset($1::jsonb) as n (id bigint, faults jsonb) where f.id = n.id`,
    [JSON.stringify(faulty)],
  )
}

function faultsOf({ kind, said, saidAt, goods, tax }: Bound) {
  if (kind === 'return') return returnFaults(said.lines ?? [], goods ?? [])
  return said.bill ? billFaults(said.bill, saidAt, tax ?? '') : []
}
