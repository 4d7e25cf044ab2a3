import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Decimal } from 'decimal.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn, worldNow } from '#tests/world/work.ts'
import { loadDemonstration } from '#tests/world/zone.ts'
import { evidenceText, factOf, lineageOf } from './indicators.ts'
import { lineageRows } from './lineage.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const ask = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)
const later = (minutes: number) => new Date(worldNow.getTime() + minutes * 60_000)
const half = (indicator: string, more: { area?: string; asOf?: Date; unit?: string } = {}) =>
  ask((tx) => factOf(tx, { indicator, period: '2018-H1', ...more }))

beforeAll(() => loadDemonstration(work), 120_000)

describe('lineage', () => {
  test.each([
    'trains.value',
    'parcels.value.import',
    'auto.output.share',
    'gdp',
    'trains.value.mean',
    'auto.vehicles.saic',
  ])('%s adds up from batches and rows, and comes out the same from raw rows', async (indicator) => {
    const { fact, tree, sources, replay } = await ask((tx) => lineageOf(tx, { indicator, period: '2018-H1' }))
    expect(replay).toEqual({ value: fact.value, exact: fact.exact, equal: true, from: 'rows' })
    expect(tree?.text).toBe(fact.expression)
    for (const source of sources) {
      const sum = source.parts.reduce((total, part) => total.plus(part.contribution!), new Decimal(0))
      expect(sum.eq(source.value!)).toBe(true)
      expect(source.equal).toBe(true)
      expect(source.parts.reduce((total, part) => total + part.rows, 0)).toBe(source.rows)
      expect(source.first.length).toBe(Math.min(10, source.rows))
    }
  })

  test('opens other indicators down to measures, each node with its value', async () => {
    const { tree } = await ask((tx) => lineageOf(tx, { indicator: 'auto.output.share', period: '2018-H1' }))
    const [auto] = tree!.parts
    expect(auto).toMatchObject({
      to: 'indicator',
      name: 'auto.output',
      unit: '亿元',
      words: { zh: '汽车及零部件产业产值' },
    })
    expect(auto!.parts[0]).toMatchObject({ to: 'measure', name: 'economy/output.output', unit: '万元' })
    expect(new Decimal(auto!.parts[0]!.value!).div(10_000).eq(auto!.value!)).toBe(true)
  })

  test('pages through every row once', async () => {
    const seen: string[] = []
    let after: number | undefined
    do {
      const page = await ask((tx) =>
        lineageRows(tx, { indicator: 'trains.count', period: '2018-H1', input: 0, size: 100, after }),
      )
      seen.push(...page.rows.map((row) => row['$row']!))
      expect(page.total).toBe(297)
      after = page.next ?? undefined
    } while (after !== undefined)
    expect([seen.length, new Set(seen).size]).toEqual([297, 297])
    await expect(
      ask((tx) => lineageRows(tx, { indicator: 'trains.count', period: '2018-H1', input: 1, size: 9 })),
    ).rejects.toMatchObject({ code: 'indicators/input-unknown' })
  })

  test('is exported with hashes that anybody can check', async () => {
    const text = await ask((tx) => evidenceText(tx, { indicator: 'trains.weight', period: '2018-H1' }))
    const lines = text.replace('\uFEFF', '').trim().split('\r\n').slice(1).map(cellsOf)
    const manifest = lines.pop()!
    expect(lines).toHaveLength(297)
    for (const cells of lines) expect(cells.at(-1)).toBe(createHash('sha256').update(cells.at(-2)!).digest('hex'))
    const all = createHash('sha256').update(lines.map((cells) => cells.at(-1)).join(''))
    expect(manifest.at(-1)).toBe(all.digest('hex'))
    const figure = JSON.parse(manifest.at(-2)!) as { value: string; exact: string; rows: number }
    expect(figure).toMatchObject({ value: '15.7', rows: 297 })
    const sum = lines.reduce((total, cells) => total.plus(cells[7]!), new Decimal(0))
    expect(sum.div(10_000).eq(figure.exact)).toBe(true)
  })
})

describe('a corrected row', () => {
  test('changes the figure at once; as of before, it is what it was', async () => {
    const source = readFileSync(
      path.join(import.meta.dirname, '../../../zones/zhengzhou-2018/records/trade/trains-2018.csv'),
      'utf8',
    )
    const [headings, row] = source.split('\n')
    const cells = row!.trim().split(',')
    const value = headings!.trim().split(',').indexOf('货值(美元)')
    const before = await half('trains.value')
    cells[value] = String(Number(cells[value]) + 123)
    const correcting = workOn(pool, { now: later(20) })
    await importFile(correcting, {
      ledger: 'trade/trains',
      file: { name: '更正.csv', stream: Readable.from([`${headings!.trim()}\n${cells.join(',')}\n`]) },
    })
    const after = await half('trains.value')
    const difference = new Decimal(after.exact!).minus(before.exact!)
    expect(difference.times(100_000_000).toFixed()).toBe('123')
    expect(after.vintage).toBe(later(20).toISOString())
    const then = await half('trains.value', { asOf: later(15) })
    expect([then.exact, then.covers]).toEqual([before.exact, before.covers])
    const { sources, replay } = await ask((tx) => lineageOf(tx, { indicator: 'trains.value', period: '2018-H1' }))
    expect(replay.equal).toBe(true)
    expect(sources[0]!.parts.map(({ title }) => title)).toContain('更正.csv')
    const old = await ask((tx) => lineageOf(tx, { indicator: 'trains.value', period: '2018-H1', asOf: later(15) }))
    expect([old.replay.exact, old.replay.equal]).toEqual([before.exact, true])
    expect(old.sources[0]!.parts.map(({ title }) => title)).not.toContain('更正.csv')
    expect((await half('trains.value', { asOf: new Date(after.vintage!) })).exact).toBe(after.exact)
  })

  test('and withdrawn again, leaves the figure as it was, with the withdrawal as its vintage', async () => {
    const corrected = await half('trains.value')
    const { sources } = await ask((tx) => lineageOf(tx, { indicator: 'trains.value', period: '2018-H1' }))
    const batch = sources[0]!.parts.find(({ title }) => title === '更正.csv')!.batch!
    const withdrawing = workOn(pool, { now: later(30) })
    await write(withdrawing, (tx) => withdrawBatch(tx, { batch, reason: '更正有误', roots: ['ZONE'] }))
    const now = await half('trains.value')
    expect(now.vintage).toBe(later(30).toISOString())
    expect(now.exact).toBe((await half('trains.value', { asOf: later(15) })).exact)
    expect((await half('trains.value', { asOf: later(25) })).exact).toBe(corrected.exact)
    const { moments } = await ask((tx) => lineageOf(tx, { indicator: 'trains.value', period: '2018-H1' }))
    expect(moments).toEqual([worldNow, later(20), later(30)].map((moment) => moment.toISOString()))
  })
})

function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, 10)
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}
