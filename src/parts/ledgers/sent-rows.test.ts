import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import { byBatch, byBatchOfRows } from '#tests/by-batch.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { rebuildByBatch } from './batch-rollup.ts'
import { momentsByBatch } from './batches-of-days.ts'
import { batchesBehind } from './behind.ts'
import { importFile } from './import.ts'
import { measureOf } from './measures.ts'
import { ledgerOf } from './registry.ts'
import { namesOf } from './row-values.ts'
import { enterSent } from './sent-rows.ts'
import { withdrawBatch } from './withdraw.ts'

const { pool } = await testDatabase()
await pool.query(`insert into units (code, name_zh, name_en, kind, ordinal, opened_on, search_text) values ('ZONE', '管委会', 'Committee', 'committee', 1, '1993-04-01', '');
  insert into unit_names (unit_code, name_zh, name_en, from_on) select code, name_zh, name_en, opened_on from units;
  insert into unit_places (unit_code, parent_code, from_on) values ('ZONE', null, '1993-04-01')`)
const parcels = await ledgerOf('trade/parcels')
const names = namesOf(parcels)
const columns = Object.keys(parcels.columns)

/** One declaration in canonical values; what a property varies is its number, day, country and value. */
interface Varied {
  number: number
  day: number
  country: string
  fen: number
}

const valuesOf = ({ number, day, country, fen }: Varied): string[] => [
  `46042018I${String(number).padStart(9, '0')}`,
  `2018-06-${String(day).padStart(2, '0')} 10:00:00`,
  'import',
  '1210',
  country,
  '3304990099',
  '91410100170033534A',
  '示范进口平台01',
  (fen / 100).toFixed(2),
  '0.960',
  'declared',
]

let passed = 0
/** A clock that goes on, so that every import has a moment of its own. */
const workNow = () => {
  passed += 1000
  return workOn(pool, { now: new Date(Date.parse('2018-07-02T01:30:00Z') + passed) })
}

async function send(rows: readonly Varied[], name = '14时') {
  const asked = { unit: 'ZONE', name, rejected: 0, warned: 0, tells: false }
  const given = rows.map((row) => ({ unit: 'ZONE', values: valuesOf(row) }))
  return write(workNow(), (tx) => enterSent(tx, parcels, { ...asked, rows: given }))
}

async function bring(rows: readonly Varied[]) {
  const content = [columns, ...rows.map(valuesOf)].map((cells) => csvLine(cells)).join('')
  const stream = Readable.from([Buffer.from(content)])
  return importFile(workNow(), { ledger: parcels.name, unit: 'ZONE', file: { name: 'rows.csv', stream } })
}

/** What the ledger says, without who said it when. */
async function told() {
  const stored = names.stored.map(({ sql }) => sql).join(', ')
  const rolled = `level, day, unit_code, ${names.dimensions.map((one) => one.rolled).join(', ')}, rows, m_value, m_weight`
  const [rows, history, rollup] = await Promise.all([
    pool.query(`select ${stored}, unit_code, version from ${names.rows} order by declaration`),
    pool.query(
      `select ${stored}, unit_code, version, replaced_why from ${names.history} order by declaration, version`,
    ),
    pool.query(`select ${rolled} from ${names.rollup} where rows <> 0 order by ${rolled}`),
  ])
  return { rows: rows.rows, history: history.rows, rollup: rollup.rows }
}

async function empty() {
  await pool.query(`truncate ${names.rows}, ${names.history}, ${names.rollup}, ${names.byBatch}, batches cascade`)
}

