import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { readXlsx, type WriteSheet, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { batchOf } from '#parts/ledgers/batches.ts'
import { rejectedWorkbook } from '#parts/ledgers/rejected-workbook.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { importTrainList } from './train-list.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await pool.query(`insert into units (code, name_zh, name_en, kind, ordinal, opened_on, search_text) values ('ZONE', '管委会', 'Committee', 'committee', 1, '1993-04-01', ''), ('PORT', '口岸与开放办公室', 'Port office', 'department', 2, '2013-01-01', '');
  insert into unit_names (unit_code, name_zh, name_en, from_on) select code, name_zh, name_en, opened_on from units;
  insert into unit_places (unit_code, parent_code, from_on) values ('ZONE', null, '1993-04-01'), ('PORT', 'ZONE', '2013-01-01')`)

const bring = (content: Uint8Array | string, more: { name?: string; dryRun?: boolean } = {}) =>
  importTrainList(work, {
    ...{ unit: 'PORT', ...(more.dryRun ? { dryRun: true } : {}) },
    file: { name: more.name ?? '清单.xlsx', stream: Readable.from([Buffer.from(content)]) },
  })
const bookOf = (...sheets: WriteSheet[]) => writeXlsx({ sheets })
const trainRow = async (number: string) =>
  (
    await pool.query(
      `select direction, scope, route, border_port, containers::int, teu::int, trim_scale(weight)::text as weight, trim_scale(value)::text as value
       from ledger_trade_trains where train_number = $1`,
      [number],
    )
  ).rows[0]
const faultsOf = (result: { containers: { findings: { faults: { check: string }[] }[] } }) =>
  result.containers.findings.flatMap(({ faults }) => faults.map(({ check }) => check))

/** One train with its head above the boxes, as operators send it: title, labels, units in headings, merged cells, totals, a signature. */
const oneTrain = (number: string, boxes: (string | number | null)[][]): WriteSheet => ({
  name: number,
  rows: [
    ['中欧班列（郑州）装车清单'],
    ['车次：', number, null, '发车日期', new Date('2018-06-29T00:00:00Z'), null],
    ['方向：去程', null, '线路: 郑州—汉堡', null, '出境口岸：阿拉山口'],
    [],
    ['序号', '箱号', '车号', '箱型', '空/重', '品名', 'HS编码', '毛重(千克)', '货值(万美元)'],
    ...boxes.map((cells, index) => [index + 1, ...cells]),
    ['合计', null, null, null, null, null, null, 30500, 21],
    ['制表人：口岸办'],
  ],
  merges: [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
    { startRow: 5, startCol: 2, endRow: 6, endCol: 2 },
  ],
})
const boxes = [
  ['QZGU 123456-9', '5230001', '22G1', '重', '电子产品', '8517.62', 12500, 9],
  ['QZGU1234574', null, '22G1', 'F', '家具', '94', 18000, 12],
]
const notes: WriteSheet = { name: '说明', rows: [['请勿修改格式'], ['联系人', '口岸办']] }

describe('a list with one sheet a train', () => {
  test('a trial tells what would happen and changes nothing', async () => {
    const trial = await bring(await bookOf(oneTrain('X8301', boxes), notes), { dryRun: true })
    expect(trial).toMatchObject({ known: false, containers: { batch: null, rows: 2, rejected: 0 } })
    expect(trial.trains).toMatchObject([{ number: 'X8301', day: '2018-06-29', listed: 2, now: { containers: 2 } }])
    expect(await trainRow('X8301')).toBeUndefined()
  })

  test('its boxes are in, the train has their sums, and a sheet of notes is named and passed over', async () => {
    const result = await bring(await bookOf(oneTrain('X8301', boxes), notes))
    expect(result.sheets.map(({ name, form }) => [name, form])).toEqual([
      ['X8301', 'sheet'],
      ['说明', null],
    ])
    expect(result.trains[0]).toMatchObject({ direction: '去程', route: '郑州—汉堡', port: '阿拉山口', notes: [] })
    expect(await trainRow('X8301')).toEqual({
      ...{ direction: 'outbound', scope: 'europe', route: '郑州—汉堡', border_port: '阿拉山口' },
      ...{ containers: 2, teu: 2, weight: '30.5', value: '210000' },
    })
    const { rows } = await pool.query(
      'select container, wagon, hs, load from ledger_trade_train_containers order by container',
    )
    expect(rows).toEqual([
      { container: 'QZGU1234569', wagon: '5230001', hs: '85', load: 'loaded' },
      { container: 'QZGU1234574', wagon: '5230001', hs: '94', load: 'loaded' },
    ])
  })

  test('the same file again changes nothing; after its trains were withdrawn it makes them again', async () => {
    const book = await bookOf(oneTrain('X8302', boxes))
    const first = await bring(book)
    expect(await bring(book)).toMatchObject({ known: true, trainRows: null, containers: { accepted: 0, corrected: 0 } })
    await write(work, (tx) =>
      withdrawBatch(tx, { batch: first.trainRows!.batch!, reason: '试撤回班列', roots: ['ZONE'] }),
    )
    expect(await trainRow('X8302')).toBeUndefined()
    expect(await bring(book)).toMatchObject({ known: false, trainRows: { accepted: 1 } })
  })

  test('a totals row that its boxes do not add up to is told, with both sums', async () => {
    const { trains } = await bring(await bookOf(oneTrain('X8303', [boxes[0]!])), { dryRun: true })
    expect(trains[0]!.notes.map(({ code }) => code)).toEqual(['totals-weight', 'totals-value'])
    expect(trains[0]!.notes[0]!.words.en).toContain('30.5')
  })

  test('a head without its day sends every box back, and says what to write', async () => {
    const sheet = oneTrain('X8304', boxes)
    sheet.rows![1] = ['车次：', 'X8304']
    const result = await bring(await bookOf(sheet))
    expect(result.containers).toMatchObject({ rejected: 2, accepted: 0 })
    expect(result.trains[0]!.notes.map(({ code }) => code)).toEqual(['missing-departedOn', 'nothing-in'])
    expect(await trainRow('X8304')).toBeUndefined()
  })

  test('a weight that is merged over two boxes counts once: the second is asked for', async () => {
    const sheet = oneTrain('X8305', [boxes[0]!, [...boxes[1]!.slice(0, 6), null, 12]])
    sheet.merges!.push({ startRow: 5, startCol: 7, endRow: 6, endCol: 7 })
    const result = await bring(await bookOf(sheet), { dryRun: true })
    expect(faultsOf(result)).toContain('required')
    expect(result.trains[0]!.now).toMatchObject({ containers: 1, weight: '12.5' })
  })
})

const headings = [
  'Train number',
  'Departure date',
  'Direction',
  'Container No',
  'Size/Type',
  'Load',
  'Gross weight (kg)',
  'Value (USD)',
  'Currency',
]

describe('a list with a row a container', () => {
  test('English headings, days as serials, bad rows come back in a workbook and go in once they are mended', async () => {
    const rows = [
      ['X8310', 43277, 'outbound', 'QZGU1234569', '45G1', 'F', 12500, 100000, 'USD'],
      ['X8310', 43277, 'outbound', 'QZGU1234574', '45G1', 'F', 99000, 100000, 'USD'],
      ['X8310', 43277, 'outbound', 'QZGU1234580', '45G1', 'F', 15000, 100000, 'EURR'],
    ]
    const result = await bring(await bookOf({ name: 'list', rows: [headings, ...rows] }))
    expect(result.containers).toMatchObject({ rows: 3, accepted: 1, rejected: 2 })
    expect(faultsOf(result)).toEqual(expect.arrayContaining(['weight-within-box', 'currency-unknown']))
    expect(result.containers.findings.flatMap(({ faults }) => faults)).toContainEqual(
      expect.objectContaining({ check: 'currency-unknown', details: { currency: 'EURR', nearest: 'EUR' } }),
    )
    expect(await trainRow('X8310')).toMatchObject({ containers: 1, weight: '12.5', value: '100000' })
    const batch = await read(work, (tx) => batchOf(tx, result.containers.batch!, ['ZONE']))
    const workbook = await readXlsx(await buffer(await rejectedWorkbook(work, batch, 'zh')))
    const [first, ...bad] = workbook.sheets[0]!.rows as (string | number)[][]
    expect(first!.slice(-5)).toEqual(['工作表', '原行号', '行号', '原因', '处理办法'])
    const place = (heading: string) => first!.indexOf(heading)
    for (const row of bad) {
      if (Number(row[place('毛重(吨)')]) > 36) row[place('毛重(吨)')] = 9.9
      if (row[place('币种')] === 'EURR') row[place('币种')] = 'EUR'
    }
    const mended = await bring(await bookOf({ name: '退回的行', rows: [first!, ...bad] }), { name: 'mended.xlsx' })
    expect(mended.containers).toMatchObject({ rows: 2, accepted: 2, rejected: 0 })
    expect(mended.trains).toMatchObject([{ listed: 2, now: { containers: 3 } }])
    expect(await trainRow('X8310')).toMatchObject({ containers: 3, weight: '37.4', value: '300000' })
  })

  test('as CSV, with several trains, a container on two of them and its number mistyped: all in, all told', async () => {
    const csv = `车次,发车日期,方向,线路,口岸,箱号,箱型,空重,毛重(吨),货值(美元)
X8321,2018年6月29日,去程,郑州—列日,霍尔果斯,QZGU1234569,45G1,重,12,100
X8322,2018/6/29,去程,郑州—列日,霍尔果斯,QZGU1234569,45G1,重,12,100
X8322,2018/6/29,去程,郑州—列日,霍尔果斯,QZGU1234573,45G1,重,12,100

`
    const result = await bring(csv, { name: 'list.csv' })
    expect(result.containers).toMatchObject({ accepted: 3, rejected: 0, warned: 3 })
    expect(faultsOf(result).toSorted()).toEqual([
      'container-check-digit',
      'container-on-two-trains',
      'container-on-two-trains',
    ])
    expect(result.trains.map(({ number, now }) => [number, now?.containers])).toEqual([
      ['X8321', 1],
      ['X8322', 2],
    ])
  })

  test('a box that stands twice in the list is sent back from both places, which are named by sheet and line', async () => {
    const row = ['X8325', '2018-06-24', 'outbound', 'QZGU1234569', '45G1', 'F', 12500, 100000, 'USD']
    const rows = [headings, row]
    const result = await bring(await bookOf({ name: '一', rows }, { name: '二', rows: [[], ...rows] }))
    expect(result.containers).toMatchObject({ rows: 2, rejected: 2, accepted: 0 })
    expect(result.containers.findings[0]!.faults[0]).toMatchObject({
      check: 'duplicate',
      details: { lines: ['一:2', '二:3'] },
    })
    expect(result.trains.map(({ notes: told }) => told.map(({ code }) => code))).toEqual([
      ['nothing-in'],
      ['nothing-in'],
    ])
  })

  test('an empty return, a box of 45 feet and a heading in another currency', async () => {
    const csv = `车次,发车日期,方向,箱号,箱型,空重,毛重(千克),货值(欧元),汇率
X8330,20180625,回程,QZGU1234569,L5G1,重,12000,1000,1.17
X8330,20180625,回程,QZGU1234574,45G1,空,,,
`
    const result = await bring(csv, { name: 'list.csv' })
    expect(result.containers).toMatchObject({ accepted: 2, rejected: 0, warned: 0 })
    expect(result.trains[0]!.now).toEqual({ containers: 2, teu: '4', weight: '12', value: '1170', empty: 1 })
  })
})

test('a list that is stopped leaves nothing, neither boxes nor trains nor batches', async () => {
  const count = async () => (await pool.query('select count(*)::int from batches')).rows[0].count
  const before = await count()
  const stopped = new AbortController()
  stopped.abort()
  const file = { name: '清单.xlsx', stream: Readable.from([Buffer.from(await bookOf(oneTrain('X8350', boxes)))]) }
  const asked = { unit: 'PORT', file, signal: stopped.signal }
  await expect(importTrainList(work, asked)).rejects.toMatchObject({ code: 'ledgers/import-stopped' })
  expect(await trainRow('X8350')).toBeUndefined()
  expect(await count()).toBe(before)
})

test('a list of a unit that is not the clerk’s is refused', async () => {
  const file = { name: '清单.xlsx', stream: Readable.from([Buffer.from(await bookOf(oneTrain('X8351', boxes)))]) }
  await expect(importTrainList(work, { unit: 'ZONE', roots: ['PORT'], file })).rejects.toMatchObject({
    code: 'org/outside-scope',
  })
})

describe('what is no train list', () => {
  test('a workbook of notes is refused with its sheets', async () => {
    await expect(bring(await bookOf(notes))).rejects.toMatchObject({
      code: 'trade/no-train-list',
      details: { sheets: ['说明'] },
    })
  })

  test.each([
    ['%PDF-1.4 …', 'ledgers/not-a-table'],
    ['\u00d0\u00cf\u0011\u00e0 old workbook', 'ledgers/old-workbook'],
    ['', 'ledgers/file-empty'],
    ['train,way\nX1,out\n', 'trade/no-train-list'],
  ])('%j is refused as %s', async (content, code) => {
    await expect(bring(Buffer.from(content, 'latin1'))).rejects.toMatchObject({ code })
  })

  test('a workbook that is cut is refused, and nothing is in', async () => {
    const book = await bookOf(oneTrain('X8340', boxes))
    await expect(bring(book.slice(0, book.length / 2))).rejects.toMatchObject({ code: 'ledgers/file-cut' })
    expect(await trainRow('X8340')).toBeUndefined()
  })

  test('a formula in a box is sent back, one in the totals row is read', async () => {
    const sheet = oneTrain('X8341', boxes)
    sheet.cells = new Map([['5,7', { value: 12500, formula: '12000+500' }]])
    const result = await bring(await bookOf(sheet), { dryRun: true })
    expect(faultsOf(result)).toContain('formula')
    expect(result.containers).toMatchObject({ rejected: 1, accepted: 1 })
  })
})
