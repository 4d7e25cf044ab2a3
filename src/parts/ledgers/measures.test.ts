import { Readable } from 'node:stream'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addDays } from '#kernel/period.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { batchesBehind, rowsBehind } from './behind.ts'
import { importFile } from './import.ts'
import { freshness, ledgerVersion, measureCatalogue, measureSeries, measureValue } from './measures.ts'

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

/** 300 trains of 2017 and 2018, some days without one, half of them without containers. */
const rows = Array.from({ length: 300 }, (_, index) => ({
  day: addDays('2017-01-05', Math.floor(index * 2.3)),
  direction: index % 3 === 0 ? '回程' : '去程',
  containers: index % 2 === 0 ? '' : String((index % 40) + 1),
  weight: new Decimal(index * 7919).mod(500000).div(1000).toFixed(3),
}))
const heading = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\n'
const line = (row: (typeof rows)[number], index: number) =>
  `T${index},${row.direction},,,${row.day},${row.containers},,${row.weight},0\n`
for (const half of [rows.slice(0, 150), rows.slice(150)]) {
  const text = heading + half.map((row) => line(row, rows.indexOf(row))).join('')
  await importFile(work, {
    ledger: 'trade/trains',
    unit: 'ZONE',
    file: { name: '班列.csv', stream: Readable.from([Buffer.from(text)]) },
  })
}

const days = fc.integer({ min: -40, max: 780 }).map((n) => addDays('2017-01-01', n))
const outbound = [{ dimension: 'direction', values: ['outbound'] }]

test('a measure over any days is the sum of the rows of those days, and of what stands behind it', async () => {
  await fc.assert(
    fc.asyncProperty(days, days, async (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const inside = rows.filter((row) => row.day >= from && row.day <= to)
      const fits = inside.filter((row) => row.direction === '去程')
      const expected =
        inside.length === 0 ? undefined : fits.reduce((sum, row) => sum.plus(row.weight), new Decimal(0)).toFixed()
      const asked = { measure: 'trade/trains.weight', filters: outbound, from, to }
      await read(work, async (tx) => {
        expect((await measureValue(tx, asked))?.toFixed()).toBe(expected)
        expect((await measureValue(tx, { ...asked, asOf: new Date('2030-01-01') }))?.toFixed()).toBe(expected)
        const behind = await batchesBehind(tx, asked)
        expect(behind.reduce((sum, batch) => sum.plus(batch.contribution), new Decimal(0)).toFixed()).toBe(
          expected ?? '0',
        )
        expect(behind.reduce((sum, batch) => sum + batch.rows, 0)).toBe(fits.length)
        for (const by of ['month', 'day'] as const) {
          const series = await measureSeries(tx, { ...asked, by })
          expect(series.reduce((sum, point) => sum.plus(point.value ?? 0), new Decimal(0)).toFixed()).toBe(
            expected ?? '0',
          )
          expect(series.length).toBe(new Set(inside.map((row) => row.day.slice(0, by === 'month' ? 7 : 10))).size)
        }
      })
    }),
    { seed: 11, numRuns: 40 },
  )
})

test('missing is not zero: no rows, no fitting row, and rows without the value are three things', async () => {
  const ask = (measure: string, from: string, to: string, values = ['outbound', 'return']) =>
    read(work, (tx) =>
      measureValue(tx, { measure: `trade/trains.${measure}`, filters: [{ dimension: 'direction', values }], from, to }),
    ).then((value) => value?.toFixed() ?? null)
  expect(await ask('departures', '2016-01-01', '2016-12-31')).toBeNull()
  expect(await ask('departures', '2017-01-05', '2017-01-05', ['outbound'])).toBe('0')
  // The only train of that day says nothing of its containers.
  expect(await ask('containers', '2017-01-05', '2017-01-05')).toBeNull()
  expect(await ask('departures', '2017-01-01', '2018-12-31')).toBe('300')
})

test('rows behind a figure come page by page, each with the hash of what it says', async () => {
  const asked = { measure: 'trade/trains.departures', from: '2017-01-01', to: '2017-03-31' }
  const [first, all] = await read(
    work,
    async (tx) => [await rowsBehind(tx, asked, { limit: 10 }), await rowsBehind(tx, asked, { limit: 1000 })] as const,
  )
  const rest = await read(work, (tx) => rowsBehind(tx, asked, { limit: 1000, after: first.at(-1)!.rowId }))
  expect([...first, ...rest]).toEqual(all)
  expect(all[0]).toMatchObject({
    version: 1,
    unit: 'ZONE',
    values: { trainNumber: 'T0', direction: 'return', departedOn: '2017-01-05', weight: '0' },
  })
  expect(new Set(all.map((row) => row.sha256)).size).toBe(all.length)
})

test('unknown measures and dimensions are refused with the nearest name', async () => {
  const ask = (measure: string, dimension = 'direction') =>
    read(work, (tx) =>
      measureValue(tx, { measure, filters: [{ dimension, values: ['x'] }], from: '2018-01-01', to: '2018-01-31' }),
    )
  await expect(ask('trade/trains.departure')).rejects.toMatchObject({
    code: 'ledgers/measure-unknown',
    details: { suggestion: 'trade/trains.departures' },
  })
  await expect(ask('trade/trains.departures', 'directions')).rejects.toMatchObject({
    code: 'ledgers/dimension-unknown',
    details: { suggestion: 'direction' },
  })
})

test('the catalogue, the freshness and the version say what there is', async () => {
  expect((await measureCatalogue()).find((entry) => entry.measure === 'trade/trains.weight')).toMatchObject({
    unit: '吨',
    grain: 'day',
  })
  const trains = (await read(work, freshness)).find((entry) => entry.ledger === 'trade/trains')
  expect(trains).toMatchObject({
    latestDay: rows
      .map((row) => row.day)
      .sort()
      .at(-1),
  })
  expect(await read(work, (tx) => ledgerVersion(tx, 'trade/trains'))).toBe(2)
})
