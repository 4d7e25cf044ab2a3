import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { lineageOf, targetHistory } from '#parts/indicators/indicators.ts'
import { batchCauses, type InputThenAndNow } from './batch-causes.ts'
import type { FigureKind, Source } from './figure-kinds.ts'
import { submissionCauses } from './submission-causes.ts'

/** A batch, a submission or a revised target that made a figure read differently. */
export interface Cause {
  title: string
  /** empty: the zone package */
  by: string
  at: string
  path: string
  deed: 'entered' | 'withdrawn' | 'moved' | 'reported' | 'revised'
  /** of a batch: its rows in the figure, and how many of them replaced earlier ones */
  rows: number
  corrected: number
  /** what a batch added to the figure's input, in the input's unit; null where other batches share in it */
  added: string | null
  /** of a report or a target: what it said at the issue and what it says now; null for batches */
  was: string | null
  now: string | null
  unit: string
}

/** Between which moments a figure came to read differently; up to now unless told. */
export interface Between {
  area: string
  asOf: Date
  until?: Date | undefined
}

/** What made a figure read differently since the moment: its records, and for pace the target itself. Newest first. */
export async function causesOf(
  tx: Tx,
  { kind, source }: { kind: FigureKind; source: Source },
  between: Between,
): Promise<Cause[]> {
  if (source.of === 'counts') return []
  if (source.of === 'fact') return recordsOf(tx, source.fact, between)
  const { row, on } = source
  const period = `${row.period.slice(0, 4)}-01-01/${on}`
  const records = kind === 'target' ? [] : await recordsOf(tx, { indicator: row.indicator, period }, between)
  return aimless.includes(kind) ? records : [...(await revisionsOf(tx, row, between)), ...records]
}

/** Figures of a target's row that do not depend on how high it is. */
const aimless: readonly FigureKind[] = ['actual', 'calendar', 'season', 'outlook']

/** Inputs are looked at one by one; a batch or submission behind several is told once, where it changed something. */
async function recordsOf(
  tx: Tx,
  { indicator, period }: { indicator: string; period: string },
  { area, asOf, until }: Between,
): Promise<Cause[]> {
  const then = await lineageOf(tx, { indicator, period, area, asOf })
  const now = await lineageOf(tx, { indicator, period, area, asOf: until })
  const found: Cause[] = []
  for (const [place, source] of now.sources.entries()) {
    const input: InputThenAndNow = { unit: source.unit, now: source, before: then.sources[place] }
    found.push(...(await (source.kind === 'item' ? submissionCauses : batchCauses)(tx, input, { asOf, until })))
  }
  const told = new Map<string, Cause>()
  for (const cause of found) {
    const known = told.get(cause.path)
    if (!known || (isNothing(known) && !isNothing(cause))) told.set(cause.path, cause)
  }
  return [...told.values()].sort((a, b) => (a.at > b.at ? -1 : 1))
}

const isNothing = ({ added }: Cause) => added !== null && new Decimal(added).isZero()

async function revisionsOf(
  tx: Tx,
  { indicator, period, target, unit }: { indicator: string; period: string; target: string; unit: string },
  { asOf, until = tx.now }: Between,
): Promise<Cause[]> {
  const versions = await targetHistory(tx, { indicator })
  const revised = versions.filter(
    ({ period: of, setAt }) => of === period && new Date(setAt) > asOf && new Date(setAt) <= until,
  )
  const path = `/targets?year=${period.slice(0, 4)}`
  return revised
    .map(
      ({ reason, setBy, setAt, value }): Cause => ({
        ...{ title: reason, by: setBy, at: setAt, path, deed: 'revised', unit },
        ...{ rows: 0, corrected: 0, added: null, was: target, now: value },
      }),
    )
    .toReversed()
}
