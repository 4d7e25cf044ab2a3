import { write } from '../db/work.ts'
import { type Request, type Route, works } from '../http/route.ts'
import { refuse } from '../refusal.ts'
import { examinePhoto } from './examine.ts'
import { photoBytes } from './photo-bytes.ts'
import { keepPhoto, type Photo } from './photos.ts'
import { originalOf, picture, type Size } from './pictures.ts'
import * as shapes from './shapes.ts'

export const photoRoutes: readonly Route[] = [
  works(shapes.sendPhotoShape, (_work, _asked, request) => keepSent(request)),
  works(shapes.pictureShape, (work, { params }) => picture(work, params)),
  works(shapes.originalShape, (work, { params }) => originalOf(work, params.id)),
  works(shapes.openPictureShape, (work, { params }) =>
    picture(work, { id: params.id, size: params.file.replace('.jpg', '') as Size, open: true }),
  ),
]

/** The photo of an upload, kept: opened before the transaction begins, so that no connection waits for it. */
export async function keepSent({ work, file, raw }: Request): Promise<Photo> {
  const { stream, fields } = file ?? refuse('kernel/file-expected', {}, 400)
  const key = keyOf(fields['key'] ?? raw.headers['idempotency-key'])
  const examined = await examinePhoto(await photoBytes(stream, raw.raw))
  return write(work, (tx) => keepPhoto(tx, { examined, key }))
}

function keyOf(told: string | string[] | undefined): string | undefined {
  const key = Array.isArray(told) ? told[0] : told
  if (key !== undefined && !/^[\w-]{16,64}$/.test(key)) refuse('photos/key-unreadable', {}, 400)
  return key
}
