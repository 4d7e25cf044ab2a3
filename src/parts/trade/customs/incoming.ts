import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { CustomsDocument } from './document.ts'

/** Copies documents into a staging table as they are read; what waits in memory stays small however many there are. */
export class Incoming {
  readonly #copy: Writable
  readonly #ended: Promise<void>
  #lines = ''
  #failure: Error | undefined
  #seq = 0

  static async open(client: pg.ClientBase): Promise<Incoming> {
    await client.query(
      `create temp table incoming (seq integer, message_place integer, ordinal integer, deed text, kind text, flow text, identity text collate "C",
        platform text collate "C", order_no text collate "C", carrier text collate "C", waybill_no text collate "C",
        transaction_no text collate "C", said json, digest bytea) on commit drop`,
    )
    return new Incoming(client)
  }

  private constructor(client: pg.ClientBase) {
    this.#copy = client.query(copyFrom('copy incoming from stdin'))
    this.#ended = finished(this.#copy)
    this.#ended.catch((error: Error) => {
      this.#failure = error
    })
  }

  add(document: CustomsDocument, messagePlace: number, ordinal: number): void {
    const { deed, kind, flow, platform, orderNo, carrier, waybillNo, transactionNo } = document
    const said = JSON.stringify(document, (_, value) => (value === '' || value === false ? undefined : value))
    const digest = createHash('sha256').update(said).digest('hex')
    const cells = [
      ...[this.#seq++, messagePlace, ordinal, deed, kind, flow, identityOf(document), platform, orderNo],
      ...[carrier, waybillNo, transactionNo, said],
    ]
    this.#lines += `${cells.map((cell) => copied(String(cell))).join('\t')}\t\\\\x${digest}\n`
  }

  /** Hands on what was added; waits while the database has enough to do. */
  async flush(least = 1 << 16): Promise<void> {
    if (this.#failure) throw this.#failure
    if (this.#lines.length < least) return
    const lines = this.#lines
    this.#lines = ''
    if (!this.#copy.write(lines))
      await Promise.race([new Promise((drained) => this.#copy.once('drain', drained)), this.#ended])
  }

  async end(): Promise<void> {
    await this.flush(1)
    this.#copy.end()
    await this.#ended
  }

  /** Gives the connection back after a refusal half-way. */
  async abandon(reason: Error): Promise<void> {
    this.#copy.destroy(reason)
    await this.#ended.catch(() => {})
  }
}

/** An order by platform and number, a payment by payer and transaction, a waybill by carrier and number, a list by seller and own number. */
function identityOf(document: CustomsDocument): string {
  const { kind, platform, orderNo, payer, transactionNo, carrier, waybillNo, seller, copNo } = document
  const parts = {
    order: [platform, orderNo],
    payment: [payer, transactionNo === '' ? `${platform} ${orderNo}` : transactionNo],
    waybill: [carrier, waybillNo],
    list: copNo === '' ? [platform, orderNo] : [seller, copNo],
  }
  return parts[kind].join(' ')
}

/** Text as COPY reads it; PostgreSQL keeps no NUL. */
function copied(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]!)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
