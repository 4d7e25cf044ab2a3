import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import { mayDo } from './allowed.ts'
import type { Course, Move } from './course.ts'
import { beforeMove, besideMove } from './deed-effects.ts'
import type { DeedName, Said, Sent } from './deed-shapes.ts'
import { deeds } from './deeds.ts'
import { keepCourse } from './keep-course.ts'
import { advance } from './machine.ts'
import { courseOf, type Matter, mattersWhere } from './matter-rows.ts'
import { rulesOf } from './rules-of.ts'
import { endStates, type State, stateWords } from './states.ts'
import { addStep } from './steps.ts'

export type Moving = Said & Sent & { /** its number */ matter: string; seen: number }

export interface Moved {
  number: string
  state: State
  version: number
  /** the same key had moved it before: nothing is new */
  again: boolean
}

/** Who moves: a person by their grants, the reporter (whose door knows them), or the clock. */
export type As = 'person' | 'reporter' | 'system'

/**
 * One deed with one matter, in one transaction: looked up under a lock, guarded, moved by the machine, written with its step. Of two people
 * who looked at the same version the second is refused `matters/moved-meanwhile` (409). Refuses `matters/unknown` (404),
 * `matters/not-yours` (403) and what the deed refuses.
 */
export async function moveMatter(tx: Tx, moving: Moving, { as = 'person' }: { as?: As } = {}): Promise<Moved> {
  const [matter] = await mattersWhere(tx, 'm.number = $1 for update', [moving.matter])
  if (!matter) return refuse('matters/unknown', { number: moving.matter }, 404)
  const done = await sentBefore(tx, matter.id, moving.idempotencyKey)
  if (done) return { number: matter.number, ...done, again: true }
  if (matter.version !== moving.seen) await tellMeanwhile(tx, matter)
  const before = await courseOf(tx, matter)
  await keepAllowed(tx, before, moving.deed, as)
  const { said, sent } = apart(moving)
  const ready = await beforeMove(tx, matter, said)
  const category = ready.deed === 'correct' ? (ready.category ?? matter.category) : matter.category
  const rules = await rulesOf(tx, matter.set, category)
  const move = { ...ready, at: await zoneNow(tx), by: tx.actor.id } as Move
  const after = advance(before, move, rules)
  await write(tx, matter, { before, after, said: ready, sent })
  return { number: matter.number, state: after.state, version: after.version, again: false }
}

interface Written {
  before: Course
  after: Course
  said: Said
  sent: Sent
}

async function write(tx: Tx, matter: Matter, { before, after, said, sent }: Written): Promise<void> {
  await keepCourse(tx, matter.id, before, after)
  const { deed, ...words } = said
  const { place, toldAt } = sent
  const beside = { ...words, ...(place ? { place } : {}), ...(toldAt ? { toldAt } : {}) }
  const step = { deed, before, after, said: beside, told: sent.told, sentKey: sent.idempotencyKey }
  await addStep(tx, matter.id, step, sent.photos)
  await besideMove(tx, matter, said)
  audit(tx, {
    action: 'matters/move',
    subject: `matter:${matter.number}`,
    unit: after.liesWith,
    before: { state: before.state, liesWith: before.liesWith },
    after: { deed, state: after.state, liesWith: after.liesWith, ...inBrief(words) },
  })
  const { id, number } = matter
  await announce(tx, 'matters/moved', { matter: id, number, deed, from: before.state, to: after.state })
  const ends = endStates.includes(after.state) && !endStates.includes(before.state)
  if (ends) await announce(tx, 'matters/closed', { matter: id, number, state: after.state })
}

/** What the chain keeps for ever: choices, never the words that somebody wrote; those stand in the step. */
function inBrief(said: Record<string, unknown>): Record<string, unknown> {
  const { words: _, reason: __, title: ___, address: ____, ...choices } = said
  return choices
}

async function keepAllowed(tx: Tx, course: Course, deed: DeedName, as: As): Promise<void> {
  const rule = deeds[deed]
  if (as !== 'person') {
    if (!rule.also?.includes(as)) refuse('matters/not-yours', { deed: rule.words, unit: course.liesWith }, 403)
    return
  }
  const { allowed, unit } = await mayDo(tx, course, deed)
  if (allowed) return
  const names = await unitNamesOn(tx, await zoneToday(tx))
  refuse('matters/not-yours', { deed: rule.words, unit: names.get(unit) ?? unit }, 403)
}

async function sentBefore(
  tx: Tx,
  matter: number,
  key: string | undefined,
): Promise<{ state: State; version: number } | null> {
  if (key === undefined) return null
  const { rows } = await tx.client.query<{ state: State; version: number }>(
    'select to_state as state, version from matter_steps where matter_id = $1 and sent_key = $2',
    [matter, key],
  )
  return rows[0] ?? null
}

/** Tells the second of two who moved, how, and where it stands now. */
async function tellMeanwhile(tx: Tx, matter: Matter): Promise<never> {
  const { rows } = await tx.client.query<{ by_name: string; deed: DeedName; at: Date }>(
    'select by_name, deed, at from matter_steps where matter_id = $1 order by version desc limit 1',
    [matter.id],
  )
  const last = rows[0]
  return refuse(
    'matters/moved-meanwhile',
    {
      number: matter.number,
      by: last?.by_name ?? '',
      deed: (last && deeds[last.deed]?.words) ?? { zh: '登记', en: 'Open' },
      state: stateWords[matter.state],
      version: matter.version,
    },
    409,
  )
}

function apart(moving: Moving): { said: Said; sent: Sent } {
  const { matter: _, seen: __, idempotencyKey, photos, place, toldAt, told, ...said } = moving
  return { said: said as Said, sent: { idempotencyKey, photos, place, toldAt, told } }
}
