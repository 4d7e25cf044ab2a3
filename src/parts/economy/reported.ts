import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { addDays, type Day, type Period } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { closest } from '#parts/ledgers/closest.ts'
import { type CatalogueItem, currentForms, itemCatalogue } from './forms.ts'
import { type ReportedStatus, stateOf, statusIn } from './rules.ts'
import { type Told, toldOf } from './told.ts'

/** The face for parts that come later: what units reported. Decimals are strings of plain digits. */
export { type CatalogueItem, itemCatalogue } from './forms.ts'
export { type Told, toldOf } from './told.ts'
export { economyVersion } from './version.ts'

/** Why a fact lacks what was asked; codes of texts.ts. */
export type Lack =
  | 'economy/growth-not-given'
  | 'economy/month-not-separate'
  | 'economy/revised-between'
  | 'economy/units-missing'
  | 'economy/not-additive'

export interface ReportedFact {
  value: string | null
  /** 同期数 as supplied */
  base: string | null
  /** as published; never recomputed here */
  growth: string | null
  growthUnit: string
  unit: string
  status: ReportedStatus
  form: string
  /** the submission it comes from; of a difference, the later one; of several units, the first */
  submission: number
  unitCode: string
  /** how often that submission was handed in */
  version: number
  recordedAt: Date
  /** why value, base or growth is null although something was reported */
  lack: Lack | null
  /** every submission it is made of; -1 for the cumulative that was taken off */
  parts: { submission: number; unitCode: string; period: string; value: string | null; sign: 1 | -1 }[]
}

export interface ReportedAsked {
  item: string
  period: Period
  /** unit codes; every unit of the form unless told */
  units?: readonly string[] | undefined
  asOf?: Date | undefined
  /** what {@link toldOf} answered of the item as of that moment; read anew unless given */
  told?: readonly Told[] | undefined
}

/**
 * What was reported of an item for a period, or null. The period must be a submission's span exactly (2018-H1 is January to June,
 * which is month 2018-06 of a cumulative form). Of a form that counts from January, any other stretch of whole months inside the
 * year is the difference of two cumulatives, unless the earlier was revised after the later was handed in (standards/figures 5.3);
 * its base and growth are not given. Of a form that counts from an opening, a period has the state at its end.
 * Refuses `economy/item-unknown`.
 */
export async function reportedFact(tx: Tx, asked: ReportedAsked): Promise<ReportedFact | null> {
  const item = await itemOf(tx, asked.item)
  const { period } = asked
  const rows = await rowsOf(tx, asked)
  const at = (day: Day) => rows.filter(({ end }) => end === day)
  const later = at(period.end)
  if (item.since === 'opening') return combined(item, asked, later)
  const exact = later.filter((row) => row.start === period.start)
  if (exact.length > 0 || item.since === null) return combined(item, asked, exact)
  const sameYear = later.filter((row) => row.start.slice(0, 4) === period.start.slice(0, 4))
  const whole = combined(item, asked, sameYear)
  if (!whole || period.start.endsWith('-01-01')) return null
  const before = addDays(period.start, -1)
  return difference(item, whole, combined(item, asked, at(before)), revisedSince(at(before), sameYear))
}

/** The spans reported of an item that end within the days, earliest first: cumulative ones as they are. */
export async function reportedSeries(
  tx: Tx,
  asked: Omit<ReportedAsked, 'period'> & { from: Day; to: Day },
): Promise<(ReportedFact & { start: Day; end: Day; period: string })[]> {
  const item = await itemOf(tx, asked.item)
  const rows = (await rowsOf(tx, asked)).filter(({ end }) => end >= asked.from && end <= asked.to)
  const spans = Map.groupBy(rows, (row) => `${row.start}/${row.end}`)
  return [...spans.values()].flatMap((rows) => {
    const fact = combined(item, asked, rows)
    const { start, end, period } = rows[0]!
    return fact ? [{ ...fact, start, end, period }] : []
  })
}

