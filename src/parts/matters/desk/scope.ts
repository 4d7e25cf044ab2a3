import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { desksOf } from '../engine/engine.ts'

/** Which matters a reader sees: all of them, or those of certain units. */
export type Scope = 'all' | readonly string[]

/**
 * The desks watch over every matter, and so does whoever stands above them. Other units see what lies with them, what is their
 * duty, and what lies in their area.
 */
export async function readScope(tx: Tx, roots: readonly string[]): Promise<Scope> {
  const units = await unitsUnder(tx, roots)
  const { supervision, command } = await desksOf(tx)
  return units.includes(supervision) || units.includes(command) ? 'all' : units
}

/** The scope as a condition over columns of `matters`, with its values bound by `bind`. */
export function scopeSql(scope: Scope, bind: (value: unknown) => string): string[] {
  if (scope === 'all') return []
  const units = bind(scope)
  return [
    `(lies_with = any(${units}) or duty_unit = any(${units}) or office = any(${units}) or community = any(${units}))`,
  ]
}
