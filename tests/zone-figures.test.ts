import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Decimal } from 'decimal.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx } from '#kernel/db/work.ts'
import { factOf, factsOf, paceOn } from '#parts/indicators/indicators.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { testDatabase } from './database.ts'
import { workOn } from './world/work.ts'
import { loadDemonstration } from './world/zone.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const ask = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)
const world = path.join(import.meta.dirname, 'world')

beforeAll(() => loadDemonstration(work), 120_000)

describe('every figure of the half-year', () => {
  test.each(rowsOf('expected.csv'))('$indicator in $period: $value $unit, $change$change_unit', async (row) => {
    const fact = await ask((tx) => factOf(tx, { indicator: row['indicator']!, period: row['period']! }))
    expect(fact.value).toBe(row['value'] || null)
    expect(fact.unit).toBe(row['unit'])
    expect(fact.name.zh).toBe(row['name_zh'])
    if (row['change']) {
      expect([fact.change.value, fact.change.unit]).toEqual([row['change'], row['change_unit']])
    }
    expect(fact.status).not.toBe('missing')
    expect(fact.vintage).not.toBeNull()
  })

  test('sums hold exactly', async () => {
    const of = (codes: string[]) => codes.map((indicator) => ({ indicator, period: '2018-H1' }))
    const exact = (facts: Fact[]) => facts.map((fact) => new Decimal(fact.exact!))
    const [count, countIn, countOut] = exact(
      await ask((tx) => factsOf(tx, of(['parcels.count', 'parcels.count.import', 'parcels.count.export']))),
    )
    expect(countIn!.plus(countOut!).eq(count!)).toBe(true)
    const [value, valueIn, valueOut] = exact(
      await ask((tx) => factsOf(tx, of(['parcels.value', 'parcels.value.import', 'parcels.value.export']))),
    )
    expect(valueIn!.plus(valueOut!).eq(value!)).toBe(true)
    const [trains, outbound, back] = exact(
      await ask((tx) => factsOf(tx, of(['trains.count', 'trains.count.outbound', 'trains.count.return']))),
    )
    expect([trains, outbound, back].map((figure) => figure!.toFixed())).toEqual(['297', '155', '142'])
    const makers = exact(
      await ask((tx) => factsOf(tx, of(['auto.vehicles.venucia', 'auto.vehicles.yutong', 'auto.vehicles.saic']))),
    )
    const [built] = exact(await ask((tx) => factsOf(tx, of(['auto.vehicles']))))
    expect(makers.reduce((sum, maker) => sum.plus(maker)).lte(built!)).toBe(true)
    const share = await ask((tx) => factOf(tx, { indicator: 'auto.output.share', period: '2018-H1' }))
    expect(Number(share.value)).toBeGreaterThan(50)
  })
})

describe('the pace of 2018', () => {
  test.each(rowsOf('pace.csv'))('$indicator on $on: $completed% against $calendar%', async (row) => {
    const pace = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-06-30' }))
    const target = pace.targets.find(({ indicator }) => indicator === row['indicator'])!
    expect(target.through).toBe(row['on'])
    expect([target.actual, target.target]).toEqual([row['value'], row['target']])
    expect([target.completion, target.calendar]).toEqual([row['completed'], row['calendar']])
  })

  test('one target of six is ahead of the calendar, five are behind it', async () => {
    const pace = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-06-30' }))
    expect(pace.counts).toMatchObject({ total: 6, ahead: 1, behind: 5 })
    expect(pace.targets[0]).toMatchObject({ indicator: 'equipment.output', gap: '-17.6', status: 'behind' })
    expect(pace.targets.at(-1)).toMatchObject({ indicator: 'parcels.count', status: 'ahead' })
    expect(pace.targets.every(({ seasonal, historyMonths }) => seasonal !== null && historyMonths >= 36)).toBe(true)
    expect(pace.targets.filter(({ outlook }) => outlook === null)).toEqual([])
    expect(pace.others.map(({ begun }) => begun)).toEqual([false, false, false])
  })
})

function rowsOf(file: string): Record<string, string>[] {
  const [headings = '', ...lines] = readFileSync(path.join(world, file), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(headings.split(',').map((heading, index) => [heading, cells[index] ?? '']))
  })
}
