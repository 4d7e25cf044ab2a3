import exifr from 'exifr'

/** What a camera wrote into its photo. */
export interface Read {
  /** `2018-06-28T09:31:05` by the camera's own clock; with an offset only when the camera wrote one; null when unknown */
  takenAt: string | null
  /** WGS-84 */
  place: { longitude: number; latitude: number } | null
}

const fields = ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'GPSLatitude', 'GPSLongitude']
const refs = ['GPSLatitudeRef', 'GPSLongitudeRef']

/** Place and time from a photo's EXIF block as the decoder hands it out (`Exif`, two zero bytes, TIFF). What makes no sense is null. */
export async function readExif(block: Buffer | undefined): Promise<Read> {
  if (!block) return { takenAt: null, place: null }
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
  const told: Record<string, unknown> | undefined = await exifr
    .parse(tiff, { pick: [...fields, ...refs], reviveValues: false, translateValues: false })
    .catch(() => undefined)
  return { takenAt: momentOf(told ?? {}), place: placeOf(told ?? {}) }
}

function momentOf(told: Record<string, unknown>): string | null {
  const text = String(told['DateTimeOriginal'] ?? told['CreateDate'] ?? '')
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(text)?.slice(1)
  if (!parts) return null
  const moment = `${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}`
  const real = new Date(`${moment}Z`)
  if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(moment) || Number(parts[0]) < 1990) return null
  const offset = /^[+-]\d\d:\d\d$/.exec(String(told['OffsetTimeOriginal'] ?? ''))?.[0] ?? ''
  return moment + offset
}

function placeOf({ longitude, latitude }: Record<string, unknown>): Read['place'] {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
  const real = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  // Cameras without a fix write zeros.
  if (!real || (longitude === 0 && latitude === 0)) return null
  return { longitude: Number(longitude.toFixed(6)), latitude: Number(latitude.toFixed(6)) }
}
