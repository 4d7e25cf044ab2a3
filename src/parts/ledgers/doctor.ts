import { read, type Tx, type Work } from '#kernel/db/work.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { distributionWell } from './distribution.ts'
import type { Ledger } from './ledger.ts'
import { ledgers } from './registry.ts'
import { namesOf } from './row-values.ts'

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
     select sums = (select row(${rolled}) from ${names.rollup} where level = 'm') as well, count from held`,
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
