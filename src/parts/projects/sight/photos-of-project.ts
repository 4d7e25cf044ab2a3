import type { Tx } from '#kernel/db/work.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import type { Stage } from '../register/words.ts'

interface Kept {
  id: string
  on: string
  words: string | null
  stage: Stage | null
}

/** The photos of a project and of the visits to it, the newest first, with time and place as their cameras wrote them. */
export async function photosOfProject(tx: Tx, project: string) {
  const { rows } = await tx.client.query<Kept>(
    `select photo_id as id, on_day::text as "on", words, stage from project_photos where project_code = $1
     union all
     select kept.photo_id, v.visited_on::text, v.words, null
       from project_visits v join project_visit_photos kept on kept.visit_id = v.id where v.project_code = $1
     order by "on" desc, id`,
    [project],
  )
  const read = new Map((await photosOf(tx, [...new Set(rows.map(({ id }) => id))])).map((photo) => [photo.id, photo]))
  return rows.map((row) => ({
    ...row,
    takenAt: read.get(row.id)?.takenAt ?? null,
    place: read.get(row.id)?.place ?? null,
  }))
}
