import type { Tx } from '#kernel/db/work.ts'
import type { ClockKind, Reading } from './clock.ts'
import type { Rules, Standard } from './course.ts'
import { desksOf } from './desks.ts'
import { workingTimeOf } from './time-rules.ts'

/** Rules as they are in force, with the standards of one version, or only those of one of its categories. */
export async function rulesOf(tx: Tx, set: number, category?: string): Promise<Rules> {
  const { rules, time } = await workingTimeOf(tx)
  const standards = await standardsIn(tx, set, category)
  return {
    ...{ id: rules.id, time, desks: await desksOf(tx), limits: rules.limits },
    standard: (id) => standards.get(id),
  }
}

async function standardsIn(tx: Tx, set: number, category?: string): Promise<Map<number, Standard>> {
  const { rows } = await tx.client.query<{
    id: number
    category: string
    amount: string
    kind: ClockKind
    reading: Reading
  }>(
    'select id, category, amount, kind, reading from matter_standards where set_id = $1 and category = coalesce($2, category)',
    [set, category ?? null],
  )
  return new Map(
    rows.map(({ id, category, amount, kind, reading }) => [
      id,
      { id, category, limit: { amount: Number(amount), kind, reading } },
    ]),
  )
}
