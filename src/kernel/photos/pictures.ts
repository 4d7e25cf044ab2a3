import { audit } from '../audit/chain.ts'
import { read, type Work, write } from '../db/work.ts'
import type { FileAnswer } from '../http/endpoint.ts'
import { refuse } from '../refusal.ts'
import { pictureOf } from './examine.ts'

export type Size = 'thumb' | 'screen'

/**
 * A re-encoded picture of a photo: nothing of what the camera wrote is left in it. The larger one is made when it is first asked for.
 * `open` looks only at photos that the public may see. Refuses `photos/unknown` (404).
 */
export async function picture(work: Work, asked: { id: string; size: Size; open?: boolean }): Promise<FileAnswer> {
  const { id, size, open = false } = asked
  const kept = await read(work, async ({ client }) => {
    const { rows } = await client.query<{ size: string; content: Buffer }>(
      `select size, content from photos join photo_pictures on photo_id = id
       where id = $1 and size in ($2, 'original') and ($3 or shown_since is not null) order by size = $2 desc limit 1`,
      [id, size, !open],
    )
    return rows[0] ?? refuse('photos/unknown', {}, 404)
  })
  const content = kept.size === size ? kept.content : await developed(work, id, size, kept.content)
  return { name: `${id}-${size}.jpg`, type: 'image/jpeg', content, inline: true }
}

async function developed(work: Work, id: string, size: Size, original: Buffer): Promise<Buffer> {
  const content = await pictureOf(original, size)
  await work.pool.query(
    `insert into photo_pictures (photo_id, size, content) select id, $2, $3 from photos where id = $1
     on conflict (photo_id, size) do nothing`,
    [id, size, content],
  )
  return content
}

/** The photo as it was sent, with all that its camera wrote; who read it is noted. Refuses `photos/unknown` (404). */
export function originalOf(work: Work, id: string): Promise<FileAnswer> {
  return write(work, async (tx) => {
    const { rows } = await tx.client.query<{ media_type: string; content: Buffer }>(
      `select media_type, content from photos join photo_pictures on photo_id = id where id = $1 and size = 'original'`,
      [id],
    )
    const [kept] = rows
    if (!kept) refuse('photos/unknown', {}, 404)
    audit(tx, { action: 'photos/read-original', subject: `photo:${id}` })
    const type = kept.media_type
    return { name: `${id}.${type === 'image/jpeg' ? 'jpg' : type.slice(6)}`, type, content: kept.content, inline: true }
  })
}
