import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'

export interface Swept {
  yellow: number
  red: number
}

/**
 * Notes every running clock that has turned yellow or red since the last sweep, in two statements however many there are; the same moment
 * again notes nothing. Matters themselves are not touched: they show their light by the clock, and nobody who moves one waits here.
 */
export async function sweepClocks(tx: Tx, now: Date): Promise<Swept> {
  const { rows } = await tx.client.query<{ light: number; count: string }>(
    `with turned as (
       update matter_stages set light = case when due_at < $1 then 2 else 1 end
       where done_at is null and light < 2 and (due_at < $1 or (light = 0 and warn_at < $1))
       returning matter_id, nth, light, case when due_at < $1 then due_at else warn_at end as turned_at
     ), noted as (
       insert into matter_lights (matter_id, nth, light, turned_at, seen_at)
       select matter_id, nth, light, turned_at, $1 from turned
       on conflict (matter_id, nth, light) do update set turned_at = excluded.turned_at, seen_at = excluded.seen_at
     )
     select light, count(*) as count from turned group by light`,
    [now],
  )
  const of = (light: number) => Number(rows.find((row) => row.light === light)?.count ?? 0)
  const swept = { yellow: of(1), red: of(2) }
  if (swept.yellow + swept.red > 0) await announce(tx, 'matters/turned', { ...swept, at: now.toISOString() })
  return swept
}
