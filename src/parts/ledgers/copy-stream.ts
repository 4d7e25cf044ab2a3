import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** One COPY from this program; a connection carries one at a time. */
export class CopyStream {
  readonly #copy: Writable & { rowCount?: number | null }
  readonly #ended: Promise<void>
  #failure: Error | undefined

  constructor(client: pg.ClientBase, into: string, options = '') {
    this.#copy = client.query(copyFrom(`copy ${into} from stdin ${options}`)) as Writable & { rowCount?: number | null }
    this.#ended = finished(this.#copy)
    this.#ended.catch((error: Error) => {
      this.#failure = error
    })
  }

  /** Waits while the database has enough to do; throws what the database refused. */
  async write(content: string | Buffer): Promise<void> {
    if (this.#failure) throw this.#failure
    if (content.length > 0 && !this.#copy.write(content))
      await Promise.race([new Promise((drained) => this.#copy.once('drain', drained)), this.#ended])
  }

  /** Ends it and answers how many rows the database took. */
  async end(): Promise<number> {
    if (!this.#failure) this.#copy.end()
    await this.#ended
    return this.#copy.rowCount ?? 0
  }

  /** Gives the connection back half-way. */
  async abandon(reason: Error): Promise<void> {
    this.#copy.destroy(reason)
    await this.#ended.catch(() => {})
  }
}
