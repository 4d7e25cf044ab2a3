import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { byBatch, byBatchOfRows } from '#tests/by-batch.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { findingsOf } from './findings.ts'
import { importFile } from './import.ts'
import { monthsStanding } from './leaves.ts'
import { ledgerOf } from './registry.ts'
import { readFilter } from './row-filters.ts'
import { namesOf } from './row-values.ts'
import { type RowsPage, rowsOf } from './rows.ts'
import { withdrawBatch } from './withdraw.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const unit = { code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee', kind: 'committee' as const }
await write(work, (tx) => addUnit(tx, { ...unit, openedOn: '1993-04-01' }))
const ledger = await ledgerOf('trade/parcels')
const names = namesOf(ledger)

const headings =
  '清单编号,申报时间,方向,监管方式,国家(地区),商品编码,统一社会信用代码,电商平台,货值(元),重量(千克),状态'
const row = (number: number, day: string, value = '10.5') =>
  `46012018I${String(number).padStart(9, '0')},${day} 09:30:15,import,1210,DE,3304990099,91410100170033534A,,${value},0.96,released`
const linesOf = (from: number, to: number, day: string, value?: string) =>
  Array.from({ length: to - from }, (_, index) => row(from + index, day, value))

let files = 0
const bring = (rows: readonly string[]) => {
  const content = Buffer.from([headings, ...rows].join('\n') + '\n'.repeat(++files))
  return importFile(work, { ledger: ledger.name, unit: 'ZONE', file: { name: 'x', stream: Readable.from([content]) } })
}
const takeBack = (batch: number | null) =>
  write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '试撤回', roots: ['ZONE'] }))

/** Rows and value by day, from the rows; holds the rollup and the leaves against them. */
async function standing(): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ day: string; said: string }>(
    `select declared_at::date as day, count(*) || ' rows ' || sum(value) as said from ${names.rows} group by 1 order by 1`,
  )
  const rolled = await pool.query(
    `select day, rows || ' rows ' || m_value as said from ${names.rollup} where level = 'd' and rows <> 0 order by 1`,
  )
  expect(rolled.rows).toEqual(rows)
  expect(await byBatch(pool, names)).toEqual(await byBatchOfRows(pool, names))
  const twice = await pool.query(`select declaration from ${names.rows} group by 1 having count(*) > 1`)
  expect(twice.rows).toEqual([])
  return Object.fromEntries(rows.map(({ day, said }) => [day, said]))
}

beforeEach(async () => {
  await pool.query(
    `truncate ${names.rows}, ${names.history}, ${names.rollup}, ${names.byBatch}, batches, import_findings cascade`,
  )
})

describe('a ledger in monthly leaves', () => {
  test('a file makes the leaves of its months, whatever the order of its rows', async () => {
    const [may, june] = [linesOf(0, 900, '2017-05-31'), linesOf(1000, 1900, '2017-06-01')]
    const mixed = may.flatMap((line, place) => [line, june[place]!])
    expect(await bring(mixed)).toMatchObject({ rows: 1800, accepted: 1800, rejected: 0 })
    expect(await standing()).toEqual({ '2017-05-31': '900 rows 9450.00', '2017-06-01': '900 rows 9450.00' })
    const client = await pool.connect()
    expect(await monthsStanding(client, names)).toContain('2017-06')
    client.release()
  })

  test('a later file of the month goes under its key, and one that mixes known and new keys is compared', async () => {
    await bring(linesOf(0, 900, '2018-05-01'))
    expect(await bring(linesOf(900, 1900, '2018-05-02'))).toMatchObject({ accepted: 1000 })
    const mixed = [
      ...linesOf(1900, 2000, '2018-05-03'),
      ...linesOf(0, 800, '2018-05-01', '11'),
      ...linesOf(800, 900, '2018-05-01'),
    ]
    expect(await bring(mixed)).toMatchObject({ accepted: 100, corrected: 800, unchanged: 100, rejected: 0 })
    expect(await standing()).toEqual({
      '2018-05-01': '900 rows 9850.00',
      '2018-05-02': '1000 rows 10500.00',
      '2018-05-03': '100 rows 1050.00',
    })
  })

  test.each([
    ['in a month without rows', 2000],
    ['in a month with rows', 3000],
  ])('a key twice in a first file is sent back with both lines: %s', async (_, from) => {
    if (from === 3000) await bring(linesOf(9000, 9010, '2016-03-01'))
    const result = await bring([...linesOf(from, from + 900, '2016-03-02'), row(from + 5, '2016-03-03')])
    expect(result).toMatchObject({ accepted: 899, rejected: 2 })
    const findings = await write(work, (tx) => findingsOf(tx, result.batch!, { limit: 9 }))
    expect(findings.map(({ line, faults }) => [line, faults[0]!.details])).toEqual([
      [7, { lines: [7, 902] }],
      [902, { lines: [7, 902] }],
    ])
    await standing()
  })

  test('a key twice in one file, in two months, is sent back too', async () => {
    const result = await bring([...linesOf(0, 900, '2015-03-31'), ...linesOf(899, 950, '2015-04-01')])
    expect(result).toMatchObject({ accepted: 949, rejected: 2 })
    await standing()
  })

  test('a row whose day moves to another month moves with its history, and back when the batch is withdrawn', async () => {
    await bring(linesOf(0, 900, '2018-05-31'))
    // The first keys are new: the known one shows only by its number.
    const second = await bring([...linesOf(900, 1700, '2018-06-01'), row(899, '2018-06-01', '12')])
    expect(second).toMatchObject({ accepted: 800, corrected: 1, rejected: 0 })
    expect(await standing()).toEqual({ '2018-05-31': '899 rows 9439.50', '2018-06-01': '801 rows 8412.00' })
    const old = await pool.query(`select declared_at, value from ${names.history}`)
    expect(old.rows).toEqual([{ declared_at: '2018-05-31 09:30:15', value: '10.50' }])
    expect(await takeBack(second.batch)).toMatchObject({ removed: 800, restored: 1 })
    expect(await standing()).toEqual({ '2018-05-31': '900 rows 9450.00' })
  })

  test('a file of corrections may move rows to a month that had none', async () => {
    await bring(linesOf(0, 900, '2018-05-31'))
    const moved = await bring(linesOf(0, 900, '2014-02-01'))
    expect(moved).toMatchObject({ accepted: 0, corrected: 900 })
    expect(await standing()).toEqual({ '2014-02-01': '900 rows 9450.00' })
  })
})

