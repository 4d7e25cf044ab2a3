import type { Tx } from '#kernel/db/work.ts'
import { printDecimal } from '#kernel/decimal.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { convert } from '#kernel/units.ts'
import { measureValue } from '#parts/ledgers/measures.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { growthBetween, segmentsOf } from './chain-rule.ts'
import { derivedFrom } from './derived.ts'
import { checksOf } from './history-checks.ts'
import { isYear, keyOf, type Published, type PublishedWhat, type TrainScope } from './published.ts'

/** The scopes in the package's order. */
export async function trainScopes(tx: Tx): Promise<TrainScope[]> {
  const { rows } = await tx.client.query<Record<string, string> & { own: boolean }>(
    'select code, own, name_zh, name_en, note_zh, note_en from train_scopes order by ordinal',
  )
  return rows.map((row) => ({
    ...{ code: row['code']!, own: row.own },
    name: { zh: row['name_zh']!, en: row['name_en']! },
    note: { zh: row['note_zh']!, en: row['note_en']! },
  }))
}

/** The published figures in force, in the package's order. */
export async function publishedFigures(tx: Tx): Promise<Published[]> {
  const { rows } = await tx.client.query<Omit<Published, 'key'>>(
    `select kind, period, to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn", what, form, scope,
       certainty, source, value::text as value, unit
     from train_history where dropped_at is null order by ordinal, id`,
  )
  return rows.map((row) => ({ key: keyOf(row), ...row }))
}

/** Everything the history page says: figures as printed, apart from those computed, checks among them, and the zone's own rows beside. */
export async function trainHistory(tx: Tx, { today, roots }: { today: Day; roots: readonly string[] }) {
  const figures = await publishedFigures(tx)
  const scopes = await trainScopes(tx)
  const own = scopes.find((scope) => scope.own)?.code
  return {
    scopes,
    figures,
    derived: derivedFrom(figures),
    segments: (['trains', 'value', 'weight'] as const).map((what) => ({
      what,
      segments: segmentsOf(figures, what).map(({ scope, unit, years }) => ({
        scope,
        unit,
        years: years.map(({ key }) => key),
      })),
    })),
    checks: checksOf(figures),
    own: own === undefined ? [] : await ownYears(tx, figures, { own, today, roots }),
  }
}

const measures: Partial<Record<PublishedWhat, { measure: string; unit: string; direction?: string }>> = {
  trains: { measure: 'departures', unit: '列' },
  outbound: { measure: 'departures', unit: '列', direction: 'outbound' },
  return: { measure: 'departures', unit: '列', direction: 'return' },
  value: { measure: 'value', unit: '美元' },
  weight: { measure: 'weight', unit: '吨' },
}

/** The zone's rows of each whole year that somebody published in the zone's own scope; a year that has not ended is not compared. */
async function ownYears(
  tx: Tx,
  figures: readonly Published[],
  { own, today, roots }: { own: string; today: Day; roots: readonly string[] },
) {
  const units = await unitsUnder(tx, roots)
  const rows: { year: string; what: PublishedWhat; printed: string; unit: string; rows: string; agrees: boolean }[] = []
  for (const figure of figures) {
    const asked = measures[figure.what]
    if (!asked || !isYear(figure) || figure.scope !== own || figure.form !== 'level' || figure.endsOn > today) continue
    const filters = asked.direction ? [{ dimension: 'direction', values: [asked.direction] }] : []
    const { startsOn, endsOn } = figure
    const span = { from: startsOn!, to: endsOn, units, filters }
    const value = await measureValue(tx, { measure: `trade/trains.${asked.measure}`, ...span })
    if (value === null) continue
    const places = figure.value.split('.')[1]?.length ?? 0
    const inUnit = printDecimal(convert(value, asked.unit, figure.unit), places)
    const told = { year: figure.period, what: figure.what, printed: figure.value, unit: figure.unit }
    rows.push({ ...told, rows: inUnit, agrees: inUnit === figure.value })
  }
  return rows
}

/** The growth from one published figure to another. Refuses `trade/figure-unknown` (404) and, with the reason in words, `trade/chain-…`. */
export async function publishedGrowth(tx: Tx, asked: { base: string; later: string }) {
  const figures = await publishedFigures(tx)
  const find = (key: string) =>
    figures.find((one) => one.key === key) ?? refuse('trade/figure-unknown', { figure: key.slice(0, 80) }, 404)
  const [base, later] = [find(asked.base), find(asked.later)]
  const { growth, why } = growthBetween(base, later)
  if (why === undefined) return { growth, base, later }
  const { period: from, unit: baseUnit } = base
  return refuse(`trade/chain-${why}`, { base: from, later: later.period, baseUnit, laterUnit: later.unit })
}
