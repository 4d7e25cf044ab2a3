import type { Tx } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Query } from './board-queries.ts'

interface Asked {
  units: readonly string[]
  day: string
  /** the lines counted one by one */
  counted: { count: string; values: readonly unknown[] }
}

/**
 * How many lines the board has: from the rollups wherever what is asked is one of their dimensions, so that the number of trains does not
 * matter; else counted.
 */
export async function linesThere(tx: Tx, query: Query, { units, day, counted }: Asked): Promise<number> {
  const { q, port, state } = query
  const rolled = !q && !port && (state === undefined || state === 'cancelled')
  const { rows } = rolled
    ? await fromRollups(tx, query, units, day)
    : await tx.client.query<{ total: string }>(counted.count, [...counted.values])
  return Number(rows[0]!.total)
}

function fromRollups(tx: Tx, { direction, scope, route, month, state }: Query, units: readonly string[], day: string) {
  const span = month ? parsePeriod(month) : { start: '1900-01-01', end: '2199-12-31' }
  const shared = `unit_code = any($1) and ($2::text is null or d_direction = $2) and ($3::text is null or d_scope = $3)
    and ($4::text is null or d_route = $4) and day between $5::date and $6::date`
  return tx.client.query<{ total: string }>(
    `select (select coalesce(sum(rows), 0) from rollup_trade_trains where level = 'm' and not $8 and ${shared})
       + (select coalesce(sum(rows), 0) from rollup_trade_train_plans where level = 'd' and day <= $7::date and ${shared}
            and (d_outcome = 'cancelled' or (d_outcome = 'planned' and not $8))) as total`,
    [units, direction ?? null, scope ?? null, route ?? null, span.start, span.end, day, state === 'cancelled'],
  )
}
