import type { Tx, Work } from '#kernel/db/work.ts'
import { write } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { type Examined, keepPhoto } from '#kernel/photos/photos.ts'
import type { Place } from '#kernel/place.ts'
import { refuse } from '#kernel/refusal.ts'
import { type CategoryWithStandards, openMatter } from '#parts/matters/engine/engine.ts'
import { middleOfCell } from '#parts/org/org.ts'
import { phoneOf } from '#parts/org/personal-data.ts'
import { refuseHtml } from '../reports/public-words.ts'
import { type Arguments, argument, attributesIn, placeIn } from './asked.ts'
import { CONDITION, noticeOf, serviceOf, typeOf } from './service-list.ts'
import { open311Settings } from './settings.ts'
import type { Value } from './spark.ts'

const LONGEST = 4000

/** What a program sends: the fields of the form, and photos that came in it. */
export interface Submission {
  asked: Arguments
  photos: readonly Examined[]
  /** a resend under the same key is the same request */
  key: string | undefined
}

/**
 * A request becomes a matter: an id at once, or a token where the service is answered in batches. Refuses what is missing or cannot be
 * read (400), an unknown service or address (404), and what `openMatter` refuses.
 */
export function submitRequest(work: Work, sent: Submission, locale: Locale): Promise<Value> {
  return write(work, async (tx) => {
    const { asked } = sent
    const code = argument(asked, 'service_code') ?? refuse('portal/open311-argument', { name: 'service_code' }, 400)
    const service = await serviceOf(tx, code)
    const attributes = attributesOf(service, asked)
    const description = descriptionOf(asked) ?? service.name[locale]
    const batch = typeOf(service.code, await open311Settings(tx)) === 'batch'
    // From here on others who report wait for their number: what can be read before was.
    const opened = await openMatter(tx, {
      ...{ inflow: 'citizen', category: service.code, source: 'open311' },
      ...(await whereOf(tx, asked)),
      description: forDesk(service, description, attributes, argument(asked, 'media_url')),
      reporter: reporterOf(asked),
      photos: await photosKept(tx, sent),
      ...(sent.key === undefined ? {} : { idempotencyKey: `open311:${tx.actor.id}:${sent.key}` }),
    })
    const token = await keepRequest(tx, { matter: opened.id, description, attributes })
    return [
      {
        ...(batch ? { token } : { service_request_id: opened.number }),
        service_notice: noticeOf(service, locale),
        account_id: argument(asked, 'account_id') ?? '',
      },
    ]
  })
}

/** The id of a request by its token; refuses `portal/open311-token-unknown` (404). */
export async function requestOfToken(tx: Tx, token: string): Promise<Value> {
  const { rows } = await tx.client.query<{ number: string }>(
    'select m.number from open311_requests o join matters m on m.id = o.matter_id where o.token::text = $1',
    [token.toLowerCase()],
  )
  const number = rows[0]?.number ?? refuse('portal/open311-token-unknown', {}, 404)
  return [{ service_request_id: number, token: token.toLowerCase() }]
}

function descriptionOf(asked: Arguments): string | undefined {
  const description = argument(asked, 'description')
  if (description === undefined) return undefined
  refuseHtml(description)
  if (description.length > LONGEST)
    refuse('portal/open311-too-long', { name: 'description', length: description.length, most: LONGEST }, 400)
  return description
}

function attributesOf({ standards }: CategoryWithStandards, asked: Arguments): Map<string, string[]> {
  const attributes = attributesIn(asked)
  for (const chosen of standards.length > 1 ? (attributes.get(CONDITION) ?? []) : []) {
    if (!standards.some(({ ordinal }) => String(ordinal) === chosen))
      refuse('portal/open311-attribute', { code: CONDITION, value: chosen.slice(0, 40) }, 400)
  }
  for (const value of [...attributes.values()].flat()) refuseHtml(value)
  return attributes
}

/** The place, the address, or the grid cell by its number; one of them is needed. */
async function whereOf(tx: Tx, asked: Arguments): Promise<{ place?: Place; address?: string }> {
  const address = argument(asked, 'address_string')
  if (address !== undefined) refuseHtml(address)
  const place = placeIn(asked) ?? (await placeOfCell(tx, argument(asked, 'address_id')))
  if (!place && !address) refuse('portal/open311-argument', { name: 'lat, long / address_string / address_id' }, 400)
  return { ...(place ? { place } : {}), ...(address ? { address: address.slice(0, 300) } : {}) }
}

async function placeOfCell(tx: Tx, id: string | undefined): Promise<Place | undefined> {
  if (id === undefined) return undefined
  return (await middleOfCell(tx, id)) ?? refuse('portal/open311-address-unknown', { id: id.slice(0, 40) }, 404)
}

function reporterOf(asked: Arguments) {
  const name = [argument(asked, 'last_name'), argument(asked, 'first_name')].filter(Boolean).join(' ').slice(0, 60)
  const phone = argument(asked, 'phone')?.slice(0, 30)
  return {
    name: name || undefined,
    phone: phone ? (phoneOf(phone) ?? phone) : undefined,
    email: argument(asked, 'email')?.slice(0, 120),
  }
}

/** What the desk reads: the words, then what was chosen, then where the reporter says a picture is; nobody fetches it by itself. */
function forDesk(
  { standards }: CategoryWithStandards,
  description: string,
  attributes: ReadonlyMap<string, readonly string[]>,
  media: string | undefined,
): string {
  const chosen = standards.find(({ ordinal }) => attributes.get(CONDITION)?.includes(String(ordinal)))
  const lines = [description, chosen && `【情况】${chosen.condition}`, media && `【附图】${media.slice(0, 500)}`]
  return lines.filter(Boolean).join('\n')
}

async function photosKept(tx: Tx, { photos, key }: Submission): Promise<string[]> {
  const kept: string[] = []
  for (const [place, examined] of photos.entries()) {
    const of = key === undefined ? {} : { key: `${key}-${place}` }
    kept.push((await keepPhoto(tx, { examined, ...of })).id)
  }
  return kept
}

interface Kept {
  matter: number
  description: string
  attributes: ReadonlyMap<string, readonly string[]>
}

async function keepRequest(tx: Tx, { matter, description, attributes }: Kept): Promise<string> {
  const { rows } = await tx.client.query<{ token: string }>(
    `insert into open311_requests (matter_id, sent_by, description, attributes, at) values ($1, $2, $3, $4, $5)
     on conflict (matter_id) do update set description = open311_requests.description returning token`,
    [matter, tx.actor.id, description, JSON.stringify(Object.fromEntries(attributes)), tx.now],
  )
  return rows[0]!.token
}
