import path from 'node:path'
import { Readable } from 'node:stream'
import { type CellValue, readXlsx, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { Role } from '#kernel/access/actor.ts'
import { read, write } from '#kernel/db/work.ts'
import { toGcj02 } from '#kernel/place.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { orgPart } from '#parts/org/part.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { mattersPart } from '../part.ts'
import { importList } from './list.ts'
import { listColumnKeys, listColumns } from './list-columns.ts'
import { listTemplate } from './list-template.ts'
import { dayIn, pollutionIn } from './list-words.ts'
import { batchesShown, batchShown } from './queries.ts'

const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const { pool } = await testDatabase()
const now = new Date('2018-06-30T02:00:00Z')
const work = workOn(pool, { now })
await write(work, (tx) => keepZone(tx, zone))
await orgPart.load!(work, zone, () => {})
await mattersPart.load!(work, zone, () => {})
await pool.query('update zone_settings set clock_behind_days = 0')

const inside = { longitude: 113.849837, latitude: 34.752973 }
const form = { level: 'central', receivedOn: '2018-06-29', dueOn: '2018-07-14', datum: 'wgs84' } as const
const heads = ['序号', '受理编号', '交办问题', '地点', '污染类型', '责任单位', '整改时限', '经度', '纬度']
const good = ['1', 'L-1', '厂区夜间排放刺激性气味。居民多次反映', '稻花社区北侧', '大气污染', '环境保护局', '2018/7/9']
const at = (place: { longitude: number; latitude: number }) => [String(place.longitude), String(place.latitude)]

/** The row with some of its cells changed, by heading. */
function row(change: Record<string, string> = {}): string[] {
  const cells = [...good, ...at(inside)]
  return heads.map((head, place) => change[head] ?? cells[place]!)
}

const csv = (rows: readonly (readonly string[])[], head: readonly string[] = heads) => ({
  name: '交办清单.csv',
  stream: Readable.from([`${[head, ...rows].map((cells) => cells.join(',')).join('\n')}\n`]),
})
async function workbook(rows: CellValue[][]) {
  const content = await writeXlsx({
    sheets: [
      { name: '清单', rows: [['某督察组交办清单'], heads, ...rows] },
      { name: '说明', rows: [['仅供参考']] },
    ],
  })
  return { name: '交办清单.xlsx', stream: Readable.from([Buffer.from(content)]) }
}
type File = { name: string; stream: Readable }
const look = (file: File, change: object = {}) =>
  importList(work, file, { ...form, ...change }, { dryRun: true, roots: ['ZONE'] })
const take = (file: File, nameZh: string, change: object = {}) =>
  importList(work, file, { ...form, nameZh, ...change }, { dryRun: false, roots: ['ZONE'] })
const counted = async () =>
  (await pool.query("select count(*)::integer as matters from matters where inflow = 'inspection'")).rows[0].matters

describe('the dry run', () => {
  test.each<[Record<string, string>, string, string]>([
    [{ 责任单位: '环保护局' }, 'F 责任单位', '没有“环保护局”这个单位；是不是“环境保护局”'],
    [{ 责任单位: '杏林社区' }, 'F 责任单位', '“杏林社区”已经撤销，请写现在的单位'],
    [{ 整改时限: '' }, 'G 整改时限', '没有填写'],
    [{ 整改时限: '立行立改' }, 'G 整改时限', '“立行立改”不是日期，应如 2018-07-20'],
    [{ 整改时限: '2018-02-30' }, 'G 整改时限', '“2018-02-30”不是日期，应如 2018-07-20'],
    [{ 整改时限: '2018-06-01' }, 'G 整改时限', '2018-06-01 早于接收日期 2018-06-29'],
    [{ 经度: '116.4', 纬度: '39.9' }, 'H 经度', '116.4, 39.9 不在本区范围内；请核对经纬度，或改选坐标系'],
    [{ 经度: '34.75', 纬度: '113.85' }, 'I 纬度', '“113.85”不是纬度；是否与经度填反'],
    [{ 纬度: '' }, 'I 纬度', '没有填写，经度填了'],
    [{ 经度: '一一三' }, 'H 经度', '“一一三”不是度数，应如 113.8200'],
    [{ 受理编号: '' }, 'B 受理编号', '没有填写'],
    [{ 受理编号: '2017-HENAN-111401' }, 'B 受理编号', '“2017-HENAN-111401”已在“省大气污染防治督察交办清单”中接收过'],
    [{ 交办问题: '' }, 'C 交办问题', '没有填写'],
    [{ 交办问题: '夜间<b>异味</b>扰民' }, 'C 交办问题', '带有网页标记“<b>”，请改成纯文字'],
    [{ 地点: '<script>x</script>路口' }, 'D 地点', '带有网页标记“<script>”，请改成纯文字'],
    [{ 地点: '长'.repeat(301) }, 'D 地点', '有 301 字，最多 300 字'],
    [
      { 污染类型: '大气、噪声' },
      'E 污染类型',
      '“大气、噪声”不认识；写其中一种：大气、水、噪声、土壤、固体废物、生态、其他',
    ],
    [{ 污染类型: '土壤' }, 'E 小类代码', '立结案标准里没有土壤类的督察小类，请写明小类代码'],
  ])('%j is told at %s', async (change, where, words) => {
    const found = await look(csv([row(), row({ 受理编号: 'L-2', ...change })]))
    const [column, heading] = where.split(' ')
    expect(found.faults.map(({ line, words: said }) => [line, said.zh])).toEqual([[3, words]])
    expect(found.faults[0]).toMatchObject({ heading, column: heading === '小类代码' ? null : column })
    expect(found.faults[0]!.words.en).not.toMatch(/undefined|null/)
    expect(found.issues.map(({ receipt }) => receipt)).toEqual(['L-1'])
  })

  test('a receipt number twice is told with the row that has it first; nothing is taken', async () => {
    const before = await counted()
    const found = await take(csv([row(), row({ 序号: '2' })]), '重号')
    expect(found.faults.map(({ line, words }) => [line, words.zh])).toEqual([[3, '“L-1”与第 2 行重复']])
    expect(found.taken).toBeNull()
    expect(await counted()).toBe(before)
  })

  test('all faults of a row are told at once', async () => {
    const { faults } = await look(csv([row({ 责任单位: '环保护局', 整改时限: '', 经度: '116.4', 纬度: '39.9' })]))
    expect(faults.map(({ column }) => column).toSorted()).toEqual(['F', 'G', 'H'])
  })

  test('says what each row was understood as, and opens nothing', async () => {
    const before = await counted()
    const { issues, faults } = await look(csv([row(), row({ 受理编号: 'L-2', 责任单位: 'ENV', 经度: '', 纬度: '' })]))
    expect(faults).toEqual([])
    expect(issues[0]).toMatchObject({
      ...{ receipt: 'L-1', pollution: 'air', dueOn: '2018-07-09', place: inside, key: false },
      ...{ category: { code: 'E0602' }, unit: { code: 'ENV' } },
    })
    expect(issues[1]).toMatchObject({ unit: { code: 'ENV' }, place: null })
    expect(await counted()).toBe(before)
  })

  test('coordinates of a map of the country are shifted back', async () => {
    const [longitude, latitude] = at(toGcj02(inside))
    const { issues } = await look(csv([row({ 经度: longitude!, 纬度: latitude! })]), { datum: 'gcj02' })
    expect(issues[0]!.place!.longitude).toBeCloseTo(inside.longitude, 5)
    expect(issues[0]!.place!.latitude).toBeCloseTo(inside.latitude, 5)
  })

  test.each<[string, () => Promise<File> | File, object, string]>([
    ['nothing below the headings', () => csv([]), {}, 'matters/list-empty'],
    ['too many rows', () => csv(Array.from({ length: 501 }, () => row())), {}, 'matters/list-too-long'],
    ['days turned', () => csv([row()]), { dueOn: '2018-06-01' }, 'matters/days-turned'],
    [
      'an old workbook',
      () => ({ name: 'x.xls', stream: Readable.from([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])]) }),
      {},
      'ledgers/old-workbook',
    ],
  ])('%s is refused', async (_what, file, change, code) => {
    await expect(look(await file(), change)).rejects.toMatchObject({ code })
  })

  test('a table that is no list is told by the headings it lacks', async () => {
    const { faults } = await look(csv([['1', '2']], ['受理编号', '别的']))
    expect(faults[0]!.words.zh).toContain('缺少表头：交办问题、污染类型、整改时限')
  })
})

