import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Out } from '#kernel/command.ts'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { importCommand } from './commands.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const unit = { code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee', kind: 'committee' as const }
await write(work, (tx) => addUnit(tx, { ...unit, openedOn: '1993-04-01' }))
const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const headings =
  '清单编号,申报时间,方向,监管方式,国家(地区),商品编码,统一社会信用代码,电商平台,货值(元),重量(千克),状态'
const row = (number: number) =>
  `46012018I${String(number).padStart(9, '0')},2018-06-01 09:30:15,import,1210,DE,3304990099,91410100170033534A,,1.5,0.96,released`
function fileOf(name: string, from: number, tail = '\n'): string {
  const rows = Array.from({ length: 20 }, (_, index) => row(from + index))
  writeFileSync(path.join(folder, name), [headings, ...rows].join('\n') + tail)
  return path.join(folder, name)
}

/** What a person sees of a command: lines, notes beside the bar, and the one object. */
async function given(...files: string[]) {
  const told = { lines: [] as string[], notes: [] as string[], json: undefined as unknown }
  const bar = { step: (_done: number, note = '') => void told.notes.push(note), end: () => {} }
  const out: Out = {
    locale: 'zh',
    wantsJson: false,
    print: (text) => void told.lines.push(text),
    json: (value) => {
      told.json = value
    },
    progress: () => bar,
  }
  const asked = { args: ['parcels'], rest: files, options: { unit: 'ZONE' } }
  const refused = await importCommand.run(work, asked, out).then(
    () => undefined,
    (error) => error,
  )
  return { ...told, refused }
}

test('a command of many files goes on where it stopped, and says which files are in', async () => {
  const files = [fileOf('a.csv', 0), fileOf('b.csv', 100, '\n46012018I,2018'), fileOf('c.csv', 200)]
  const first = await given(...files)
  expect(first.refused).toMatchObject({
    code: 'ledgers/file-cut',
    details: { atFile: files[1], filesIn: [files[0]], filesLeft: 2 },
  })
  expect(first.lines.at(-1)).toMatch(/b\.csv 没有导入；它前面的 1 个文件已经入库，其余 2 个/)
  expect(first.notes.find((note) => note.includes('a.csv'))).toMatch(
    /^第 1\/3 个 a\.csv · 每秒 [\d,]+ 行 · 还需 \d+:\d\d$/,
  )
  fileOf('b.csv', 100)
  const second = await given(...files)
  expect(second.refused).toBeUndefined()
  expect(second.lines[0]).toMatch(/a\.csv：与批次 \d+ 是同一个文件，没有改动/)
  const imports = (second.json as { imports: { accepted: number; sameAs: number | null }[] }).imports
  expect(imports.map(({ accepted, sameAs }) => [accepted, sameAs === null])).toEqual([
    [0, false],
    [20, true],
    [20, true],
  ])
})
