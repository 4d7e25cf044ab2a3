import type { Tx } from '#kernel/db/work.ts'
import { warningsKept } from './intake.ts'
import type { Fault } from './row-checker.ts'

/** All rows of a batch with the same finding: how many, and the first of them as the file has them. */
export interface FindingGroup {
  check: string
  column: string | null
  severity: 'reject' | 'warn'
  rows: number
  /** whether there are more: of warned rows only the first are kept */
  more: boolean
  examples: { line: number; fault: Fault; cells: string[] }[]
}

const examplesOfEach = 5

/** A batch's findings by check and column: rows that were sent back before those warned of, most rows first. */
export async function findingGroupsOf(tx: Tx, batch: string | number, warned: number): Promise<FindingGroup[]> {
  const { rows } = await tx.client.query<Found>(
    `with found as (
       select severity, line, cells, fault, fault ->> 'check' as name, fault ->> 'column' as place,
         row_number() over same as nth, count(*) over (partition by severity, fault ->> 'check', fault ->> 'column') as rows
       from import_findings cross join lateral jsonb_array_elements(faults) as fault where batch_id = $1
       window same as (partition by severity, fault ->> 'check', fault ->> 'column' order by line))
     select severity, line, cells, fault, rows from found where nth <= $2 order by severity, rows desc, name, place, line`,
    [batch, examplesOfEach],
  )
  const groups = new Map<string, FindingGroup>()
  for (const { severity, line, cells, fault, rows: count } of rows) {
    const { check, column = null } = fault
    const key = JSON.stringify([severity, check, column])
    const more = severity === 'warn' && warned > warningsKept
    const group = groups.get(key) ?? { check, column, severity, rows: Number(count), more, examples: [] }
    group.examples.push({ line: Number(line), fault, cells })
    groups.set(key, group)
  }
  return [...groups.values()]
}

interface Found {
  severity: 'reject' | 'warn'
  line: string
  cells: string[]
  fault: Fault
  rows: string
}
