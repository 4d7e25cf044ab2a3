import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { spoolFile } from './spool.ts'
import { openTable } from './table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-cut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const heading = '编号,国家,货值\n'
const line = '460520180001,DE,12.50\n'
const long = heading + line.repeat(10_000)

async function opened(text: string) {
  const file = path.join(folder, 'file.csv')
  writeFileSync(file, text)
  return await openTable(await spoolFile(file))
}

test.each([
  ['within a line', `${long}460520180002,D`],
  ['within its first cell', `${long}4605`],
])('a long file that is cut %s is refused when it is opened, with the line', async (_where, text) => {
  await expect(opened(text)).rejects.toMatchObject({ code: 'ledgers/file-cut', details: { line: 10_002 } })
})

test.each([
  ['ends with a line end', long],
  ['only lacks its last line end', long.trimEnd()],
  ['has a quote at its end', `${long}1,"a`],
  ['is one line', `${'1,'.repeat(60_000)}1`],
])('a long file that %s is opened', async (_what, text) => {
  expect(await opened(text)).toMatchObject({ format: 'csv' })
})
