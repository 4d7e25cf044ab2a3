import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testHouse } from '#tests/house.ts'

const { app, ask, signedIn, house } = await testHouse()
const cookie = await signedIn(['clerk'])
const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a5' } })
  .withExif({ IFD2: { DateTimeOriginal: '2018:06:28 09:31:05' } })
  .jpeg()
  .toBuffer()

const form = (content: Buffer, key?: string) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  payload: Buffer.concat([
    Buffer.from(key ? `--edge\r\ncontent-disposition: form-data; name="key"\r\n\r\n${key}\r\n` : ''),
    Buffer.from('--edge\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'),
    content,
    Buffer.from('\r\n--edge--\r\n'),
  ]),
})

test('a clerk sends a photo twice and has it once; it is seen by who is signed in, its original by officers', async () => {
  const send = () => ask({ method: 'POST', url: '/api/photos', cookie, ...form(photo, 'the-key-of-a-photo') })
  const [first, again] = [await send(), await send()]
  expect(first.body).toMatchObject({ width: 60, height: 40, takenAt: '2018-06-28T09:31:05', place: null })
  expect(again.body).toEqual(first.body)
  const at = (size: string, by?: string) =>
    app.inject({ url: `/api/photos/${first.body['id']}/${size}`, headers: by ? { cookie: by } : {} })
  expect((await at('thumb')).statusCode).toBe(401)
  const seen = await at('screen', await signedIn(['viewer']))
  expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect((await sharp(seen.rawPayload).metadata()).exif).toBeUndefined()
  expect((await at('original', await signedIn(['viewer']))).statusCode).toBe(403)
  expect((await at('original', cookie)).rawPayload).toEqual(photo)
  expect((await app.inject(`/api/open/photos/${first.body['id']}/screen.jpg`)).statusCode).toBe(404)
})

test('anybody sends a photo without an account, and a large one is kept small', async () => {
  const noise = Buffer.from(Array.from({ length: 2400 * 1600 * 3 }, (_, at) => (at * 2654435761) >>> 24))
  const large = await sharp(noise, { raw: { width: 2400, height: 1600, channels: 3 } })
    .jpeg({ quality: 100 })
    .toBuffer()
  expect(large.length).toBeGreaterThan(2 * 2 ** 20)
  const { status, body } = await ask({ method: 'POST', url: '/api/open/photos', ...form(large) })
  expect([status, body['width']]).toEqual([200, 2400])
  const { rows } = await house.pool.query(
    `select octet_length(content) < 3000000 as small, sender is not null as marked from photos join photo_pictures on photo_id = id
     where id = $1 and size = 'original'`,
    [body['id']],
  )
  expect(rows).toEqual([{ small: true, marked: true }])
})

test('what is no photo is refused with a cure, and so is a key that is none', async () => {
  const text = await ask({ method: 'POST', url: '/api/open/photos', ...form(Buffer.from('no photo')) })
  expect([text.status, text.body['code'], Boolean(text.body['cure'])]).toEqual([422, 'photos/not-a-photo', true])
  const keyed = await ask({ method: 'POST', url: '/api/open/photos', ...form(photo, 'short') })
  expect([keyed.status, keyed.body['code']]).toEqual([400, 'photos/key-unreadable'])
})

test.each([true, false])(
  'of 300 MB the answer comes at once, and the rest is not read (length told: %s)',
  async (told) => {
    if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const size = 300 * 2 ** 20
    const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    const answer = await new Promise<{ status: number | undefined; text: string; sent: number }>((resolve, reject) => {
      let sent = 0
      const asking = request({
        port,
        method: 'POST',
        path: '/api/open/photos',
        headers: {
          'content-type': 'multipart/form-data; boundary=edge',
          ...(told ? { 'content-length': size } : {}),
        },
      })
      asking.on('response', async (reply) => {
        let text = ''
        for await (const chunk of reply) text += chunk
        resolve({ status: reply.statusCode, text, sent })
        asking.destroy()
      })
      asking.on('error', reject)
      asking.write(head)
      const piece = Buffer.alloc(2 ** 20, 0xff)
      const more = () => {
        if (asking.destroyed || sent >= size) return
        sent += piece.length
        asking.write(piece, () => setImmediate(more))
      }
      more()
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text).code).toBe('photos/too-large')
    expect(answer.sent).toBeLessThan(told ? 16 * 2 ** 20 : 60 * 2 ** 20)
  },
)
