import type { Tx } from '#kernel/db/work.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import { hand } from './changed.ts'
import type { ProjectRow } from './project-state.ts'
import type { Stage } from './words.ts'

/** Puts photos that were sent already on a project's time line; the same photo again changes nothing. Refuses `photos/unknown`. */
export async function addPhotos(
  tx: Tx,
  { code }: Pick<ProjectRow, 'code'>,
  ids: readonly string[],
  { stage, onDay, words }: { stage: Stage | null; onDay: string; words: string },
): Promise<void> {
  const photos = await photosOf(tx, ids)
  for (const { id } of photos)
    await tx.client.query(
      `insert into project_photos (project_code, photo_id, stage, on_day, words, by_id, by_name, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (project_code, photo_id) do nothing`,
      [code, id, stage, onDay, words, ...hand(tx)],
    )
}