describe('reading a ledger in monthly leaves', () => {
  const page = (asked: Partial<Parameters<typeof rowsOf>[2]> = {}) =>
    read(work, (tx) => rowsOf(tx, ledger, { filters: [], roots: ['ZONE'], page: 1, size: 50, ...asked }))
  const numbers = ({ rows }: RowsPage) => rows.map(({ values }) => Number(values['declaration']!.slice(9)))

  beforeEach(async () => {
    await bring([
      ...linesOf(0, 60, '2018-05-31'),
      ...linesOf(60, 200, '2018-06-01'),
      ...linesOf(200, 230, '2018-06-03'),
    ])
  })

  test('pages go from the newest day back, each from its own days, and know the total', async () => {
    const first = await page()
    expect(first).toMatchObject({ total: 230, more: false })
    expect(numbers(first)).toEqual([...span(200, 230), ...span(60, 80)])
    expect(numbers(await page({ page: 2 }))).toEqual(span(80, 130))
    expect(numbers(await page({ page: 5 }))).toEqual(span(30, 60))
    expect(numbers(await page({ page: 6 }))).toEqual([])
    expect(numbers(await page({ sort: 'declaredAt', size: 70 }))).toEqual(span(0, 70))
  })

  test('days and dimensions are counted by the rollup, anything else is looked for', async () => {
    const filters = (...texts: string[]) => texts.map((text) => readFilter(ledger, text))
    expect(await page({ filters: filters('declaredAt:from:2018-06-01', 'country:is:DE') })).toMatchObject({
      total: 170,
    })
    expect(await page({ filters: filters('declaredAt:to:2018-05-31') })).toMatchObject({ total: 60 })
    expect(await page({ filters: filters('declaredAt:is:2018-06-03') })).toMatchObject({ total: 30 })
    expect(await page({ filters: filters('declaredAt:is:2018-06-03 09:30:15') })).toMatchObject({ total: 30 })
    expect(await page({ filters: filters('country:is:US') })).toMatchObject({ total: 0, rows: [] })
    expect(numbers(await page({ filters: filters('hs:is:3304990099'), page: 2 }))).toEqual(span(80, 130))
    expect(await page({ filters: filters('state:is:returned') })).toMatchObject({ total: 0, more: false })
    expect(numbers(await page({ sort: '-value', filters: filters('declaredAt:is:2018-05-31') }))).toEqual(span(0, 50))
  })

  test('a row is found by the beginning of its number', async () => {
    expect(numbers(await page({ text: '46012018I00000012' }))).toEqual(span(120, 130))
    expect(await page({ text: '2018' })).toMatchObject({ rows: [], total: 0 })
    expect(numbers(await page({ sort: '-declaration', size: 3 }))).toEqual([229, 228, 227])
  })
})

const span = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
