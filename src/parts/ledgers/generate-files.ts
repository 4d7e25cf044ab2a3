import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { csvLine } from '#kernel/files/csv-text.ts'
import { refuse } from '#kernel/refusal.ts'
import { headingOf } from './headings.ts'
import type { Ledger } from './ledger.ts'
import type { SyntheticAsked, SyntheticRows } from './synthetic.ts'

export interface FilesAsked extends SyntheticAsked {
  /** a file; a folder (ends with `/`) for one file a month; or a pattern with `{month}` or `{part}` */
  out: string
  onRow?: (rows: number) => void
}

export interface FileWritten {
  file: string
  rows: number
}

/** Writes synthetic rows into one file or several, each with its headings, so that a long load can go on file by file. */
export async function writeSynthetic(
  ledger: Ledger,
  synthetic: SyntheticRows,
  asked: FilesAsked,
): Promise<FileWritten[]> {
  const pattern = patternOf(ledger, asked)
  if (asked.breakEvery && !pattern.includes('{part}'))
    refuse('ledgers/pattern-without-part', { pattern, part: '{part}' })
  const headings = csvLine(synthetic.columns.map((name) => headingOf(ledger.columns[name]!))).replace('\r\n', '\n')
  const written: FileWritten[] = []
  let target: Awaited<ReturnType<typeof open>> | undefined
  let done = 0
  await mkdir(path.dirname(path.resolve(pattern)), { recursive: true })
  try {
    for (const chunk of synthetic.chunks(asked)) {
      const file = fileOf(pattern, { month: chunk.day.slice(0, 7), part: partOf(done, asked) })
      if (written.at(-1)?.file !== file) {
        await target?.close()
        target = await open(file, 'w')
        await target.write(headings)
        written.push({ file, rows: 0 })
      }
      await target!.write(chunk.bytes)
      written.at(-1)!.rows += chunk.rows
      done += chunk.rows
      asked.onRow?.(done)
    }
  } finally {
    await target?.close()
  }
  return written
}

function patternOf(ledger: Ledger, { out, breakEvery }: FilesAsked): string {
  if (!out.endsWith('/')) return out
  return path.join(out, `${ledger.name.split('/')[1]}-${breakEvery ? '{part}' : '{month}'}.csv`)
}

function partOf(done: number, { breakEvery }: FilesAsked): number {
  return breakEvery ? Math.floor(done / breakEvery) + 1 : 1
}

function fileOf(pattern: string, { month, part }: { month: string; part: number }): string {
  return pattern.replaceAll('{month}', month).replaceAll('{part}', String(part).padStart(4, '0'))
}
