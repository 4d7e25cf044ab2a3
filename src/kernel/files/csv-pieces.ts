import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { refuse } from '../refusal.ts'
import { CsvScanner } from './csv-scanner.ts'
import { lineOf } from './encoding.ts'
import type { SpooledFile } from './spool.ts'
import type { PlainLines, SheetRow } from './table.ts'

const pieceBytes = 1 << 20
/** The headings, and what may stand above them, come as rows. */
const firstBytes = 1 << 16
const quote = 34
const newline = 10

/**
 * The rows of a UTF-8 file whose lines end with LF or CRLF: stretches without a quote as the bytes they are, all else as rows. Refuses what the
 * ordinary reading refuses, in the same words: `ledgers/encoding-unreadable` and `ledgers/file-cut` with the line, `ledgers/not-a-table`.
 */
export async function* plainPieces(
  file: SpooledFile,
  delimiter: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SheetRow[] | PlainLines> {
  const scanner = new CsvScanner(delimiter)
  let width = 0
  for await (const whole of wholeLines(file, onBytes)) {
    if (whole.includes(0)) refuse('ledgers/not-a-table', { looks: 'binary' })
    if (!isUtf8(whole)) await refuseBroken(file, whole)
    if (width > 0 && !scanner.unfinished && !whole.includes(quote) && whole.at(-1) === newline) {
      const plain = { bytes: whole, line: scanner.line, lines: 0 }
      yield plain
      scanner.pass(plain.lines)
      continue
    }
    const rows = scanner.push(whole.toString('utf8').replace(/^\ufeff/, scanner.line === 1 ? '' : '\ufeff'))
    // Excel's own first line that names the delimiter.
    if (width === 0 && rows[0]?.line === 1 && /^sep=/i.test(rows[0].cells[0]!)) rows.shift()
    width = Math.max(width, rows[0]?.cells.length ?? 0)
    if (rows.length > 0) yield rows
  }
  const cut = scanner.unfinished
  const last = scanner.end()
  // A last line that is short and has no end is where the file was cut.
  if (cut && last[0] && last[0].cells.length < width) refuse('ledgers/file-cut', { line: last[0].line })
  if (last.length > 0) yield last
}

/** The file in pieces that end with a line end, but for the last; a first small one. */
async function* wholeLines(file: SpooledFile, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of createReadStream(file.path, { highWaterMark: pieceBytes })) {
    onBytes((chunk as Buffer).length)
    let piece = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
    if (isFirst) {
      const head = piece.subarray(0, piece.lastIndexOf(newline, firstBytes) + 1)
      if (head.length > 0) yield head
      piece = piece.subarray(head.length)
      isFirst = false
    }
    const end = piece.lastIndexOf(newline) + 1
    if (end > 0) yield piece.subarray(0, end)
    rest = piece.subarray(end)
    // No line is so long: let the scanner say where it begins.
    if (rest.length > 4 * pieceBytes) {
      yield rest
      rest = Buffer.alloc(0)
    }
  }
  if (rest.length > 0) yield rest
}

/** A character that ends with the file is where it was cut; any other is of another encoding. */
async function refuseBroken(file: SpooledFile, whole: Buffer): Promise<never> {
  const isCut = whole.at(-1) !== newline && isUtf8(whole.subarray(0, Math.max(0, lastLead(whole))))
  if (isCut) refuse('ledgers/file-cut', { line: await lineOf(file, 'utf-8', undefined) })
  return refuse('ledgers/encoding-unreadable', { line: await lineOf(file, 'utf-8', '\ufffd'), encoding: 'UTF-8' })
}

/** Where the last character of more than one byte begins. */
function lastLead(bytes: Buffer): number {
  for (let place = bytes.length - 1; place >= Math.max(0, bytes.length - 4); place--)
    if (bytes[place]! >= 0xc0) return place
  return bytes.length
}
