import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { personAs, workOn } from '#tests/world/work.ts'
import { type ImportAsked, importFile } from './import.ts'
import { ledgerOf } from './registry.ts'
import { ensureLedgerTables } from './tables-of-ledgers.ts'

const { pool, connectionString } = await testDatabase()
const work = workOn(pool)
await write(work, async (tx) => {
  await addUnit(tx, {
    code: 'ZONE',
    parent: null,
    nameZh: '管委会',
    nameEn: 'Committee',
    kind: 'committee',
    openedOn: '1993-04-01',
  })
  await addUnit(tx, {
    code: 'PARK-A',
    parent: 'ZONE',
    nameZh: '甲产业园',
    nameEn: 'Park A',
    kind: 'park',
    openedOn: '2000-01-01',
  })
  await addUnit(tx, {
    code: 'PARK-B',
    parent: 'ZONE',
    nameZh: '乙产业园',
    nameEn: 'Park B',
    kind: 'park',
    openedOn: '2000-01-01',
  })
})

const heading = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\n'
const bring = (content: string | Uint8Array | Readable, more: Partial<ImportAsked> = {}) =>
  importFile(work, {
    ledger: 'trade/trains',
    unit: 'ZONE',
    file: { name: '班列.csv', stream: content instanceof Readable ? content : Readable.from([Buffer.from(content)]) },
    ...more,
  })

const all = async () => {
  const { rows } = await pool.query(
    `select (select count(*) from ledger_trade_trains) as rows, (select count(*) from batches) as batches, (select count(*) from rollup_trade_trains) as rolled,
       (select count(*) from import_findings) as findings, (select count(*) from audit_entries) as deeds`,
  )
  return rows[0]
}

test.each([
  ['ledgers/headings-missing', '车次,方向\nX1,去程\n', { columns: ['发车日期', '货重', '货值'] }],
  [
    'ledgers/headings-missing',
    heading.replace('发车日期', '发车日朝').concat('X1,去程,,,2018-01-01,1,1,1,1\n'),
    { suggestion: ['发车日朝 → 发车日期'] },
  ],
  [
    'ledgers/heading-unknown',
    heading.replace('集装箱数', '集装箱数量').concat('X1,去程,,,2018-01-01,1,1,1,1\n'),
    { heading: '集装箱数量', suggestion: '集装箱数' },
  ],
  [
    'ledgers/headings-missing',
    heading.replace('货重(吨)', '货重(千克)').concat('X1,去程,,,2018-01-01,1,1,1,1\n'),
    { suggestion: ['货重(千克) → 货重'] },
  ],
  [
    'ledgers/heading-twice',
    heading.replace('线路', '车次').concat('X1,去程,,,2018-01-01,1,1,1,1\n'),
    { heading: '车次' },
  ],
  ['ledgers/no-rows', heading, {}],
  ['ledgers/file-cut', `${heading}X1,去程,,,2018-01-01,1,1,1,1\nX2,去程,,,2018-0`, { line: 3 }],
  ['ledgers/not-a-table', Buffer.from([0x4d, 0x5a, 0, 0, 1]), {}],
])('%s, and nothing changes', async (code, content, details) => {
  const before = await all()
  await expect(bring(content)).rejects.toMatchObject({ code, details })
  expect(await all()).toEqual(before)
})

test('a mapping takes an unknown heading in, or leaves it out', async () => {
  const file = `${heading.replace('集装箱数', '集装箱数量').replace('线路', '备注')}M1,去程,随便,,2018-01-01,7,7,1,1\n`
  const result = await bring(file, { mapping: { 集装箱数量: 'containers', 备注: null }, dryRun: true })
  expect(result).toMatchObject({ accepted: 1, ignored: ['备注'] })
  await expect(bring(file, { mapping: { 集装箱数量: 'container' } })).rejects.toMatchObject({
    code: 'ledgers/mapping-unknown',
    details: { suggestion: 'containers' },
  })
})

test('rows that are ragged, hold a formula, or say a day that does not exist come back; the others go in', async () => {
  const result = await bring(
    `${heading}R1,去程,,,2018-02-01,1,1,1,1\nR2,去程,,,2018-02-02,1,1,1\nR3,去程,=1+1,,2018-02-03,1,1,1,1\nR4,去程,,,2018-02-30,1,1,1,1\nR5,去程,"a,b",,2018-02-05,1,1,1,1\n`,
  )
  expect(result).toMatchObject({ rows: 5, accepted: 2, rejected: 3 })
  expect(result.findings.map((finding) => [finding.line, finding.faults[0]?.check])).toEqual([
    [3, 'ragged'],
    [4, 'formula'],
    [5, 'day'],
  ])
})

