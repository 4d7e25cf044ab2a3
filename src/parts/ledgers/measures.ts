import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { closest } from './closest.ts'
import { dayOfRow, withinDays } from './days.ts'
import type { Ledger } from './ledger.ts'
import { ledgers } from './registry.ts'
import { namesOf } from './row-values.ts'
import type { SqlMeasure, SqlNames } from './sql-names.ts'

export interface MeasureAsked {
  /** `part/ledger.measure` */
  measure: string
  /** every dimension must have one of its values */
  filters?: readonly { dimension: string; values: readonly string[] }[]
  /** both days belong to the period */
  from: Day
  to: Day
  /** unit codes; all units unless told */
  units?: readonly string[]
  /** the figure as it stood at that moment */
  asOf?: Date
}

export interface MeasureEntry {
  measure: string
  ledger: string
  words: Words
  unit: string
  grain: 'day' | 'month'
  dimensions: { name: string; words: Words; choices?: Readonly<Record<string, Words>> }[]
}

/** A found measure and what the database calls its things. */
export interface FoundMeasure {
  ledger: Ledger
  names: SqlNames
  measure: SqlMeasure
}

/**
 * The measure over the period: null when the ledger has no row in it (missing is not zero), 0 when it has rows and none fits. A month ledger's
 * month belongs to the period that holds its first day. Refuses `ledgers/measure-unknown` and `ledgers/dimension-unknown`.
 */
export async function measureValue(tx: Tx, asked: MeasureAsked): Promise<Decimal | null> {
  const found = await measureOf(asked)
  const query = measureQuery(found, asked)
  const { rows } = await tx.client.query<Totals>(`select ${query.totals} from ${query.from}`, query.values)
  return totalOf(rows[0]!)
}

/** The measure of each day or month of the period in which the ledger has rows, in order: `2018-06` or `2018-06-28`. */
export async function measureSeries(
  tx: Tx,
  asked: MeasureAsked & { by: 'month' | 'day' },
): Promise<{ at: string; value: Decimal | null }[]> {
  const found = await measureOf(asked)
  const query = measureQuery(found, asked, asked.by)
  const at = `to_char(day, '${asked.by === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'}')`
  const { rows } = await tx.client.query<Totals & { at: string }>(
    `select ${at} as at, ${query.totals} from ${query.from} group by 1 having sum(rows) > 0 order by 1`,
    query.values,
  )
  return rows.map((row) => ({ at: row.at, value: totalOf(row) }))
}

/** Every measure there is, with its dimensions. */
export async function measureCatalogue(): Promise<MeasureEntry[]> {
  return [...(await ledgers()).values()].flatMap((ledger) =>
    Object.entries(ledger.measures).map(([name, measure]) => ({
      measure: `${ledger.name}.${name}`,
      ledger: ledger.name,
      words: measure.words,
      unit: measure.unit,
      grain: ledger.grainOfTime,
      dimensions: ledger.dimensions.map((dimension) => {
        const { words, choices } = ledger.columns[dimension]!
        return choices ? { name: dimension, words, choices } : { name: dimension, words }
      }),
    })),
  )
}

/** Per ledger: the latest day its rows speak of, and when rows last came in. */
export async function freshness(tx: Tx): Promise<{ ledger: string; latestDay: Day | null; changedAt: Date | null }[]> {
  const all = [...(await ledgers()).values()]
  const parts = all.map((ledger, index) => {
    const { rollup, grain } = namesOf(ledger)
    return `select $${index + 1}::text as ledger, (select max(day) from ${rollup} where level = '${grain === 'day' ? 'd' : 'm'}' and rows > 0) as day`
  })
  const { rows } = await tx.client.query<{ ledger: string; day: Day | null; at: Date | null }>(
    `select latest.ledger, latest.day, (select max(entered_at) from batches where ledger = latest.ledger and withdrawn_at is null) as at
     from (${parts.join(' union all ')}) as latest`,
    all.map((ledger) => ledger.name),
  )
  return rows.map((row) => ({ ledger: row.ledger, latestDay: row.day, changedAt: row.at }))
}

/** Grows with every change of any ledger (of one, when told): what was computed at a version holds while it stays. */
export async function ledgerVersion(tx: Tx, ledger?: string): Promise<number> {
  const { rows } = await tx.client.query<{ version: string }>(
    'select coalesce(sum(version), 0) as version from ledger_versions where $1::text is null or ledger = $1',
    [ledger ?? null],
  )
  return Number(rows[0]!.version)
}

