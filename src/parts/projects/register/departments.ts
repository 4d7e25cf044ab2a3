import type { Tx } from '#kernel/db/work.ts'
import { unitsByWord } from '#parts/org/org.ts'
import { spellingOf } from './unit-spelling.ts'

/** What the register may write for the responsible unit → the unit's code. */
export type Departments = ReadonlyMap<string, string>

/** Codes and names of every unit, of today's tree and of earlier ones; a name that two units had is left out. */
export async function departmentsOf(tx: Tx): Promise<Departments> {
  const codes = new Map<string, Set<string>>()
  for (const [word, code] of await unitsByWord(tx)) {
    const spelling = spellingOf(word)
    codes.set(spelling, (codes.get(spelling) ?? new Set()).add(code))
  }
  return new Map([...codes].flatMap(([word, [code, more]]) => (code && !more ? [[word, code] as const] : [])))
}

/** The code of the unit that is written, in a list as 建设局 or as CONSTRUCTION; what names no unit stays as it is. */
export function departmentCode(departments: Departments, written: string): string {
  return departments.get(spellingOf(written)) ?? written
}

/** Every way in which the register writes one of the units, for conditions over its rows. */
export async function departmentsWritten(tx: Tx, units: readonly string[]): Promise<string[]> {
  const [departments, inside] = [await departmentsOf(tx), new Set(units)]
  const { rows } = await tx.client.query<{ department: string }>(
    'select distinct department from ledger_projects_projects where department is not null',
  )
  return rows.map(({ department }) => department).filter((written) => inside.has(departmentCode(departments, written)))
}

/** Rows of the register with the code of the responsible unit in place of what was written. */
export async function withDepartments<R extends { department: string | null }>(tx: Tx, rows: R[]): Promise<R[]> {
  const departments = await departmentsOf(tx)
  return rows.map((row) =>
    row.department === null ? row : { ...row, department: departmentCode(departments, row.department) },
  )
}
