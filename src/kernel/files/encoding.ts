import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { refuse } from '../refusal.ts'
import type { SpooledFile } from './spool.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const chunkBytes = 1 << 18

/**
 * How a text file is written: by its byte order mark, else by the first part of it that is not plain ASCII. Text that is mostly UTF-8
 * stays UTF-8 even when some of it is broken, so that the broken line is named instead of read as something else.
 */
export async function encodingOf(file: SpooledFile): Promise<Encoding> {
  const [a, b, c] = file.head
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  for await (const chunk of createReadStream(file.path, { highWaterMark: chunkBytes })) {
    const bytes = chunk as Buffer
    if (!isAscii(bytes)) return decides(bytes)
  }
  return 'utf-8'
}

function decides(sample: Buffer): Encoding {
  if (readable(sample, 'utf-8')) return 'utf-8'
  const text = new TextDecoder('utf-8').decode(sample, { stream: true })
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const read = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return read > broken * 10 ? 'utf-8' : 'gb18030'
}

function readable(sample: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * The file's text in pieces, without its byte order mark. Refuses `ledgers/encoding-unreadable` with the line, `ledgers/file-cut` when it
 * ends within a character, and `ledgers/not-a-table` when it holds a NUL.
 */
export async function* decoded(
  file: SpooledFile,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(file.path, { highWaterMark: chunkBytes })) {
    const bytes = chunk as Buffer
    onBytes(bytes.length)
    let text: string
    try {
      text = decoder.decode(bytes, { stream: true })
    } catch {
      refuse('ledgers/encoding-unreadable', {
        line: await lineOf(file, encoding, '\ufffd'),
        encoding: encoding.toUpperCase(),
      })
    }
    if (text.includes('\u0000')) refuse('ledgers/not-a-table', { looks: 'binary' })
    yield text
  }
  try {
    yield decoder.decode()
  } catch {
    refuse('ledgers/file-cut', { line: await lineOf(file, encoding, undefined) })
  }
}

/** The line on which a character first stands, or the last line. */
export async function lineOf(file: SpooledFile, encoding: Encoding, character: string | undefined): Promise<number> {
  const decoder = new TextDecoder(encoding)
  let line = 1
  for await (const chunk of createReadStream(file.path, { highWaterMark: chunkBytes })) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    const found = character === undefined ? -1 : text.indexOf(character)
    line += (found < 0 ? text : text.slice(0, found)).split('\n').length - 1
    if (found >= 0) return line
  }
  return line
}
