import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { importFile } from '#parts/ledgers/import.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await pool.query(`insert into units (code, name_zh, name_en, kind, ordinal, opened_on, search_text) values ('PORT', '口岸与开放办公室', 'Port office', 'department', 1, '2013-01-01', '');
  insert into unit_names (unit_code, name_zh, name_en, from_on) select code, name_zh, name_en, opened_on from units;
  insert into unit_places (unit_code, parent_code, from_on) values ('PORT', null, '2013-01-01')`)

/** What was found in a file: line, check and details of each finding. */
async function found(ledger: string, text: string) {
  const file = { name: 'x.csv', stream: Readable.from([Buffer.from(text)]) }
  const { findings, warned, rejected } = await importFile(work, { ledger: `trade/${ledger}`, unit: 'PORT', file })
  const faults = findings.flatMap(({ line, faults }) => faults.map(({ check, details }) => ({ line, check, details })))
  return { faults, warned, rejected }
}

const boxes = (...rows: string[]) =>
  `车次,发车日期,方向,箱号,车号,箱型,标箱,空重,毛重(吨),货值(美元)\n${rows.join('\n')}\n`
const legs = (...rows: string[]) =>
  `车次,发车日期,区段序号,起,讫,计划发车,计划到达,实际发车,实际到达\n${rows.join('\n')}\n`
const trains = (...rows: string[]) =>
  `车次,方向,发车日期,到达日期,集装箱数,标箱,货重(吨),货值(美元)\n${rows.join('\n')}\n`
const plans = (...rows: string[]) => `车次,计划日期,方向,线路,兑现情况,实际日期,晚点或停运原因\n${rows.join('\n')}\n`

test('a box on two trains of one day is told on both lines, and again when the other train came earlier', async () => {
  const first = 'X1,2018-06-01,去程,QZGU1234569,,45G1,2,重,12,100'
  const second = 'X2,2018-06-01,去程,QZGU1234569,,45G1,2,重,12,100'
  const both = await found('train-containers', boxes(first, second))
  expect(both).toEqual({
    faults: [
      { line: 2, check: 'container-on-two-trains', details: { container: 'QZGU1234569', others: 'X2' } },
      { line: 3, check: 'container-on-two-trains', details: { container: 'QZGU1234569', others: 'X1' } },
    ],
    ...{ warned: 2, rejected: 0 },
  })
  const later = await found('train-containers', boxes(second.replace('X2', 'X3')))
  expect(later.faults).toMatchObject([{ line: 2, details: { others: 'X1, X2' } }])
  const nextDay = await found('train-containers', boxes(second.replace('06-01', '06-02')))
  expect(nextDay.faults).toEqual([])
})

test('a wagon takes four TEU, counted over all files of the train', async () => {
  const box = (number: string, teu = '2,') => `X5,2018-06-03,去程,${number},W1,45G1,${teu}重,12,100`
  expect((await found('train-containers', boxes(box('QZGU1234569'), box('QZGU1234574')))).faults).toEqual([])
  expect((await found('train-containers', boxes(box('QZGU2345675')))).faults).toEqual([
    { line: 2, check: 'wagon-overfull', details: { wagon: 'W1', containers: 3, teu: '6' } },
  ])
})

test('a warning across rows joins what is known of the line, and the line counts once', async () => {
  const box = (train: string) => `${train},2018-06-04,去程,QZGU1234568,,45G1,2,重,12,100`
  const { faults, warned } = await found('train-containers', boxes(box('X6'), box('X7')))
  expect(warned).toBe(2)
  expect(faults.map(({ check }) => check)).toEqual([
    ...['container-check-digit', 'container-on-two-trains', 'container-check-digit', 'container-on-two-trains'],
  ])
})

test('a train whose row is not the sum of its boxes, and one that left after it arrived', async () => {
  await found('train-containers', boxes('X8,2018-06-05,去程,QZGU1234569,,45G1,2,重,12.5,100'))
  expect((await found('trains', trains('X8,去程,2018-06-05,,1,2,12.5,100'))).faults).toEqual([])
  expect((await found('trains', trains('X8,去程,2018-06-05,,1,2,13,100'))).faults).toMatchObject([
    { line: 2, check: 'totals-not-of-containers', details: { weight: '13 / 12.5' } },
  ])
  expect(await found('trains', trains('X9,去程,2018-06-20,2018-06-05,1,2,13,100'))).toMatchObject({
    faults: [{ check: 'departed-after-arrival', details: { departedOn: '2018-06-20', arrivedOn: '2018-06-05' } }],
    rejected: 1,
  })
})

test('a leg that begins elsewhere, or before the last one arrived', async () => {
  const { faults } = await found(
    'train-legs',
    legs(
      'X8,2018-06-05,1,CNCGO-PT,ALASHANKOU,2018-06-05,2018-06-09,2018-06-05,2018-06-10',
      'X8,2018-06-05,2,KHORGOS,ALTYNKOL,2018-06-09,2018-06-10,2018-06-09,2018-06-10',
    ),
  )
  expect(faults).toEqual([
    { line: 3, check: 'begins-elsewhere', details: { from: 'KHORGOS', before: 'ALASHANKOU' } },
    {
      line: 3,
      check: 'leaves-before-the-last-arrived',
      details: { departure: '2018-06-09', arrival: '2018-06-10' },
    },
  ])
})

test('a plan that was cancelled although its train is on the register', async () => {
  expect((await found('train-plans', plans('X8,2018-06-05,去程,郑州—汉堡,停运,,天气'))).faults).toEqual([
    { line: 2, check: 'ran-although-cancelled', details: { train: 'X8' } },
  ])
})
