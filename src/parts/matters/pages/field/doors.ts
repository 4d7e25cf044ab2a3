import { ask } from '#web/client.ts'
import { sendPhoto } from '#web/kit/send-photo.ts'
import type { Doors } from './errand.ts'

/** The server's own doors. Both know the key of what they took before. */
export const doors: Doors = {
  photo: async ({ key, name, content }) => {
    const { id } = await sendPhoto(new File([content], name, { type: content.type }), { key })
    return id
  },
  deed: async ({ key, deed, params, body, photos }) => {
    const number = params['number']
    const address = number === undefined ? '/api/matters' : `/api/matters/${encodeURIComponent(number)}/deeds`
    await ask('POST', address, {
      ...body,
      ...(number === undefined ? {} : { deed }),
      photos: photos.map(({ id, kind }) => ({ id, kind })),
      idempotencyKey: key,
    })
  },
}
