import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { unitCodes } from '#parts/org/org.ts'
import { careCalendar, careOf } from './care.ts'
import { type Doer, doerOf, handOn } from './hand.ts'
import { type Problem, problemNumbered } from './problem-rows.ts'
import { deedsAllowed, stateAfter } from './problem-rules.ts'
import { namedProject } from './project-names.ts'
import { deedWords, type ProblemDeed, type ProblemState, stateWords } from './states.ts'

/** A deed of an office. */
export interface Move {
  number: string
  /** version that the page showed */
  seen: number
  deed: ProblemDeed
  words?: string | undefined
  /** of `dispatch` and `reopen` */
  unit?: string | undefined
  dueOn?: Day | undefined
}

/** Locks a problem and refuses `projects/problem-moved` (409) when it is no longer as it was seen. */
export async function lockSeen(tx: Tx, number: string, seen: number): Promise<Problem> {
  const problem = await problemNumbered(tx, number, { lock: true })
  if (problem.version !== seen) {
    const { rows } = await tx.client.query<{ name: string; deed: ProblemDeed }>(
      'select by_name as name, deed from project_problem_steps where problem_id = $1 order by ordinal desc limit 1',
      [problem.id],
    )
    refuse('projects/problem-moved', { number, who: rows[0]?.name, state: stateWords[problem.state] }, 409)
  }
  return problem
}

/**
 * One deed of an office on a problem. Refuses `projects/problem-unknown` (404), `projects/problem-moved` (409),
 * `projects/own-problem` (403) to the department it lies with, `projects/deed-not-now`, `projects/words-missing`.
 */
export async function moveProblem(tx: Tx, move: Move, roots: readonly string[]): Promise<{ state: ProblemState }> {
  const problem = await lockSeen(tx, move.number, move.seen)
  const care = await careOf(tx)
  const hand = await handOn(tx, problem, roots, care.desk)
  const allowed = deedsAllowed(problem.state, hand, problem.escalated)
  if (!allowed.includes(move.deed)) {
    const settles = move.deed === 'withdraw' || move.deed === 'confirm'
    if (settles && hand.party) refuse('projects/own-problem', { number: problem.number }, 403)
    refuse('projects/deed-not-now', {
      deed: deedWords[move.deed],
      state: stateWords[problem.state],
      number: problem.number,
    })
  }
  const words = move.words?.trim() ?? ''
  if (words.length < 2 && move.deed !== 'dispatch') refuse('projects/words-missing', { deed: deedWords[move.deed] })
  const sent = await sentTo(tx, problem, move)
  const doer = await doerOf(tx)
  if (move.deed === 'escalate') await becomeMatter(tx, problem, words)
  return { state: await stepTo(tx, problem, { deed: move.deed, words, doer, ...sent }) }
}

/** Where a dispatch goes and by when; a reopened problem goes back to where it was, with a new day. */
async function sentTo(tx: Tx, problem: Problem, move: Move): Promise<{ unit?: string; dueOn?: Day }> {
  if (move.deed !== 'dispatch' && move.deed !== 'reopen') return {}
  const unit = move.deed === 'dispatch' ? move.unit : await lastUnit(tx, problem.id)
  if (!unit || !(await unitCodes(tx)).includes(unit)) refuse('projects/unit-missing', { unit: unit ?? '' })
  const today = await zoneToday(tx)
  const dueOn = move.dueOn ?? (await usualDay(tx, today))
  if (dueOn < today) refuse('projects/due-past', { day: dueOn, today })
  return { unit, dueOn }
}

/** So many working days from today as the zone gives a department for its reply. */
export async function usualDay(tx: Tx, today: Day): Promise<Day> {
  return (await careCalendar(tx)).addWorkdays(today, (await careOf(tx)).replyWorkdays)
}

export async function lastUnit(tx: Tx, problem: number): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ unit: string }>(
    `select unit_code as unit from project_problem_passages where problem_id = $1 and returned_at is null
     order by nth desc limit 1`,
    [problem],
  )
  return rows[0]?.unit
}

