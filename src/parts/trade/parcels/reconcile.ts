import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { namesOf } from '#parts/ledgers/row-values.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { parcelManifests } from '../parcel-manifests.ledger.ts'
import { parcels } from '../parcels.ledger.ts'
import type { ReconciledLine, ReconciledState } from './parcel-shapes.ts'

export interface ReconcileAsked {
  from?: string | undefined
  to?: string | undefined
  direction?: string | undefined
  mode?: string | undefined
  country?: string | undefined
  show: 'wrong' | 'both' | 'all'
  page: number
  size: number
  roots: readonly string[]
}

/** Which states a choice shows. */
const shown: Record<ReconcileAsked['show'], readonly ReconciledState[]> = {
  wrong: ['differs', 'no-parcels', 'no-manifest'],
  both: ['differs', 'no-parcels', 'no-manifest', 'same'],
  all: ['differs', 'no-parcels', 'no-manifest', 'same', 'one-sided'],
}

/**
 * Holds daily manifests against single parcels, line by line of day, direction, customs mode and country, from the rollups of both. A line that only one
 * side has counts as missing on the other within the days on which that other side keeps this direction, mode and country (`no-parcels`,
 * `no-manifest`), and is `one-sided` outside of them: a zone may keep both for a part of its trade only.
 */
export async function reconcile(tx: Tx, asked: ReconcileAsked) {
  const values: unknown[] = [await unitsUnder(tx, asked.roots)]
  const bind = (value: unknown) => `$${values.push(value)}`
  const lines = linesSql(asked, bind)
  const counted = await tx.client.query<{ state: ReconciledState; lines: string }>(
    `${lines} select state, count(*) as lines from held group by 1`,
    values,
  )
  const days = await tx.client.query<{ both: string; wrong: string }>(
    `${lines} select count(distinct day) filter (where state <> 'one-sided') as both,
       count(distinct day) filter (where state not in ('one-sided', 'same')) as wrong from held`,
    values,
  )
  const states = shown[asked.show]
  const found = await tx.client.query<Held>(
    `${lines} select * from held where state = any(${bind(states)})
     order by day desc, direction, mode, country limit ${bind(asked.size)} offset ${bind((asked.page - 1) * asked.size)}`,
    values,
  )
  const counts = Object.fromEntries(shown.all.map((state) => [state, 0])) as Record<ReconciledState, number>
  for (const { state, lines: count } of counted.rows) counts[state] = Number(count)
  return {
    counts,
    days: { both: Number(days.rows[0]!.both), wrong: Number(days.rows[0]!.wrong) },
    total: states.reduce((sum, state) => sum + counts[state], 0),
    lines: found.rows.map(lineOf),
  }
}

/** `held`: every line of either side with its state. Both sides are summed over units, and a line whose rows were all withdrawn is none. */
function linesSql(asked: ReconcileAsked, bind: (value: unknown) => string): string {
  const wanted = [
    asked.from && `day >= ${bind(asked.from)}::date`,
    asked.to && `day <= ${bind(asked.to)}::date`,
    asked.direction && `direction = ${bind(asked.direction)}`,
    asked.mode && `mode = ${bind(asked.mode)}`,
    asked.country && `country = ${bind(asked.country)}`,
  ].filter(Boolean)
  const side = (rollup: string, count: string) =>
    `select day, d_direction as direction, d_mode as mode, d_country as country, sum(${count}) as parcels, sum(m_value) as value, sum(m_weight) as weight
     from ${rollup} where level = 'd' and unit_code = any($1) group by 1, 2, 3, 4 having sum(rows) <> 0`
  const lane = 'direction, mode, country'
  const span = (from: string) => `select ${lane}, min(day) as first, max(day) as last from ${from} group by ${lane}`
  return `with m as (${side(namesOf(parcelManifests).rollup, 'm_parcels')}), p as (${side(namesOf(parcels).rollup, 'rows')}),
    m_span as (${span('m')}), p_span as (${span('p')}),
    held as (
      select day, ${lane}, m.parcels as m_parcels, m.value as m_value, m.weight as m_weight, p.parcels as p_parcels, p.value as p_value, p.weight as p_weight,
        case when m.parcels is not null and p.parcels is not null
            then case when (m.parcels, m.value, m.weight) = (p.parcels, p.value, p.weight) then 'same' else 'differs' end
          when m.parcels is not null and day between p_span.first and p_span.last then 'no-parcels'
          when p.parcels is not null and day between m_span.first and m_span.last then 'no-manifest'
          else 'one-sided' end as state
      from m full join p using (day, ${lane}) left join m_span using (${lane}) left join p_span using (${lane})
      ${wanted.length > 0 ? `where ${wanted.join(' and ')}` : ''})`
}

interface Held extends Record<`${'m' | 'p'}_${'parcels' | 'value' | 'weight'}`, string | null> {
  day: string
  direction: 'import' | 'export'
  mode: string
  country: string
  state: ReconciledState
}

function lineOf(held: Held): ReconciledLine {
  const side = (name: 'm' | 'p') => ({
    parcels: held[`${name}_parcels`] ?? '0',
    value: held[`${name}_value`] ?? '0',
    weight: held[`${name}_weight`] ?? '0',
  })
  const [manifests, singles] = [side('m'), side('p')]
  const less = (name: 'parcels' | 'value' | 'weight') => new Decimal(singles[name]).minus(manifests[name]).toFixed()
  return {
    day: held.day,
    direction: held.direction,
    mode: held.mode,
    country: held.country,
    state: held.state,
    manifests: held.m_parcels === null ? null : manifests,
    parcels: held.p_parcels === null ? null : singles,
    difference: { parcels: less('parcels'), value: less('value'), weight: less('weight') },
  }
}
