import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Rows on their way into a table by COPY; little of them waits in memory. */
export class CopyStream {
  readonly #copy: Writable
  readonly #ended: Promise<void>
  #lines = ''
  #failure: Error | undefined

  constructor(client: pg.ClientBase, table: string) {
    this.#copy = client.query(copyFrom(`copy ${table} from stdin`))
    this.#ended = finished(this.#copy)
    this.#ended.catch((error: Error) => {
      this.#failure = error
    })
  }

  /** A line as {@link copyCells} makes it. */
  add(line: string): void {
    this.#lines += line
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

/** One row in the text form of COPY; null is none. PostgreSQL keeps no NUL. */
export function copyCells(cells: readonly (string | number | null)[]): string {
  let line = ''
  for (const [place, cell] of cells.entries()) {
    if (place > 0) line += '\t'
    line += cell === null ? '\\N' : typeof cell === 'number' ? cell : escaped(cell)
  }
  return `${line}\n`
}

/** What `copyCells` made of a text, back again. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(.)/g, (_, one: string) => plain[one] ?? one) : text
}

function escaped(text: string): string {
  if (!special.test(text)) return text
  return text.replaceAll('\u0000', '').replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]!)
}

// biome would have the control characters spelled out; they are what COPY and PostgreSQL cannot take as they stand.
const special = /[\\\t\n\r\0]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const plain: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' }
