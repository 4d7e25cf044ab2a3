import { audit } from '../audit/chain.ts'
import type { Tx } from '../db/work.ts'
import { refuse } from '../refusal.ts'
import { type Examined, examinePhoto } from './examine.ts'
import type { Read } from './exif.ts'

export { type Examined, examinePhoto } from './examine.ts'
export { photoBytes } from './photo-bytes.ts'

/** A kept photo: what it measures, and what its camera wrote of time and place. */
export interface Photo extends Read {
  id: string
  width: number
  height: number
}

/** A photo to keep: its bytes, or what `examinePhoto` found in them before the transaction began. */
export type ToKeep = ({ content: Buffer } | { examined: Examined }) & { key?: string | undefined; sender?: string }

/**
 * Keeps a photo. The same key by the same keeper again answers the photo that is there; with other bytes it refuses `photos/key-used` (409).
 * Point at it by a foreign key within a day: what nothing points at is swept.
 */
export async function keepPhoto(tx: Tx, asked: ToKeep): Promise<Photo> {
  const examined = 'examined' in asked ? asked.examined : await examinePhoto(asked.content)
  const { rows } = await tx.client.query<Row>(
    `insert into photos (kept_by, key, sender, kept_at, sha256, media_type, width, height, taken_at, longitude, latitude)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (kept_by, key) do nothing returning ${columns}`,
    [
      tx.actor.id,
      asked.key ?? null,
      asked.sender ?? null,
      tx.now,
      examined.sha256,
      examined.mediaType,
      examined.width,
      examined.height,
      examined.takenAt,
      examined.place?.longitude ?? null,
      examined.place?.latitude ?? null,
    ],
  )
  const kept = rows[0]
  if (!kept) return keptBefore(tx, asked.key ?? '', examined.sha256)
  await tx.client.query(
    `insert into photo_pictures (photo_id, size, content) values ($1, 'original', $2), ($1, 'thumb', $3)`,
    [kept.id, examined.content, examined.thumb],
  )
  audit(tx, { action: 'photos/keep', subject: `photo:${kept.id}`, after: { sha256: examined.sha256 } })
  return photoOf(kept)
}

async function keptBefore(tx: Tx, key: string, sha256: string): Promise<Photo> {
  const { rows } = await tx.client.query<Row & { sha256: string }>(
    `select ${columns}, sha256 from photos where kept_by = $1 and key = $2`,
    [tx.actor.id, key],
  )
  const [before] = rows
  if (before?.sha256 !== sha256) refuse('photos/key-used', {}, 409)
  return photoOf(before)
}

/** Photos in the order asked. Refuses `photos/unknown` (404) when one is not there. */
export async function photosOf(tx: Pick<Tx, 'client'>, ids: readonly string[]): Promise<Photo[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.client.query<Row>(`select ${columns} from photos where id = any($1::uuid[])`, [
    ids.filter((id) => uuid.test(id)),
  ])
  const found = new Map(rows.map((row) => [row.id, photoOf(row)]))
  return ids.map((id) => found.get(id) ?? refuse('photos/unknown', {}, 404))
}

/** From now on anybody may see the re-encoded pictures of these photos, never the photos as they were sent. */
export async function showPhotos(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.client.query('update photos set shown_since = coalesce(shown_since, $2) where id = any($1::uuid[])', [
    ids,
    tx.now,
  ])
}

/** The public sees these photos no longer. */
export async function hidePhotos(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.client.query('update photos set shown_since = null where id = any($1::uuid[])', [ids])
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const columns = 'id, width, height, taken_at, longitude, latitude'

interface Row {
  id: string
  width: number
  height: number
  taken_at: string | null
  longitude: number | null
  latitude: number | null
}

function photoOf({ id, width, height, taken_at: takenAt, longitude, latitude }: Row): Photo {
  return { id, width, height, takenAt, place: longitude === null || latitude === null ? null : { longitude, latitude } }
}