describe('taking a list', () => {
  test('each row is a matter with its day, its place and the unit named; the same list again opens nothing twice', async () => {
    const before = await counted()
    const rows = [row({ 受理编号: 'T-1' }), row({ 受理编号: 'T-2', 责任单位: '', 污染类型: '噪音' })]
    const { taken, ignored } = await take(await workbook(rows), '回头看第19批')
    expect(taken).toBe('CENTRAL-2018-19')
    expect(ignored).toEqual(['说明'])
    const { issues } = await read(work, (tx) => batchShown(tx, taken!, ['ZONE']))
    expect(issues.map(({ receipt, dueOn, named, title }) => [receipt, dueOn, named?.code, title])).toEqual([
      ['T-1', '2018-07-09', 'ENV', '厂区夜间排放刺激性气味'],
      ['T-2', '2018-07-09', undefined, '厂区夜间排放刺激性气味'],
    ])
    const { rows: kept } = await pool.query(
      'select longitude, office, promised_on::text from matters where external_reference = $1',
      ['T-1'],
    )
    expect(kept[0]).toEqual({ longitude: inside.longitude, office: 'OFFICE-3', promised_on: '2018-07-09' })

    const again = { code: 'CENTRAL-2018-19', name: '回头看第19批' }
    expect(await take(csv(rows), '换个名称', { level: 'city' })).toMatchObject({ taken: null, again })
    expect(await look(await workbook(rows))).toMatchObject({ again, faults: [] })
    expect(await counted()).toBe(before + 2)
  })

  test('two senders at once open it once', async () => {
    const rows = [row({ 受理编号: 'P-1' })]
    const both = await Promise.all([take(csv(rows), '同时的一批'), take(csv(rows), '同时的一批')])
    expect(both.map(({ taken, again }) => [taken, again?.code ?? null]).sort()).toEqual(
      [
        ['CENTRAL-2018-20', null],
        [null, 'CENTRAL-2018-20'],
      ].sort(),
    )
  })

  test('with one fault none of its rows comes in', async () => {
    const before = await counted()
    const found = await take(csv([row({ 受理编号: 'N-1' }), row({ 受理编号: 'N-2', 整改时限: '' })]), '有错的一批')
    expect(found).toMatchObject({ taken: null, faults: [{ line: 3, heading: '整改时限' }] })
    expect(await counted()).toBe(before)
  })

  test.each<[string, string | undefined, string]>([
    ['without a name', undefined, 'matters/batch-unnamed'],
    ['under a name that is there', '省大气污染防治督察交办清单', 'matters/batch-name-known'],
  ])('%s is refused', async (_what, nameZh, code) => {
    const said = { ...form, nameZh }
    await expect(
      importList(work, csv([row({ 受理编号: 'X-1' })]), said, { dryRun: false, roots: ['ZONE'] }),
    ).rejects.toMatchObject({ code })
  })

  test('is for who supervises at the supervision centre; the page shows the deed to nobody else', async () => {
    for (const dryRun of [true, false]) {
      await expect(
        importList(work, csv([row()]), { ...form, nameZh: '别处' }, { dryRun, roots: ['CITY'] }),
      ).rejects.toMatchObject({ code: 'org/outside-scope', status: 403 })
    }
    const takes = (role: Role, unit: string) => {
      const actor = { id: role, name: role, via: 'page' as const, grants: [{ role, unit }] }
      return read(workOn(pool, { now, actor }), async (tx) => (await batchesShown(tx, [unit])).takesIn)
    }
    expect(await takes('reviewer', 'SUPERVISION')).toBe(true)
    expect(await takes('clerk', 'SUPERVISION')).toBe(false)
    expect(await takes('lead', 'CITY')).toBe(false)
    expect(await takes('auditor', 'ZONE')).toBe(false)
  })
})

