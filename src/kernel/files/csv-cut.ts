import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { refuse } from '../refusal.ts'
import type { SpooledFile } from './spool.ts'

const tailBytes = 1 << 16
const newline = 0x0a

/**
 * Refuses `ledgers/file-cut` for a file that ends within a line of fewer cells than its first has: gigabytes need not be brought in before the last
 * line says so. It looks at the end alone and may miss a cut; the reader of the whole file has the last word. For encodings in which a line end is
 * one byte of its own.
 */
export async function refuseCut(file: SpooledFile, delimiter: string): Promise<void> {
  if (file.bytes <= file.head.length) return
  const tail = await tailOf(file)
  const last = tail.subarray(tail.lastIndexOf(newline) + 1)
  const first = file.head.subarray(0, file.head.indexOf(newline))
  if (last.length === 0 || last.length === tail.length || last.includes('"') || first.includes('"')) return
  const cells = (line: Buffer) => line.toString('latin1').split(delimiter).length
  if (cells(last) < cells(first)) refuse('ledgers/file-cut', { line: (await linesOf(file)) + 1 })
}

async function tailOf(file: SpooledFile): Promise<Buffer> {
  const handle = await open(file.path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(tailBytes), 0, tailBytes, file.bytes - tailBytes)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function linesOf(file: SpooledFile): Promise<number> {
  let lines = 0
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer
    for (let place = bytes.indexOf(newline); place >= 0; place = bytes.indexOf(newline, place + 1)) lines += 1
  }
  return lines
}
