import type { Tx } from '#kernel/db/work.ts'
import type { SheetRow } from '#kernel/files/table.ts'
import type { Details, Words } from '#kernel/i18n/words.ts'
import type { Headings } from './headings.ts'
import type { Ledger } from './ledger.ts'
import { type Fault, RowChecker, type Scope } from './row-checker.ts'
import { namesOf } from './row-values.ts'

/** A rule that only shows beside other rows: of the same file, of earlier ones, of another ledger. It warns; the rows are in. */
export interface AcrossCheck {
  name: string
  severity: 'warn'
  meaning: Words
  cure: Words
  /**
   * Set-based SQL over the rows that batch $1 brought or changed: the ledger's key columns of each row that fails, and `details`
   * (jsonb) for the words.
   */
  sql: string
}

/** What was imported, as {@link tellAcross} reads it again to say on which lines its findings stand. */
export interface Settled {
  batch: string
  headings: Headings
  scope: Scope
  rows(): AsyncIterable<SheetRow[]>
}

/** Findings of one check that are told; a rule that fails on every row of a large file says so often enough. */
const most = 1000

/**
 * Runs a ledger's checks across rows in the import's transaction and keeps what they find with the batch, on the lines of its file. Answers how
 * many rows are warned of that were not before.
 */
export async function tellAcross(tx: Tx, ledger: Ledger, settled: Settled): Promise<number> {
  const faults = new Map<string, Fault[]>()
  for (const check of ledger.across ?? []) {
    const { rows } = await tx.client.query<Record<string, unknown>>(`${check.sql} limit ${most}`, [settled.batch])
    for (const row of rows) {
      const fault: Fault = { check: check.name, severity: 'warn', details: (row['details'] ?? {}) as Details }
      const key = keyIn(ledger, row)
      faults.set(key, [...(faults.get(key) ?? []), fault])
    }
  }
  return faults.size === 0 ? 0 : keep(tx, settled.batch, await placed(ledger, settled, faults))
}

function keyIn(ledger: Ledger, row: Record<string, unknown>): string {
  const { stored } = namesOf(ledger)
  const column = (name: string) => stored.find((candidate) => candidate.name === name)!.sql.replaceAll('"', '')
  return JSON.stringify(ledger.key.map((name) => String(row[column(name)])))
}

interface Placed {
  line: number
  cells: string[]
  faults: Fault[]
}

/** Reads the file again for the lines of the rows that were found. */
async function placed(ledger: Ledger, settled: Settled, faults: Map<string, Fault[]>): Promise<Placed[]> {
  const { headings, scope } = settled
  const checker = new RowChecker(ledger, headings.layout, headings.texts.length, scope)
  const places = ledger.key.map((name) => Object.keys(ledger.columns).indexOf(name))
  const found: Placed[] = []
  for await (const group of settled.rows()) {
    for (const { line, cells, formula } of group) {
      if (checker.check(cells, formula === true)?.some((fault) => fault.severity === 'reject')) continue
      const told = faults.get(JSON.stringify(places.map((place) => checker.values[place])))
      if (told) found.push({ line, cells, faults: told })
    }
  }
  return found
}

/** Adds to what is known of a line already, or begins a finding of its own. */
async function keep(tx: Tx, batch: string, found: readonly Placed[]): Promise<number> {
  const { rowCount } = await tx.client.query(
    `with given as (select * from unnest($2::bigint[], $3::jsonb[], $4::jsonb[]) as given (line, faults, cells)),
       added as (update import_findings known set faults = known.faults || given.faults from given
         where known.batch_id = $1 and known.severity = 'warn' and known.line = given.line returning known.line)
     insert into import_findings (batch_id, line, severity, faults, cells)
     select $1, line, 'warn', faults, cells from given where not exists (select from added where added.line = given.line)`,
    [
      batch,
      found.map(({ line }) => line),
      found.map(({ faults }) => JSON.stringify(faults)),
      found.map(({ cells }) => JSON.stringify(cells)),
    ],
  )
  return rowCount ?? 0
}
