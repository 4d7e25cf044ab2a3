import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { actorPerson } from '../problems/actor-person.ts'
import { projectInReach } from '../problems/project-names.ts'
import type { VisitKind } from './visit-kinds.ts'

export interface NewVisit {
  project: string
  on: Day
  kind: VisitKind
  /** who was met, by post */
  met: string
  words: string
  place?: { longitude: number; latitude: number } | undefined
  /** ids of photos that are kept already */
  photos: readonly string[]
  /** the same key again answers with the visit that is there: a resend makes no second one */
  key?: string | undefined
}

/**
 * Logs a visit by the person who acts. Refuses `projects/unknown` (404), `org/outside-scope` (403), `projects/no-person`,
 * `projects/visit-ahead`, `projects/visit-words`, `photos/unknown`.
 */
export async function recordVisit(tx: Tx, told: NewVisit, roots: readonly string[]): Promise<{ id: number }> {
  const key = told.key === undefined ? null : `${tx.actor.id} ${told.key}`
  if (key) {
    await tx.client.query('select pg_advisory_xact_lock(hashtext($1))', [`project visit ${key}`])
    const { rows } = await tx.client.query<{ id: string }>('select id from project_visits where key = $1', [key])
    if (rows[0]) return { id: Number(rows[0].id) }
  }
  await projectInReach(tx, told.project, roots)
  const person = (await actorPerson(tx)) ?? refuse('projects/no-person', { name: tx.actor.name })
  const today = await zoneToday(tx)
  if (told.on > today) refuse('projects/visit-ahead', { day: told.on, today })
  if (told.words.trim().length < 2) refuse('projects/visit-words')
  const photos = told.photos.length === 0 ? [] : await photosOf(tx, told.photos)
  const at = await zoneNow(tx)
  const id = await keepVisit(tx, { ...told, person, at, recordedBy: tx.actor.id, key })
  for (const [nth, photo] of photos.entries())
    await tx.client.query('insert into project_visit_photos (visit_id, nth, photo_id) values ($1, $2, $3)', [
      ...[id, nth + 1, photo.id],
    ])
  audit(tx, {
    action: 'projects/visit',
    subject: `project:${told.project}`,
    unit: person.unit,
    after: { on: told.on, kind: told.kind, by: person.name, photos: photos.length },
  })
  return { id }
}

interface KeptVisit extends Omit<NewVisit, 'photos' | 'key'> {
  person: { code: string; name: string }
  at: Date
  recordedBy: string
  key: string | null
}

export async function keepVisit(tx: Tx, visit: KeptVisit): Promise<number> {
  const { rows } = await tx.client.query<{ id: string }>(
    `insert into project_visits (project_code, person_code, person_name, visited_on, kind, met, words, longitude, latitude,
       recorded_at, recorded_by, key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      ...[
        visit.project,
        visit.person.code,
        visit.person.name,
        visit.on,
        visit.kind,
        visit.met.trim(),
        visit.words.trim(),
      ],
      ...[visit.place?.longitude ?? null, visit.place?.latitude ?? null, visit.at, visit.recordedBy, visit.key],
    ],
  )
  return Number(rows[0]!.id)
}