/** Finds a measure by `part/ledger.measure` and holds the dimensions against it. */
export async function measureOf(asked: Pick<MeasureAsked, 'measure' | 'filters'>): Promise<FoundMeasure> {
  const [ledgerName, name] = asked.measure.split('.')
  const ledger = (await ledgers()).get(ledgerName ?? '')
  const names = ledger && namesOf(ledger)
  const measure = names?.measures.find((candidate) => candidate.name === name)
  if (!ledger || !names || !measure) {
    const known = (await measureCatalogue()).map((entry) => entry.measure)
    return refuse('ledgers/measure-unknown', {
      measure: asked.measure,
      suggestion: closest(asked.measure, known) ?? '—',
      known,
    })
  }
  for (const { dimension } of asked.filters ?? []) {
    if (!ledger.dimensions.includes(dimension)) {
      refuse('ledgers/dimension-unknown', {
        dimension,
        ledger: ledger.name,
        suggestion: closest(dimension, ledger.dimensions) ?? '—',
        known: ledger.dimensions,
      })
    }
  }
  return { ledger, names, measure }
}

interface Totals {
  any: string | null
  valued: string | null
  total: string | null
}

/** Values of an optional column may all be missing although there are rows: then the sum is missing too. */
function totalOf(totals: Totals): Decimal | null {
  if (Number(totals.any ?? 0) === 0 || totals.valued === '0') return null
  return new Decimal(totals.total ?? 0)
}

interface MeasureQuery {
  totals: string
  from: string
  values: unknown[]
}

function measureQuery(found: FoundMeasure, asked: MeasureAsked, by: 'month' | 'day' = 'month'): MeasureQuery {
  const { names, measure } = found
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const fits = (asked.filters ?? []).map(
    ({ dimension, values: any }) =>
      `${names.dimensions.find(({ name }) => name === dimension)!.rolled} = any(${bind(any)})`,
  )
  const filter = fits.length > 0 ? `filter (where ${fits.join(' and ')})` : ''
  const totals = `sum(rows) as any, ${measure.valued ? `sum(${measure.valued})` : 'null'} as valued, sum(${measure.sum ?? 'rows'}) ${filter} as total`
  const units = asked.units ? `and unit_code = any(${bind(asked.units)})` : ''
  const spans = spansOf(names.grain, by, asked.from, asked.to).map(
    ({ level, from, to }) => `(level = '${level}' and day between ${bind(from)} and ${bind(to)})`,
  )
  const rolled = `(${spans.join(' or ') || 'false'}) ${units}`
  if (!asked.asOf) return { totals, from: `${names.rollup} where ${rolled}`, values }
  return { totals, from: `(${stoodThen(found, rolled, asked, bind)}) as stood where true ${units}`, values }
}

/** Whole months from the month level, the days at both ends from the day level. */
function spansOf(
  grain: 'day' | 'month',
  by: 'month' | 'day',
  from: Day,
  to: Day,
): { level: 'd' | 'm'; from: Day; to: Day }[] {
  if (grain === 'month') return [{ level: 'm', from, to }]
  const firstMonth = from.endsWith('-01') ? from : nextMonth(from)
  const afterLast = nextMonth(to)
  const wholeEnd = dayBefore(afterLast) === to ? to : dayBefore(`${to.slice(0, 8)}01`)
  if (by === 'day' || firstMonth > wholeEnd) return [{ level: 'd', from, to }]
  return [
    { level: 'm' as const, from: firstMonth, to: wholeEnd },
    { level: 'd' as const, from, to: dayBefore(firstMonth) },
    { level: 'd' as const, from: nextMonth(wholeEnd), to },
  ].filter((span) => span.from <= span.to)
}

function nextMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12 ? `${year + 1}-01-01` : `${day.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/**
 * What the rollup said at the moment: what it says now, less rows that came later, and with versions that were replaced later. It costs what
 * changed since, not what the ledger holds.
 */
function stoodThen(
  { names, measure }: FoundMeasure,
  rolled: string,
  asked: MeasureAsked,
  bind: (value: unknown) => string,
): string {
  const dimensions = names.dimensions.map((dimension) => dimension.rolled)
  const kept = ['day', 'unit_code', 'rows', ...dimensions, ...[measure.sum, measure.valued].filter((name) => name)]
  const of = (sign: 1 | -1) =>
    [
      dayOfRow(names),
      'unit_code',
      String(sign),
      ...names.dimensions.map(({ column }) => `coalesce(${column}, '')`),
      ...(measure.sum ? [`${sign} * coalesce(${measure.of}, 0)`] : []),
      ...(measure.valued ? [`${sign} * (${measure.of} is not null)::int`] : []),
    ].join(', ')
  const [at, from, to] = [bind(asked.asOf), bind(asked.from), bind(asked.to)]
  const inside = withinDays(names, from, to)
  return `select ${kept.join(', ')} from ${names.rollup} where ${rolled}
    union all select ${of(-1)} from ${names.rows} where recorded_at > ${at} and ${inside}
    union all select ${of(1)} from ${names.history} where replaced_at > ${at} and recorded_at <= ${at} and ${inside}`
}
