import { exifBlockOf, withExif } from './photo-exif.ts'

const EDGE = 1920
const SMALL = 700_000
// The block of a camera stands in the first kilobytes, behind at most a preview of 64.
const BEGINNING = 256 * 1024

/**
 * A photo made small enough for a thin line: its longer side 1,920 pixels at most, upright, as JPEG, with the time and place that its camera
 * wrote. What this browser cannot open comes back as it is: the server says what it is.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return file
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
  const already = scale === 1 && file.type === 'image/jpeg' && file.size <= SMALL
  const drawn = already ? null : await draw(picture, scale)
  picture.close()
  if (!drawn || drawn.size >= file.size) return file
  const block = exifBlockOf(new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer()))
  const name = `${file.name.replace(/\.\w+$/, '')}.jpg`
  return new File([block ? withExif(drawn, block) : drawn], name, {
    type: 'image/jpeg',
    lastModified: file.lastModified,
  })
}

function draw(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
}
