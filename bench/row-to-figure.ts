import { Decimal } from 'decimal.js'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { sqlNames } from '#parts/ledgers/sql-names.ts'
import { corrector } from './corrections.ts'
import { figurePath } from './figures.ts'
import type { Filled } from './filled.ts'
import { ledgerName } from './imports.ts'
import { median, quantile, timed } from './measure.ts'
import type { Subject } from './subject.ts'

/** Milliseconds until a row corrected by hand is saved, and from there until the changed figure is read over HTTP. */
export const rowToFigure: Subject = async ({ filled, sizes, repetitions }) => {
  const house = await filled.with(sizes[1])
  const { saved, read, update } = await correctRows(house, Math.ceil(repetitions.short / 4))
  const subject = 'row'
  const ms = (value: number) => ({ value, unit: 'ms' as const })
  const bare = { ...ms(median(update)), kind: 'measured' as const, what: 'a bare UPDATE of such a row, committed' }
  const aim = { ...ms(50), kind: 'aim' as const, what: 'from saved row to changed figure' }
  const size = sizes[1].toLocaleString('en')
  return {
    lines: [
      { subject, what: `one of ${size} rows corrected by hand, p50`, measured: ms(median(saved)), limit: bare },
      { subject, what: 'from saved row to changed figure, p50', measured: ms(median(read)), limit: aim },
      { subject, what: 'from saved row to changed figure, p95', measured: ms(quantile(read, 0.95)), limit: aim },
    ],
  }
}

/** One parcel more in one row after another; every figure read must have grown by that parcel. */
async function correctRows({ house, ask }: Filled, times: number) {
  const { rows } = sqlNames(await ledgerOf(ledgerName))
  const correct = await corrector(house)
  const found = { saved: [] as number[], read: [] as number[], update: [] as number[] }
  let before = new Decimal(String((await ask(figurePath))['exact']))
  for (let repetition = 0; repetition < times; repetition++) {
    const saved = await correct()
    const { ms, answer } = await timed(() => ask(figurePath))
    const after = new Decimal(String(answer['exact']))
    if (!after.minus(before).times(10_000).eq(1)) throw new Error(`one parcel more made ${after} out of ${before}`)
    before = after
    found.saved.push(saved.ms)
    found.read.push(ms)
    const update = `update ${rows} set version = version where row_id = ${saved.rowId}`
    found.update.push((await timed(() => house.pool.query(update))).ms)
  }
  return found
}
