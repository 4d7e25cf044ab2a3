import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../refusal.ts'

/** A file that can be read more than once, with what identifies it. */
export interface SpooledFile {
  path: string
  bytes: number
  sha256: string
  /** the first 64 KiB */
  head: Buffer
  remove(): Promise<void>
}

/**
 * Puts a stream on disk, or reads a file where it lies, and says what it is. Refuses `ledgers/upload-cut` when the stream ends before its
 * time, `ledgers/file-too-large` when the door cut it, `ledgers/file-empty`, and `ledgers/file-missing` where no file lies.
 */
export async function spoolFile(source: Readable | string): Promise<SpooledFile> {
  expectBreaks(source)
  const folder = typeof source === 'string' ? undefined : await mkdtemp(path.join(tmpdir(), 'jingkai-file-'))
  const remove = async () => void (folder && (await rm(folder, { recursive: true, force: true })))
  try {
    const { hash, file } = typeof source === 'string' ? await hashOf(source) : await keep(source, folder!)
    const head = await headOf(file)
    if (hash.bytes === 0) refuse('ledgers/file-empty')
    return { path: file, bytes: hash.bytes, sha256: hash.sha256, head, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** An upload may break before anybody reads it; without a listener that would end the program. Call it before the first `await`. */
export function expectBreaks(source: Readable | string): void {
  if (typeof source !== 'string') source.on('error', () => {})
}

async function hashOf(file: string) {
  const known = await stat(file).catch(() => null)
  if (!known?.isFile()) refuse('ledgers/file-missing', { file: path.basename(file) }, 404)
  const counted = counter()
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) counted.add(chunk as Buffer)
  return { hash: counted.end(), file }
}

async function keep(stream: Readable, folder: string) {
  const file = path.join(folder, 'file')
  const counted = counter()
  const through = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      counted.add(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(stream, through, createWriteStream(file, { mode: 0o600 }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    refuse('ledgers/upload-cut', {}, 400)
  }
  if ((stream as { truncated?: boolean }).truncated) refuse('ledgers/file-too-large', {}, 413)
  return { hash: counted.end(), file }
}

function counter() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    add(chunk: Buffer) {
      hash.update(chunk)
      bytes += chunk.length
    },
    end: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
