import type { Batch } from './batches.ts'
import { checksInWords } from './check-words.ts'
import { faultInWords } from './fault-words.ts'
import type { FindingGroup } from './finding-groups.ts'
import type { Finding } from './findings.ts'
import { headingOf } from './headings.ts'
import type { ImportResult } from './import.ts'
import type { BatchShown, FindingShown, GroupShown, ImportShown } from './import-shapes.ts'
import type { Ledger } from './ledger.ts'
import type { RowVersion } from './row-values.ts'
import type { PastVersion } from './rows.ts'
import type { LedgerShown, RowPastShown, RowShown } from './shapes.ts'

/** A declaration as JSON. */
export function shownLedger(ledger: Ledger): LedgerShown {
  return {
    ledger: ledger.name,
    words: ledger.words,
    grain: ledger.grain,
    source: ledger.source,
    grainOfTime: ledger.grainOfTime,
    day: ledger.day,
    searches: ledger.leaves ? 'key' : 'texts',
    key: [...ledger.key],
    page: ledger.page ?? null,
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
      min: column.min ?? null,
      max: column.max ?? null,
      longest: column.longest ?? null,
      note: column.note ?? null,
    })),
    checks: checksInWords(ledger),
    measures: Object.entries(ledger.measures).map(([name, { words, unit }]) => ({ name, words, unit })),
    dimensions: [...ledger.dimensions],
  }
}

export function shownRow(row: RowVersion): RowShown {
  const { rowId, version, unit, batch, values } = row
  return { rowId, version, unit, batch, values, recordedAt: row.recordedAt.toISOString() }
}

export function shownImport(ledger: Ledger, result: ImportResult): ImportShown {
  return {
    ...result,
    findings: shownFindings(ledger, result.findings),
    groups: shownGroups(ledger, result.groups),
  }
}

export function shownFindings(ledger: Ledger, findings: readonly Finding[]): FindingShown[] {
  return findings.map((finding) => ({ ...finding, faults: finding.faults.map((fault) => faultInWords(ledger, fault)) }))
}

export function shownGroups(ledger: Ledger, groups: readonly FindingGroup[]): GroupShown[] {
  return groups.map(({ examples, ...group }) => {
    const said = examples.map(({ line, fault, cells }) => ({ line, cells, words: faultInWords(ledger, fault) }))
    return {
      ...group,
      cure: said[0]!.words.cure,
      examples: said.map(({ line, cells, words }) => ({ line, cells, reason: words.reason })),
    }
  })
}

/** A row's past with who brought and who ended each version. */
export function shownPast(versions: readonly PastVersion[], batches: ReadonlyMap<number, Batch>): RowPastShown[] {
  return versions.map((version) => {
    const { origin, fileName, enteredByName, reason } = batches.get(version.batch)!
    const { replaced } = version
    const ended = replaced && batches.get(replaced.by)!
    return {
      ...shownRow(version),
      broughtBy: { origin, fileName, byName: enteredByName, reason },
      replaced: replaced && {
        at: replaced.at.toISOString(),
        by: replaced.by,
        why: replaced.why,
        byName: (replaced.why === 'withdrawn' ? ended!.withdrawnByName : ended!.enteredByName) ?? '',
        reason: replaced.why === 'withdrawn' ? ended!.withdrawnReason : ended!.reason,
      },
    }
  })
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
    reason,
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
    ...{ id, origin, fileName, sha256, bytes, format, encoding, ignored, reason },
    ...{ rows, accepted, corrected, unchanged, rejected, warned, seconds },
    ledger: batch.ledger,
    ledgerWords: ledger.words,
    unit: batch.unitCode,
    enteredAt: batch.enteredAt.toISOString(),
    enteredByName: batch.enteredByName,
    withdrawn,
  }
}
