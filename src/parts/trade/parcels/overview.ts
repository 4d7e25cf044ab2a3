import type { Tx } from '#kernel/db/work.ts'
import { namesOf } from '#parts/ledgers/row-values.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { parcels } from '../parcels.ledger.ts'

export interface Amounts {
  parcels: string
  value: string
  weight: string
}
type Sides = { import: Amounts; export: Amounts }

const daysShown = 14
const nothing: Amounts = { parcels: '0', value: '0', weight: '0' }

/** Months of a year up to a day and the last days before it, from the rollup alone: as quick at sixty million rows as at sixty. */
export async function overviewOf(tx: Tx, { on, roots }: { on: string; roots: readonly string[] }) {
  const { rollup } = namesOf(parcels)
  const units = await unitsUnder(tx, roots)
  const sums = 'sum(rows)::text as parcels, sum(m_value)::text as value, sum(m_weight)::text as weight'
  const kept = await tx.client.query<{ from: string | null; to: string | null } & Amounts>(
    `select min(day) filter (where level = 'd') as from, max(day) filter (where level = 'd') as to,
       coalesce(sum(rows) filter (where level = 'm'), 0)::text as parcels, coalesce(sum(m_value) filter (where level = 'm'), 0)::text as value,
       coalesce(sum(m_weight) filter (where level = 'm'), 0)::text as weight
     from ${rollup} where rows <> 0 and unit_code = any($1)`,
    [units],
  )
  const months = await tx.client.query<Grouped>(
    `select to_char(day, 'YYYY-MM') as at, d_direction as direction, ${sums} from ${rollup}
     where level = 'm' and rows <> 0 and day between $2 and $3 and unit_code = any($1) group by 1, 2 order by 1`,
    [units, `${on.slice(0, 4)}-01-01`, on],
  )
  const days = await tx.client.query<Grouped>(
    `select to_char(day, 'YYYY-MM-DD') as at, d_direction as direction, ${sums} from ${rollup}
     where level = 'd' and rows <> 0 and unit_code = any($1) and day <= $2 and day in (
       select day from ${rollup} where level = 'd' and rows <> 0 and unit_code = any($1) and day <= $2 group by day order by day desc limit ${daysShown})
     group by 1, 2 order by 1 desc`,
    [units, on],
  )
  const { from, to, ...total } = kept.rows[0]!
  return {
    kept: from && to ? { from, to } : null,
    total,
    months: sidesBy(months.rows).map(({ at, sides }) => ({ month: at, ...sides })),
    days: sidesBy(days.rows).map(({ at, sides }) => ({ day: at, ...sides })),
  }
}

type Grouped = Amounts & { at: string; direction: 'import' | 'export' }

function sidesBy(rows: readonly Grouped[]): { at: string; sides: Sides }[] {
  const grouped = new Map<string, Sides>()
  for (const { at, direction, ...amounts } of rows) {
    const sides = grouped.get(at) ?? { import: nothing, export: nothing }
    grouped.set(at, { ...sides, [direction]: amounts })
  }
  return [...grouped].map(([at, sides]) => ({ at, sides }))
}

/** What the live door took on a day of Shanghai, from its batches. */
export async function doorOn(tx: Tx, { day, roots }: { day: string; roots: readonly string[] }) {
  const { rows } = await tx.client.query<Record<'entered' | 'corrected' | 'unchanged' | 'rejected', string>>(
    `select coalesce(sum(accepted), 0) as entered, coalesce(sum(corrected), 0) as corrected, coalesce(sum(unchanged), 0) as unchanged,
       coalesce(sum(rejected), 0) as rejected
     from batches where ledger = $1 and origin = 'door' and withdrawn_at is null and unit_code = any($2)
       and entered_at >= $3::timestamp at time zone 'Asia/Shanghai' and entered_at < ($3::timestamp + interval '1 day') at time zone 'Asia/Shanghai'`,
    [parcels.name, await unitsUnder(tx, roots), day],
  )
  const { entered, corrected, unchanged, rejected } = rows[0]!
  return {
    day,
    entered: Number(entered),
    corrected: Number(corrected),
    unchanged: Number(unchanged),
    rejected: Number(rejected),
  }
}
