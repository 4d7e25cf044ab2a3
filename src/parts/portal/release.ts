import { Decimal } from 'decimal.js'
import { desc } from 'drizzle-orm'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { type Day, daysBetween, parsePeriod, periodsBetween } from '#kernel/period.ts'
import { factsOf } from '#parts/indicators/indicators.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { isOut, type OpenIndicator, openCatalogue } from './open-catalogue.ts'
import { openObservations } from './tables.ts'

type Found = Omit<typeof openObservations.$inferInsert, 'id' | 'validFrom'>
export type Freq = Found['freq']
export type Measure = Found['measure']

/** A period of the calendar as it is let out: `period` names it, `asked` is the stretch its figure covers. */
interface Slot {
  freq: Freq
  period: string
  start: Day
  end: Day
  asked: string
  toDate: boolean
}

/**
 * Lets out what may be seen by now: computes every open figure of every period that is out, and adds a row where it differs from
 * what was let out last. Figures that are not out are not even computed into this place. Answers how many rows were added.
 */
export function releaseFigures(work: Work): Promise<number> {
  return write(work, async (tx) => {
    // Whoever waits here computes afterwards, so that nobody lets out what was true before another's turn.
    await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('open figures', 0))`)
    const found = await read(work, figuresDue)
    return addChanged(tx, found, work.now())
  })
}

async function figuresDue(tx: Tx): Promise<Found[]> {
  const rows: Found[] = []
  for (const open of (await openCatalogue(tx)).indicators) rows.push(...(await figuresOut(tx, open)))
  return rows
}

async function figuresOut(tx: Tx, open: OpenIndicator): Promise<Found[]> {
  const slots = slotsOf(open).filter((slot) => isOut(open, slot))
  const { code, rounding } = open.indicator
  const facts = await factsOf(
    tx,
    slots.map(({ asked }) => ({ indicator: code, period: asked })),
  )
  return facts.flatMap((fact, place) => rowsOf(slots[place]!, fact, rounding))
}

/** Every named period since the indicator is shown, and of what adds up the year to each month's end. */
function slotsOf({ indicator, terms, occasion }: OpenIndicator): Slot[] {
  if (terms.since > occasion.through) return []
  const kinds = [
    ['A', 'year'],
    ['S', 'half'],
    ['Q', 'quarter'],
    ['M', 'month'],
  ] as const
  const named = kinds.flatMap(([freq, kind]) =>
    periodsBetween(kind, terms.since, occasion.through).map(({ text, start, end }) => ({
      ...{ freq, period: text, start, end, asked: text, toDate: false },
    })),
  )
  if (!indicator.accumulates) return named
  const months = named.filter(({ freq }) => freq === 'M')
  return [...named, ...months.map((month) => ({ ...month, asked: yearTo(month.period), toDate: true }))]
}

const yearTo = (month: string) => (month.endsWith('-01') ? month : `${month.slice(0, 4)}-01/${month}`)

// No train left on the last days of a half-year: records may end a little before their period does.
const SILENT_DAYS = 3

/**
 * The figure's level and its growth, nothing of a period that its sources do not reach the end of. Where they end a few days
 * before it, the figure is provisional until they go on.
 */
function rowsOf(slot: Slot, fact: Fact, { places }: { places: number }): Found[] {
  const silent = daysBetween(parsePeriod(fact.covers).end, slot.end)
  if (fact.status === 'missing' || silent > SILENT_DAYS) return []
  const { freq, period, start: startsOn, end: endsOn, toDate } = slot
  const status = silent > 0 ? 'provisional' : fact.status
  const common = { indicator: fact.indicator, freq, period, startsOn, endsOn, status, basis: fact.basis }
  const level: Found = {
    ...common,
    measure: toDate ? 'LEVEL_YTD' : 'LEVEL',
    value: fact.value,
    unit: fact.unit,
    places,
  }
  const { value, unit } = fact.change
  const decimals = Math.max(unit === fact.unit ? places : 1, value?.split('.')[1]?.length ?? 0)
  const growth: Found = { ...common, measure: toDate ? 'GROWTH_YTD' : 'GROWTH', value, unit, places: decimals }
  return [level, growth].filter((row) => row.value !== null)
}

async function addChanged(tx: Tx, found: readonly Found[], at: Date): Promise<number> {
  const { indicator, freq, period, measure, validFrom } = openObservations
  const last = await tx.db
    .selectDistinctOn([indicator, freq, period, measure])
    .from(openObservations)
    .orderBy(indicator, freq, period, measure, desc(validFrom))
  const known = new Map(last.map((row) => [keyOf(row), row]))
  const present = new Set(found.map(keyOf))
  const catalogue = await openCatalogue(tx)
  const gone = last.filter((row) => {
    const open = catalogue.byCode.get(row.indicator)
    const out = open !== undefined && isOut(open, { start: row.startsOn, end: row.endsOn })
    return out && row.value !== null && !present.has(keyOf(row))
  })
  const rows = [
    ...found.filter((row) => catalogue.byCode.has(row.indicator) && !sameAs(known.get(keyOf(row)), row)),
    ...gone.map(({ id: _, ...row }) => ({ ...row, value: null })),
  ].map((row) => ({ ...row, validFrom: at }))
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.db.insert(openObservations).values(rows.slice(from, from + BATCH))
  }
  return rows.length
}

// Values of a statement are numbered in sixteen bits.
const BATCH = 500

const keyOf = ({ indicator, freq, period, measure }: Found) => `${indicator} ${freq} ${period} ${measure}`

function sameAs(before: Found | undefined, now: Found): boolean {
  if (before?.value == null || now.value == null) return false
  const { unit, places, status, basis } = before
  const described = unit === now.unit && places === now.places && status === now.status && basis === now.basis
  return described && new Decimal(before.value).eq(now.value)
}