const varied = fc.record({
  number: fc.integer({ min: 1, max: 6 }),
  day: fc.integer({ min: 1, max: 3 }),
  country: fc.constantFrom('JP', 'DE'),
  fen: fc.integer({ min: 1, max: 3 }),
})
const groups = fc.array(fc.uniqueArray(varied, { selector: ({ number }) => number, minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
})

describe('rows that come singly', () => {
  test('leave the ledger, its history and its rollup as files of the same rows would', async () => {
    await fc.assert(
      fc.asyncProperty(groups, async (sent) => {
        await empty()
        for (const rows of sent) await bring(rows)
        const byFiles = await told()
        await empty()
        for (const rows of sent) await send(rows)
        expect(await told()).toEqual(byFiles)
      }),
      { seed: 3, numRuns: 12 },
    )
  })

  test('are one batch within its name, and withdrawn as one, whatever it corrected on the way', async () => {
    await empty()
    await bring([{ number: 1, day: 1, country: 'JP', fen: 100 }])
    const before = await told()
    const first = await send([
      { number: 1, day: 1, country: 'JP', fen: 200 },
      { number: 2, day: 1, country: 'DE', fen: 5 },
    ])
    const second = await send([{ number: 1, day: 2, country: 'DE', fen: 300 }])
    const third = await send([{ number: 1, day: 2, country: 'DE', fen: 300 }])
    expect([second.batch, third.batch]).toEqual([first.batch, first.batch])
    expect(first.fates).toEqual([
      {
        outcome: 'corrected',
        before: expect.objectContaining({ value: '1', country: 'JP' }),
        batch: expect.any(Number),
      },
      { outcome: 'entered' },
    ])
    expect(second.fates).toEqual([
      { outcome: 'corrected', before: expect.objectContaining({ value: '2' }), batch: first.batch },
    ])
    expect(third.fates).toEqual([{ outcome: 'unchanged' }])
    const { rows } = await pool.query(
      'select origin, rows::int, accepted::int, corrected::int, unchanged::int from batches where id = $1',
      [first.batch],
    )
    expect(rows).toEqual([{ origin: 'door', rows: 4, accepted: 1, corrected: 2, unchanged: 1 }])
    await write(workNow(), (tx) => withdrawBatch(tx, { batch: first.batch, reason: '试发', roots: ['ZONE'] }))
    const after = await told()
    expect(after.rows.map(({ version, ...row }) => row)).toEqual(before.rows.map(({ version, ...row }) => row))
    expect(after.rollup).toEqual(before.rollup)
    expect((await send([{ number: 3, day: 1, country: 'JP', fen: 1 }])).batch).not.toBe(first.batch)
  })

  test('may not touch a row of a unit that the sender may not write to', async () => {
    await empty()
    await send([{ number: 1, day: 1, country: 'JP', fen: 100 }])
    const rows = [{ unit: 'PORT', values: valuesOf({ number: 1, day: 1, country: 'JP', fen: 999 }) }]
    const asked = { unit: 'PORT', name: '15时', rejected: 0, warned: 0, tells: false, rows, allowed: new Set(['PORT']) }
    const { fates } = await write(workNow(), (tx) => enterSent(tx, parcels, asked))
    expect(fates).toEqual([{ outcome: 'outside', unit: 'ZONE' }])
    expect((await told()).rows).toMatchObject([{ value: '1.00', version: 1 }])
  })
})

/** A deed of anybody: a file, rows sent within an hour, or the withdrawal of a batch that stands. */
const deeds = fc.array(
  fc.oneof(
    fc.record({
      by: fc.constantFrom('file' as const, '14时' as const, '15时' as const),
      rows: groups.map((all) => all[0]!),
    }),
    fc.record({ by: fc.constant('withdrawal' as const), which: fc.nat({ max: 9 }) }),
  ),
  { minLength: 2, maxLength: 9 },
)

describe('sums by batch', () => {
  test('are those of the rows after any deeds, also when they are built anew, and name every moment', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (done) => {
        await empty()
        const standing: number[] = []
        for (const deed of done) {
          if (deed.by !== 'withdrawal') {
            const { batch } = deed.by === 'file' ? await bring(deed.rows) : await send(deed.rows, deed.by)
            if (batch && !standing.includes(batch)) standing.push(batch)
          } else if (standing.length > 0) {
            const [batch] = standing.splice(deed.which % standing.length, 1)
            await write(workNow(), (tx) => withdrawBatch(tx, { batch: batch!, reason: '试', roots: ['ZONE'] }))
          }
          expect(await byBatch(pool, names)).toEqual(await byBatchOfRows(pool, names))
        }
        await holdsMoments()
        const kept = await byBatch(pool, names)
        await rebuild()
        expect(await byBatch(pool, names)).toEqual(kept)
        await holdsMoments()
      }),
      { seed: 5, numRuns: 25 },
    )
  })

  test('name a withdrawal on the day that a row comes back to, though its batch had never been there', async () => {
    await empty()
    const row = { number: 1, country: 'JP', fen: 100 }
    await bring([{ ...row, day: 1 }])
    const moved = await send([{ ...row, day: 3 }], '14时')
    const again = await send([{ ...row, day: 2 }], '15时')
    for (const { batch } of [moved, again])
      await write(workNow(), (tx) => withdrawBatch(tx, { batch, reason: '试', roots: ['ZONE'] }))
    expect((await told()).rows).toMatchObject([{ declared_at: '2018-06-01 10:00:00' }])
    await holdsMoments()
    await rebuild()
    await holdsMoments()
  })

  test('answer batch by batch what the rows do', async () => {
    await empty()
    await bring([1, 2, 3].map((number) => ({ number, day: 1, country: 'JP', fen: 100 * number })))
    await send([{ number: 2, day: 2, country: 'DE', fen: 5 }])
    const asked = { measure: 'trade/parcels.value', from: '2018-06-01', to: '2018-06-30' }
    const now = await read(workNow(), (tx) => batchesBehind(tx, asked))
    const then = await read(workNow(), (tx) => batchesBehind(tx, { ...asked, asOf: new Date('2019-01-01') }))
    expect(now).toEqual(then)
    expect(now.map(({ rows, contribution }) => [rows, contribution.toFixed()])).toEqual([
      [2, '4'],
      [1, '0.05'],
    ])
    const german = { ...asked, filters: [{ dimension: 'country', values: ['DE'] }] }
    expect(await read(workNow(), (tx) => batchesBehind(tx, german))).toHaveLength(1)
  })
})

/** Every moment at which a row of a day came or went is among those that the batches tell. */
async function holdsMoments(): Promise<void> {
  for (const day of ['2018-06-01', '2018-06-02', '2018-06-03']) {
    const fits = `declared_at::date = '${day}'`
    const { rows } = await pool.query<{ at: Date }>(
      `select recorded_at as at from ${names.rows} where ${fits} union select recorded_at from ${names.history} where ${fits}
       union select replaced_at from ${names.history} where ${fits}`,
    )
    const asked = { measure: 'trade/parcels.value', from: day, to: day }
    const moments = await read(workNow(), async (tx) => momentsByBatch(tx, await measureOf(asked), asked))
    expect(moments.map((moment) => moment.getTime())).toEqual(
      expect.arrayContaining(rows.map(({ at }) => at.getTime())),
    )
  }
}

async function rebuild(): Promise<void> {
  const client = await pool.connect()
  await client.query(`truncate ${names.byBatch}`)
  await rebuildByBatch(client, names)
  client.release()
}
