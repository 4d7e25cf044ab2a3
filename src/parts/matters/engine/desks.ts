import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'

export interface Desks {
  supervision: string
  command: string
}

/** The units that are the two desks. Refuses `matters/desks-missing` in a zone that has not named them. */
export async function desksOf(tx: Pick<Tx, 'client'>): Promise<Desks> {
  const { rows } = await tx.client.query<{ desk: keyof Desks; unit_code: string }>(
    'select desk, unit_code from matter_desks',
  )
  const of = (desk: keyof Desks) => rows.find((row) => row.desk === desk)?.unit_code
  return {
    supervision: of('supervision') ?? refuse('matters/desks-missing'),
    command: of('command') ?? refuse('matters/desks-missing'),
  }
}
