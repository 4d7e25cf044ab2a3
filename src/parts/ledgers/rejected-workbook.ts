import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre'
import type { Tx, Work } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Batch } from './batches.ts'
import { faultWords } from './fault-words.ts'
import { type Finding, findingsOf } from './findings.ts'
import { rejectedHeadings } from './headings.ts'
import type { Ledger } from './ledger.ts'
import { longRead } from './long-read.ts'
import { ledgerOf } from './registry.ts'

/**
 * The rows a batch did not take, with the file's own columns in their order and the line, the reason and what to do beside them. Mended, it
 * imports again: those three columns fill nothing. Refuses `ledgers/nothing-rejected`.
 */
export async function rejectedWorkbook(work: Work, batch: Batch, locale: Locale): Promise<Readable> {
  if (batch.rejected === 0) refuse('ledgers/nothing-rejected', { batch: batch.id }, 404)
  const ledger = await ledgerOf(batch.ledger)
  const { line, reason, cure } = rejectedHeadings[locale]
  const columns = [...batch.headings, line, reason, cure].map((header) => ({ header, width: 16 }))
  const rows = longRead(work, (tx) => rejectedRows(tx, ledger, batch, locale))
  return Readable.fromWeb(
    writeXlsxStream(rows, {
      name: locale === 'zh' ? '退回的行' : 'Rejected rows',
      columns,
      freezePane: { rows: 1 },
    }) as ReadableStream,
  )
}

async function* rejectedRows(
  tx: Tx,
  ledger: Ledger,
  batch: Batch,
  locale: Locale,
): AsyncGenerator<(string | number)[]> {
  let after = 0
  for (;;) {
    const findings: Finding[] = await findingsOf(tx, batch.id, { limit: 2000, after, severity: 'reject' })
    if (findings.length === 0) return
    for (const finding of findings) {
      const words = finding.faults
        .filter((fault) => fault.severity === 'reject')
        .map((fault) => faultWords(ledger, fault, locale))
      const mark = locale === 'zh' ? '；' : '; '
      const cells = fitted(finding.cells, batch.headings.length)
      yield [
        ...cells,
        finding.line,
        words.map((word) => word.reason).join(mark),
        words.map((word) => word.cure).join(mark),
      ]
    }
    after = findings.at(-1)!.line
  }
}

/** As many cells as there are headings; what a ragged row has beyond them stays in the last one. */
function fitted(cells: readonly string[], width: number): string[] {
  const last = cells.length > width ? cells.slice(width - 1).join(',') : (cells[width - 1] ?? '')
  return [...Array.from({ length: width - 1 }, (_, place) => cells[place] ?? ''), last]
}
