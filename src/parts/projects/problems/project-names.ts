import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { departmentsWritten, withDepartments } from '../register/departments.ts'
import { actorPerson } from './actor-person.ts'

/** What a problem, a visit or a commissioner's list says of its project. */
export interface NamedProject {
  code: string
  name: string
  /** the department responsible for it */
  department: string | null
  enterprise: string | null
  /** WGS-84 */
  place: { longitude: number; latitude: number } | null
}

const columns = `code, name, department, enterprise,
  case when longitude is not null and latitude is not null
    then json_build_object('longitude', longitude, 'latitude', latitude) end as place`

/** A project by its code, whoever asks. Refuses `projects/unknown` (404). */
export async function namedProject(tx: Tx, code: string): Promise<NamedProject> {
  const { rows } = await tx.client.query<NamedProject>(
    `select ${columns} from ledger_projects_projects where code = $1`,
    [code],
  )
  const [project = refuse('projects/unknown', { project: code }, 404)] = await withDepartments(tx, rows)
  return project
}

/** The same when the caller reaches the project's keeper or department, or serves it. Refuses `org/outside-scope` (403) else. */
export async function projectInReach(tx: Tx, code: string, roots: readonly string[]): Promise<NamedProject> {
  const project = await namedProject(tx, code)
  if (!(await codesInReach(tx, roots)).has(code)) refuse('org/outside-scope', { unit: project.department ?? code }, 403)
  return project
}

/** Codes of the projects that the caller reaches or serves. */
export async function codesInReach(tx: Tx, roots: readonly string[]): Promise<Set<string>> {
  const [person, units] = [await actorPerson(tx), await unitsUnder(tx, roots)]
  const { rows } = await tx.client.query<{ code: string }>(
    `select code from ledger_projects_projects where unit_code = any($1) or department = any($2)
     union select project_code from project_commissioners where person_code = $3 and to_on is null`,
    [units, await departmentsWritten(tx, units), person?.code ?? null],
  )
  return new Set(rows.map(({ code }) => code))
}

/** Every project under its code. */
export async function projectNames(tx: Tx): Promise<Map<string, NamedProject>> {
  const { rows } = await tx.client.query<NamedProject>(`select ${columns} from ledger_projects_projects`)
  return new Map((await withDepartments(tx, rows)).map((row) => [row.code, row]))
}

/** The projects that the caller reaches or serves, by name. */
export async function projectChoices(tx: Tx, roots: readonly string[]) {
  const [reach, names] = [await codesInReach(tx, roots), await projectNames(tx)]
  const projects = [...names.values()].filter(({ code }) => reach.has(code)).map(({ code, name }) => ({ code, name }))
  return { projects: projects.sort((a, b) => (a.code < b.code ? -1 : 1)) }
}
