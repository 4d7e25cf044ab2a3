import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { dayOf, unitNamesOn, unitsUnder } from '#parts/org/org.ts'
import { type Problem, problemColumns } from './problem-rows.ts'
import { codesInReach, projectNames } from './project-names.ts'
import type { problemsShape } from './shapes.ts'

type Query = Asked<typeof problemsShape>['query']

const open = "p.state in ('raised', 'dispatched', 'replied')"
const late = "p.state = 'dispatched' and p.due_on < $1"

/** What a caller's page of the list holds: open ones first, the most overdue before the others. */
export async function listProblems(
  tx: Tx,
  query: Query,
  roots: readonly string[],
): Promise<Answer<typeof problemsShape>> {
  const today = await zoneToday(tx)
  const reach = await reachOf(tx, roots)
  const { where, values } = conditions(query, today, reach)
  const counted = await tx.client.query<{ n: string }>(
    `select count(*) as n from project_problems p where ${where}`,
    values,
  )
  const { rows } = await tx.client.query<Problem>(
    `select ${problemColumns} from project_problems p where ${where}
     order by ${query.sort === '' ? `${open} desc, (${late}) desc,` : ''} ${orders[query.sort]}, p.number desc limit ${query.size} offset ${(query.page - 1) * query.size}`,
    values,
  )
  return {
    today,
    total: Number(counted.rows[0]!.n),
    counts: await countsOf(tx, today, reach),
    rows: await shownProblems(tx, rows, today),
  }
}

const orders: Record<Query['sort'], string> = {
  '': 'p.due_on nulls last',
  dueOn: 'p.due_on nulls last',
  '-dueOn': 'p.due_on desc nulls last',
  raisedOn: 'p.raised_at',
  '-raisedOn': 'p.raised_at desc',
  reopened: 'p.reopened',
  '-reopened': 'p.reopened desc',
}

interface Reach {
  projects: string[]
  units: string[]
}

/** Projects that the caller reaches or serves, and units in which problems lie that are theirs. */
export async function reachOf(tx: Tx, roots: readonly string[]): Promise<Reach> {
  return { projects: [...(await codesInReach(tx, roots))], units: await unitsUnder(tx, roots) }
}

/** SQL that keeps to what the caller reaches; `$2` are project codes, `$3` unit codes. */
const within = `(p.project_code = any($2) or exists (
  select from project_problem_passages w where w.problem_id = p.id and w.unit_code = any($3)))`

function conditions(query: Query, today: Day, { projects, units }: Reach): { where: string; values: unknown[] } {
  const values: unknown[] = [today, projects, units]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = [within, '$1::date is not null']
  if (query.state === 'open') where.push(open)
  else if (query.state === 'late') where.push(late)
  else if (query.state) where.push(`p.state = ${bind(query.state)}`)
  if (query.unit)
    where.push(`exists (select from project_problem_passages u where u.problem_id = p.id and u.returned_at is null
    and u.unit_code = ${bind(query.unit)}${query.told === 'late' ? " and coalesce((u.replied_at at time zone 'Asia/Shanghai')::date, $1) > u.due_on" : ''}${query.told === 'reopened' ? " and u.verdict = 'not-solved'" : ''})`)
  if (query.kind) where.push(`p.kind = ${bind(query.kind)}`)
  if (query.project) where.push(`p.project_code = ${bind(query.project)}`)
  if (query.q.trim()) {
    const text = bind(`%${query.q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`)
    where.push(`(p.number ilike ${text} or p.title ilike ${text} or p.description ilike ${text}
      or exists (select from ledger_projects_projects n where n.code = p.project_code and n.name ilike ${text}))`)
  }
  return { where: where.join(' and '), values }
}

async function countsOf(tx: Tx, today: Day, { projects, units }: Reach) {
  const count = (condition: string) => `count(*) filter (where ${condition})::integer`
  const { rows } = await tx.client.query<Answer<typeof problemsShape>['counts']>(
    `select ${count("p.state = 'raised'")} as raised, ${count("p.state = 'dispatched'")} as dispatched,
       ${count(late)} as late, ${count("p.state = 'replied'")} as replied, ${count("p.state = 'solved'")} as solved,
       ${count("p.state = 'withdrawn'")} as withdrawn, ${count(`${open} and p.reopened > 0`)} as again
     from project_problems p where ${within}`,
    [today, projects, units],
  )
  return rows[0]!
}

export type ShownProblem = Answer<typeof problemsShape>['rows'][number]

export async function shownProblems(tx: Tx, rows: readonly Problem[], today: Day): Promise<ShownProblem[]> {
  const [projects, units] = [await projectNames(tx), await unitNamesOn(tx, today)]
  return rows.map(({ number, title, kind, source, state, reopened, escalated, version, dueOn, ...row }) => ({
    ...{ number, title, kind, source, state, reopened, escalated, version, dueOn },
    project: { code: row.project, name: projects.get(row.project)?.name ?? row.project },
    unit: row.unit === null ? null : { code: row.unit, name: nameOf(units, row.unit) },
    raisedOn: dayOf(row.raisedAt),
    raisedBy: row.raisedName,
    overdue: state === 'dispatched' && dueOn !== null && dueOn < today,
    settledOn: row.settledAt && dayOf(row.settledAt),
  }))
}

export function nameOf(units: ReadonlyMap<string, Words>, code: string): Words {
  return units.get(code) ?? { zh: code, en: code }
}

/** Problems of one project, open ones first. */
export async function problemsOf(tx: Tx, project: string): Promise<ShownProblem[]> {
  const { rows } = await tx.client.query<Problem>(
    `select ${problemColumns} from project_problems p where project_code = $1 order by ${open} desc, p.number desc`,
    [project],
  )
  return shownProblems(tx, rows, await zoneToday(tx))
}

/** Open and overdue problems by project code; projects without one are left out. */
export async function openProblems(tx: Tx): Promise<Map<string, { open: number; late: number }>> {
  const { rows } = await tx.client.query<{ project: string; open: number; late: number }>(
    `select p.project_code as project, count(*)::integer as open, count(*) filter (where ${late})::integer as late
     from project_problems p where ${open} group by p.project_code`,
    [await zoneToday(tx)],
  )
  return new Map(rows.map(({ project, ...counts }) => [project, counts]))
}
