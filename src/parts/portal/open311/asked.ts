import { refuse } from '#kernel/refusal.ts'

/** Arguments as they came: several of one name are a list. */
export type Arguments = Readonly<Record<string, unknown>>

/** One argument; empty is absent, the first of several counts. */
export function argument(asked: Arguments, name: string): string | undefined {
  const value = [asked[name]].flat()[0]
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

/** The items of a comma list, given once or several times. */
export function listed(asked: Arguments, name: string): string[] {
  return [asked[name]]
    .flat()
    .flatMap((value) => (typeof value === 'string' ? value.split(',') : []))
    .map((item) => item.trim())
    .filter(Boolean)
}

const written = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i

/**
 * A moment of the W3C subset of ISO 8601, which has a zone. A `+` that nobody encoded reached us as a space. Refuses
 * `portal/open311-date` (400).
 */
export function momentIn(asked: Arguments, name: string): Date | undefined {
  const text = argument(asked, name)
  if (text === undefined) return undefined
  const parts = written.exec(text.replace(/ (\d{2}:?\d{2})$/, '+$1'))
  const [, day, minute, second = '00', part = '', zone = ''] = parts ?? []
  const moment = new Date(
    `${day}T${minute}:${second}${part}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`,
  )
  // 30 February is no moment, though a Date makes one of it.
  const there = new Date(`${day}T00:00:00Z`)
  if (
    !parts ||
    Number.isNaN(moment.getTime()) ||
    Number.isNaN(there.getTime()) ||
    there.toISOString().slice(0, 10) !== day
  )
    refuse('portal/open311-date', { name, value: text.slice(0, 60) }, 400)
  return moment
}

/** A whole number between bounds; refuses `portal/open311-number` (400). */
export function wholeIn(asked: Arguments, name: string, least: number, most: number): number | undefined {
  const text = argument(asked, name)
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d{1,9}$/.test(text) || number < least)
    refuse('portal/open311-number', { name, value: text.slice(0, 40), least }, 400)
  return Math.min(most, number)
}

/** Latitude and longitude, both or neither. Refuses `portal/open311-half-place` and `portal/open311-coordinates` (400). */
export function placeIn(asked: Arguments): { longitude: number; latitude: number } | undefined {
  const [lat, long] = [argument(asked, 'lat'), argument(asked, 'long') ?? argument(asked, 'lng')]
  if (lat === undefined && long === undefined) return undefined
  if (lat === undefined || long === undefined) return refuse('portal/open311-half-place', {}, 400)
  const [latitude, longitude] = [degrees(lat, 90), degrees(long, 180)]
  if (latitude === null || longitude === null)
    return refuse('portal/open311-coordinates', { lat: lat.slice(0, 40), long: long.slice(0, 40) }, 400)
  return { latitude, longitude }
}

function degrees(text: string, most: number): number | null {
  const number = Number(text)
  return /^[+-]?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(number) <= most ? number : null
}

/** `attribute[CODE]=v` and `attribute[CODE][]=v1&attribute[CODE][]=v2` by code. */
export function attributesIn(asked: Arguments): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const name of Object.keys(asked)) {
    const code = /^attribute\[([^\]]+)\](?:\[\d*\])?$/.exec(name)?.[1]
    if (code === undefined) continue
    const values = [asked[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '')
    found.set(code, [...(found.get(code) ?? []), ...values])
  }
  return found
}
