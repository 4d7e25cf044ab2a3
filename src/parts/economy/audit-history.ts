import { Decimal } from 'decimal.js'
import { lastOf, type Past, type Raw, type Subject, yearBeforeOf } from './audit-subject.ts'
import { type Judged, judge } from './outlier.ts'
import { unitSlip } from './unit-slip.ts'

/** What can be said of an item against what the unit told before. */
export function historyChecks(subject: Subject): Raw[] {
  return [...fallen(subject), ...unusual(subject), ...unchanged(subject)]
}

/** A level in the wrong unit; it explains every other oddity of its item. */
export function slipped(subject: Subject): Raw[] {
  const { item, cell } = subject
  if (cell.value === null) return []
  const references = [cell.base, lastOf(subject)?.value, yearBeforeOf(subject)?.value].filter((text) => text != null)
  const slip = unitSlip(cell.value, item.unit, references)
  if (!slip) return []
  const details = { value: cell.value, unit: item.unit, reference: slip.reference, power: Math.abs(slip.power) }
  return slip.unit === null
    ? [{ code: 'ten-thousand-off', class: 'A', place: 'value', details }]
    : [{ code: 'unit-slip', class: 'A', place: 'value', details: { ...details, likely: slip.unit } }]
}

/** A cumulative below the last one. */
function fallen(subject: Subject): Raw[] {
  const { item, cell, form } = subject
  const last = lastOf(subject)
  if (form.cumulative === 'no' || cell.value === null || last?.value == null) return []
  if (new Decimal(cell.value).gte(last.value)) return []
  const details = { value: cell.value, last: last.value, period: last.period, unit: item.unit }
  return [{ code: 'cumulative-fell', class: item.counts ? 'A' : 'B', place: 'value', details }]
}

/**
 * Growth on the year outside the unit's own history: of the levels, or else of the growth as published. Rates to date hardly move
 * within a year and step between years, so that a deviation counts as 3.5 points at least.
 */
function unusual(subject: Subject): Raw[] {
  const { item, cell, past } = subject
  const before = yearBeforeOf(subject)
  const byLevel = found(
    grownBy(cell, before),
    past.map((row) => grownBy(row, yearOf(past, row))),
    { floor: 3.5, threshold: item.outlierAt },
  )
  const byGrowth = found(
    numberOf(cell.growth),
    past.map((row) => numberOf(row.growth)),
    { floor: item.growthUnit === '%' ? 3.5 : 1, threshold: item.outlierAt },
  )
  const tell = (place: 'value' | 'growth', code: string, growth: number, { low, high, periods }: Judged): Raw => ({
    ...{ code, class: 'C', place },
    details: {
      ...{ growth: growth.toFixed(1), low: low.toFixed(1), high: high.toFixed(1), periods },
      ...{ unit: place === 'value' ? '%' : item.growthUnit },
    },
  })
  if (byLevel) return [tell('value', 'level-unusual', byLevel.value, byLevel.judged)]
  return byGrowth ? [tell('growth', 'growth-unusual', byGrowth.value, byGrowth.judged)] : []
}

function unchanged(subject: Subject): Raw[] {
  const { item, cell } = subject
  const last = lastOf(subject)
  if (cell.value === null || last?.value == null || !new Decimal(cell.value).eq(last.value)) return []
  const details = { value: cell.value, period: last.period, unit: item.unit }
  return [{ code: 'same-as-last', class: 'D', place: 'value', details }]
}

function found(
  value: number | null,
  history: readonly (number | null)[],
  by: { floor: number; threshold: number | undefined },
): { value: number; judged: Judged } | null {
  if (value === null) return null
  const known = history.filter((one) => one !== null)
  const judged = judge(value, known, by)
  return judged?.isOutside ? { value, judged } : null
}

/** Growth in percent of one told level over another. */
function grownBy(now: { value: string | null }, before: { value: string | null } | undefined): number | null {
  const [level, base] = [numberOf(now.value), numberOf(before?.value ?? null)]
  return level === null || base === null || base <= 0 ? null : (level / base - 1) * 100
}

function yearOf(past: readonly Past[], row: Past): Past | undefined {
  return yearBeforeOf({ past, period: { kind: 'range', text: row.period, start: row.start, end: row.end } })
}

function numberOf(digits: string | null): number | null {
  return digits === null ? null : Number(digits)
}
