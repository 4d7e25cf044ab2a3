import type { Flow } from '../ceb/schema.ts'

export const followUpKinds = [
  'receipt',
  'cancellation',
  'return',
  'waybill-status',
  'arrival',
  'departure',
  'tax-bill',
  'tax-status',
  'format-error',
  'other',
] as const
export type FollowUpKind = (typeof followUpKinds)[number]

/** What a follow-up speaks of. `cancellation` and `return` are applications about a list. */
export type About = 'order' | 'payment' | 'waybill' | 'list' | 'cancellation' | 'return' | 'message' | 'other'

/** A line of goods that goes back. */
export interface ReturnLine {
  number: string
  code: string
  name: string
  quantity: string
}

/** Yuan of an electronic tax bill (816), and the value each line was taxed on. */
export interface TaxBill {
  number: string
  duty: string
  valueAdded: string
  consumption: string
  lines: { value: string; duty: string; valueAdded: string; consumption: string }[]
}

export interface FollowUpSaid {
  /** why it is cancelled or sent back; persons masked */
  reason?: string
  lines?: ReturnLine[]
  bill?: TaxBill
  /** the sender's time of an application */
  sentAt?: string
}

/** A document that follows others: a receipt, an application to cancel or return, a state of a waybill, an arrival, a departure, a tax bill. */
export interface FollowUp {
  number: string
  flow: Flow
  kind: FollowUpKind
  about: About
  platform: string
  orderNo: string
  payer: string
  transactionNo: string
  carrier: string
  waybillNo: string
  seller: string
  copNo: string
  listNo: string
  guid: string
  /** as returned: `800`, `-621018`, `S` */
  status: string
  /** the official error code, where one was returned */
  code: string
  /** YYYYMMDDhhmmssSSS */
  saidAt: string
  /** as returned, persons masked */
  info: string
  said: FollowUpSaid
}