test('an upload that drops half-way leaves nothing', async () => {
  const before = await all()
  const upload = new PassThrough()
  const running = bring(upload)
  running.catch(() => {})
  upload.write(`${heading}U1,去程,,,2018-03-01,1,1,1,1\n`)
  upload.destroy(new Error('connection lost'))
  await expect(running).rejects.toMatchObject({ code: 'ledgers/upload-cut' })
  expect(await all()).toEqual(before)
})

test('a process killed while it settles leaves nothing, and the file goes in afterwards', async () => {
  const before = await all()
  const holder = await pool.connect()
  await holder.query('begin; lock table rollup_trade_trains in share mode')
  const script = `
    const { createPool } = await import('#kernel/db/pool.ts')
    const { importFile } = await import('#parts/ledgers/import.ts')
    const pool = createPool(process.env.TEST_URL)
    const actor = { id: 'cli', name: 'cli', via: 'cli', grants: [] }
    const { Readable } = await import('node:stream')
    await importFile({ pool, actor, now: () => new Date(), requestId: 'x', secret: 'x'.repeat(40) },
      { ledger: 'trade/trains', unit: 'ZONE', file: { name: 'x', stream: Readable.from([Buffer.from(process.env.TEST_FILE)]) } })`
  const file = `${heading}K1,去程,,,2018-03-02,1,1,1,1\n`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TEST_URL: connectionString, TEST_FILE: file },
    stdio: 'inherit',
  })
  const waiting = `select pid from pg_locks where not granted and relation = 'rollup_trade_trains'::regclass`
  while ((await holder.query(waiting)).rowCount === 0) expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  await holder.query('rollback')
  holder.release()
  expect(await all()).toEqual(before)
  expect(await bring(file)).toMatchObject({ accepted: 1 })
})

test('a clerk writes only to their own units, in the file and in the ledger', async () => {
  const output = (rows: string) =>
    Readable.from([Buffer.from(`统一社会信用代码,月份,行业,产值(万元),所属单位\n${rows}`)])
  const clerk = workOn(pool, { actor: personAs('clerk', 'PARK-A') })
  const asClerk = (rows: string) =>
    importFile(clerk, { ledger: 'economy/output', roots: ['PARK-A'], file: { name: '产值.csv', stream: output(rows) } })
  const first = await asClerk(
    '91410171DEM000014J,2018-05,汽车,5,甲产业园\n91410171DEM000022D,2018-05,汽车,5,乙产业园\n',
  )
  expect(first).toMatchObject({ accepted: 1, rejected: 1 })
  expect(first.findings[0]?.faults[0]?.check).toBe('outside-scope')
  await importFile(work, {
    ledger: 'economy/output',
    unit: 'ZONE',
    file: { name: '产值.csv', stream: output('91410171DEM000022D,2018-05,汽车,5,乙产业园\n') },
  })
  const second = await asClerk('91410171DEM000022D,2018-05,汽车,9,甲产业园\n')
  expect(second).toMatchObject({ accepted: 0, corrected: 0, rejected: 1 })
  expect(second.findings[0]).toMatchObject({
    faults: [{ check: 'outside-scope', details: { unit: 'PARK-B' } }],
    cells: ['91410171DEM000022D', '2018-05', '汽车', '9', '甲产业园'],
  })
  await expect(
    importFile(clerk, {
      ledger: 'economy/output',
      unit: 'PARK-B',
      roots: ['PARK-A'],
      file: { name: 'x', stream: output('x') },
    }),
  ).rejects.toMatchObject({ code: 'org/outside-scope' })
})

test('tables follow a declaration: an optional column and a measure by themselves, anything else refused', async () => {
  const ledger = await ledgerOf('trade/trains')
  const client = await pool.connect()
  const { note, ...rest } = {
    note: { ...ledger.columns['route']!, words: { zh: '备注', en: 'Note' } },
    ...ledger.columns,
  }
  const wider = { ...ledger, columns: { ...rest, note }, dimensions: [...ledger.dimensions, 'note'] }
  expect(await ensureLedgerTables(client, [ledger])).toEqual([])
  expect(await ensureLedgerTables(client, [wider])).toEqual(['trade/trains'])
  const sums = await client.query(
    `select (select count(*) from ledger_trade_trains)::int as rows, (select sum(rows)::int from rollup_trade_trains where level = 'm') as rolled`,
  )
  expect(sums.rows[0].rolled).toBe(sums.rows[0].rows)
  const stricter = { ...wider, columns: { ...wider.columns, note: { ...note, optional: false } } }
  await expect(ensureLedgerTables(client, [stricter])).rejects.toMatchObject({ code: 'ledgers/shape-changed' })
  await expect(ensureLedgerTables(client, [{ ...wider, key: ['trainNumber'] }])).rejects.toMatchObject({
    code: 'ledgers/shape-changed',
  })
  client.release()
})
