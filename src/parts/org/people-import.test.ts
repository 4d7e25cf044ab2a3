import { beforeEach, describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { addUnit, importPeople, searchPeople } from './org.ts'

const { pool } = await testDatabase()
const work = workOn(pool)

beforeEach(async () => {
  await pool.query('truncate units, unit_names, unit_places, people, person_places, demonstration_accounts cascade')
  await write(work, async (tx) => {
    const kind = 'department' as const
    await addUnit(tx, { code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Zone', kind, openedOn: '1993-04-01' })
    await addUnit(tx, { code: 'STAT', parent: 'ZONE', nameZh: '统计局', nameEn: 'Stat', kind, openedOn: '1996-01-01' })
    await addUnit(tx, { code: 'PORT', parent: 'ZONE', nameZh: '口岸办', nameEn: 'Port', kind, openedOn: '2013-05-01' })
  })
})

const headings = ['工号', '姓名', '单位', '职务', '手机', '入职日期']
const list = (...rows: string[][]) => [headings, ...rows].map((cells, at) => ({ line: at + 1, cells }))
const importing = (rows: ReturnType<typeof list>, options: Parameters<typeof importPeople>[2] = {}) =>
  write(work, (tx) => importPeople(tx, rows, options))
const placesOf = async (code: string) => {
  const { rows } = await pool.query(
    `select person_places.unit_code, person_places.title, from_on, to_on from person_places
     join people on people.id = person_id where code = $1 order by from_on`,
    [code],
  )
  return rows.map((row) => Object.values(row).join(' '))
}

describe('an import of people', () => {
  test('takes a long list in, and the same list again changes nothing', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [
      `P${at}`,
      `王${String.fromCodePoint(0x4e00 + at)}`,
      at % 2 ? '统计局' : 'PORT',
      '科员',
      `138${String(at).padStart(8, '0')}`,
      '2016-03-01',
    ])
    const first = await importing(list(...rows))
    expect(first).toMatchObject({ rows: 2000, added: 2000, changed: 0, unchanged: 0, rejected: [] })
    const before = await pool.query('select * from people order by code')
    expect(await importing(list(...rows))).toMatchObject({ rows: 2000, added: 0, changed: 0, unchanged: 2000 })
    expect((await pool.query('select * from people order by code')).rows).toEqual(before.rows)
    const deeds = await pool.query(`select count(*)::int as n from audit_entries where action = 'org/import-people'`)
    expect(deeds.rows[0].n).toBe(1)
    const found = await read(work, (tx) =>
      searchPeople(tx, { query: '王丁', units: ['PORT', 'STAT'], page: 1, size: 9 }),
    )
    expect(found.people.map((person) => person.name)).toEqual(['王丁'])
  })

  test('writes another unit, title, name or phone as a change, and leaves what an empty cell does not say', async () => {
    await importing(
      list(
        ['P1', '张三', 'STAT', '科员', '13800000001', '2016-03-01'],
        ['P2', '李四', 'STAT', '科长', '13800000002', '2016-03-01'],
        ['P3', '王五', 'STAT', '科长', '13800000003', '2016-03-01'],
      ),
    )
    const rows = list(
      ['P1', '张三', '口岸办', '', '', ''],
      ['P2', '李思', 'STAT', '', '', ''],
      ['P3', '王五', 'STAT', '', '13900000003', '2016-03-01'],
    )
    const result = await importing(rows, { on: '2018-06-01' })
    expect(result).toMatchObject({ added: 0, changed: 3, unchanged: 0, rejected: [] })
    expect(await placesOf('P1')).toEqual(['STAT 科员 2016-03-01 2018-06-01', 'PORT 科员 2018-06-01 '])
    expect(await placesOf('P2')).toEqual(['STAT 科长 2016-03-01 '])
    const { rows: people } = await pool.query('select name, pinyin, phone_masked from people order by code')
    expect(people).toEqual([
      { name: '张三', pinyin: 'zhang san', phone_masked: '138****0001' },
      { name: '李思', pinyin: 'li si', phone_masked: '138****0002' },
      { name: '王五', pinyin: 'wang wu', phone_masked: '139****0003' },
    ])
    expect(await importing(rows, { on: '2018-06-01' })).toMatchObject({ changed: 0, unchanged: 3 })
    // A second thought on the same day writes the move anew instead of adding an empty one.
    await importing(list(['P1', '张三', 'ZONE', '', '', '']), { on: '2018-06-01' })
    expect(await placesOf('P1')).toEqual(['STAT 科员 2016-03-01 2018-06-01', 'ZONE 科员 2018-06-01 '])
  })

  test('gives rows with a fault back with their reason and takes the others', async () => {
    await importing(list(['P9', '钱七', 'STAT', '', '', '2017-01-01']))
    const result = await importing(
      list(
        ['P1', '张三', 'STAT', '', '', ''],
        ['P2', '李四', '没有局', '', '', ''],
        ['P3', '王五', 'PORT', '', '', '2012-01-01'],
        ['P9', '钱七', 'STAT', '', '', '2017-02-01'],
        ['P9', '钱七', 'PORT', '', '', ''],
      ),
      { on: '2016-01-01' },
    )
    expect(result).toMatchObject({ rows: 5, added: 1, changed: 0, unchanged: 0 })
    expect(result.rejected.map((row) => `${row.line} ${row.code}`)).toEqual([
      '3 org/unit-unknown',
      '4 org/unit-not-open',
      '5 org/joined-differs',
      '6 org/person-code-twice',
    ])
  })

  test('stays inside the units of the caller, for where people go and where they come from', async () => {
    await importing(list(['P1', '张三', 'STAT', '', '', '2017-01-01']))
    const rows = list(
      ['P1', '张三', 'PORT', '', '', ''],
      ['P2', '李四', 'STAT', '', '', ''],
      ['P3', '王五', 'PORT', '', '', ''],
    )
    const result = await importing(rows, { roots: ['PORT'] })
    expect(result.rejected.map((row) => `${row.line} ${row.code}`)).toEqual([
      '2 org/outside-scope',
      '3 org/outside-scope',
    ])
    expect(result.added).toBe(1)
  })

  test('refuses a list without the columns it needs, and changes nothing', async () => {
    const rows = [{ line: 1, cells: ['姓名', '单位'] }]
    await expect(importing(rows)).rejects.toMatchObject({
      code: 'org/headings-missing',
      details: { missing: ['工号'] },
    })
  })
})
