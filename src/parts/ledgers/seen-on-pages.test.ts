import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { batchesNumbered, batchList, lastBatches } from './batch-list.ts'
import { batchOf } from './batches.ts'
import { importFile } from './import.ts'
import { ledgerOf } from './registry.ts'
import { rowsOf, rowWithVersions } from './rows.ts'
import { shownPast } from './shown.ts'
import { correctRow } from './single-row.ts'
import { withdrawBatch } from './withdraw.ts'
import { withdrawalForeseen } from './withdrawal-foreseen.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const roots = ['ZONE']
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

const heading = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\n'
const importTrains = (rows: string, more: { dryRun?: boolean } = {}) =>
  importFile(work, {
    ledger: 'trade/trains',
    unit: 'ZONE',
    file: { name: '班列.csv', stream: Readable.from([Buffer.from(heading + rows)]) },
    ...more,
  })
const train = (number: string, weight: string | number) => `${number},去程,郑州—汉堡,,2016-03-01,41,82,${weight},100\n`

describe('findings of a file, by check', () => {
  const many = Array.from({ length: 8 }, (_, place) => train(`B${place}`, '很重')).join('')
  const spoiled = `${many}${train('C1', '')}C2,去程,,,2016-03-02,90,82,1,100\n`

  test('rows sent back come first, most rows first; five lines stand for all and every row is counted', async () => {
    const { groups } = await importTrains(spoiled, { dryRun: true })
    expect(groups.map(({ check, column, severity, rows, more }) => [check, column, severity, rows, more])).toEqual([
      ['decimal', 'weight', 'reject', 8, false],
      ['required', 'weight', 'reject', 1, false],
      ['teu-not-below-containers', null, 'warn', 1, false],
    ])
    expect(groups[0]!.examples.map((example) => example.line)).toEqual([2, 3, 4, 5, 6])
    expect(groups[1]!.examples[0]).toMatchObject({
      line: 10,
      cells: ['C1', '去程', '郑州—汉堡', '', '2016-03-01', '41', '82', '', '100'],
    })
  })

  test('of many warnings only the first are kept, and it says that there are more', async () => {
    const rows = Array.from({ length: 1002 }, (_, place) => `W${place},去程,,,2016-04-01,9,8,1,1\n`).join('')
    const { warned, groups } = await importTrains(rows, { dryRun: true })
    expect(warned).toBe(1002)
    expect(groups).toMatchObject([{ severity: 'warn', rows: 1000, more: true }])
  })
})

describe('what a withdrawal would do', () => {
  const foreseen = (id: number | null) =>
    read(work, async (tx) => withdrawalForeseen(tx, await batchOf(tx, id!, roots)))

  test('is what it then does, also when a later batch corrected some of its rows', async () => {
    const first = await importTrains(train('F1', 1) + train('F2', 1) + train('F3', 1))
    const second = await importTrains(train('F2', 2) + train('F3', 2) + train('F4', 2))
    await importTrains(train('F3', 3))
    expect(await foreseen(first.batch)).toEqual({ removed: 1, restored: 0, kept: 2 })
    expect(await foreseen(second.batch)).toEqual({ removed: 1, restored: 1, kept: 1 })
    const done = await write(work, (tx) => withdrawBatch(tx, { batch: second.batch!, reason: '文件拿错了', roots }))
    expect(done).toMatchObject({ removed: 1, restored: 1 })
    expect(await foreseen(second.batch)).toEqual({ removed: 0, restored: 0, kept: 0 })
    expect(await foreseen(first.batch)).toEqual({ removed: 2, restored: 0, kept: 1 })
  })
})

test('a row says who brought each version, who ended it and why', async () => {
  await importTrains(train('H1', 1))
  const ledger = await ledgerOf('trade/trains')
  const found = await read(work, (tx) => rowsOf(tx, ledger, { filters: [], text: 'H1', roots, page: 1, size: 10 }))
  expect(found).toMatchObject({ total: 1, more: false })
  const { rowId } = found.rows[0]!
  const mended = await correctRow(work, {
    ledger: ledger.name,
    rowId,
    values: { weight: '2' },
    reason: '与过磅单核对',
    roots,
  })
  await write(work, (tx) => withdrawBatch(tx, { batch: mended.batch!, reason: '核对错了', roots }))
  const past = await read(work, async (tx) => {
    const { versions } = await rowWithVersions(tx, ledger, rowId, roots)
    const ids = versions.flatMap(({ batch, replaced }) => (replaced ? [batch, replaced.by] : [batch]))
    return shownPast(versions, await batchesNumbered(tx, ids))
  })
  expect(
    past.map(({ values, broughtBy, replaced }) => [
      values['weight'],
      broughtBy.reason,
      replaced?.why,
      replaced?.reason,
    ]),
  ).toEqual([
    ['1', null, undefined, undefined],
    ['2', '与过磅单核对', 'withdrawn', '核对错了'],
    ['1', null, 'corrected', '与过磅单核对'],
  ])
})

test('text is looked for in any text column, and what SQL takes for a wildcard is only a character', async () => {
  await importTrains(train('T_1', 1) + train('TX1', 1))
  const ledger = await ledgerOf('trade/trains')
  const total = async (text: string) =>
    (await read(work, (tx) => rowsOf(tx, ledger, { filters: [], text, roots, page: 1, size: 10 }))).total
  expect(await total('t_1')).toBe(1)
  expect(await total('%')).toBe(0)
  expect(await total('汉堡')).toBeGreaterThan(1)
})

test('batches are listed by page and state; the last of a ledger is one that stands', async () => {
  const { batch } = await importTrains(train('L1', 1))
  await write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '多导了一次', roots }))
  await read(work, async (tx) => {
    const all = await batchList(tx, { roots, page: 1, size: 2 })
    expect(all.found.map(({ id }) => id)).toEqual([batch, expect.any(Number)])
    const gone = await batchList(tx, { roots, state: 'withdrawn', page: 1, size: 100 })
    const standing = await batchList(tx, { roots, state: 'standing', ledger: 'trade/trains', page: 1, size: 100 })
    expect(gone.total + standing.total).toBe(all.total)
    expect((await lastBatches(tx, roots)).get('trade/trains')?.id).toBe(standing.found[0]!.id)
    expect((await batchList(tx, { roots: [], page: 1, size: 2 })).total).toBe(0)
  })
})
