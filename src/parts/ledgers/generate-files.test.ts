import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { writeSynthetic } from './generate-files.ts'
import { ledgerOf } from './registry.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-generate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ledger = await ledgerOf('trade/parcels')
const asked = { rows: 1000, seed: 1, from: '2018-01-01', to: '2018-03-31' }
const linesIn = (name: string) => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1)

test('a folder gets one file a month, each with its headings', async () => {
  const files = await writeSynthetic(ledger, ledger.synthetic!, { ...asked, out: `${folder}/months/` })
  expect(readdirSync(path.join(folder, 'months'))).toEqual([1, 2, 3].map((month) => `parcels-2018-0${month}.csv`))
  expect(files.reduce((sum, { rows }) => sum + rows, 0)).toBe(1000)
  for (const { file, rows } of files) {
    const lines = linesIn(path.join('months', path.basename(file)))
    expect(lines).toHaveLength(rows + 1)
    expect(lines[0]).toContain('清单编号')
  }
})

test('rows a file: all full but the last, and together the same rows', async () => {
  const parts = await writeSynthetic(ledger, ledger.synthetic!, { ...asked, out: `${folder}/parts/`, breakEvery: 300 })
  expect(parts.map(({ rows }) => rows)).toEqual([300, 300, 300, 100])
  const [whole] = await writeSynthetic(ledger, ledger.synthetic!, { ...asked, out: `${folder}/whole.csv` })
  const together = parts.flatMap(({ file }) => linesIn(path.join('parts', path.basename(file))).slice(1))
  expect(together).toEqual(linesIn(path.basename(whole!.file)).slice(1))
})

test('a name without a part for several files is refused before anything is written', async () => {
  const refused = writeSynthetic(ledger, ledger.synthetic!, { ...asked, out: `${folder}/one.csv`, breakEvery: 300 })
  await expect(refused).rejects.toThrow(Refusal)
  expect(readdirSync(folder)).not.toContain('one.csv')
})
