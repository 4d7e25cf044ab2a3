import { newProgressId } from '#web/kit/Progress.tsx'
import { shrinkPhoto } from '#web/kit/shrink-photo.ts'
import type { Errand } from './errand.ts'

interface Done {
  owner: string
  title: string
  deed: string
  number?: string
  body: Record<string, unknown>
  files: readonly File[]
  kind: string
}

/** What was done, packed to wait on the phone: pictures made smaller, each with the key that keeps it from arriving twice. */
export async function makeErrand({ owner, title, deed, number, body, files, kind }: Done): Promise<Errand> {
  const key = newProgressId()
  const photos = await Promise.all(
    files.map(async (file, nth) => {
      const content = await shrinkPhoto(file).catch(() => file)
      return { key: `${key}-${nth}`, kind, name: file.name || 'photo.jpg', content, id: null }
    }),
  )
  const madeAt = Date.now()
  const params = number === undefined ? {} : { number }
  return { ...{ key, owner, madeAt, title, deed, params, photos, refused: null }, body }
}
