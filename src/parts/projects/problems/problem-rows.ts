import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ProblemDeed, ProblemKind, ProblemSource, ProblemState } from './states.ts'

export interface Problem {
  id: number
  number: string
  project: string
  title: string
  description: string
  kind: ProblemKind
  source: ProblemSource
  raisedAt: Date
  raisedBy: string
  raisedPerson: string | null
  raisedName: string
  state: ProblemState
  unit: string | null
  dueOn: Day | null
  reopened: number
  escalated: boolean
  settledAt: Date | null
  version: number
}

export const problemColumns = `p.id::integer as id, p.number, p.project_code as project, p.title, p.description, p.kind,
  p.raised_from as source, p.raised_at as "raisedAt", p.raised_by as "raisedBy", p.raised_person as "raisedPerson",
  p.raised_name as "raisedName", p.state, p.unit_code as unit, p.due_on as "dueOn", p.reopened,
  p.escalated_at is not null as escalated, p.settled_at as "settledAt", p.version`

/** A problem by its number. Refuses `projects/problem-unknown` (404). */
export async function problemNumbered(tx: Tx, number: string, { lock = false } = {}): Promise<Problem> {
  const { rows } = await tx.client.query<Problem>(
    `select ${problemColumns} from project_problems p where number = $1 ${lock ? 'for update' : ''}`,
    [number],
  )
  return rows[0] ?? refuse('projects/problem-unknown', { number }, 404)
}

export interface StepRow {
  ordinal: number
  at: Date
  deed: ProblemDeed
  by: string
  unit: string | null
  dueOn: Day | null
  words: string
}

export async function stepsOf(tx: Tx, problem: number): Promise<StepRow[]> {
  const { rows } = await tx.client.query<StepRow>(
    `select ordinal, at, deed, by_name as by, unit_code as unit, due_on as "dueOn", words
     from project_problem_steps where problem_id = $1 order by ordinal`,
    [problem],
  )
  return rows
}

export interface PassageRow {
  unit: string
  sentOn: Day
  dueOn: Day
  repliedOn: Day | null
  returned: boolean
  verdict: 'solved' | 'not-solved' | null
}

/** Stays in departments that began within two days: of one problem, or of all. */
export async function passagesOf(tx: Tx, asked: { problem?: number; from?: Day; to?: Day }): Promise<PassageRow[]> {
  const { rows } = await tx.client.query<PassageRow>(
    `select unit_code as unit, to_char(sent_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "sentOn", due_on as "dueOn",
       to_char(replied_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "repliedOn", returned_at is not null as returned, verdict
     from project_problem_passages
     where ($1::bigint is null or problem_id = $1)
       and ($2::date is null or (sent_at at time zone 'Asia/Shanghai')::date >= $2)
       and ($3::date is null or (sent_at at time zone 'Asia/Shanghai')::date <= $3)
     order by problem_id, nth`,
    [asked.problem ?? null, asked.from ?? null, asked.to ?? null],
  )
  return rows
}
