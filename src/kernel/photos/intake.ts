import { type Work, write } from '../db/work.ts'
import type { Request } from '../http/route.ts'
import { senderOf } from '../http/sender.ts'
import { refuse } from '../refusal.ts'
import { type Examined, examinePhoto, pictureOf } from './examine.ts'
import { photoBytes } from './photo-bytes.ts'
import { keepPhoto, type Photo } from './photos.ts'

// Many phones share one address of their carrier; nobody photographs more than this in an hour.
const AN_HOUR = 240
// A phone's page shrinks a photo below this; what comes larger from a stranger is made smaller before it is kept.
const FROM_ANYBODY = 2 * 1024 * 1024

/** The photo of an upload, kept: opened before the transaction begins, so that no connection waits for it. */
export async function keepSent({ work, file, raw }: Request): Promise<Photo> {
  const { stream, fields } = file ?? refuse('kernel/file-expected', {}, 400)
  const key = keyOf(fields['key'] ?? raw.headers['idempotency-key'])
  const examined = await examinePhoto(await photoBytes(stream, raw.raw))
  return write(work, (tx) => keepPhoto(tx, { examined, key }))
}

/** The photo of somebody without an account. Refuses `photos/too-many` (429) before it is read. */
export async function keepFromAnybody({ work, file, raw }: Request): Promise<Photo> {
  const { stream, fields } = file ?? refuse('kernel/file-expected', {}, 400)
  const key = keyOf(fields['key'] ?? raw.headers['idempotency-key'])
  const sender = senderOf(work, raw)
  await refuseTooMany(work, sender)
  const examined = await madeSmaller(await examinePhoto(await photoBytes(stream, raw.raw)))
  return write(work, (tx) => keepPhoto(tx, { examined, key, sender }))
}

async function refuseTooMany(work: Work, sender: string) {
  const { rows } = await work.pool.query<{ many: boolean }>(
    `select count(*) >= $2 as many from photos where sender = $1 and kept_at > $3::timestamptz - interval '1 hour'`,
    [sender, AN_HOUR, work.now()],
  )
  if (rows[0]?.many) refuse('photos/too-many', { limit: AN_HOUR }, 429)
}

async function madeSmaller(examined: Examined): Promise<Examined> {
  if (examined.content.length <= FROM_ANYBODY) return examined
  const content = await pictureOf(examined.content, 'kept')
  return { ...examined, content, mediaType: 'image/jpeg' }
}

function keyOf(told: string | string[] | undefined): string | undefined {
  const key = Array.isArray(told) ? told[0] : told
  if (key !== undefined && !/^[\w-]{16,64}$/.test(key)) refuse('photos/key-unreadable', {}, 400)
  return key
}
