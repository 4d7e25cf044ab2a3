import { Readable } from 'node:stream'
import { type CellValue, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { coursesOn } from '#tests/world/matter-course.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { matterOf, standardsOf } from '../engine/engine.ts'
import { importStandards } from './import.ts'
import { limitOf, limitText, limitWords } from './limit-words.ts'
import { comparedStandards, shownStandards } from './shown.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await openMattersWorld(work)

const headings = [
  '大类代码',
  '大类名称',
  '小类代码',
  '小类名称',
  '处置单位',
  '主管部门',
  '立案条件',
  '结案条件',
  '处置时限（自派遣起）',
]
type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

async function workbook(rows: CellValue[][], merges: Merge[] = [], name = '事件') {
  const content = await writeXlsx({ sheets: [{ name, rows: [['城市管理立结案标准'], headings, ...rows], merges }] })
  return { name: '标准.xlsx', stream: Readable.from([Buffer.from(content)]) }
}
const taken = (file: { name: string; stream: Readable }, dryRun = false) =>
  importStandards(work, file, { dryRun, roots: ['ZONE'] })

const dust: CellValue[][] = [
  ['03', '施工管理', '04', '工地扬尘', '建设局', '建设局', '土方作业未湿法', '落实覆盖', '2工作时'],
  [null, null, null, null, '建设局', '建设局', '需停工整改', '复查通过', '3工作日'],
  [null, null, '07', '围挡破损', '建设局', '建设局', '围挡破损', '修复完好', '2日'],
]
const merged: Merge[] = [0, 1]
  .map((startCol) => ({ startRow: 2, startCol, endRow: 4, endCol: startCol }))
  .concat([2, 3].map((startCol) => ({ startRow: 2, startCol, endRow: 3, endCol: startCol })))

describe('a table of standards', () => {
  test('merged cells hold for every row beside them', async () => {
    const found = await taken(await workbook(dust, merged), true)
    expect(found.faults).toEqual([])
    expect(found.notes).toEqual([])
    expect(found).toMatchObject({ set: null, standards: 3, categories: 2 })
    expect(found.diff.unchanged + found.diff.changed.length).toBe(2)
    expect(found.diff.added.map(({ code, condition }) => [code, condition])).toEqual([['E0307', '围挡破损']])
  })

  test('cells left empty under a code are read like the row above, and that is said', async () => {
    const { notes, faults } = await taken(await workbook(dust), true)
    expect(faults).toEqual([])
    expect(notes.map(({ line, words }) => [line, words.zh])).toEqual([[4, '第 4 行小类代码为空，按上一行 04 理解']])
  })

  test('a missing limit, one that cannot be read and a code of nothing are told by their rows, and nothing is taken', async () => {
    const before = await read(work, (tx) => shownStandards(tx))
    const rows = dust.map((row) => [...row])
    rows[1]![8] = null
    rows[2]![8] = '尽快'
    rows.push(['03', '施工管理', '乱码', '某小类', '', '', '条件', '条件', '1日'])
    const found = await taken(await workbook(rows, merged))
    expect(found.set).toBeNull()
    expect(found.faults.map(({ words }) => words.zh)).toEqual([
      '第 4 行缺处置时限：单元格为空，也没有与上方合并',
      '第 5 行处置时限“尽快”读不懂，应如“4工作时”“2工作日”',
      '第 6 行小类代码“乱码”读不出部件或事件、大类、小类',
    ])
    expect((await read(work, (tx) => shownStandards(tx))).versions).toEqual(before.versions)
  })

  test('a limit that is merged downward holds for both of its conditions', async () => {
    const rows = dust.map((row) => [...row])
    rows[1]![8] = null
    const found = await taken(
      await workbook(rows, [...merged, { startRow: 2, startCol: 8, endRow: 3, endCol: 8 }]),
      true,
    )
    expect(found.faults).toEqual([])
  })

  test('other files are told in words', async () => {
    const none = { name: 'x.csv', stream: Readable.from(['甲,乙\n1,2\n']) }
    expect((await taken(none)).faults[0]?.words.zh).toContain(
      '缺少表头：小类代码、小类名称、立案条件、结案条件、处置时限',
    )
    await expect(
      taken({ name: 'x.xls', stream: Readable.from([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])]) }),
    ).rejects.toMatchObject({
      code: 'ledgers/old-workbook',
    })
  })
})

test('a matter keeps the version it was opened under; the same file again is no new version', async () => {
  const { open, move } = coursesOn((actor, now) => workOn(pool, { actor, now }))
  const at = '2018-07-02T09:00:00+08:00'
  const said = { inflow: 'patrol', category: 'E0304', description: '裸土未覆盖', source: 'page' } as const
  const { number } = await open(crew.inspector, at, said)
  const old = await read(
    work,
    async (tx) => (await standardsOf(tx)).find(({ code }) => code === 'E0304')!.standards[0]!,
  )
  const first = await taken(
    await workbook(
      dust.map((row) => [...row.slice(0, 8), '1工作时']),
      merged,
    ),
  )
  expect(first.again).toBe(false)
  expect(
    (
      await taken(
        await workbook(
          dust.map((row) => [...row.slice(0, 8), '1工作时']),
          merged,
        ),
      )
    ).set,
  ).toBe(first.set)
  await move(number, crew.chief, at, { deed: 'register', standard: old.id })
  await move(number, crew.dispatcher, at, { deed: 'dispatch', unit: 'CONSTRUCTION' })
  // Two working hours of the old version, not one of the new.
  expect((await read(work, (tx) => matterOf(tx, number)))?.dueAt?.toISOString()).toBe('2018-07-02T03:00:00.000Z')
  const later = await open(crew.inspector, at, said)
  await expect(move(later.number, crew.chief, at, { deed: 'register', standard: old.id })).rejects.toMatchObject({
    code: 'matters/standard-unknown',
  })
  const shown = await read(work, (tx) => shownStandards(tx))
  expect(shown.versions.map(({ open: still }) => still)).toEqual([1, 1])
  const diff = await read(work, (tx) => comparedStandards(tx, { from: shown.versions[1]!.id, to: first.set! }))
  expect(diff.changed[0]?.changes.filter(({ field }) => field === 'limit')).toEqual([
    { field: 'limit', was: { zh: '2 工作时', en: '2 working hours' }, is: { zh: '1 工作时', en: '1 working hour' } },
  ])
  expect(diff.removed.map(({ code }) => code)).toContain('C0101')
  await expect(read(work, (tx) => comparedStandards(tx, { from: 1, to: 999 }))).rejects.toMatchObject({
    code: 'matters/set-unknown',
  })
})

test.each([
  ['2紧急工作时', '2 紧急工作时'],
  ['4工作时', '4 工作时'],
  ['３个工作日', '3 工作日（至末日下班止）'],
  ['5日', '5 工作日（至末日下班止）'],
  ['2紧急工作日', '2 自然日（按小时连续计）'],
  ['15个自然日', '15 自然日（至末日下班止）'],
  ['24小时内', '24 紧急工作时'],
  ['2连续工作日', '2 工作日（按小时连续计）'],
  ['十五日', null],
  ['三日', '3 工作日（至末日下班止）'],
  ['30分钟', '30 分钟（昼夜连续）'],
  ['0.25工作时', '15 分钟（工作时间）'],
  ['1.5工作时', '1.5 工作时'],
  ['0日', null],
  ['尽快', null],
  ['', null],
])('the limit %j', (text, words) => {
  const limit = limitOf(text)
  expect(limit && limitWords(limit).zh).toBe(words)
  if (limit) expect(limitOf(limitText(limit))).toEqual(limit)
})
