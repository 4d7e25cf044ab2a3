import { Readable } from 'node:stream'
import { type CellValue, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { addUnit, renameUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { projectNames } from '../problems/project-names.ts'
import { projectState, projectStates } from './states.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await write(work, async (tx) => {
  const units = [
    ['ZONE', null, '管委会', 'Administrative Committee'],
    ['PROJECT', 'ZONE', '项目服务部', 'Project Service Department'],
    ['CONSTRUCTION', 'ZONE', '规划建设局', 'Planning and Construction Bureau'],
    ['PARK-AUTO', 'ZONE', '汽车产业园', 'Automobile Industry Park'],
    ['EAST', 'ZONE', '中心小学', 'East School'],
    ['WEST', 'ZONE', '中心小学', 'West School'],
  ] as const
  for (const [code, parent, nameZh, nameEn] of units)
    await addUnit(tx, {
      code,
      parent,
      nameZh,
      nameEn,
      kind: parent ? 'department' : 'committee',
      openedOn: '1993-04-01',
    })
  const renamed = { code: 'CONSTRUCTION', nameZh: '住房和城乡建设局', nameEn: 'Housing and Construction Bureau' }
  await renameUnit(tx, { ...renamed, on: '2016-03-01' })
})

const headings = [
  '序号',
  '项目编号',
  '项目名称',
  '项目类型',
  '责任单位',
  '入库时间',
  '总投资（万元）',
  '开工时间',
  '当前阶段',
  '备注',
]
type Listed = [string, string, string, string, CellValue, ...CellValue[]]
const sheet = async (rows: Listed[], over: string[] = headings) =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '清单',
          rows: [
            ['2018年重点建设项目清单'],
            [],
            ['填报单位：项目服务部'],
            over,
            ...rows.map((row, at) => [at + 1, ...row]),
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 9 }],
        },
      ],
    }),
  )
const bring = async (content: Promise<Buffer>, ledger = 'projects/projects') => {
  const file = { name: '清单.xlsx', stream: Readable.from([await content]) }
  return importFile(work, { ledger, unit: 'PROJECT', file })
}

describe('a list of projects as an office keeps it', () => {
  test('titles above, a number before, remarks behind: units by their name are reached by their people', async () => {
    const first = await bring(
      sheet([
        ['XM-1', '示例一号整车项目', '产业', '汽车产业园', '2018.3.15', 420000, '2018年6月1日', '已开工', '顺利'],
        [
          'XM-2',
          '示例二号小学',
          '学校',
          ' 住房和 城乡建设局',
          new Date('2018-03-15T00:00:00Z'),
          9600,
          null,
          '签约',
          null,
        ],
        ['XM-3', '示例三号安置房', '安置房', '规划建设局', '2018/3/15', '5,200', null, null, null],
        ['XM-4', '示例四号道路', '道路', 'park-auto', '20180315', null, null, null, null],
      ]),
    )
    expect(first).toMatchObject({ rows: 4, accepted: 4, rejected: 0, warned: 0 })
    expect(first.ignored).toEqual(['序号', '当前阶段', '备注'])
    const seenBy = (unit: string) =>
      read(work, async (tx) =>
        (await projectStates(tx, [unit])).map(({ project }) => [project.code, project.department]),
      )
    expect(await seenBy('PARK-AUTO')).toEqual([
      ['XM-1', 'PARK-AUTO'],
      ['XM-4', 'PARK-AUTO'],
    ])
    expect(await seenBy('CONSTRUCTION')).toEqual([
      ['XM-2', 'CONSTRUCTION'],
      ['XM-3', 'CONSTRUCTION'],
    ])
    const outside = read(work, (tx) => projectState(tx, 'XM-1', ['CONSTRUCTION']))
    await expect(outside).rejects.toMatchObject({ code: 'org/outside-scope' })
    const named = await read(work, (tx) => projectNames(tx))
    expect(named.get('XM-3')?.department).toBe('CONSTRUCTION')
  })

  test('a name of no unit, or of two, is warned of with the nearest; nobody is guessed', async () => {
    const second = await bring(
      sheet([
        ['XM-5', '示例五号医院', '医院', '区汽车产业园区', '2018-03-15', 20000, null, null, null],
        ['XM-6', '示例六号学校', '学校', '中心小学', '2018-03-15', 20000, null, null, null],
      ]),
    )
    expect(second).toMatchObject({ accepted: 2, warned: 2 })
    expect(second.findings.map(({ faults }) => faults[0]!.details)).toEqual([
      { unit: '区汽车产业园区', nearest: '汽车产业园 PARK-AUTO' },
      { unit: '中心小学', nearest: '中心小学 EAST' },
    ])
    const seen = await read(work, (tx) => projectStates(tx, ['PARK-AUTO', 'EAST', 'WEST'], { codes: ['XM-5', 'XM-6'] }))
    expect(seen).toEqual([])
  })

  test('an amount in hundred millions is never taken for ten thousands in silence', async () => {
    const inYi = headings.map((heading) => (heading === '总投资（万元）' ? '总投资（亿元）' : heading))
    const listed: Listed[] = [['XM-7', '示例七号公园', '公园', '汽车产业园', '2018-03-15', 42, null, null, null]]
    await expect(bring(sheet(listed, inYi))).rejects.toMatchObject({ code: 'ledgers/heading-unknown' })
    const taken = await bring(sheet(listed))
    expect(taken.findings[0]!.faults[0]).toMatchObject({ check: 'investment-of-hundred-millions' })
  })

  test('the same list with a day and evidence brings the stages', async () => {
    const over = ['序号', '项目编号', '项目名称', '项目类型', '当前阶段', '到达日期', '凭据种类', '凭据', '备注']
    const stages = await bring(
      sheet(
        [
          ['XM-1', '示例一号整车项目', '产业', '已签约', '2018.4.2', '协议编号', '经开招〔2018〕1号', null],
          ['XM-2', '示例二号小学', '学校', '洽谈', '2018年4月9日', null, null, '约谈两次'],
        ],
        over,
      ),
      'projects/project-stages',
    )
    expect(stages.findings.map(({ faults }) => faults)).toEqual([])
    expect((await read(work, (tx) => projectState(tx, 'XM-1', ['PARK-AUTO']))).stage).toBe('signed')
  })
})
