import { refuse } from '../refusal.ts'
import { refuseCut } from './csv-cut.ts'
import { plainPieces } from './csv-pieces.ts'
import { CsvScanner } from './csv-scanner.ts'
import { decoded, encodingOf } from './encoding.ts'
import type { SpooledFile } from './spool.ts'
import type { SheetRow, Table } from './table.ts'

/** Opens a text file as a table parted by commas, semicolons or tabs, in UTF-8, GB18030 or UTF-16. */
export async function openCsv(file: SpooledFile): Promise<Table> {
  const encoding = await encodingOf(file)
  const head = new TextDecoder(encoding).decode(file.head, { stream: true })
  const delimiter = delimiterOf(head)
  if (encoding === 'utf-8' || encoding === 'gb18030') await refuseCut(file, delimiter)
  let read = 0
  const rows = () => {
    read = 0
    const pieces = decoded(file, encoding, (bytes) => {
      read += bytes
    })
    return records(pieces, new CsvScanner(delimiter, newlineOf(head)))
  }
  const table = { format: 'csv' as const, encoding, delimiter, rows, share: () => read / file.bytes }
  if (encoding !== 'utf-8' || newlineOf(head) !== '\n') return table
  const pieces = () => {
    read = 0
    return plainPieces(file, delimiter, (bytes) => {
      read += bytes
    })
  }
  return { ...table, pieces }
}

async function* records(pieces: AsyncIterable<string>, scanner: CsvScanner): AsyncGenerator<SheetRow[]> {
  let width = 0
  for await (const piece of pieces) {
    const rows = scanner.push(piece)
    if (rows.length === 0) continue
    // Excel's own first line that names the delimiter.
    if (width === 0 && rows[0]!.line === 1 && /^sep=/i.test(rows[0]!.cells[0]!)) rows.shift()
    width = Math.max(width, rows[0]?.cells.length ?? 0)
    yield rows
  }
  const cut = scanner.unfinished
  const last = scanner.end()
  // A last line that is short and has no end is where the file was cut.
  if (cut && last[0] && last[0].cells.length < width) refuse('ledgers/file-cut', { line: last[0].line })
  if (last.length > 0) yield last
}

/** The candidate that stands most often outside quotes in the first lines; a comma when none does. */
function delimiterOf(head: string): string {
  const lines = head
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 12)
  const counts = [',', '\t', ';'].map((mark) => ({
    mark,
    count: Math.max(...lines.map((line) => line.split(mark).length - 1)),
  }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

function newlineOf(head: string): '\n' | '\r' {
  return !head.includes('\n') && head.includes('\r') ? '\r' : '\n'
}
