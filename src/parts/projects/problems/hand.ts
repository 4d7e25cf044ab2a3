import { type Role, rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { actorPerson } from './actor-person.ts'
import type { Hand } from './problem-rules.ts'

/** Roles that raise and answer problems, as `projects/solve` says. */
export const solvers: readonly Role[] = ['clerk', 'lead']

/** Subtree roots in which the caller may deal with problems; for pages that are read with a lesser permission. */
export function solvingRoots({ actor }: Pick<Tx, 'actor'>): string[] {
  return rootsFor(actor, { words: { zh: '', en: '' }, roles: solvers })
}

/** Who acts, as steps keep it. */
export interface Doer {
  id: string
  person: string | null
  name: string
}

/** The account that acts and the person behind it. */
export async function doerOf(tx: Tx): Promise<Doer> {
  const person = await actorPerson(tx)
  return { id: tx.actor.id, person: person?.code ?? null, name: person?.name ?? tx.actor.name }
}

export interface HeldProblem {
  id: number
  unit: string | null
  project: string
  raisedBy: string
  raisedPerson: string | null
}

/** What the caller, whose permission to deal with problems reaches so far, holds towards a problem. */
export async function handOn(tx: Tx, problem: HeldProblem, roots: readonly string[], desk: string): Promise<Hand> {
  const { id, person } = await doerOf(tx)
  const [reach, placed] = [await reachOf(tx, roots), await placesOf(tx)]
  const { rows } = await tx.client.query<{ lay: string[]; replied: boolean; serves: boolean }>(
    `select
       coalesce((select array_agg(unit_code) from project_problem_passages where problem_id = $1 and returned_at is null), '{}') as lay,
       exists (select from project_problem_steps where problem_id = $1 and deed = 'reply' and (by_id = $2 or by_person = $3)) as replied,
       exists (select from project_commissioners where project_code = $4 and person_code = $3 and to_on is null) as serves`,
    [problem.id, id, person, problem.project],
  )
  const { lay, replied, serves } = rows[0]!
  const raised = problem.raisedBy === id || (person !== null && problem.raisedPerson === person)
  return {
    desk: reach.has(desk),
    holder: problem.unit !== null && reach.has(problem.unit),
    party: replied || lay.some((unit) => placed.has(unit)),
    voice: raised || serves,
  }
}

async function reachOf(tx: Tx, roots: readonly string[]): Promise<Set<string>> {
  return new Set(roots.length === 0 ? [] : await unitsUnder(tx, roots))
}

/** Units that the actor has a post in or over, the whole zone aside: CONSTRUCTION for its clerk, none for the zone's leader. */
async function placesOf(tx: Tx): Promise<Set<string>> {
  const posts = tx.actor.grants.map(({ unit }) => unit)
  const { rows } = await tx.client.query<{ code: string }>(
    `select unit_code as code from unit_places where parent_code is null and to_on is null`,
  )
  const roots = new Set(rows.map(({ code }) => code))
  const own = posts.filter((unit) => !roots.has(unit))
  return reachOf(tx, own)
}
