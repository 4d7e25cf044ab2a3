import { read, type Tx, type Work } from '#kernel/db/work.ts'
import type { Table } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { type ImportResult, importTable } from './import.ts'
import type { Ledger } from './ledger.ts'
import { ledgerOf } from './registry.ts'
import { columnOf } from './row-filters.ts'
import type { RowValues } from './row-values.ts'
import { rowWithVersions } from './rows.ts'

/** Enters one row by hand: a batch of one. Refuses `ledgers/row-rejected` with reasons and cures, `ledgers/row-known` for a key that is in. */
export async function recordRow(
  work: Work,
  asked: { ledger: string; unit: string; values: RowValues; roots?: readonly string[] },
): Promise<ImportResult> {
  const ledger = await ledgerOf(asked.ledger)
  const result = await importTable(work, ledger, {
    ...whoAndWhere(asked),
    file: { name: '页面登记' },
    origin: 'page',
    oneRow: 'new',
    table: tableOf(ledger, asked.values),
  })
  return result
}

/**
 * Corrects one row by hand: a batch of one, the old version stays. Values not given stay as they are. Refuses `ledgers/key-fixed`,
 * `ledgers/row-changed` when somebody was quicker, `ledgers/row-unknown` and `ledgers/row-rejected`.
 */
export async function correctRow(
  work: Work,
  asked: {
    ledger: string
    rowId: number
    values: RowValues
    reason: string
    version?: number
    roots: readonly string[]
  },
): Promise<ImportResult> {
  const ledger = await ledgerOf(asked.ledger)
  const { current } = await read(work, (tx) => rowWithVersions(tx, ledger, asked.rowId, asked.roots))
  if (!current) return refuse('ledgers/row-unknown', { ledger: ledger.name, row: asked.rowId }, 404)
  for (const name of Object.keys(asked.values)) columnOf(ledger, name)
  const touched = ledger.key.find((name) => name in asked.values && asked.values[name] !== current.values[name])
  if (touched) refuse('ledgers/key-fixed', { column: ledger.columns[touched]!.words.zh })
  // Looked at again once nobody else can write: the version the person saw, or the one just read.
  const underLock = async (tx: Tx) => {
    const now = await rowWithVersions(tx, ledger, asked.rowId, asked.roots)
    if (now.current?.version !== (asked.version ?? current.version)) refuse('ledgers/row-changed', {}, 409)
  }
  const table = tableOf(ledger, { ...current.values, ...asked.values })
  return importTable(work, ledger, {
    unit: current.unit,
    roots: asked.roots,
    file: { name: '页面更正' },
    reason: asked.reason,
    origin: 'page',
    oneRow: 'known',
    underLock,
    table,
  })
}

function whoAndWhere(asked: { unit: string; roots?: readonly string[] }) {
  return asked.roots ? { unit: asked.unit, roots: asked.roots } : { unit: asked.unit }
}

/** Headings and one row below them, as a file would have it. */
function tableOf(ledger: Ledger, values: RowValues): Table {
  const names = Object.keys(ledger.columns)
  const rows = [
    { line: 1, cells: names },
    { line: 2, cells: names.map((name) => values[name] ?? '') },
  ]
  return {
    format: 'csv',
    async *rows() {
      yield rows
    },
  }
}
