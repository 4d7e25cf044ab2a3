import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { findingsOf } from './findings.ts'
import { importFile } from './import.ts'
import { ledgerOf } from './registry.ts'
import { namesOf } from './row-values.ts'
import { withdrawBatch } from './withdraw.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const unit = { code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee', kind: 'committee' as const }
await write(work, (tx) => addUnit(tx, { ...unit, openedOn: '1993-04-01' }))
const ledger = await ledgerOf('trade/parcels')
const names = namesOf(ledger)

const headings =
  '清单编号,备注,申报时间,方向,监管方式,国家(地区),商品编码,统一社会信用代码,电商平台,货值(元),重量(千克),状态'
const plain = (row: number, day: string) =>
  `4601201${8 + (row % 2)}I${String(row).padStart(9, '0')},x,${day} 09:30:15,import,1210,DE,3304990099,91410100170033534A,示范平台,182.40,0.96,released`
/** More than the part of a file that is always read in the ordinary way. */
const before = Array.from({ length: 700 }, (_, row) => plain(row, '2018-05-31'))

/** For each heading: cells as they will be stored or are known soon, and what files write too, or should not. */
const cells: [readonly string[], readonly string[]][] = [
  [
    Array.from({ length: 400 }, (_, row) => `46042018E${String(row * 7).padStart(9, '0')}`),
    ['', 'K1', ' 46042018E1', '=1', "'=1", '4.6E+17', '"4604""1"', '清单1', 'x'.repeat(41), '-3'],
  ],
  [
    ['', 'a', '备注'],
    ['=A1', ' =A1', "'=A1", '"a,b"', '"a\nb"'],
  ],
  [
    ['2018-05-31 23:59:59', '2018-06-01 00:00:00', '2018-06-30 12:00:00', '2018-07-01 08:00:01'],
    [
      '2018-06-31 00:00:00',
      '20180601101010',
      '2018-06-01',
      '2018-06-01 24:00:00',
      '2018/6/2 9:05',
      '2018-06-01T09:05:00',
      '',
    ],
  ],
  [
    ['import', 'export', '进口', 'E'],
    ['both', '', ' import '],
  ],
  [
    ['9610', '1210', '9710', '9810'],
    ['1', ''],
  ],
  [
    ['DE', 'US', 'RU'],
    ['de', '德国', '', '=X'],
  ],
  [
    ['3304990099', '6402'],
    ['33', '', '3304.99', '0304990099'],
  ],
  [
    ['91410100170033534A', '91410100MA44UQJ03U'],
    ['914101001700335349', '91410100170033535A', '9.1E+17', ''],
  ],
  [
    ['示范平台', '', 'A b'],
    [' x ', '"q"', "'+x", 'y'.repeat(61)],
  ],
  [
    ['182.40', '0', '1021', '30000.5', '99999999999.99'],
    ['1,5', '"1,021.00"', '-1', '01.5', '1.234', '1.', '.5', '123456789012', '1e3', '1.2.3', ''],
  ],
  [
    ['0.96', '12', '220.125', '0.001'],
    ['1.2345', '960', '1e3', '12345678901234567890', ' 1', '12 '],
  ],
  [
    ['released', '放行', '899', 'cleared'],
    ['gone', ''],
  ],
]
const line = fc
  .tuple(
    ...cells.map(([usual, odd]) =>
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) }),
    ),
  )
  .map((row) => row.join(','))

async function outcome(content: Uint8Array) {
  const file = { name: 'rows.csv', stream: Readable.from([content]) }
  const { batch, seconds: _, ...result } = await importFile(work, { ledger: ledger.name, unit: 'ZONE', file })
  const stored = names.stored.map(({ sql }) => sql).join(', ')
  const rows = await pool.query(`select unit_code, version, ${stored} from ${names.rows} order by ${names.key[0]}`)
  const rollup = await pool.query(
    `select * from ${names.rollup} where rows <> 0 order by level, day, d_direction, d_mode, d_country`,
  )
  const findings = await write(work, (tx) => findingsOf(tx, batch!, { limit: 5000 }))
  await write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '再来一次', roots: ['ZONE'] }))
  return { result, rows: rows.rows, rollup: rollup.rows, findings }
}

test('rows read from bytes are the rows, findings and sums of the ordinary reading, whatever stands in the cells', async () => {
  const lines = fc.array(line, { minLength: 1, maxLength: 60 })
  // One quote, and a whole piece is read in the ordinary way.
  const unquoted = fc.array(
    line.filter((text) => !text.includes('"')),
    { minLength: 1, maxLength: 60 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(lines, { weight: 3, arbitrary: unquoted }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (rows, end, ends) => {
        const text = [headings, ...before, ...rows].join(end) + (ends ? end : `${end}${plain(9999, '2018-06-01')}`)
        // UTF-16 is never read from bytes.
        expect(await outcome(Buffer.from(text))).toEqual(await outcome(Buffer.from(`\ufeff${text}`, 'utf16le')))
      },
    ),
    { seed: 20180630, numRuns: 25 },
  )
})

test('one such cell in a row that is plain otherwise is read in the ordinary way', async () => {
  const usual = (row: number) => plain(1000 + row, '2018-06-01').split(',')
  const known = cells.flatMap(([usualOnes], place) =>
    place === 0 ? [] : usualOnes.map((cell) => [place, cell] as const),
  )
  const odd = cells.flatMap(([, oddOnes], place) => oddOnes.map((cell) => [place, cell] as const))
  for (const quoted of [false, true]) {
    const rows = [...known, ...known, ...odd.filter(([, cell]) => quoted || !cell.includes('"'))].map(
      ([place, cell], row) => usual(row).with(place, cell).join(','),
    )
    const text = [headings, ...before, ...rows, ''].join('\n')
    const read = await outcome(Buffer.from(text))
    expect(read).toEqual(await outcome(Buffer.from(`\ufeff${text}`, 'utf16le')))
    expect(read.findings.length).toBeGreaterThan(30)
  }
})

test('a check that says which columns it looks at looks at no other', () => {
  const bad = ledger.examples.bad.map(({ row }) => row)
  for (const check of ledger.checks) {
    const seen = new Set<string>()
    for (const row of [...ledger.examples.good, ...bad]) {
      const values = { ...row, weight: Number(row['weight']), value: Number(row['value']) }
      for (const direction of ['import', 'export'])
        check.passes(
          new Proxy(
            { ...values, direction },
            {
              get: (target, name) => {
                seen.add(String(name))
                return Reflect.get(target, name)
              },
            },
          ),
        )
    }
    expect(check.of, check.name).toEqual(expect.arrayContaining([...seen]))
  }
})

test('a file cut in its last line is refused, and so are broken characters, by their lines', async () => {
  const text = [headings, ...before].join('\n')
  const bring = (content: Uint8Array) =>
    importFile(work, { ledger: ledger.name, unit: 'ZONE', file: { name: 'x', stream: Readable.from([content]) } })
  await expect(bring(Buffer.from(`${text}\n46012018I,2018`))).rejects.toMatchObject({
    code: 'ledgers/file-cut',
    details: { line: 702 },
  })
  const broken = Buffer.concat([Buffer.from(`${text}\n`), Buffer.from([0xff, 10]), Buffer.from(before[0]!)])
  await expect(bring(broken)).rejects.toMatchObject({ code: 'ledgers/encoding-unreadable', details: { line: 702 } })
})
