import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { showPhotos } from '#kernel/photos/photos.ts'

// A stranger's photo is seen by everybody only once somebody of the zone has looked at what it shows.
const looked = new Set(['register', 'hand-back', 'check', 'close'])

/** Lets everybody see the photos of a matter that was verified and registered: as reported, and after it was handled. */
export async function showPhotosOfMoved(work: Work, { matter, deed }: Record<string, unknown>): Promise<void> {
  if (!looked.has(String(deed))) return
  await write(work, async (tx) => {
    const { rows } = await tx.client.query<{ photo: string }>(
      `select p.photo_id as photo from matter_photos p join matters m on m.id = p.matter_id
         join matter_steps s on s.matter_id = p.matter_id and s.version = p.version
       where m.id = $1 and m.registered_at is not null and (s.deed = 'open' or (s.deed in ('hand-back', 'check') and p.kind = 'after'))`,
      [Number(matter)],
    )
    await showPhotos(
      tx,
      rows.map(({ photo }) => photo),
    )
  })
}

/** The photos of matters that everybody may see, in the order they came. */
export async function shownPhotos(tx: Pick<Tx, 'client'>, matters: readonly number[]): Promise<Map<number, string[]>> {
  const { rows } = await tx.client.query<{ matter: string; photos: string[] }>(
    `select p.matter_id as matter, array_agg(p.photo_id::text order by p.version, p.place) as photos
     from matter_photos p join photos on photos.id = p.photo_id
     where p.matter_id = any($1::bigint[]) and shown_since is not null group by p.matter_id`,
    [matters],
  )
  return new Map(rows.map(({ matter, photos }) => [Number(matter), photos]))
}
