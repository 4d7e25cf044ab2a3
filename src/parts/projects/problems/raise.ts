import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { dayOf } from '#parts/org/org.ts'
import { type Doer, doerOf } from './hand.ts'
import { keepStep } from './moves.ts'
import { projectInReach } from './project-names.ts'
import { deedWords, type ProblemKind, type ProblemSource } from './states.ts'

export interface NewProblem {
  project: string
  title: string
  description: string
  kind: ProblemKind
  source: ProblemSource
  /** the same key again answers with the problem that is there */
  key?: string | undefined
}

/**
 * Raises a problem of a project that the caller reaches or serves. Refuses `projects/unknown` (404), `org/outside-scope` (403),
 * `projects/words-missing`.
 */
export async function raiseProblem(tx: Tx, told: NewProblem, roots: readonly string[]): Promise<{ number: string }> {
  const key = told.key === undefined ? null : `${tx.actor.id} ${told.key}`
  const before =
    key &&
    (await tx.client.query<{ number: string }>('select number from project_problems where key = $1', [key])).rows[0]
  if (before) return before
  await projectInReach(tx, told.project, roots)
  if (told.title.trim().length < 2) refuse('projects/words-missing', { deed: deedWords.raise })
  const doer = await doerOf(tx)
  const at = await zoneNow(tx)
  const number = await nextNumber(tx, dayOf(at).slice(0, 4))
  await keepProblem(tx, { ...told, number, at, doer, key })
  audit(tx, {
    action: 'projects/problem-raise',
    subject: `project-problem:${number}`,
    after: { project: told.project, title: told.title, kind: told.kind, source: told.source, by: doer.name },
  })
  return { number }
}

export async function keepProblem(
  tx: Tx,
  told: Omit<NewProblem, 'key'> & { number: string; at: Date; doer: Doer; key: string | null },
): Promise<number> {
  const { doer } = told
  const { rows } = await tx.client.query<{ id: string }>(
    `insert into project_problems (number, project_code, title, description, kind, raised_from, raised_at, raised_by,
       raised_person, raised_name, key, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'raised') returning id`,
    [
      ...[told.number, told.project, told.title.trim(), told.description.trim(), told.kind, told.source, told.at],
      ...[doer.id, doer.person, doer.name, told.key],
    ],
  )
  const id = Number(rows[0]!.id)
  await keepStep(tx, id, { deed: 'raise', words: told.description.trim(), doer, at: told.at })
  return id
}

/** WT-2018-0001: counted within the year, one at a time. */
async function nextNumber(tx: Tx, year: string): Promise<string> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('project problem numbers'))")
  const { rows } = await tx.client.query<{ last: number | null }>(
    `select max(substr(number, 9)::integer) as last from project_problems where number like $1`,
    [`WT-${year}-%`],
  )
  return `WT-${year}-${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}
