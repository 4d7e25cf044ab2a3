import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { importFile } from './import.ts'
import { measureSeries, measureValue } from './measures.ts'
import { withdrawBatch } from './withdraw.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await pool.query(`insert into units (code, name_zh, name_en, kind, ordinal, opened_on, search_text) values ('ZONE', '管委会', 'Committee', 'committee', 1, '1993-04-01', ''), ('PORT', '口岸与开放办公室', 'Port office', 'department', 2, '2013-01-01', '');
  insert into unit_names (unit_code, name_zh, name_en, from_on) select code, name_zh, name_en, opened_on from units;
  insert into unit_places (unit_code, parent_code, from_on) values ('ZONE', null, '1993-04-01'), ('PORT', 'ZONE', '2013-01-01')`)

const trains = (rows: string) => ({
  ledger: 'trade/trains',
  unit: 'PORT',
  file: {
    name: '班列.csv',
    stream: Readable.from([Buffer.from(`车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\n${rows}`)]),
  },
})

describe('importing a file of trains', () => {
  test('good rows go in and count, the same file again changes nothing, a changed row is a correction', async () => {
    const rows =
      'X8001,去程,郑州—汉堡,阿拉山口,2018-06-01,41,82,530.125,5250000\nX8002,回程,,,2018/6/2,40,80,498,4100000\n'
    const first = await importFile(work, trains(rows))
    expect(first).toMatchObject({ rows: 2, accepted: 2, corrected: 0, unchanged: 0, rejected: 0, sameAs: null })
    expect(await importFile(work, trains(rows))).toMatchObject({
      batch: first.batch,
      accepted: 0,
      unchanged: 2,
      sameAs: first.batch,
    })
    const second = await importFile(work, trains(rows.replace('530.125', '531')))
    expect(second).toMatchObject({ rows: 2, accepted: 0, corrected: 1, unchanged: 1 })
    const period = { from: '2018-01-01', to: '2018-06-28' }
    const weight = await read(work, (tx) => measureValue(tx, { measure: 'trade/trains.weight', ...period }))
    expect(weight?.toFixed()).toBe('1029')
    const outbound = await read(work, (tx) =>
      measureValue(tx, {
        measure: 'trade/trains.departures',
        filters: [{ dimension: 'direction', values: ['outbound'] }],
        ...period,
      }),
    )
    expect(outbound?.toFixed()).toBe('1')
    expect(
      await read(work, (tx) =>
        measureValue(tx, { measure: 'trade/trains.departures', from: '2017-01-01', to: '2017-12-31' }),
      ),
    ).toBeNull()
    const series = await read(work, (tx) =>
      measureSeries(tx, { measure: 'trade/trains.departures', by: 'month', ...period }),
    )
    expect(series.map(({ at, value }) => [at, value?.toFixed()])).toEqual([['2018-06', '2']])
  })

  test('a bad row comes back with its reason and the good ones go in', async () => {
    const result = await importFile(
      work,
      trains(
        'X8003,去程,,,2018-02-30,1,1,1,1\nX8004,去程,,,2018-06-04,1,1,1,1\nX8004,去程,,,2018-06-04,1,1,2,1\nX8005,去程,,,2018-06-05\n',
      ),
    )
    expect(result).toMatchObject({ rows: 4, accepted: 0, rejected: 4 })
    expect(result.findings.map((finding) => [finding.line, finding.faults[0]?.check])).toEqual([
      [2, 'day'],
      [3, 'duplicate'],
      [4, 'duplicate'],
      [5, 'ragged'],
    ])
    expect(result.findings[1]?.cells[0]).toBe('X8004')
  })
})

describe('withdrawing a batch', () => {
  const count = (asOf?: Date) =>
    read(work, (tx) =>
      measureValue(tx, {
        measure: 'trade/trains.weight',
        from: '2016-01-01',
        to: '2016-12-31',
        ...(asOf ? { asOf } : {}),
      }),
    ).then((value) => value?.toFixed())

  test('rows go or return to the latest batch that stands, and the sums follow', async () => {
    const row = (weight: number) => trains(`W1,去程,,,2016-03-01,1,1,${weight},1\n`)
    const [a, b, c] = [
      await importFile(work, row(10)),
      await importFile(work, row(20)),
      await importFile(work, row(40)),
    ]
    expect(await count()).toBe('40')
    const withdraw = (batch: number | null) =>
      write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '登记错误', roots: ['ZONE'] }))
    expect(await withdraw(b.batch)).toMatchObject({ removed: 0, restored: 0 })
    expect(await count()).toBe('40')
    expect(await withdraw(c.batch)).toMatchObject({ removed: 0, restored: 1 })
    expect(await count()).toBe('10')
    expect(await withdraw(a.batch)).toMatchObject({ removed: 1, restored: 0 })
    expect(await count()).toBeUndefined()
    expect(await importFile(work, row(10))).toMatchObject({ accepted: 1, sameAs: null })
    expect(await count()).toBe('10')
  })
})
