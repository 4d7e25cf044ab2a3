import { hash } from 'node:crypto'
import type pg from 'pg'
import { agreementOf } from './agreement.ts'
import { CopyStream, copyCells } from './copy-stream.ts'
import { dayOf } from './day-of.ts'
import type { CustomsDocument } from './document.ts'
import type { FollowUp } from './follow-up.ts'
import { listStateOf } from './list-state.ts'
import { amount } from './near-miss.ts'

const columns = `seq integer, message_place integer, ordinal integer, deed text, kind text, flow text, identity text collate "C",
  platform text collate "C", order_no text collate "C", carrier text collate "C", waybill_no text collate "C", transaction_no text collate "C",
  list_no text collate "C", cop_no text collate "C", sent_on date, platform_name text, value numeric, buyer text collate "C", agree bigint, agree_unnamed bigint,
  said json, digest bytea`

/** Copies documents into a staging table as they are read; what waits in memory stays small however many there are. */
export class Incoming {
  readonly #copy: CopyStream
  readonly #secret: string
  readonly #today: string
  #seq = 0

  /** `today` stands for the day of a document that does not say its own. */
  static async open(client: pg.ClientBase, { secret, today }: { secret: string; today: string }): Promise<Incoming> {
    await client.query(`create temp table incoming (${columns}) on commit drop`)
    return new Incoming(new CopyStream(client, 'incoming'), secret, today)
  }

  private constructor(copy: CopyStream, secret: string, today: string) {
    this.#copy = copy
    this.#secret = secret
    this.#today = today
  }

  add(document: CustomsDocument, messagePlace: number, ordinal: number): void {
    const { deed, kind, flow, platform, orderNo, carrier, waybillNo, transactionNo, listNo, copNo } = document
    const said = saidOf(document)
    const { agree, agreeUnnamed } = agreementOf(document, this.#secret)
    this.#copy.add(
      copyCells([
        ...[this.#seq++, messagePlace, ordinal, deed, kind, flow, identityOf(document), platform, orderNo],
        ...[carrier, waybillNo, transactionNo, listNo, copNo, dayOf(document.sentAt) ?? this.#today],
        ...[kind === 'order' ? document.platformName : '', amountOf(document)],
        ...[kind === 'list' && flow === 'import' ? document.buyerMark : ''],
        ...[agree, agreeUnnamed, said, `\\x${hash('sha256', said)}`],
      ]),
    )
  }

  /** A follow-up travels as one JSON text; the register takes it apart. */
  addFollowUp(followUp: FollowUp, messagePlace: number, ordinal: number): void {
    const { said, ...fields } = followUp
    const whole = JSON.stringify({ ...fields, said, state: listStateOf(followUp) ?? '' })
    this.#copy.add(
      copyCells([
        ...[this.#seq++, messagePlace, ordinal, '', 'follow-up', followUp.flow, ...empty, this.#today, '', null, ''],
        ...[null, null, whole, `\\x${hash('sha256', JSON.stringify({ ...fields, said }))}`],
      ]),
    )
  }

  /** Hands on what was added; waits while the database has enough to do. */
  flush(): Promise<void> {
    return this.#copy.flush()
  }

  end(): Promise<void> {
    return this.#copy.end()
  }

  /** Gives the connection back after a refusal half-way. */
  abandon(reason: Error): Promise<void> {
    return this.#copy.abandon(reason)
  }
}

/** Numbers that only documents have columns for. */
const empty = Array.from({ length: 8 }, () => '')

/** What a document says as JSON, without what it does not say. */
function saidOf(document: CustomsDocument): string {
  const said: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(document)) if (value !== '' && value !== false) said[name] = value
  return JSON.stringify(said)
}

/** Of an order its goods; of a list goods, freight and insurance, which count towards the limits of a person. */
function amountOf({ kind, goodsValue, goods, freight, insured }: CustomsDocument): string | null {
  if (kind === 'order') return /^\d+(?:\.\d+)?$/.test(goodsValue) ? goodsValue : null
  if (kind !== 'list') return null
  return goods.reduce((sum, { total }) => sum.plus(amount(total)), amount(freight).plus(amount(insured))).toFixed()
}

/** An order by platform and number, a payment by payer and transaction, a waybill by carrier and number, a list by seller and own number. */
export function identityOf(document: CustomsDocument): string {
  const { kind, platform, orderNo, payer, transactionNo, carrier, waybillNo, seller, copNo } = document
  if (kind === 'order') return `${platform} ${orderNo}`
  if (kind === 'payment') return `${payer} ${transactionNo === '' ? `${platform} ${orderNo}` : transactionNo}`
  if (kind === 'waybill') return `${carrier} ${waybillNo}`
  return copNo === '' ? `${platform} ${orderNo}` : `${seller} ${copNo}`
}
