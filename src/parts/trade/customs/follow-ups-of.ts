import type { Tx } from '#kernel/db/work.ts'
import type { Flow } from '../ceb/schema.ts'
import type { About, FollowUpKind, FollowUpSaid } from './follow-up.ts'
import type { FollowUpFault } from './follow-up-faults.ts'
import type { ListState } from './list-state.ts'
import { type OfficialCode, officialCode } from './official-codes.ts'

/** An order by its platform and number. */
export interface OrderKey {
  flow: Flow
  platform: string
  orderNo: string
}

/** What followed an order's documents, as the register keeps it. */
export interface FollowUpKept {
  id: string
  file: number
  number: string
  kind: FollowUpKind
  about: About
  status: string
  /** the official error, in our words, where one was returned and is known */
  code: string
  official: OfficialCode | null
  state: ListState | ''
  /** YYYYMMDDhhmmssSSS */
  saidAt: string
  info: string
  faults: FollowUpFault[]
  said: FollowUpSaid
  carrier: string
  waybillNo: string
  transactionNo: string
  copNo: string
  listNo: string
}

/** What customs said last of each list of an order. */
export interface ListStateKept {
  listNo: string
  state: ListState
  status: string
  code: string
  official: OfficialCode | null
  info: string
  saidAt: string
}

/** All that follows the documents of an order, in the order in which it was said. */
export async function followUpsOf({ client }: Tx, { flow, platform, orderNo }: OrderKey): Promise<FollowUpKept[]> {
  const { rows } = await client.query<Omit<FollowUpKept, 'official'>>(
    `select id, file_id::int as file, number, kind, about, status, code, state, said_at as "saidAt", info, faults, said, carrier,
       waybill_no as "waybillNo", transaction_no as "transactionNo", cop_no as "copNo", list_no as "listNo"
     from customs_follow_ups where order_no = $3 and order_no <> '' and flow = $1 and platform in ($2, '') and bound
     order by said_at, id`,
    [flow, platform, orderNo],
  )
  return rows.map((row) => ({ ...row, official: officialCode(row.code) }))
}

export async function listStatesOf({ client }: Tx, { flow, platform, orderNo }: OrderKey): Promise<ListStateKept[]> {
  const { rows } = await client.query<Omit<ListStateKept, 'official'>>(
    `select list_no as "listNo", state, status, code, info, said_at as "saidAt"
     from customs_list_states where order_no = $3 and platform = $2 and flow = $1 order by said_at desc, identity`,
    [flow, platform, orderNo],
  )
  return rows.map((row) => ({ ...row, official: officialCode(row.code) }))
}