/** How far each form has been reported: the last day, and when that was told; null before the first submission. */
export async function reportedFreshness(
  tx: Tx,
): Promise<{ form: string; words: Words; through: Day | null; recordedAt: Date | null }[]> {
  const { rows } = await tx.client.query<{ form: string; through: Day; recordedAt: Date }>(
    `select s.form_code as form, max(s.end_on)::text as through, max(v.reported_at) as "recordedAt"
     from submissions s join submission_values v on v.submission_id = s.id
     where v.reported_at is not null and v.superseded_at is null and num_nonnulls(v.value, v.growth) > 0 group by 1`,
  )
  const known = new Map(rows.map((row) => [row.form, row]))
  return [...(await currentForms(tx)).entries()].map(([form, { declaration }]) => {
    const { through = null, recordedAt = null } = known.get(form) ?? {}
    return { form, words: declaration.name, through, recordedAt }
  })
}

async function rowsOf(tx: Tx, { item, units, asOf, told }: Omit<ReportedAsked, 'period'>): Promise<readonly Told[]> {
  const rows = told ?? (await toldOf(tx, { items: [item], asOf })).get(item) ?? []
  return units === undefined ? rows : rows.filter(({ unitCode }) => units.includes(unitCode))
}

async function itemOf(tx: Tx, code: string): Promise<CatalogueItem> {
  const catalogue = await itemCatalogue(tx)
  const suggestion = () => closest(code, [...catalogue.keys()]) ?? '—'
  return catalogue.get(code) ?? refuse('economy/item-unknown', { item: code, suggestion: suggestion() }, 404)
}

/** One fact from the rows of one span, a row a unit. Missing is not zero: a sum lacks its value until every unit reported. */
function combined(
  item: CatalogueItem,
  asked: { units?: readonly string[] | undefined },
  rows: readonly Told[],
): ReportedFact | null {
  const [first, ...more] = rows.filter((row) => row.value !== null || row.growth !== null)
  if (!first) return null
  const all = [first, ...more]
  const expected = item.units.filter((unit) => asked.units === undefined || asked.units.includes(unit))
  const missing = expected.some((unit) => !all.some((row) => row.unitCode === unit))
  const alone = all.length === 1 && !missing
  const lack = alone ? null : missing ? 'economy/units-missing' : item.adds ? null : 'economy/not-additive'
  const total = (of: 'value' | 'base') => (alone ? first[of] : lack ? null : sumOf(all.map((row) => row[of])))
  return {
    ...{ value: total('value'), base: total('base'), growth: alone ? first.growth : null },
    ...{ growthUnit: item.growthUnit, unit: item.unit, status: lowest(all), form: first.form },
    ...{ submission: first.submission, unitCode: first.unitCode, version: first.version },
    ...{ recordedAt: latest(all.map((row) => row.reportedAt)), lack },
    parts: all.map(({ submission, unitCode, period, value }) => ({ submission, unitCode, period, value, sign: 1 })),
  }
}

function difference(
  item: CatalogueItem,
  whole: ReportedFact,
  before: ReportedFact | null,
  revised: boolean,
): ReportedFact {
  const known = whole.value !== null && before?.value != null && item.adds
  const value = known && !revised ? new Decimal(whole.value!).minus(before!.value!).toFixed() : null
  const lack =
    value !== null ? 'economy/growth-not-given' : known ? 'economy/revised-between' : 'economy/month-not-separate'
  const statuses = [whole.status, ...(before ? [before.status] : [])]
  return {
    ...whole,
    ...{ value, base: null, growth: null, lack },
    status: statusOrder.find((status) => statuses.includes(status)) ?? whole.status,
    recordedAt: latest([whole.recordedAt, ...(before ? [before.recordedAt] : [])]),
    parts: [...whole.parts, ...(before?.parts ?? []).map((part) => ({ ...part, sign: -1 as const }))],
  }
}

function revisedSince(earlier: readonly Told[], later: readonly Told[]): boolean {
  return earlier.some((row) =>
    later.some((next) => next.unitCode === row.unitCode && row.revised && row.reportedAt > next.submittedAt),
  )
}

const statusOrder: readonly ReportedStatus[] = ['provisional', 'accepted', 'locked']

function lowest(rows: readonly Told[]): ReportedStatus {
  const found = rows.map((row) => statusIn(stateOf([{ step: row.lastStep }])))
  return statusOrder.find((status) => found.includes(status)) ?? 'provisional'
}

function sumOf(digits: readonly (string | null)[]): string | null {
  if (digits.some((text) => text === null)) return null
  return digits.reduce((sum, text) => sum.plus(text!), new Decimal(0)).toFixed()
}

function latest(moments: readonly Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())))
}
