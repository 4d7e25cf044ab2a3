import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { lineageOf, targetHistory } from '#parts/indicators/indicators.ts'
import type { Lineage } from '#parts/indicators/shapes.ts'
import type { FigureKind, Source } from './figure-kinds.ts'

/** A batch, a submission or a revised target whose part in a figure is not what it was at the issue. */
export interface Cause {
  title: string
  by: string
  at: string
  path: string
  /** its part in the figure's input at the issue and now, in the input's unit; null where it had or has none */
  was: string | null
  now: string | null
  unit: string
}

/** What made a figure read differently since the moment: its records, and for pace the target itself. Newest first. */
export async function causesOf(
  tx: Tx,
  { kind, source }: { kind: FigureKind; source: Source },
  { area, asOf }: { area: string; asOf: Date },
): Promise<Cause[]> {
  if (source.of === 'counts') return []
  if (source.of === 'fact') return recordsOf(tx, source.fact, { area, asOf })
  const { row, on } = source
  const period = `${row.period.slice(0, 4)}-01-01/${on}`
  const records = kind === 'target' ? [] : await recordsOf(tx, { indicator: row.indicator, period }, { area, asOf })
  return aimless.includes(kind) ? records : [...(await revisionsOf(tx, row, asOf)), ...records]
}

/** Figures of a target's row that do not depend on how high it is. */
const aimless: readonly FigureKind[] = ['actual', 'calendar', 'season', 'outlook']

/** The batches and submissions whose part in the figure differs between the moment and now. */
async function recordsOf(
  tx: Tx,
  { indicator, period }: { indicator: string; period: string },
  { area, asOf }: { area: string; asOf: Date },
): Promise<Cause[]> {
  const then = partsOf(await lineageOf(tx, { indicator, period, area, asOf }))
  const now = partsOf(await lineageOf(tx, { indicator, period, area }))
  const causes = [...new Set([...now.keys(), ...then.keys()])].map((key) => {
    const [before, after] = [then.get(key), now.get(key)]
    const { title, by, at, path, unit } = (after ?? before)!
    return { title, by, at, path, unit, was: before?.contribution ?? null, now: after?.contribution ?? null }
  })
  return causes.filter(({ was, now: is }) => !sameDigits(was, is)).sort((a, b) => (a.at > b.at ? -1 : 1))
}

async function revisionsOf(
  tx: Tx,
  { indicator, period, target, unit }: { indicator: string; period: string; target: string; unit: string },
  asOf: Date,
): Promise<Cause[]> {
  const versions = await targetHistory(tx, { indicator })
  const revised = versions.filter((one) => one.period === period && new Date(one.setAt) > asOf)
  const path = `/targets?year=${period.slice(0, 4)}`
  return revised
    .map(({ reason, setBy, setAt, value }) => ({
      ...{ title: reason, by: setBy, at: setAt, path, unit },
      ...{ was: target, now: value },
    }))
    .toReversed()
}

function partsOf({ sources }: Lineage) {
  return new Map(
    sources.flatMap(({ input, unit, parts }) =>
      parts.map((part) => [`${input} ${part.path} ${part.batch ?? part.submission}`, { ...part, unit }] as const),
    ),
  )
}

function sameDigits(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : new Decimal(a).eq(b)
}
