import { Decimal } from 'decimal.js'
import { and, asc, eq, like } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { parseDecimal } from '#kernel/decimal.ts'
import { parsePeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { convert } from '#kernel/units.ts'
import { type Catalogue, catalogueOf, indicatorIn } from './catalogue.ts'
import type { Target } from './pace-shapes.ts'
import { targetVersions } from './tables.ts'
import type { TargetOperator } from './target-operator.ts'

export interface NewTarget {
  indicator: string
  period: string
  operator: TargetOperator
  /** plain digits in `unit` */
  value: string
  unit: string
  reason: string
  origin: 'zone' | 'page'
}

/**
 * Sets a target or revises it; every earlier version stays readable. Refuses `indicators/unknown`, `period/unreadable`,
 * `decimal/unreadable`, `unit/mismatch`, `indicators/target-not-positive`, `indicators/target-unchanged`.
 */
export async function reviseTarget(tx: Tx, wanted: NewTarget): Promise<Target> {
  const catalogue = await catalogueOf(tx)
  const { code, unit } = indicatorIn(catalogue, wanted.indicator)
  const period = parsePeriod(wanted.period).text
  const value = parseDecimal(wanted.value)
  convert(value, wanted.unit, unit)
  if (value.lte(0)) refuse('indicators/target-not-positive', { indicator: code, value: wanted.value })
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`target:${code} ${period}`])
  const before = (await versionsOf(tx, code, period)).at(-1)
  const { operator, reason, origin } = wanted
  const same = before && new Decimal(before.value).eq(value)
  if (same && before.unit === wanted.unit && before.operator === operator) {
    refuse('indicators/target-unchanged', { indicator: code, period })
  }
  const row = {
    ...{ indicator: code, period, version: (before?.version ?? 0) + 1, operator, value: value.toFixed() },
    ...{ unit: wanted.unit, reason, origin, setAt: tx.now, setBy: tx.actor.id, setByName: tx.actor.name },
  }
  await tx.db.insert(targetVersions).values(row)
  audit(tx, {
    action: before ? 'indicators/revise-target' : 'indicators/set-target',
    subject: `target:${code} ${period}`,
    before: before ? { operator: before.operator, value: before.value, unit: before.unit } : undefined,
    after: { operator, value: row.value, unit: row.unit, reason },
  })
  return printed(catalogue, row, null)
}

/** Every version of every target of a year (and of periods inside it), or of one indicator; oldest first. */
export async function targetHistory(tx: Tx, of: { year?: number; indicator?: string } = {}): Promise<Target[]> {
  const catalogue = await catalogueOf(tx)
  const rows = await tx.db
    .select()
    .from(targetVersions)
    .where(
      and(
        of.year === undefined ? undefined : like(targetVersions.period, `${of.year}%`),
        of.indicator === undefined ? undefined : eq(targetVersions.indicator, of.indicator),
      ),
    )
    .orderBy(asc(targetVersions.id))
  return rows.map((row) => {
    const next = rows.find(
      (other) => other.indicator === row.indicator && other.period === row.period && other.version === row.version + 1,
    )
    return printed(catalogue, row, next?.setAt ?? null)
  })
}

/** The targets in force, now or at a moment, of a year and of periods inside it; in the order they were first set. */
export async function targetsInForce(
  tx: Tx,
  year: number,
  asOf?: Date,
): Promise<(typeof targetVersions.$inferSelect)[]> {
  const rows = await tx.db
    .select()
    .from(targetVersions)
    .where(like(targetVersions.period, `${year}%`))
    .orderBy(asc(targetVersions.id))
  const then = rows.filter(({ setAt }) => asOf === undefined || setAt <= asOf)
  const latest = new Map<string, (typeof rows)[number]>()
  for (const row of then) {
    const key = `${row.indicator} ${row.period}`
    const known = latest.get(key)
    if (!known || known.version < row.version) latest.set(key, row)
  }
  return [...latest.values()]
}

export function versionsOf(tx: Tx, indicator: string, period: string) {
  return tx.db
    .select()
    .from(targetVersions)
    .where(and(eq(targetVersions.indicator, indicator), eq(targetVersions.period, period)))
    .orderBy(asc(targetVersions.version))
}

function printed(
  catalogue: Catalogue,
  row: Omit<typeof targetVersions.$inferSelect, 'id'>,
  replacedAt: Date | null,
): Target {
  const { indicator, period, operator, unit, version, reason } = row
  return {
    ...{ indicator, period, operator, unit, version, reason, value: new Decimal(row.value).toFixed() },
    name: catalogue.byCode.get(indicator)?.name ?? { zh: indicator, en: indicator },
    ...{ setAt: row.setAt.toISOString(), setBy: row.setByName, replacedAt: replacedAt?.toISOString() ?? null },
  }
}
