import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { boundsAround, metresBetween } from '#kernel/place.ts'
import { refuse } from '#kernel/refusal.ts'
import { behind, zoneNow } from '#kernel/zone-clock.ts'
import { publicWords } from '../reports/public-words.ts'
import { shownPhotos } from '../reports/shown-photos.ts'
import { type Arguments, argument, listed, momentIn, placeIn, wholeIn } from './asked.ts'
import { type Condition, type PublicMatter, publicMatters } from './public-matters.ts'
import { noticeOf, servicesOf } from './service-list.ts'
import type { Value } from './spark.ts'
import { statusNotes } from './status.ts'

const DAY = 86_400_000
const SPAN = 90 * DAY
const MOST = 1000

export interface Reader {
  locale: Locale
  /** where pictures are fetched from */
  base: string
}

/**
 * Requests by their arguments: `service_request_id` overrides all others; else at most 90 days of `requested_datetime`, the last ones
 * unless told, and 1,000 requests or a page of them. Refuses `portal/open311-date`, `-span`, `-status`, `-service-unknown`.
 */
export async function requestList(tx: Tx, asked: Arguments, reader: Reader): Promise<Value> {
  const ids = listed(asked, 'service_request_id')
  const condition = ids.length > 0 ? byNumber(ids) : await conditionOf(tx, asked)
  const extensions = /^(true|1)$/i.test(argument(asked, 'extensions') ?? '')
  const found = nearOnly(await publicMatters(tx, condition), ids.length > 0 ? {} : asked)
  return told(tx, found, { ...reader, extensions })
}

/** One request, as a list of one; refuses `portal/open311-request-unknown` (404). */
export async function requestOf(tx: Tx, id: string, asked: Arguments, reader: Reader): Promise<Value> {
  const extensions = /^(true|1)$/i.test(argument(asked, 'extensions') ?? '')
  return told(tx, [await publicMatterOf(tx, id)], { ...reader, extensions })
}

/** A matter that anybody may read, by its number; refuses `portal/open311-request-unknown` (404). */
export async function publicMatterOf(tx: Tx, id: string): Promise<PublicMatter> {
  const [matter] = await publicMatters(tx, byNumber([id]))
  return matter ?? refuse('portal/open311-request-unknown', { id: id.slice(0, 40) }, 404)
}

const byNumber = (numbers: readonly string[]): Condition => ({
  where: ['m.number = any($3)'],
  values: [numbers.slice(0, MOST)],
})

async function conditionOf(tx: Tx, asked: Arguments): Promise<Condition> {
  const { where, values, and } = conditions()
  const codes = listed(asked, 'service_code').map((code) => code.toUpperCase())
  if (codes.length > 0) {
    await keepKnown(tx, codes)
    and((at) => `m.category = any(${at})`, codes)
  }
  const statuses = listed(asked, 'status').map((status) => status.toLowerCase())
  const strange = statuses.find((status) => status !== 'open' && status !== 'closed')
  if (strange !== undefined) refuse('portal/open311-status', { status: strange.slice(0, 40) }, 400)
  if (new Set(statuses).size === 1) where.push(`m.closed_at is ${statuses[0] === 'open' ? '' : 'not '}null`)
  const late = await behind(tx)
  const moment = (name: string) => earlier(momentIn(asked, name), late)
  const [after, before] = [moment('updated_after'), moment('updated_before')]
  if (after) and((at) => `m.changed_at >= ${at}`, after)
  if (before) and((at) => `m.changed_at <= ${at}`, before)
  // Who follows what changed may ask for requests of any age.
  const [start, end] = [moment('start_date'), moment('end_date')]
  if (start || end || !(after || before)) {
    const [from, to] = windowOf(start, end, await zoneNow(tx))
    and((at) => `m.opened_at >= ${at}`, from)
    and((at) => `m.opened_at <= ${at}`, to)
  }
  const around = aroundOf(asked)
  if (around) {
    const { west, east, south, north } = boundsAround(around.place, around.radius)
    and((at) => `m.longitude between ${at}`, west, east)
    and((at) => `m.latitude between ${at}`, south, north)
  }
  return { where, values, ...pageOf(asked) }
}

function conditions() {
  const where: string[] = []
  const values: unknown[] = []
  /** the values stand at their places, `and` between them */
  const and = (say: (at: string) => string, ...given: unknown[]) => {
    const at = given.map((value) => `$${values.push(value) + 2}`).join(' and ')
    where.push(say(at))
  }
  return { where, values, and }
}