export interface Step {
  deed: ProblemDeed
  words: string
  doer: Doer
  unit?: string
  dueOn?: Day
}

/** Writes a step, the stay it begins or ends, and the state that follows. */
export async function stepTo(tx: Tx, problem: Problem, step: Step): Promise<ProblemState> {
  const at = await zoneNow(tx)
  const state = stateAfter(problem.state, step.deed)
  const placed =
    state === 'raised'
      ? { unit: null, dueOn: null }
      : { unit: step.unit ?? problem.unit, dueOn: step.dueOn ?? problem.dueOn }
  await keepStep(tx, problem.id, { ...step, at })
  await keepPassage(tx, problem.id, { ...step, at })
  await tx.client.query(
    `update project_problems set state = $2, unit_code = $3, due_on = $4, version = version + 1,
       reopened = reopened + $5, settled_at = case when $2 in ('solved', 'withdrawn') then $6::timestamptz end,
       escalated_at = case when $7 then $6::timestamptz else escalated_at end
     where id = $1`,
    [
      ...[problem.id, state, placed.unit, placed.dueOn],
      ...[step.deed === 'refuse' || step.deed === 'reopen' ? 1 : 0, at, step.deed === 'escalate'],
    ],
  )
  audit(tx, {
    action: `projects/problem-${step.deed}`,
    subject: `project-problem:${problem.number}`,
    ...(placed.unit ? { unit: placed.unit } : {}),
    before: { state: problem.state },
    after: { state, by: step.doer.name, ...placed },
  })
  return state
}

export async function keepStep(tx: Tx, problem: number, step: Step & { at: Date }): Promise<void> {
  const { at, deed, doer, unit = null, dueOn = null, words } = step
  await tx.client.query(
    `insert into project_problem_steps (problem_id, ordinal, at, deed, by_id, by_person, by_name, unit_code, due_on, words)
     select $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from project_problem_steps where problem_id = $1`,
    [problem, at, deed, doer.id, doer.person, doer.name, unit, dueOn, words],
  )
}

/** The stay in a department that a step begins or ends. */
export async function keepPassage(tx: Tx, problem: number, step: Omit<Step, 'words' | 'doer'> & { at: Date }) {
  const { deed, at, unit, dueOn } = step
  const verdicts: Partial<Record<ProblemDeed, string>> = {
    confirm: 'solved',
    refuse: 'not-solved',
    reopen: 'not-solved',
  }
  const last = 'where problem_id = $1 and nth = (select max(nth) from project_problem_passages where problem_id = $1)'
  if (verdicts[deed])
    await tx.client.query(`update project_problem_passages set verdict = $2, judged_at = $3 ${last}`, [
      ...[problem, verdicts[deed], at],
    ])
  if (deed === 'reply')
    await tx.client.query(`update project_problem_passages set replied_at = $2 ${last}`, [problem, at])
  if (deed === 'return')
    await tx.client.query(`update project_problem_passages set returned_at = $2 ${last}`, [problem, at])
  if (!unit) return
  await tx.client.query(
    `insert into project_problem_passages (problem_id, nth, unit_code, sent_at, due_on)
     select $1, coalesce(max(nth), 0) + 1, $2, $3, $4 from project_problem_passages where problem_id = $1`,
    [problem, unit, at, dueOn],
  )
}

/** Tells the matters that a problem blocks a project; they open one of their own under the problem's number. */
async function becomeMatter(tx: Tx, problem: Problem, words: string): Promise<void> {
  const project = await namedProject(tx, problem.project)
  await announce(tx, 'projects/problem-blocked', {
    ...{ key: `project-problem:${problem.number}`, number: problem.number, project: problem.project },
    ...{ projectName: project.name, title: problem.title, place: project.place, unit: problem.unit },
    ...{ description: `${problem.description}\n${words}`, raisedAt: problem.raisedAt.toISOString() },
  })
}
