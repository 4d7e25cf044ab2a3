import { read, type Tx, type Work } from '#kernel/db/work.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { dayOfRow } from './days.ts'
import { distributionWell } from './distribution.ts'
import type { Ledger } from './ledger.ts'
import { ledgers } from './registry.ts'
import { namesOf } from './row-values.ts'
import type { SqlNames } from './sql-names.ts'

/** Where the rows lie; then one line a ledger: whether its sums are those of its rows. */
export async function ledgersWell(work: Work): Promise<DoctorLine[]> {
  const all = [...(await ledgers()).values()]
  const distribution = await distributionWell(work)
  return read(work, async (tx) => {
    const lines = [distribution]
    for (const ledger of all) lines.push(await sumsHold(tx, ledger))
    return lines
  })
}

async function sumsHold(tx: Tx, ledger: Ledger): Promise<DoctorLine> {
  const names = namesOf(ledger)
  const summed = names.measures.filter((measure) => measure.sum)
  // Counts and sums have types of their own, and PostgreSQL compares rows only of like types.
  const sumOf = (column: string | undefined) => `coalesce(sum(${column}), 0)::numeric`
  const raw = ['count(*)::numeric', ...summed.map((measure) => sumOf(measure.of))].join(', ')
  const rolled = [sumOf('rows'), ...summed.map((measure) => sumOf(measure.sum))].join(', ')
  const { rows } = await tx.client.query<{ well: boolean; count: string }>(
    `with held as (select row(${raw}) as sums, count(*) as count from ${names.rows})
     select sums = (select row(${rolled}) from ${names.rollup} where level = 'm')
       ${names.byBatch ? `and ${batchesHold(names)}` : ''} as well, count from held`,
  )
  const { well, count } = rows[0]!
  return {
    name: `ledger ${ledger.name}`,
    well,
    words: well
      ? {
          zh: `${ledger.words.zh}：${count} 行，汇总与明细一致`,
          en: `${ledger.words.en}: ${count} rows, sums agree with them`,
        }
      : {
          zh: `${ledger.words.zh}：汇总与明细不一致，请联系系统开发人员重建汇总`,
          en: `${ledger.words.en}: sums disagree with the rows; ask a developer to rebuild them`,
        },
  }
}

/** Whether the sums by batch, on which the lineage of a large ledger stands, are those of its rows, batch by batch and day by day. */
function batchesHold(names: SqlNames): string {
  const summed = names.measures.filter((measure) => measure.sum)
  const raw = [
    'count(*)::numeric as rows',
    ...summed.map(({ of, sum }) => `coalesce(sum(${of}), 0)::numeric as ${sum}`),
  ]
  const kept = ['sum(rows) as rows', ...summed.map(({ sum }) => `sum(${sum}) as ${sum}`)]
  const compared = (alias: string) =>
    ['rows', ...summed.map(({ sum }) => sum)].map((sum) => `${alias}.${sum}`).join(', ')
  return `not exists (select 1 from (select ${dayOfRow(names)} as day, batch_id, ${raw.join(', ')} from ${names.rows} group by 1, 2) r
    full join (select day, batch_id, ${kept.join(', ')} from ${names.byBatch} group by 1, 2 having sum(rows) <> 0) k using (day, batch_id)
    where row(${compared('r')}) is distinct from row(${compared('k')}))`
}