async function keepKnown(tx: Tx, codes: readonly string[]): Promise<void> {
  const known = new Set((await servicesOf(tx)).map(({ code }) => code))
  const strange = codes.find((code) => !known.has(code))
  if (strange !== undefined) refuse('portal/open311-service-unknown', { code: strange.slice(0, 40) }, 404)
}

const earlier = (moment: Date | undefined, by: number) =>
  moment === undefined ? undefined : new Date(moment.getTime() - by)

/** At most 90 days; the last ones, or those after a start, or before an end. */
function windowOf(start: Date | undefined, end: Date | undefined, now: Date): [Date, Date] {
  if (start && end) {
    const days = Math.ceil((end.getTime() - start.getTime()) / DAY)
    if (days > 90) refuse('portal/open311-span', { days }, 400)
    return [start, end]
  }
  if (start) return [start, new Date(start.getTime() + SPAN)]
  const last = end ?? now
  return [new Date(last.getTime() - SPAN), last]
}

function aroundOf(asked: Arguments) {
  const place = placeIn(asked)
  return place ? { place, radius: wholeIn(asked, 'radius', 1, 50_000) ?? 500 } : null
}

function nearOnly(found: PublicMatter[], asked: Arguments): PublicMatter[] {
  const around = aroundOf(asked)
  if (!around) return found
  return found.filter(
    ({ longitude, latitude }) =>
      metresBetween(around.place, { longitude: longitude ?? 0, latitude: latitude ?? 0 }) <= around.radius,
  )
}

function pageOf(asked: Arguments): { limit: number; offset: number } {
  const page = wholeIn(asked, 'page', 1, 1_000_000)
  const size = wholeIn(asked, 'page_size', 1, MOST) ?? (page === undefined ? MOST : 50)
  return { limit: size, offset: ((page ?? 1) - 1) * size }
}

async function told(
  tx: Tx,
  matters: readonly PublicMatter[],
  reader: Reader & { extensions: boolean },
): Promise<Value> {
  const photos = await shownPhotos(
    tx,
    matters.map(({ id }) => id),
  )
  const services = new Map((await servicesOf(tx)).map((service) => [service.code, service]))
  const late = await behind(tx)
  return matters.map((matter) => {
    const shown = (photos.get(matter.id) ?? []).map((id) => pictureOf(reader.base, id))
    const service = services.get(matter.category)
    const notice = service ? noticeOf(service, reader.locale) : ''
    return {
      ...requestFrom(matter, { locale: reader.locale, late }),
      service_notice: notice,
      media_url: shown[0] ?? '',
      ...(reader.extensions ? extended(matter, shown, reader.locale) : {}),
    }
  })
}

export const pictureOf = (base: string, id: string) => `${base}/api/open/photos/${id}/screen.jpg`

/** The fields of a request but its notice and picture; moments are later by as much as the zone's clock is behind. */
export function requestFrom(matter: PublicMatter, { locale, late }: { locale: Locale; late: number }) {
  const moment = (at: Date | null) => (at === null ? '' : momentOf(at, late))
  const closed = matter.closedAt !== null
  return {
    service_request_id: matter.number,
    status: closed ? 'closed' : 'open',
    status_notes: publicWords(statusNotes(matter, matter.unit, matter.told, locale)),
    service_name: matter.categoryName[locale],
    service_code: matter.category,
    description: matter.description === null ? '' : publicWords(matter.description).slice(0, 4000),
    agency_responsible: matter.unit?.[locale] ?? '',
    requested_datetime: moment(matter.openedAt),
    updated_datetime: moment(matter.closedAt ?? matter.changedAt),
    expected_datetime: closed ? '' : moment(matter.expectedAt),
    address: publicWords(matter.address ?? ''),
    address_id: matter.cell ?? '',
    zipcode: '',
    lat: matter.latitude,
    long: matter.longitude,
  }
}

/** ISO 8601 with its zone, in whole seconds. */
export function momentOf(at: Date, late: number): string {
  return `${new Date(at.getTime() + late).toISOString().slice(0, 19)}Z`
}

function extended(matter: PublicMatter, photos: readonly string[], locale: Locale): Record<string, Value> {
  return {
    attributes: Object.entries(matter.attributes).map(([code, values]) => ({
      ...{ code, label: code, name: code, value: values.join(', ') },
    })),
    extended_attributes: { channel: matter.source, photos },
    notes:
      matter.told === '' ? [] : [{ description: publicWords(matter.told), type: { zh: '答复', en: 'reply' }[locale] }],
  }
}
