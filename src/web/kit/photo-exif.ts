/**
 * The EXIF block of a JPEG as it stands in the file (marker and length included), its orientation set to upright; null when there is none.
 * `bytes` need only be the beginning of the file.
 */
export function exifBlockOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== SOI) return null
  for (let at = 2; at + 10 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker < 0xffc0 || marker === SCAN) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (marker === APP1 && view.getUint32(at + 4) === EXIF && end <= bytes.length) return upright(bytes.slice(at, end))
  }
  return null
}

/** A JPEG with an EXIF block of another put in front of its picture. */
export function withExif(jpeg: Blob, block: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([jpeg.slice(0, 2), block, jpeg.slice(2)], { type: 'image/jpeg' })
}

const SOI = 0xffd8
const SCAN = 0xffda
const APP1 = 0xffe1
const EXIF = 0x45786966
const ORIENTATION = 0x0112
// marker, length and `Exif\0\0` stand before the TIFF
const TIFF = 10

/** A picture that was drawn upright must not be turned once more. */
function upright(block: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  if (block.length < TIFF + 8) return block
  const little = view.getUint16(TIFF) === 0x4949
  const first = TIFF + view.getUint32(TIFF + 4, little)
  if (first + 2 > block.length) return block
  const count = view.getUint16(first, little)
  for (let entry = first + 2; entry + 12 <= Math.min(block.length, first + 2 + count * 12); entry += 12) {
    if (view.getUint16(entry, little) === ORIENTATION) view.setUint16(entry + 8, 1, little)
  }
  return block
}
