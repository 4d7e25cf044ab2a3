import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { leafPage } from './leaf-rows.ts'
import type { Ledger } from './ledger.ts'
import { readRows, rowsQuery } from './read-rows.ts'
import type { RowFilter } from './row-filters.ts'
import { namesOf, type RowVersion, rowVersion, versionColumns } from './row-values.ts'

export interface RowsAsked {
  filters: readonly RowFilter[]
  /** text that any text column has */
  text?: string
  /** a column, with `-` before it for the last first; the newest day first unless told */
  sort?: string
  /** subtrees whose rows the caller may see */
  roots: readonly string[]
}

export interface RowsPage {
  rows: RowVersion[]
  total: number
  /** whether there are more than `total` says: counting stops at a limit */
  more: boolean
}

const countedMost = 100_000

/** A page of a ledger's rows. Refuses unknown columns and unreadable filters. */
export async function rowsOf(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked & { page: number; size: number },
): Promise<RowsPage> {
  if (ledger.leaves) return leafPage(tx, ledger, asked)
  const rows = await readRows(tx, ledger, asked, { offset: (asked.page - 1) * asked.size, limit: asked.size })
  const { where, values } = await rowsQuery(tx, ledger, asked)
  const narrowed = asked.filters.length > 0 || Boolean(asked.text)
  const total = narrowed ? await totalCounted(tx, ledger, where, values) : await totalRolled(tx, ledger, asked)
  return {
    rows,
    total: narrowed ? Math.min(total, countedMost) : total,
    more: narrowed && total > countedMost,
  }
}

/** Without filters the rollup knows how many rows there are. */
async function totalRolled(tx: Tx, ledger: Ledger, asked: RowsAsked): Promise<number> {
  const { rows } = await tx.client.query<{ total: string }>(
    `select coalesce(sum(rows), 0) as total from ${namesOf(ledger).rollup} where level = 'm' and unit_code = any($1)`,
    [await unitsUnder(tx, asked.roots)],
  )
  return Number(rows[0]!.total)
}

async function totalCounted(tx: Tx, ledger: Ledger, where: string, values: unknown[]): Promise<number> {
  const { rows } = await tx.client.query<{ total: string }>(
    `select count(*) as total from (select from ${namesOf(ledger).rows} where ${where} limit ${countedMost + 1}) as counted`,
    values,
  )
  return Number(rows[0]!.total)
}

/** One version in a row's life; what replaced it and why, unless it stands. */
export interface PastVersion extends RowVersion {
  replaced: { at: Date; by: number; why: 'corrected' | 'withdrawn' } | null
}

/** A row with every version it had, newest first. Refuses `ledgers/row-unknown` and `org/outside-scope`. */
export async function rowWithVersions(
  tx: Tx,
  ledger: Ledger,
  rowId: number,
  roots: readonly string[],
): Promise<{ current: RowVersion | null; versions: PastVersion[] }> {
  const names = namesOf(ledger)
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select ${versionColumns(names, 't')}, null::timestamptz as replaced_at, null::bigint as replaced_by, null as replaced_why from ${names.rows} t where row_id = $1
     union all select ${versionColumns(names, 'h')}, replaced_at, replaced_by, replaced_why from ${names.history} h where row_id = $1 order by version desc`,
    [rowId],
  )
  if (rows.length === 0) refuse('ledgers/row-unknown', { ledger: ledger.name, row: rowId }, 404)
  const versions = rows.map((row): PastVersion => {
    const replaced = row['replaced_at']
      ? {
          at: row['replaced_at'] as Date,
          by: Number(row['replaced_by']),
          why: row['replaced_why'] as 'corrected' | 'withdrawn',
        }
      : null
    return { ...rowVersion(ledger, names, row), replaced }
  })
  const inside = new Set(await unitsUnder(tx, roots))
  if (!versions.some((version) => inside.has(version.unit)))
    refuse('org/outside-scope', { unit: versions[0]!.unit }, 403)
  return { current: versions.find((version) => version.replaced === null) ?? null, versions }
}
