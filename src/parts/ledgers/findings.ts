import type { Tx } from '#kernel/db/work.ts'
import type { Table } from '#kernel/files/table.ts'
import type { Fault } from './row-checker.ts'

/** A row that did not go in, or went in with a warning. */
export interface Finding {
  line: number
  severity: 'reject' | 'warn'
  faults: Fault[]
  cells: string[]
}

/** A batch's findings by line, rejected rows before warned ones on the same line. */
export async function findingsOf(
  tx: Tx,
  batch: string | number,
  page: { limit: number; after?: number; severity?: 'reject' | 'warn' },
): Promise<Finding[]> {
  const { rows } = await tx.client.query<Finding & { line: string }>(
    `select line, severity, faults, cells from import_findings
     where batch_id = $1 and line > $2 and ($3::text is null or severity = $3) order by severity, line limit $4`,
    [batch, page.after ?? 0, page.severity ?? null, page.limit],
  )
  return rows.map((row) => ({ ...row, line: Number(row.line) }))
}

/** Keeps the first warned rows of a batch. */
export async function keepWarnings(
  tx: Tx,
  batch: string,
  warnings: readonly Omit<Finding, 'severity'>[],
): Promise<void> {
  if (warnings.length === 0) return
  await tx.client.query(
    `insert into import_findings (batch_id, line, severity, faults, cells)
     select $1, line, 'warn', faults, cells from unnest($2::bigint[], $3::jsonb[], $4::jsonb[]) as given (line, faults, cells)`,
    [
      batch,
      warnings.map((warning) => warning.line),
      warnings.map((warning) => JSON.stringify(warning.faults)),
      warnings.map((warning) => JSON.stringify(warning.cells)),
    ],
  )
}

/** Rows rejected only after they were staged (a key that comes twice) have their cells read from the file again. */
export async function fillCells(tx: Tx, batch: string, table: Table): Promise<void> {
  const { rows } = await tx.client.query<{ line: string }>(
    `select line from import_findings where batch_id = $1 and severity = 'reject' and cells = '[]' order by line`,
    [batch],
  )
  const wanted = new Set(rows.map((row) => Number(row.line)))
  for await (const group of table.rows()) {
    const found = group.filter((row) => wanted.has(row.line))
    if (found.length === 0) continue
    await tx.client.query(
      `update import_findings set cells = given.cells from unnest($2::bigint[], $3::jsonb[]) as given (line, cells)
       where batch_id = $1 and severity = 'reject' and import_findings.line = given.line`,
      [batch, found.map((row) => row.line), found.map((row) => JSON.stringify(row.cells))],
    )
  }
}

/** A row that is rejected after all is no longer warned of. Answers how many were. */
export async function dropWarningsOfRejected(tx: Tx, batch: string): Promise<number> {
  const { rowCount } = await tx.client.query(
    `delete from import_findings warned using import_findings rejected where warned.batch_id = $1 and warned.severity = 'warn'
       and rejected.batch_id = $1 and rejected.severity = 'reject' and rejected.line = warned.line`,
    [batch],
  )
  return rowCount ?? 0
}
