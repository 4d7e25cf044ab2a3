import sharp from 'sharp'
import { expect, test } from 'vitest'
import { examinePhoto } from '#kernel/photos/examine.ts'
import { exifBlockOf, withExif } from './photo-exif.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#8a5' } })
const fix = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '34/1 42/1 5400/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '113/1 48/1 3600/100',
}

test('a picture drawn anew carries the time and place of its camera, and stands upright', async () => {
  const shot = await plain(400, 300)
    .withExif({ IFD2: { DateTimeOriginal: '2018:06:28 09:31:05' }, IFD3: fix })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const block = exifBlockOf(new Uint8Array(shot))
  expect(block).not.toBeNull()
  const drawn = new Blob([new Uint8Array(await plain(150, 200).jpeg().toBuffer())])
  const whole = Buffer.from(await withExif(drawn, block!).arrayBuffer())
  expect(await examinePhoto(whole)).toMatchObject({
    takenAt: '2018-06-28T09:31:05',
    place: { longitude: 113.81, latitude: 34.715 },
    width: 150,
    height: 200,
  })
})

test('what has no such block has none, whatever its bytes', async () => {
  const without = new Uint8Array(await plain(10, 10).jpeg().toBuffer())
  const png = new Uint8Array(await plain(10, 10).png().toBuffer())
  const cut = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49)
  const loop = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0, 0)
  for (const bytes of [without, png, cut, loop, new Uint8Array(), Uint8Array.of(0xff, 0xd8)])
    expect(exifBlockOf(bytes)).toBeNull()
})
