import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { refuse } from '../refusal.ts'
import { type Read, readExif } from './exif.ts'

/** A photo that was opened to its last pixel, with what its camera wrote and a small picture of it. */
export interface Examined extends Read {
  content: Buffer
  sha256: string
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  /** upright, in pixels */
  width: number
  height: number
  thumb: Buffer
}

export const photoLimits = { bytes: 20 * 1024 * 1024, pixels: 64 * 1024 * 1024 }
const edges = { kept: 2048, screen: 1600, thumb: 320 }

// Photos come many at a time: a thread each, rather than all threads for one; nothing is opened twice.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Opens a photo of any camera (JPEG, PNG, WebP). Refuses `photos/too-large`, `photos/not-a-photo`, `photos/too-many-pixels` and
 * `photos/broken` when its picture ends before its time.
 */
export async function examinePhoto(content: Buffer): Promise<Examined> {
  if (content.length > photoLimits.bytes) refuseTooLarge()
  const mediaType = mediaTypeOf(content) ?? refuse('photos/not-a-photo')
  const told = await opened(content)
    .metadata()
    .catch(() => refuse('photos/not-a-photo'))
  const { width, height } = told.autoOrient
  if (width * height > photoLimits.pixels) {
    refuse('photos/too-many-pixels', { width, height, limit: Math.round(photoLimits.pixels / 1e6) })
  }
  const thumb = await pictureOf(content, 'thumb')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { content, sha256, mediaType, width, height, thumb, ...(await readExif(told.exif)) }
}

/** A JPEG of a photo without any metadata, upright, its longer side 2,048, 1,600 or 320 pixels at most. Refuses `photos/broken`. */
export async function pictureOf(content: Buffer, size: keyof typeof edges): Promise<Buffer> {
  return opened(content)
    .autoOrient()
    .resize(edges[size], edges[size], { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: size === 'thumb' ? 70 : 80 })
    .toBuffer()
    .catch(() => refuse('photos/broken'))
}

export function refuseTooLarge(): never {
  refuse('photos/too-large', { limit: photoLimits.bytes / 2 ** 20 }, 413)
}

// The limit on pixels is told in words above; a file that says one size and is another is stopped here.
const opened = (content: Buffer) =>
  sharp(content, { failOn: 'error', limitInputPixels: photoLimits.pixels * 4, pages: 1 })

/** Told by the first bytes: what a sender says of a file, and drawings that name other files, are not believed. */
function mediaTypeOf(content: Buffer): Examined['mediaType'] | null {
  if (content.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (content.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png'
  const webp = content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP'
  return webp ? 'image/webp' : null
}
