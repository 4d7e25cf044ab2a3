import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RowChecker } from '#parts/ledgers/row-checker.ts'
import type { SyntheticAsked } from '#parts/ledgers/synthetic.ts'
import { parcels } from '#parts/trade/parcels.ledger.ts'
import { apportion, totalsOf } from './apportion.ts'
import { syntheticParcels } from './parcels.ts'

const halfYear = { from: '2018-01-01', to: '2018-06-30' }

function linesOf(asked: SyntheticAsked): string[] {
  let text = ''
  for (const chunk of syntheticParcels.chunks(asked)) text += Buffer.from(chunk.bytes).toString()
  return text.split('\n').slice(0, -1)
}

function rowsOf(asked: SyntheticAsked) {
  return linesOf(asked).map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(syntheticParcels.columns.map((name, place) => [name, cells[place]!])) as Record<
      string,
      string
    >
  })
}

const fenOf = (value: string) => BigInt(value.replace('.', ''))

describe('the source in full', () => {
  test('33 and 29.86 million parcels, 4.68 and 0.26 thousand million yuan', () => {
    expect(totalsOf(62_860_000)).toEqual({
      parcels: [33_000_000n, 29_860_000n],
      fen: [468_000_000_000n, 26_000_000_000n],
    })
  })

  test.each([
    [1, [1n, 0n]],
    [2, [1n, 1n]],
    [100, [52n, 48n]],
    [1_000_000, [524_976n, 475_024n]],
  ])('%i rows share it by the largest remainder', (rows, parcels) => {
    expect(totalsOf(rows).parcels).toEqual(parcels)
  })
})

test('shares add up, and no share is further than one from the true one', () => {
  const weight = fc.bigInt({ min: 0n, max: 10n ** 12n })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.array(weight, { minLength: 1 }), (total, weights) => {
      const whole = weights.reduce((sum, one) => sum + one, 0n)
      fc.pre(whole > 0n)
      const parts = apportion(total, weights)
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total)
      for (const [place, part] of parts.entries()) {
        const distance = part * whole - total * weights[place]!
        expect(distance < whole && distance > -whole).toBe(true)
      }
    }),
    { seed: 1 },
  )
})

test('rows and values of both directions come out exactly, whatever is asked', () => {
  const asked = fc.record({
    rows: fc.integer({ min: 1, max: 2000 }),
    seed: fc.nat(),
    from: fc.constantFrom('2018-01-01', '2017-11-09', '2020-02-29', '2031-06-15'),
    days: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(asked, ({ rows, seed, from, days }) => {
      const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
      const made = rowsOf({ rows, seed, from, to })
      const totals = totalsOf(rows)
      for (const [place, direction] of ['import', 'export'].entries()) {
        const own = made.filter((row) => row['direction'] === direction)
        expect(BigInt(own.length)).toBe(totals.parcels[place])
        expect(own.reduce((sum, row) => sum + fenOf(row['value']!), 0n)).toBe(totals.fen[place])
      }
      expect(new Set(made.map((row) => row['declaration'])).size).toBe(rows)
      const moments = made.map((row) => row['declaredAt']!)
      expect(moments).toEqual([...moments].sort())
      expect(moments.every((moment) => moment.slice(0, 10) >= from && moment.slice(0, 10) <= to)).toBe(true)
    }),
    { seed: 2, numRuns: 30 },
  )
})

test('no row has anything that the ledger would send back or warn of', () => {
  const names = syntheticParcels.columns
  const layout = new Map(names.map((name, place) => [name, place]))
  const checker = new RowChecker(parcels, layout, names.length, { names: new Map(), unit: 'ZONE' })
  for (const line of linesOf({ rows: 20_000, seed: 5, ...halfYear })) {
    const cells = line.split(',')
    if (checker.check(cells, false)) throw new Error(`${line} ${JSON.stringify(checker.check(cells, false))}`)
    const asWritten = names.map((name) => checker.values[Object.keys(parcels.columns).indexOf(name)])
    if (asWritten.join(',') !== line) throw new Error(`${line} is read as ${asWritten.join(',')}`)
  }
})

test('the same question makes the same bytes, another seed others', () => {
  const hash = (seed: number) =>
    createHash('sha256')
      .update(linesOf({ rows: 30_000, seed, ...halfYear }).join('\n'))
      .digest('hex')
  expect(hash(7)).toBe(hash(7))
  expect(hash(7)).not.toBe(hash(8))
})

test('no chunk goes across a break or a day, and breaks change no row', () => {
  const broken: string[] = []
  let done = 0
  for (const chunk of syntheticParcels.chunks({ rows: 50_000, seed: 3, ...halfYear, breakEvery: 999 })) {
    expect(Math.floor(done / 999)).toBe(Math.floor((done + chunk.rows - 1) / 999))
    done += chunk.rows
    const lines = Buffer.from(chunk.bytes).toString().split('\n').slice(0, -1)
    expect(lines.every((line) => line.split(',')[1]!.startsWith(chunk.day))).toBe(true)
    broken.push(...lines)
  }
  expect(broken).toEqual(linesOf({ rows: 50_000, seed: 3, ...halfYear }))
})

test('two ranges of a year never share a number, and numbers of an office rise', () => {
  const spring = rowsOf({ rows: 5000, seed: 1, from: '2018-01-01', to: '2018-03-31' })
  const summer = rowsOf({ rows: 5000, seed: 1, from: '2018-04-01', to: '2018-06-30' })
  const numbers = [...spring, ...summer].map((row) => row['declaration']!)
  expect(new Set(numbers).size).toBe(10_000)
  const rising = numbers.filter((number) => number.startsWith('46052018I'))
  expect(rising).toEqual([...rising].sort())
  expect(numbers.every((number) => /^46\d\d2018[IE]\d{9}$/.test(number))).toBe(true)
})

test('June runs up to 6.18, the Spring Festival is quiet, Sundays are slower', () => {
  const perDay = new Map<string, number>()
  for (const chunk of syntheticParcels.chunks({ rows: 400_000, seed: 1, ...halfYear }))
    perDay.set(chunk.day, (perDay.get(chunk.day) ?? 0) + chunk.rows)
  expect(perDay.get('2018-06-18')!).toBeGreaterThan(1.4 * perDay.get('2018-06-07')!)
  expect(perDay.get('2018-02-17')!).toBeLessThan(0.5 * perDay.get('2018-02-01')!)
  expect(perDay.get('2018-04-15')!).toBeLessThan(perDay.get('2018-04-17')!)
})
