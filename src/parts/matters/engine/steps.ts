import type { Tx } from '#kernel/db/work.ts'
import type { Course } from './course.ts'
import type { DeedName } from './deed-shapes.ts'
import type { State } from './states.ts'

/** One move of a matter as it was made. */
export interface Step {
  version: number
  deed: DeedName | 'open'
  fromState: State | null
  toState: State
  fromUnit: string | null
  toUnit: string
  reason: string
  words: string
  /** what the reporter may read of it */
  told: string
  said: Record<string, unknown>
  at: Date
  byId: string
  byName: string
}

export interface NewStep {
  deed: DeedName | 'open'
  before: Course | null
  after: Course
  said: Record<string, unknown>
  told?: string | undefined
  sentKey?: string | undefined
}

export interface StepPhoto {
  id: string
  kind: 'near' | 'far' | 'reference' | 'before' | 'after'
}

/** Writes a step down, with the photos that came with it. */
export async function addStep(tx: Tx, matter: number, step: NewStep, photos: readonly StepPhoto[] = []): Promise<void> {
  const { deed, before, after, said, told = '', sentKey } = step
  const { reason = '', words = '', ...rest } = said as { reason?: string; words?: string }
  await tx.client.query(
    `insert into matter_steps
       (matter_id, version, deed, from_state, to_state, from_unit, to_unit, reason, words, told, said, at, by_id, by_name, sent_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[matter, after.version, deed, before?.state ?? null, after.state, before?.liesWith ?? null, after.liesWith],
      ...[reason, words, told, JSON.stringify(rest), after.changedAt, tx.actor.id, tx.actor.name, sentKey ?? null],
    ],
  )
  if (photos.length === 0) return
  await tx.client.query(
    `insert into matter_photos (matter_id, version, place, photo_id, kind)
     select $1, $2, place, (p ->> 'id')::uuid, p ->> 'kind' from jsonb_array_elements($3::jsonb) with ordinality as given (p, place)`,
    [matter, after.version, JSON.stringify(photos)],
  )
}

/** Every step of a matter, first to last. */
export async function stepsOf(tx: Pick<Tx, 'client'>, matter: number): Promise<Step[]> {
  const { rows } = await tx.client.query<Step>(
    `select version, deed, from_state as "fromState", to_state as "toState", from_unit as "fromUnit", to_unit as "toUnit", reason, words,
       told, said, at, by_id as "byId", by_name as "byName"
     from matter_steps where matter_id = $1 order by version`,
    [matter],
  )
  return rows
}

/** Photos of a matter with the step they came with. */
export async function photosOfMatter(
  tx: Pick<Tx, 'client'>,
  matter: number,
): Promise<{ photo: string; kind: StepPhoto['kind']; version: number }[]> {
  const { rows } = await tx.client.query<{ photo: string; kind: StepPhoto['kind']; version: number }>(
    'select photo_id as photo, kind, version from matter_photos where matter_id = $1 order by version, place',
    [matter],
  )
  return rows
}
