import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Matter } from '#parts/matters/engine/engine.ts'

export interface TrackPhoto {
  id: string
  matter: number
  version: number
  words: Words
}

/**
 * The photos that a reporter sees of a report: those of the reports' own, and how it looked before and after it was handled. Of the matter
 * that it was merged into only the latter.
 */
export async function trackPhotos(
  tx: Pick<Tx, 'client'>,
  own: Pick<Matter, 'id'>,
  course: Pick<Matter, 'id'>,
): Promise<TrackPhoto[]> {
  const { rows } = await tx.client.query<{ id: string; matter: string; version: number; kind: string; mine: boolean }>(
    `select p.photo_id as id, p.matter_id as matter, p.version, p.kind, (s.deed = 'open' or s.by_id = 'anonymous') as mine
     from matter_photos p join matter_steps s on s.matter_id = p.matter_id and s.version = p.version
     where (p.matter_id = $1 and (s.deed = 'open' or s.by_id = 'anonymous'))
        or (p.matter_id = $2 and s.deed in ('hand-back', 'check') and p.kind in ('before', 'after'))
     order by p.version, p.place`,
    [own.id, course.id],
  )
  return rows.map(({ id, matter, version, kind, mine }) => ({
    ...{ id, matter: Number(matter), version },
    words: mine ? reported : kind === 'before' ? before : after,
  }))
}

const reported: Words = { zh: '反映时', en: 'As reported' }
const before: Words = { zh: '处置前', en: 'Before' }
const after: Words = { zh: '处置后', en: 'After' }
