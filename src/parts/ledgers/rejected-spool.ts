import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copied } from './copy-text.ts'
import type { Fault } from './row-checker.ts'

const kept = 1 << 20

/** Rejected rows of one import until it settles: the first in memory, the rest on disk, whatever their number. */
export class RejectedSpool {
  #lines: string[] = []
  #size = 0
  #folder: string | undefined
  #file: FileHandle | undefined
  readonly #batch: string

  constructor(batch: string) {
    this.#batch = batch
  }

  add(line: number, faults: readonly Fault[], cells: readonly string[]): void {
    const text = `${this.#batch}\t${line}\treject\t${copied(JSON.stringify(faults))}\t${copied(JSON.stringify(cells))}\n`
    this.#lines.push(text)
    this.#size += text.length
  }

  /** Moves what has gathered to disk when it is much. Called between groups of rows. */
  async rest(): Promise<void> {
    if (this.#size < kept) return
    this.#folder ??= await mkdtemp(path.join(tmpdir(), 'jingkai-rejected-'))
    this.#file ??= await open(this.#rows, 'w', 0o600)
    const text = this.#lines.join('')
    this.#lines = []
    this.#size = 0
    // A disk without room is this import's error and nobody else's: a stream would tell it to whoever listens.
    await this.#file.appendFile(text)
  }

  /** Writes all of them to the batch. */
  async keep(client: pg.ClientBase): Promise<void> {
    if (!this.#file && this.#lines.length === 0) return
    const copy = client.query(copyFrom('copy import_findings (batch_id, line, severity, faults, cells) from stdin'))
    const rest = this.#lines
    const onDisk = this.#file ? createReadStream(this.#rows) : Readable.from([])
    await pipeline(async function* () {
      yield* onDisk
      for (const text of rest) yield Buffer.from(text)
    }, copy)
  }

  get #rows(): string {
    return path.join(this.#folder!, 'rows')
  }

  async remove(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }
}
