import { read } from '#kernel/db/work.ts'
import { factOf } from '#parts/indicators/indicators.ts'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { sqlNames } from '#parts/ledgers/sql-names.ts'
import { type Filled, filledYear } from './filled.ts'
import { ledgerName } from './imports.ts'
import { median, quantile, repeated } from './measure.ts'
import type { Amount, Line } from './report.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const indicator = 'parcels.count'
const period = `${filledYear}-H1`
export const figurePath = `/api/indicators/${indicator}/fact?period=${period}`
const subject = 'figure'

/** Milliseconds of a half-year's figure with its changes over HTTP, against the bare sum over the rows; at two sizes of the ledger. */
export const figures: Subject = async ({ filled, sizes, repetitions }) => {
  const lines: Line[] = []
  const medians: number[] = []
  for (const rows of sizes) {
    const times = await measuredFigure(await filled.with(rows), repetitions.short)
    medians.push(median(times.http))
    lines.push(...linesOf(rows, times))
  }
  const flat = { ...ms(medians[0]!), kind: 'measured' as const, what: 'the same at a tenth of the rows (1 is flat)' }
  const what = `the figure at ${sizes[1].toLocaleString('en')} rows, p50`
  return { lines: [...lines, { subject, what, measured: ms(medians[1]!), limit: flat }] }
}

/** Milliseconds of every repetition, over HTTP, by the verb alone, as of a past moment, and of the bare sums. */
interface Times {
  http: number[]
  verb: number[]
  past: number[]
  sum: number[]
}

async function measuredFigure({ house, ask }: Filled, times: number): Promise<Times> {
  const { rows, day } = sqlNames(await ledgerOf(ledgerName))
  const sum = `select sum(parcels) as total from ${rows} where ${day} between '${filledYear}-01-01' and '${filledYear}-06-30'`
  const work = house.workAs(everybody)
  const asOf = encodeURIComponent(new Date().toISOString())
  const fact = await ask(figurePath)
  const { total } = (await house.pool.query<{ total: string }>(sum)).rows[0]!
  if (Number(fact['exact']) * 10_000 !== Number(total)) throw new Error(`the figure ${fact['exact']} is not ${total}`)
  const few = { warmUp: 2 }
  return {
    http: await repeated(times, () => ask(figurePath), { warmUp: 20 }),
    verb: await repeated(times, () => read(work, (tx) => factOf(tx, { indicator, period })), { warmUp: 5 }),
    past: await repeated(Math.ceil(times / 20), () => ask(`${figurePath}&asOf=${asOf}`), few),
    sum: await repeated(Math.ceil(times / 20), () => house.pool.query(sum), few),
  }
}

function linesOf(rows: number, { http, verb, past, sum }: Times): Line[] {
  const limit = { ...ms(median(sum)), kind: 'measured' as const, what: 'the bare sum over the rows' }
  const size = rows.toLocaleString('en')
  return [
    { subject, what: `${size} rows, over HTTP, p50`, measured: ms(median(http)), limit },
    { subject, what: `${size} rows, over HTTP, p95`, measured: ms(quantile(http, 0.95)), limit },
    { subject, what: `${size} rows, the verb alone, p50`, measured: ms(median(verb)), limit },
    { subject, what: `${size} rows, as of a past moment, p50`, measured: ms(median(past)), limit },
  ]
}

function ms(value: number): Amount {
  return { value, unit: 'ms' }
}
