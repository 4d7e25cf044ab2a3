import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { importFile } from './import.ts'
import { measureValue } from './measures.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await write(work, (tx) =>
  addUnit(tx, {
    code: 'ZONE',
    parent: null,
    nameZh: '管委会',
    nameEn: 'Committee',
    kind: 'committee',
    openedOn: '1993-04-01',
  }),
)

const heading = '清单编号,申报时间,方向,监管方式,国家(地区),商品编码,统一社会信用代码,电商平台,货值,重量,状态\n'
const row = (number: number, { value = '10.00', at = '2018-03-05 09:15:00' } = {}) =>
  `46052018I${String(number).padStart(9, '0')},${at},import,1210,DE,3304990099,91410100170033534A,示范平台,${value},0.125,released\n`
const bring = (rows: string) =>
  importFile(work, {
    ledger: 'trade/parcels',
    unit: 'ZONE',
    file: { name: '清单.csv', stream: Readable.from([Buffer.from(heading + rows)]) },
  })
const value = (from: string, to: string) =>
  read(work, (tx) => measureValue(tx, { measure: 'trade/parcels.value', from, to })).then((sum) => sum?.toFixed(2))
const marchOf = (year: number) => value(`${year}-03-01`, `${year}-03-31`)
const stored = async () => (await pool.query('select count(*)::int as rows from ledger_trade_parcels')).rows[0].rows

test('two declarations with one number and different values in one file: both lines come back, the others go in', async () => {
  const result = await bring(row(1) + row(2, { value: '20.00' }) + row(3) + row(2, { value: '25.00' }))
  expect(result).toMatchObject({ rows: 4, accepted: 2, rejected: 2 })
  expect(result.findings.map(({ line, faults }) => [line, faults[0]])).toEqual([
    [3, expect.objectContaining({ check: 'duplicate', details: { lines: [3, 5] } })],
    [5, expect.objectContaining({ check: 'duplicate', details: { lines: [3, 5] } })],
  ])
  expect(await marchOf(2018)).toBe('20.00')
})

test('one number and different values over two files: the later file corrects the earlier, which stays readable', async () => {
  expect(await bring(row(2, { value: '20.00' }))).toMatchObject({ accepted: 1 })
  const later = await bring(row(2, { value: '25.00' }) + row(4))
  expect(later).toMatchObject({ accepted: 1, corrected: 1, rejected: 0 })
  const { rows } = await pool.query(
    'select value::text, replaced_why from ledger_trade_parcels_history where replaced_by = $1',
    [later.batch],
  )
  expect(rows).toEqual([{ value: '20.00', replaced_why: 'corrected' }])
  expect(await marchOf(2018)).toBe('55.00')
  expect(await bring(row(2, { value: '25.00' }))).toMatchObject({ accepted: 0, corrected: 0, unchanged: 1 })
})

test('a number whose day moves to another month is corrected there: it stands once, and both months follow', async () => {
  const before = await stored()
  expect(await bring(row(4, { at: '2018-04-01 00:00:00' }))).toMatchObject({ accepted: 0, corrected: 1 })
  expect(await stored()).toBe(before)
  expect([await marchOf(2018), await value('2018-04-01', '2018-04-30')]).toEqual(['45.00', '10.00'])
})

test('the same number in two months of one file comes back on both lines', async () => {
  const result = await bring(row(7, { at: '2018-05-31 23:59:59' }) + row(7, { at: '2018-06-01 00:00:00' }) + row(8))
  expect(result).toMatchObject({ rows: 3, accepted: 1, rejected: 2 })
})

test('a file cut within its last line is refused whole, whatever its months, and goes in when it is whole', async () => {
  const before = await stored()
  const rows = Array.from({ length: 2000 }, (_, number) => row(1000 + number, { at: '2017-03-05 09:15:00' })).join('')
  await expect(bring(rows.slice(0, -40))).rejects.toMatchObject({ code: 'ledgers/file-cut', details: { line: 2001 } })
  expect([await stored(), await marchOf(2017)]).toEqual([before, undefined])
  expect(await bring(rows)).toMatchObject({ accepted: 2000 })
})

test('a file cut within its last cell sends that one row back', async () => {
  const rows = row(5001, { at: '2016-03-05 09:15:00' }) + row(5002, { at: '2016-03-05 09:15:00' })
  const result = await bring(rows.slice(0, -4))
  expect(result).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
  expect(result.findings[0]).toMatchObject({ line: 3, faults: [{ check: 'choice' }] })
})
