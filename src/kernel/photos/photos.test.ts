import { PassThrough, Readable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { examinePhoto, photoLimits, pictureOf } from './examine.ts'
import { hidePhotos, keepPhoto, photoBytes, photosOf, showPhotos } from './photos.ts'
import { originalOf, picture } from './pictures.ts'
import { sweepPhotos } from './sweep.ts'

const { pool } = await testDatabase()
const work = workOn(pool)

interface Shot {
  width?: number
  height?: number
  taken?: string
  gps?: boolean
  orientation?: number
  shade?: string
}

/** A photo as a camera writes it: EXIF time, and place when it has a fix. */
function shot({
  width = 900,
  height = 600,
  taken = '2018:06:28 09:31:05',
  gps = true,
  orientation = 1,
  shade = '#8a5',
}: Shot = {}) {
  const fix = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '34/1 42/1 5400/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '113/1 48/1 3600/100',
  }
  return sharp({ create: { width, height, channels: 3, background: shade } })
    .withExif({ IFD0: { Make: 'Camera' }, IFD2: { DateTimeOriginal: taken }, ...(gps ? { IFD3: fix } : {}) })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()
}

const textOf = async (deed: Promise<unknown>) =>
  (await deed.catch((error: unknown) => error)) as { code: string; status: number }

describe('reading a photo', () => {
  test('place and time are read as the camera wrote them, and its size as it is looked at', async () => {
    expect(await examinePhoto(await shot({ orientation: 6 }))).toMatchObject({
      takenAt: '2018-06-28T09:31:05',
      place: { longitude: 113.81, latitude: 34.715 },
      width: 600,
      height: 900,
      mediaType: 'image/jpeg',
    })
  })

  test.each(['0000:00:00 00:00:00', '2018:02:30 09:00:00', 'yesterday', '1904:01:01 00:00:00'])(
    'a time that makes no sense is none: %s',
    async (taken) => {
      expect((await examinePhoto(await shot({ taken, gps: false }))).takenAt).toBeNull()
    },
  )

  test('PNG and WebP are photos too, without a place', async () => {
    for (const format of ['png', 'webp'] as const) {
      const content = await sharp(await shot())
        .toFormat(format)
        .toBuffer()
      expect(await examinePhoto(content)).toMatchObject({ mediaType: `image/${format}`, takenAt: null, place: null })
    }
  })

  test.each([
    ['text', Buffer.from('this is not a photo')],
    ['nothing', Buffer.alloc(0)],
    [
      'a drawing that names files',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'),
    ],
    ['a document', Buffer.from('%PDF-1.7\n')],
    ['a page under the first bytes of a photo', Buffer.from('\xff\xd8\xff<html><script>alert(1)</script>', 'latin1')],
  ])('what is no photo is refused in words: %s', async (_name, content) => {
    expect((await textOf(examinePhoto(content))).code).toBe('photos/not-a-photo')
  })

  test('a photo that ends before its time is refused', async () => {
    const noise = Buffer.from(Array.from({ length: 400 * 400 * 3 }, (_, at) => (at * 7919) % 251))
    const whole = await sharp(noise, { raw: { width: 400, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer()
    expect((await textOf(examinePhoto(whole.subarray(0, whole.length / 2)))).code).toBe('photos/broken')
  })

  test('a small file that unfolds into a wall of pixels is refused before it is opened', async () => {
    const content = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(content.length).toBeLessThan(2 ** 20)
    expect((await textOf(examinePhoto(content))).code).toBe('photos/too-many-pixels')
  })

  test('the pictures that others see hold nothing of the camera, and stand upright', async () => {
    const told = await sharp(
      await pictureOf(await shot({ width: 3000, height: 2000, orientation: 6 }), 'screen'),
    ).metadata()
    expect(told.exif ?? told.xmp ?? told.iptc).toBeUndefined()
    expect([told.width, told.height]).toEqual([1067, 1600])
  })
})

describe('an upload', () => {
  test('of more than the limit is read no further than the limit', async () => {
    let given = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given += 2 ** 20
          yield Buffer.alloc(2 ** 20)
        }
      })(),
      { objectMode: false, highWaterMark: 2 ** 20 },
    )
    const told = textOf(photoBytes(endless))
    endless.once('resume', () => endless.destroy())
    expect(await told).toMatchObject({ code: 'photos/too-large', status: 413 })
    expect(given).toBeLessThan(photoLimits.bytes + 8 * 2 ** 20)
  })

  test('that breaks is refused as cut', async () => {
    const stream = new PassThrough()
    const told = textOf(photoBytes(stream))
    stream.write('half of')
    stream.destroy(new Error('upload cut'))
    expect((await told).code).toBe('photos/cut')
  })
})

describe('keeping', () => {
  test('the same photo under the same key is there once; another photo under it is refused', async () => {
    const content = await shot()
    const key = 'a-key-of-a-phone-1'
    const first = await write(work, (tx) => keepPhoto(tx, { content, key }))
    const again = await Promise.all([1, 2, 3].map(() => write(work, (tx) => keepPhoto(tx, { content, key }))))
    expect(again).toEqual([first, first, first])
    const other = await shot({ shade: '#123' })
    expect(await textOf(write(work, (tx) => keepPhoto(tx, { content: other, key })))).toMatchObject({
      code: 'photos/key-used',
      status: 409,
    })
  })

  test('photos come back in the order asked, and a stranger is refused', async () => {
    const [one, two] = [await kept(), await kept()]
    expect((await read(work, (tx) => photosOf(tx, [two, one]))).map(({ id }) => id)).toEqual([two, one])
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect((await textOf(read(work, (tx) => photosOf(tx, [one, id])))).code).toBe('photos/unknown')
    }
  })

  test('the public sees a photo only while it is shown, and only its pictures; reading the original is noted', async () => {
    const id = await kept()
    const seen = () => textOf(picture(work, { id, size: 'screen', open: true }))
    expect((await seen()).code).toBe('photos/unknown')
    await write(work, (tx) => showPhotos(tx, [id]))
    expect(await seen()).toMatchObject({ type: 'image/jpeg' })
    await write(work, (tx) => hidePhotos(tx, [id]))
    expect((await seen()).code).toBe('photos/unknown')
    expect((await originalOf(work, id)).content).toEqual(await shot())
    const { rows } = await pool.query('select actor_id from audit_entries where action = $1', ['photos/read-original'])
    expect(rows).toEqual([{ actor_id: 'person-everybody' }])
  })

  test('what nothing points at is swept after a day, whatever table points', async () => {
    await pool.query('create table deeds_of_a_test (nth int, "The Photo" uuid references photos (id))')
    const [lost, used] = [await kept(), await kept()]
    await pool.query('insert into deeds_of_a_test values (1, $1)', [used])
    expect(await sweepPhotos(work)).toBe(0)
    const tomorrow = workOn(pool, { now: new Date(work.now().getTime() + 25 * 3_600_000) })
    expect(await sweepPhotos(tomorrow)).toBeGreaterThan(0)
    expect((await textOf(read(work, (tx) => photosOf(tx, [lost])))).code).toBe('photos/unknown')
    expect(await read(work, (tx) => photosOf(tx, [used]))).toHaveLength(1)
  })
})

const kept = async () => (await write(work, async (tx) => keepPhoto(tx, { content: await shot() }))).id
