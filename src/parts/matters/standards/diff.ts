import type { Limit } from '../engine/clock.ts'

/** What two versions are compared by; one condition of one category is one standard. */
export interface ComparedStandard {
  code: string
  name: string
  condition: string
  closeCondition: string
  limit: Limit
  unitSaid: string
  competentSaid: string
}

export interface ChangedStandard {
  code: string
  name: string
  condition: string
  changes: { field: 'name' | 'closeCondition' | 'limit' | 'unitSaid' | 'competentSaid'; was: string; is: string }[]
}

export interface StandardsDiff {
  added: ComparedStandard[]
  removed: ComparedStandard[]
  changed: ChangedStandard[]
  unchanged: number
}

const fields = ['name', 'closeCondition', 'limit', 'unitSaid', 'competentSaid'] as const

/** How one version differs from another, each list in the order of its file. */
export function diffOf(before: readonly ComparedStandard[], after: readonly ComparedStandard[]): StandardsDiff {
  const was = new Map(before.map((one) => [keyOf(one), one]))
  const is = new Set(after.map(keyOf))
  const changed = after.flatMap((one) => {
    const old = was.get(keyOf(one))
    const changes = old ? changesOf(old, one) : []
    return changes.length > 0 ? [{ code: one.code, name: one.name, condition: one.condition, changes }] : []
  })
  const added = after.filter((one) => !was.has(keyOf(one)))
  return {
    added,
    removed: before.filter((one) => !is.has(keyOf(one))),
    changed,
    unchanged: after.length - added.length - changed.length,
  }
}

function changesOf(old: ComparedStandard, one: ComparedStandard): ChangedStandard['changes'] {
  return fields
    .map((field) => ({ field, was: textOf(old, field), is: textOf(one, field) }))
    .filter(({ was, is }) => was !== is)
}

/** A limit as its parts: 2 working-days end-of-day. */
function textOf(standard: ComparedStandard, field: (typeof fields)[number]): string {
  if (field !== 'limit') return standard[field]
  const { amount, kind, reading } = standard.limit
  return `${amount} ${kind} ${reading}`
}

const keyOf = ({ code, condition }: ComparedStandard) => `${code} ${condition.replaceAll(/\s/g, '')}`
