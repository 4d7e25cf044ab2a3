import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { placeInZone, unitNamesOn } from '#parts/org/org.ts'
import type { Said } from './deed-shapes.ts'
import { keepCourse } from './keep-course.ts'
import { courseOf, type Matter, mattersWhere } from './matter-rows.ts'
import { categoryIn } from './standards.ts'
import { endStates } from './states.ts'
import { addStep } from './steps.ts'

/** What a deed says, held against the records: units, people, categories and other matters that it names. */
export async function beforeMove(tx: Tx, matter: Matter, said: Said): Promise<Said> {
  if (said.deed === 'dispatch') await keepOpenUnit(tx, said.unit)
  if (said.deed === 'ask-verify' && said.person !== undefined) await keepAccount(tx, said.person)
  if (said.deed === 'assign' && said.person !== null) await keepAccount(tx, said.person)
  if (said.deed === 'merge') return { ...said, into: String((await targetOf(tx, matter, said.into)).id) }
  if (said.deed === 'correct') await keepCorrection(tx, matter, said)
  return said
}

/** What a deed writes beside the course: corrected words and place, reporters and photos of a merged matter. */
export async function besideMove(tx: Tx, matter: Matter, said: Said): Promise<void> {
  if (said.deed === 'correct') await correct(tx, matter, said)
  if (said.deed === 'merge') await join(tx, matter, Number(said.into))
}

async function keepOpenUnit(tx: Tx, unit: string): Promise<void> {
  if (!(await unitNamesOn(tx, await zoneToday(tx))).has(unit)) refuse('org/unit-unknown', { unit }, 404)
  const { rowCount } = await tx.client.query('select from units where code = $1 and closed_on is null', [unit])
  if (rowCount === 0) refuse('matters/unit-closed', { unit })
}

async function keepAccount(tx: Tx, person: string): Promise<void> {
  const { rowCount } = await tx.client.query('select from users where id::text = $1', [person])
  if (rowCount === 0) refuse('matters/person-unknown', { person }, 404)
}

async function targetOf(tx: Tx, matter: Matter, number: string): Promise<Matter> {
  const [into] = await mattersWhere(tx, 'm.number = $1', [number])
  if (!into) return refuse('matters/unknown', { number }, 404)
  if (into.id === matter.id) refuse('matters/merge-itself')
  if (endStates.includes(into.state)) refuse('matters/merge-ended', { number })
  return into
}

async function keepCorrection(tx: Tx, matter: Matter, said: Extract<Said, { deed: 'correct' }>): Promise<void> {
  if (said.category !== undefined) await categoryIn(tx, matter.set, said.category)
  if ((said.longitude === undefined) !== (said.latitude === undefined)) refuse('matters/half-a-place', {}, 400)
}

async function correct(tx: Tx, matter: Matter, said: Extract<Said, { deed: 'correct' }>): Promise<void> {
  const { longitude, latitude } = said
  const moved = longitude !== undefined && latitude !== undefined
  const where = moved ? await placeInZone(tx, { longitude, latitude }, await zoneToday(tx)) : null
  await tx.client.query(
    `update matters set title = coalesce($2, title), address = coalesce($3, address),
       longitude = case when $4 then $5 else longitude end, latitude = case when $4 then $6 else latitude end,
       community = case when $4 then $7 else community end, office = case when $4 then $8 else office end,
       cell = case when $4 then $9 else cell end
     where id = $1`,
    [
      ...[matter.id, said.title ?? null, said.address ?? null, moved, longitude ?? null, latitude ?? null],
      ...[where?.community ?? null, where?.office ?? null, where?.cell ?? null],
    ],
  )
}

/** The one that goes on has everybody who reported the other, and a note of it in its own course. */
async function join(tx: Tx, matter: Matter, into: number): Promise<void> {
  // Two that are merged into each other in the same moment must not wait for each other.
  const [target] = await mattersWhere(tx, 'm.id = $1 for update skip locked', [into])
  if (!target) return refuse('matters/merge-busy', {}, 409)
  await tx.client.query('update matters set merged_into = $2 where id = $1', [matter.id, into])
  const { rowCount } = await tx.client.query('update matter_reporters set matter_id = $2 where matter_id = $1', [
    matter.id,
    into,
  ])
  const before = await courseOf(tx, target)
  const after = { ...before, version: before.version + 1, changedAt: await zoneNow(tx) }
  await keepCourse(tx, target.id, before, after)
  const said = { words: `案卷 ${matter.number} 并入`, merged: matter.number, reporters: rowCount ?? 0 }
  await addStep(tx, target.id, { deed: 'note', before, after, said })
}
