import { randomBytes } from 'node:crypto'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { placeInZone } from '#parts/org/org.ts'
import { dayAt } from './clock.ts'
import type { Course } from './course.ts'
import { columnsOf, keepPassages } from './keep-course.ts'
import { begin } from './machine.ts'
import { addReporter, type Contact } from './reporters.ts'
import { rulesOf } from './rules-of.ts'
import { categoryIn, setInForce } from './standards.ts'
import type { Inflow } from './states.ts'
import { addStep, type StepPhoto } from './steps.ts'

export interface NewMatter {
  inflow: Inflow
  /** C or E with four digits, of the standards in force */
  category: string
  standard?: number | undefined
  title?: string | undefined
  description: string
  place?: { longitude: number; latitude: number } | undefined
  address?: string | undefined
  reporter?: Contact | undefined
  photos?: readonly (StepPhoto | string)[] | undefined
  /** the door it came by: `page`, `phone`, `portal`, `open311`, `projects`, … */
  source: string
  idempotencyKey?: string | undefined
  externalReference?: string | undefined
  promisedOn?: Day | undefined
  /** when it was seen by the phone; shown as told */
  toldAt?: string | undefined
}

export interface OpenedMatter {
  id: number
  number: string
  code: string
  /** the same key had opened it before: nothing is new */
  again: boolean
}

/**
 * Opens a matter under the standards in force, at the zone's own time. The same idempotency key again answers what the first did. Refuses
 * `matters/category-unknown`, `matters/standard-unknown`, `org/place-outside`, `matters/standards-missing` and `matters/desks-missing`.
 */
export async function openMatter(tx: Tx, said: NewMatter): Promise<OpenedMatter> {
  const known = await openedBefore(tx, said.idempotencyKey)
  if (known) return known
  const set = await setInForce(tx)
  const category = await categoryIn(tx, set, said.category)
  const at = await zoneNow(tx)
  const where = said.place ? await placeInZone(tx, said.place, dayAt(at.getTime())) : null
  const rules = await rulesOf(tx, set, category.code)
  const { inflow, standard, promisedOn } = said
  const course = begin({ inflow, category: category.code, standard, promisedOn, at, by: tx.actor.id }, rules)
  const title = said.title?.trim() || titleOf(category.name.zh, said.description)
  const opened = await insert(tx, course, { ...said, title, set, where })
  if (opened.again) return opened
  await keepPassages(tx, opened.id, course.stages)
  await addReporter(tx, opened.id, said.reporter ?? {}, at)
  const photos = (said.photos ?? []).map((photo) =>
    typeof photo === 'string' ? { id: photo, kind: 'near' as const } : photo,
  )
  const beside = { inflow, source: said.source, ...(said.toldAt ? { toldAt: said.toldAt } : {}) }
  await addStep(tx, opened.id, { deed: 'open', before: null, after: course, said: beside }, photos)
  audit(tx, {
    action: 'matters/open',
    subject: `matter:${opened.number}`,
    unit: course.liesWith,
    after: { inflow, category: category.code, source: said.source },
  })
  await announce(tx, 'matters/opened', { matter: opened.id, number: opened.number, inflow })
  return opened
}

type Placed = Omit<NewMatter, 'title'> & {
  title: string
  set: number
  where: { community: string | null; office: string | null; cell: string | null } | null
}

/** Two requests with one key may come in the same moment: the second waits for the first, and answers what it did. */
async function insert(tx: Tx, course: Course, said: Placed): Promise<OpenedMatter> {
  const columns: Record<string, unknown> = {
    ...columnsOf(course),
    ...{ number: await nextNumber(tx, course), code: newCode(), idempotency_key: said.idempotencyKey ?? null },
    ...{
      external_reference: said.externalReference ?? null,
      inflow: said.inflow,
      source: said.source,
      set_id: said.set,
    },
    ...{ title: said.title, description: said.description, address: said.address?.trim() ?? '' },
    ...{ longitude: said.place?.longitude ?? null, latitude: said.place?.latitude ?? null },
    ...{ community: said.where?.community ?? null, office: said.where?.office ?? null, cell: said.where?.cell ?? null },
    opened_by: tx.actor.via === 'public' ? null : tx.actor.id,
  }
  const names = Object.keys(columns)
  const { rows } = await tx.client.query<{ id: string; number: string; code: string }>(
    `insert into matters (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})
     on conflict (idempotency_key) do nothing returning id, number, code`,
    Object.values(columns),
  )
  const row = rows[0]
  if (row) return { id: Number(row.id), number: row.number, code: row.code, again: false }
  return (await openedBefore(tx, said.idempotencyKey)) ?? refuse('matters/moved-meanwhile', {}, 409)
}

async function openedBefore(tx: Tx, key: string | undefined): Promise<OpenedMatter | null> {
  if (key === undefined) return null
  const { rows } = await tx.client.query<{ id: string; number: string; code: string }>(
    'select id, number, code from matters where idempotency_key = $1',
    [key],
  )
  return rows[0] ? { id: Number(rows[0].id), number: rows[0].number, code: rows[0].code, again: true } : null
}

/** Category, day and four digits or more, counted over the day: E0304201806300001. */
async function nextNumber(tx: Tx, course: Course): Promise<string> {
  const day = dayAt(course.openedAt.getTime())
  const { rows } = await tx.client.query<{ last: number }>(
    `insert into matter_numbers (day, last) values ($1, 1)
     on conflict (day) do update set last = matter_numbers.last + 1 returning last`,
    [day],
  )
  return `${course.category}${day.replaceAll('-', '')}${String(rows[0]!.last).padStart(4, '0')}`
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Twelve letters and digits that are not mistaken for each other: sixty bits that nobody guesses. */
function newCode(): string {
  return [...randomBytes(12)].map((byte) => letters[byte % 32]).join('')
}

function titleOf(category: string, description: string): string {
  const first = description.trim().split(/[\n。.!！?？]/)[0] ?? ''
  return first.length >= 4 ? [...first].slice(0, 40).join('') : category
}
