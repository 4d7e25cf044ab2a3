import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { type CellValue, writeXlsx } from 'hucre'
import { afterAll, describe, expect, test } from 'vitest'
import { spoolFile } from './spool.ts'
import { openTable, type SheetRow } from './table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(content: Uint8Array, workbookRows?: number): Promise<SheetRow[]> {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  const table = await openTable(await spoolFile(file), workbookRows === undefined ? {} : { workbookRows })
  const rows: SheetRow[] = []
  for await (const group of table.rows()) rows.push(...group)
  return rows
}

const workbook = (rows: CellValue[][]) => writeXlsx({ sheets: [{ name: '数据', rows }] })

describe('reading a workbook', () => {
  test('cells come as a person reads them, on their lines', async () => {
    const rows = await rowsOf(
      await workbook([
        ['车次', '日期', '货重', '代码'],
        ['X8001', new Date('2018-06-28T00:00:00Z'), 0.1 + 0.2, 914101000000000000],
        [],
        ['X8002', null, -1234.5, '007'],
      ]),
    )
    expect(rows).toEqual([
      { line: 1, cells: ['车次', '日期', '货重', '代码'] },
      { line: 2, cells: ['X8001', '2018-06-28', '0.3', '9.14101E+17'] },
      { line: 4, cells: ['X8002', '', '-1234.5', '007'] },
    ])
  })

  test('a row with a formula says so', async () => {
    const cells = new Map([['1,1', { formula: 'A2*2', formulaResult: 4 }]])
    const content = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [
            ['a', 'b'],
            [2, 4],
            [3, 5],
          ],
          cells,
        },
      ],
    })
    expect((await rowsOf(content)).map((row) => row.formula ?? false)).toEqual([false, true, false])
  })

  test('one row over the limit is refused, the limit is not', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => [index, 'x'])
    expect(await rowsOf(await workbook(rows), 11)).toHaveLength(12)
    await expect(rowsOf(await workbook(rows), 10)).rejects.toMatchObject({
      code: 'ledgers/too-many-rows',
      details: { limit: 10 },
    })
  })
})

describe('workbooks that are refused', () => {
  test('one that is cut anywhere', async () => {
    const whole = await workbook(Array.from({ length: 200 }, (_, index) => [index, `行${index}`]))
    for (const share of [0.2, 0.5, 0.9, 0.999]) {
      await expect(rowsOf(whole.slice(0, whole.length * share)), String(share)).rejects.toMatchObject({
        code: 'ledgers/file-cut',
      })
    }
  })

  test('a zip that is no workbook', async () => {
    await expect(rowsOf(zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]))).rejects.toMatchObject({
      code: 'ledgers/not-a-table',
    })
  })

  test('a zip bomb, and one that lies about its size', async () => {
    const bomb = Buffer.alloc(300 * 1024 * 1024)
    const parts = [
      {
        name: 'xl/workbook.xml',
        content: Buffer.from('<workbook><sheets><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: Buffer.from('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      },
    ]
    const sheet = { name: 'xl/worksheets/sheet1.xml', content: bomb }
    await expect(rowsOf(zipOf([...parts, sheet]))).rejects.toMatchObject({ code: 'ledgers/zip-bomb' })
    await expect(rowsOf(zipOf([...parts, { ...sheet, says: 1000 }]))).rejects.toMatchObject({
      code: 'ledgers/file-cut',
    })
  })
})

/** A zip written by hand, so that it can say untrue sizes (APPNOTE 4.3). */
function zipOf(files: { name: string; content: Buffer; says?: number }[]): Uint8Array {
  const [parts, directory] = [[] as Buffer[], [] as Buffer[]]
  let offset = 0
  for (const { name, content, says } of files) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]),
    )
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end])
}
