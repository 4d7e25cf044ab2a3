import { Decimal } from 'decimal.js'
import { asc } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { isOut, type OpenIndicator } from './open-catalogue.ts'
import type { Freq, Measure } from './release.ts'
import { openObservations } from './tables.ts'

/** A value that was shown, and how long; a null value says that from then on there was none. */
export interface Vintage {
  indicator: string
  freq: Freq
  period: string
  start: Day
  end: Day
  measure: Measure
  /** plain digits */
  value: string | null
  unit: string
  places: number
  status: 'computed' | 'provisional' | 'accepted' | 'locked'
  basis: string
  validFrom: Date
  /** null: it still is */
  validTo: Date | null
}

/**
 * Every vintage that anybody may see of these indicators, by indicator, frequency, measure and period, oldest first. Terms that
 * grew stricter since hold for what was let out before as well. With `asOf`: as of that moment, none that came later.
 */
export async function vintagesOf(tx: Tx, open: readonly OpenIndicator[], asOf?: Date): Promise<Vintage[]> {
  if (open.length === 0) return []
  const byCode = new Map(open.map((one) => [one.indicator.code, one]))
  const shown = (await allLetOut(tx)).filter((row) => {
    const one = byCode.get(row.indicator)
    return one !== undefined && isOut(one, row) && (!asOf || row.validFrom <= asOf)
  })
  return shown.map((row, place) => {
    const next = shown[place + 1]
    const replaced = next && seriesKey(next) === seriesKey(row) && next.period === row.period
    return { ...row, validTo: replaced ? next.validFrom : null }
  })
}

type LetOut = Omit<Vintage, 'validTo'>

// Rows are added and never changed, one writer at a time: as long as none came, what was read of them holds.
const kept = new Map<string, readonly LetOut[]>()
const KEPT = 4

async function allLetOut(tx: Tx): Promise<readonly LetOut[]> {
  const { rows } = await tx.client.query<{ key: string }>(
    `select concat_ws('/', (select oid from pg_database where datname = current_database()), pg_postmaster_start_time(),
       max(id), count(*)) as key from open_observations`,
  )
  const { key } = rows[0]!
  const known = kept.get(key)
  if (known) return known
  const read = await readLetOut(tx)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, read)
  return read
}

async function readLetOut(tx: Tx): Promise<LetOut[]> {
  const { indicator, freq, measure, startsOn, period, validFrom } = openObservations
  const rows = await tx.db
    .select()
    .from(openObservations)
    .orderBy(asc(indicator), asc(freq), asc(measure), asc(startsOn), asc(period), asc(validFrom))
  return rows.map(({ startsOn: start, endsOn: end, id: _, value, ...rest }) => ({
    ...{ ...rest, start, end },
    value: value === null ? null : new Decimal(value).toFixed(),
  }))
}

/** The values that stand: the last vintage of each period, where it is a value. */
export function standing(vintages: readonly Vintage[]): (Vintage & { value: string })[] {
  return vintages.filter((one): one is Vintage & { value: string } => one.validTo === null && one.value !== null)
}

export function seriesKey({ indicator, freq, measure }: Pick<Vintage, 'indicator' | 'freq' | 'measure'>): string {
  return `${indicator} ${freq} ${measure}`
}
