import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { CsvScanner } from './csv-scanner.ts'
import { csvLine } from './csv-text.ts'
import { spoolFile } from './spool.ts'
import { openTable, type SheetRow } from './table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(content: string | Uint8Array): Promise<SheetRow[]> {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  const rows: SheetRow[] = []
  for await (const group of (await openTable(await spoolFile(file))).rows()) rows.push(...group)
  return rows
}

const cells = async (content: string | Uint8Array) => (await rowsOf(content)).map((row) => row.cells)

describe('cutting text into records', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '车', ',', '"', '\n', ' ', ';', 'é', '1') })
  const table = fc.array(
    fc.array(cell, { minLength: 2, maxLength: 4 }).filter((row) => row.some((text) => text !== '')),
    { minLength: 1, maxLength: 8 },
  )

  test('what is written as CSV is read back, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(7), { minLength: 1 }), (rows, steps) => {
        const text = rows.map(csvLine).join('')
        const scanner = new CsvScanner(',')
        const found: SheetRow[] = []
        for (let place = 0, turn = 0; place < text.length; turn++) {
          const step = (steps[turn % steps.length] ?? 0) + 1
          found.push(...scanner.push(text.slice(place, place + step)))
          place += step
        }
        found.push(...scanner.end())
        expect(found.map((row) => row.cells)).toEqual(rows)
        // The line of a record is one more than the line ends before it.
        let before = 0
        for (const [index, row] of rows.entries()) {
          expect(found[index]?.line).toBe(before + 1)
          before += csvLine(row).split('\n').length - 1
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  test.each([
    ['commas, LF', 'a,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR alone', 'a,b\r1,2\r'],
    ['no end on the last line', 'a,b\n1,2'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a mark at the beginning', '\ufeffa,b\n1,2\n'],
    ["Excel's line that names the mark", 'sep=;\na;b\n1;2\n'],
    ['UTF-16 as Excel saves Unicode text', Buffer.from('\ufeffa\tb\r\n1\t2\r\n', 'utf16le')],
    ['empty lines between', '\n\na,b\n\n1,2\n\n'],
  ])('%s', async (_name, content) => {
    expect(await cells(content)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('GB18030 is known by what it says, and lines count within quotes', async () => {
    const text = Uint8Array.from([...Buffer.from('a,b\n"x\ny",'), 0xb3, 0xb5, 0xb4, 0xce, 10, ...Buffer.from('3,4\n')])
    expect(await rowsOf(text)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '车次'] },
      { line: 4, cells: ['3', '4'] },
    ])
  })
})

describe('files that are refused', () => {
  const utf8 = (text: string) => [...Buffer.from(text)]
  test.each([
    ['ledgers/file-empty', ''],
    ['ledgers/not-a-table', '%PDF-1.7 something'],
    ['ledgers/not-a-table', Uint8Array.from([1, 2, 0, 3])],
    ['ledgers/old-workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['ledgers/file-cut', 'a,b\n1,"2\n3,4\n'],
    ['ledgers/file-cut', 'a,b,c\n1,2,3\n4,5'],
    ['ledgers/file-cut', Uint8Array.from(utf8('a,b\n1,车').slice(0, -1))],
    ['ledgers/file-cut', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4])],
    [
      'ledgers/encoding-unreadable',
      Uint8Array.from([...utf8('车次,方向,线路,口岸,发车日期,集装箱数\n一,二\n'), 0xff, ...utf8(',三\n')]),
    ],
  ])('%s', async (code, content) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ code })
  })

  test('a broken character is named by its line', async () => {
    const long = '车次,方向,线路,口岸,发车日期\n'.repeat(50_000)
    const content = Buffer.concat([Buffer.from(long), Buffer.from([0xff, 0xfe, 10])])
    await expect(rowsOf(content)).rejects.toMatchObject({
      code: 'ledgers/encoding-unreadable',
      details: { line: 50_001 },
    })
  })

  test('a quote that never closes is named by its line and does not gather the file in memory', async () => {
    const content = `a,b\n1,"2\n${'x,y\n'.repeat(800_000)}`
    await expect(rowsOf(content)).rejects.toMatchObject({ code: 'ledgers/file-cut', details: { line: 2 } })
  })
})
