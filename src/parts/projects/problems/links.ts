import { createHash, randomBytes } from 'node:crypto'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { addDays, type Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { dayOf } from '#parts/org/org.ts'
import { careOf } from './care.ts'
import { doerOf, handOn } from './hand.ts'
import { lastUnit, lockSeen, stepTo, usualDay } from './moves.ts'
import { type Problem, problemNumbered } from './problem-rows.ts'
import { enterpriseDeeds, type Hand } from './problem-rules.ts'
import { projectInReach } from './project-names.ts'
import { deedWords, type ProblemState, stateWords } from './states.ts'

/** Whether somebody may get the link that speaks for the enterprise: the desk or the commissioner, never the department that replied. */
export function mayLink(state: ProblemState, hand: Hand): boolean {
  return (state === 'replied' || state === 'solved') && !hand.party && (hand.desk || hand.voice)
}

/**
 * Makes the link by which the enterprise confirms; the one before it ends. The token is answered this once and only its hash is
 * kept. Refuses `projects/own-problem` (403) to the department that replied, `projects/link-not-now`.
 */
export async function makeLink(
  tx: Tx,
  { number, seen }: { number: string; seen: number },
  roots: readonly string[],
): Promise<{ token: string; expiresOn: Day }> {
  const problem = await lockSeen(tx, number, seen)
  const care = await careOf(tx)
  const hand = await handOn(tx, problem, roots, care.desk)
  if (hand.party) refuse('projects/own-problem', { number }, 403)
  if (!hand.desk && !hand.voice) await projectInReach(tx, problem.project, roots)
  if (!mayLink(problem.state, hand)) refuse('projects/link-not-now', { number, state: stateWords[problem.state] })
  const token = randomBytes(18).toString('base64url')
  const expiresOn = addDays(await zoneToday(tx), care.confirmDays)
  const doer = await doerOf(tx)
  const at = await zoneNow(tx)
  await tx.client.query('update project_problem_links set ended_at = $2 where problem_id = $1 and ended_at is null', [
    problem.id,
    at,
  ])
  await tx.client.query(
    `insert into project_problem_links (problem_id, made_at, made_by, made_name, token_sha256, expires_on)
     values ($1, $2, $3, $4, $5, $6)`,
    [problem.id, at, doer.id, doer.name, hashOf(token), expiresOn],
  )
  audit(tx, {
    action: 'projects/problem-link',
    subject: `project-problem:${number}`,
    after: { expiresOn, by: doer.name },
  })
  return { token, expiresOn }
}

interface Linked {
  problem: Problem
  madeBy: string
}

/** The problem behind a token. Refuses `projects/link-unknown` (404) for a wrong, ended or expired one alike. */
export async function problemBehind(tx: Tx, token: string, { lock = false } = {}): Promise<Linked> {
  const { rows } = await tx.client.query<{ number: string; by: string }>(
    `select p.number, l.made_name as by from project_problem_links l join project_problems p on p.id = l.problem_id
     where l.token_sha256 = $1 and l.ended_at is null and l.expires_on >= $2`,
    [hashOf(token), await zoneToday(tx)],
  )
  const found = rows[0] ?? refuse('projects/link-unknown', {}, 404)
  return { problem: await problemNumbered(tx, found.number, { lock }), madeBy: found.by }
}

export interface EnterpriseWord {
  seen: number
  solved: boolean
  words: string
  /** who speaks for the enterprise: name and post as they give them */
  name: string
}

/**
 * What the enterprise says through its link: solved, or not solved, which sends the problem back to the department with a new
 * day. Refuses `projects/link-unknown` (404), `projects/problem-moved` (409), `projects/answered-already`, `projects/words-missing`.
 */
export async function answerLink(tx: Tx, token: string, told: EnterpriseWord): Promise<{ state: ProblemState }> {
  const { problem: found, madeBy } = await problemBehind(tx, token)
  const problem = await lockSeen(tx, found.number, told.seen)
  const today = await zoneToday(tx)
  const settledOn = problem.settledAt && dayOf(problem.settledAt)
  const allowed = enterpriseDeeds(problem.state, settledOn, today, (await careOf(tx)).confirmDays)
  const deed = told.solved ? 'confirm' : problem.state === 'solved' ? 'reopen' : 'refuse'
  if (!allowed.includes(deed)) refuse('projects/answered-already', { state: stateWords[problem.state] })
  const words = told.words.trim()
  if (!told.solved && words.length < 2) refuse('projects/words-missing', { deed: deedWords.refuse })
  const unit = await lastUnit(tx, problem.id)
  const again = told.solved || !unit ? {} : { unit, dueOn: await usualDay(tx, today) }
  const doer = { id: `link:${problem.number}`, person: null, name: told.name.trim() }
  const said = words || '已解决'
  return { state: await stepTo(tx, problem, { deed, words: `${said}（链接由${madeBy}发出）`, doer, ...again }) }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
