import type { Readable } from 'node:stream'
import { expectBreaks, spoolFile } from '#kernel/files/spool.ts'
import { firstRows, openTable } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { type HeadingFound, headingRow, type Mapping, readHeadings } from './headings.ts'
import { ledgerOf } from './registry.ts'

/** A look into a file before it is imported. */
export interface Preview {
  format: 'csv' | 'xlsx'
  encoding: string | null
  delimiter: string | null
  /** the line its headings stand on */
  headingLine: number
  headings: HeadingFound[]
  /** required columns that no heading fills */
  missing: string[]
  /** cells of the first rows below */
  samples: string[][]
}

/** Says what the file's headings would fill, what is missing and what its first rows are; nothing is imported. */
export async function previewFile(asked: {
  ledger: string
  file: { name: string } & ({ stream: Readable } | { path: string })
  mapping?: Mapping
}): Promise<Preview> {
  const source = 'path' in asked.file ? asked.file.path : asked.file.stream
  expectBreaks(source)
  const ledger = await ledgerOf(asked.ledger)
  const file = await spoolFile(source)
  try {
    const table = await openTable(file)
    const first = await firstRows(table)
    if (first.length === 0) refuse('ledgers/file-empty')
    const at = headingRow(ledger, first, asked.mapping)
    const headings = readHeadings(ledger, first[at]!, asked.mapping)
    return {
      format: table.format,
      encoding: table.encoding ?? null,
      delimiter: table.delimiter ?? null,
      headingLine: headings.line,
      headings: headings.found,
      missing: headings.missing,
      samples: first.slice(at + 1, at + 6).map((row) => row.cells),
    }
  } finally {
    await file.remove()
  }
}