test('the template has every column and is taken in once it is filled in; its notes are left out', async () => {
  const content = await read(work, (tx) => listTemplate(tx))
  const { sheets } = await readXlsx(content)
  expect(sheets[0]!.rows[0]).toEqual(listColumnKeys.map((key) => listColumns[key].names[0]))
  const filled = listColumnKeys.map((key) => listColumns[key].example)
  const file = await writeXlsx({
    sheets: [
      { name: '交办清单', rows: [sheets[0]!.rows[0]!, filled] },
      { name: sheets[1]!.name, rows: sheets[1]!.rows },
    ],
  })
  const found = await look({ name: '模板.xlsx', stream: Readable.from([Buffer.from(file)]) })
  expect(found).toMatchObject({ faults: [], issues: [{ receipt: listColumns.receipt.example }], ignored: ['填写说明'] })
})

test.each([
  ['2018-07-20', '2018-07-20'],
  ['2018年7月2日', '2018-07-02'],
  ['20180720', '2018-07-20'],
  ['2018.7.20', '2018-07-20'],
  ['7月20日', null],
  ['2018-13-01', null],
  ['43301', null],
])('the day %s', (said, day) => expect(dayIn(said)).toBe(day))

test.each([
  ['噪音', 'noise'],
  ['水污染', 'water'],
  ['固废', 'waste'],
  ['光', null],
])('the pollution %s', (said, pollution) => expect(pollutionIn(said)).toBe(pollution))
