import type { Batch } from './batches.ts'
import { faultInWords } from './fault-words.ts'
import type { Finding } from './findings.ts'
import { headingOf } from './headings.ts'
import type { ImportResult } from './import.ts'
import type { BatchShown, FindingShown, ImportShown } from './import-shapes.ts'
import type { Ledger } from './ledger.ts'
import type { RowVersion } from './row-values.ts'
import type { LedgerShown, RowShown } from './shapes.ts'

/** A declaration as JSON. */
export function shownLedger(ledger: Ledger): LedgerShown {
  return {
    ledger: ledger.name,
    words: ledger.words,
    grain: ledger.grain,
    source: ledger.source,
    grainOfTime: ledger.grainOfTime,
    day: ledger.day,
    key: [...ledger.key],
    columns: Object.entries(ledger.columns).map(([name, column]) => ({
      name,
      kind: column.kind,
      words: column.words,
      heading: headingOf(column),
      headings: [...column.headings],
      optional: column.optional,
      unit: column.unit ?? null,
      choices: column.choices ? Object.entries(column.choices).map(([code, words]) => ({ code, words })) : null,
      places: column.places ?? null,
      note: column.note ?? null,
    })),
    checks: ledger.checks.map(({ name, severity, meaning, cure }) => ({ name, severity, meaning, cure })),
    measures: Object.entries(ledger.measures).map(([name, { words, unit }]) => ({ name, words, unit })),
    dimensions: [...ledger.dimensions],
  }
}

export function shownRow(row: RowVersion): RowShown {
  const { rowId, version, unit, batch, values } = row
  return { rowId, version, unit, batch, values, recordedAt: row.recordedAt.toISOString() }
}

export function shownImport(ledger: Ledger, result: ImportResult): ImportShown {
  return { ...result, findings: shownFindings(ledger, result.findings) }
}

export function shownFindings(ledger: Ledger, findings: readonly Finding[]): FindingShown[] {
  return findings.map((finding) => ({ ...finding, faults: finding.faults.map((fault) => faultInWords(ledger, fault)) }))
}

export function shownBatch(ledger: Ledger, batch: Batch): BatchShown {
  const {
    id,
    origin,
    fileName,
    sha256,
    bytes,
    format,
    encoding,
    ignored,
    rows,
    accepted,
    corrected,
    unchanged,
    rejected,
    warned,
    seconds,
  } = batch
  const withdrawn = batch.withdrawnAt && {
    at: batch.withdrawnAt.toISOString(),
    byName: batch.withdrawnByName ?? '',
    reason: batch.withdrawnReason ?? '',
    removed: batch.withdrawnRemoved ?? 0,
    restored: batch.withdrawnRestored ?? 0,
  }
  return {
    ...{ id, origin, fileName, sha256, bytes, format, encoding, ignored },
    ...{ rows, accepted, corrected, unchanged, rejected, warned, seconds },
    ledger: batch.ledger,
    ledgerWords: ledger.words,
    unit: batch.unitCode,
    enteredAt: batch.enteredAt.toISOString(),
    enteredByName: batch.enteredByName,
    withdrawn,
  }
}
