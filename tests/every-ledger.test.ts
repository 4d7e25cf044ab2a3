import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { batchOf } from '#parts/ledgers/batches.ts'
import { exportRows } from '#parts/ledgers/export.ts'
import { faultWords } from '#parts/ledgers/fault-words.ts'
import { headingOf } from '#parts/ledgers/headings.ts'
import { type ImportAsked, importFile } from '#parts/ledgers/import.ts'
import type { ExampleRow, Ledger } from '#parts/ledgers/ledger.ts'
import { measureValue } from '#parts/ledgers/measures.ts'
import { ledgers } from '#parts/ledgers/registry.ts'
import { rejectedWorkbook } from '#parts/ledgers/rejected-workbook.ts'
import { namesOf } from '#parts/ledgers/row-values.ts'
import { templateOf } from '#parts/ledgers/template.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from './database.ts'
import { workOn, worldNow } from './world/work.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await write(work, (tx) =>
  addUnit(tx, {
    code: 'ZONE',
    parent: null,
    nameZh: '管委会',
    nameEn: 'Committee',
    kind: 'committee',
    openedOn: '1993-04-01',
  }),
)

// One contract for every ledger that is declared, run with the ledger's own examples.
for (const ledger of (await ledgers()).values()) {
  const { good, bad } = ledger.examples
  const bring = (content: string | Uint8Array, more: Partial<ImportAsked> = {}) =>
    importFile(work, {
      ledger: ledger.name,
      unit: 'ZONE',
      file: { name: 'example', stream: Readable.from([Buffer.from(content)]) },
      ...more,
    })
  const withdrawAll = async () => {
    const { rows } = await pool.query<{ id: number }>(
      'select id::int from batches where ledger = $1 and withdrawn_at is null order by id desc',
      [ledger.name],
    )
    for (const { id } of rows)
      await write(work, (tx) => withdrawBatch(tx, { batch: id, reason: '清空', roots: ['ZONE'] }))
  }

  describe(ledger.name, () => {
    test('its good rows go in, count, and change nothing when they come again', async () => {
      const first = await bring(csvOf(ledger, good))
      expect(first).toMatchObject({
        rows: good.length,
        accepted: good.length,
        corrected: 0,
        unchanged: 0,
        rejected: 0,
        sameAs: null,
      })
      expect(await bring(csvOf(ledger, good))).toMatchObject({
        batch: first.batch,
        accepted: 0,
        unchanged: good.length,
        sameAs: first.batch,
      })
      expect(await bring(`${csvOf(ledger, good)}\n`)).toMatchObject({
        accepted: 0,
        corrected: 0,
        unchanged: good.length,
        sameAs: null,
      })
      await holdRollup(ledger)
    })

    test('a dry run counts the same and changes nothing', async () => {
      await withdrawAll()
      const before = await fingerprint(ledger)
      const counted = await bring(csvOf(ledger, good), { dryRun: true })
      expect(counted).toMatchObject({ batch: null, rows: good.length, accepted: good.length })
      expect(await fingerprint(ledger)).toBe(before)
      expect(await bring(csvOf(ledger, good))).toMatchObject({ accepted: good.length })
    })

    test.each(bad.map(({ row, fails }) => [fails, row] as const))(
      'a row that fails %s says so, and what to do',
      async (fails, row) => {
        const result = await bring(csvOf(ledger, [row]), { dryRun: true })
        const faults = result.findings.flatMap((finding) => finding.faults)
        expect(faults.map((fault) => fault.check)).toContain(fails)
        const warns = faults.every((fault) => fault.severity === 'warn')
        expect(result).toMatchObject(warns ? { warned: 1, rejected: 0 } : { rejected: 1, accepted: 0 })
        for (const locale of ['zh', 'en'] as const) {
          const words = faultWords(ledger, faults.find((fault) => fault.check === fails)!, locale)
          expect(words.reason.length).toBeGreaterThan(3)
          expect(words.cure.length).toBeGreaterThan(3)
          expect(words.reason + words.cure).not.toMatch(/[{}]/)
        }
      },
    )

    test('every check of its own has an example that fails it', () => {
      expect(bad.map((example) => example.fails)).toEqual(
        expect.arrayContaining(ledger.checks.map((check) => check.name)),
      )
    })

    test('a changed row is a correction, and its old version stays', async () => {
      await withdrawAll()
      await bring(csvOf(ledger, good))
      const changed = corrections(ledger, good[0]!)
      const result = await bring(csvOf(ledger, [changed]))
      expect(result).toMatchObject({ rows: 1, accepted: 0, corrected: 1, rejected: 0 })
      const { rows } = await pool.query(
        `select version from ${namesOf(ledger).history} where replaced_by = $1 and replaced_why = 'corrected'`,
        [result.batch],
      )
      expect(rows).toHaveLength(1)
      await holdRollup(ledger)
    })

    test('whatever is imported, corrected and withdrawn, the sums are those of the rows, now and as of every moment before', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 9 }), async (deeds) => {
          await withdrawAll()
          await play(ledger, deeds)
          await holdRollup(ledger)
        }),
        { seed: 20180628, numRuns: 6 },
      )
    })

    test('an import whose connection is lost while it settles leaves nothing', async () => {
      await withdrawAll()
      const before = await fingerprint(ledger)
      const lost = await endedWhileSettling(ledger, () => bring(csvOf(ledger, good)))
      await expect(lost()).rejects.toThrow()
      expect(await fingerprint(ledger)).toBe(before)
      expect(await bring(csvOf(ledger, good))).toMatchObject({ accepted: good.length })
    })

    test('a key that comes twice in a file is rejected on every line it stands on', async () => {
      await withdrawAll()
      const result = await bring(csvOf(ledger, [...good, corrections(ledger, good[0]!)]))
      expect(result).toMatchObject({ rejected: 2, accepted: good.length - 1 })
      expect(result.findings.map((finding) => [finding.line, finding.faults[0]!.check])).toEqual([
        [2, 'duplicate'],
        [good.length + 2, 'duplicate'],
      ])
      expect(result.findings[0]!.cells.join()).toContain(Object.values(good[0]!)[0]!.slice(0, 4))
      await holdRollup(ledger)
    })

    test('GB18030 and UTF-8 with a mark come to the same rows', async () => {
      await withdrawAll()
      const text = csvOf(ledger, good)
      await bring(encodedGb18030(text))
      expect(await bring(`\ufeff${text}`)).toMatchObject({
        accepted: 0,
        corrected: 0,
        unchanged: good.length,
        sameAs: null,
      })
    })

    test('an export imports again unchanged, as CSV and as a workbook, in both languages', async () => {
      await withdrawAll()
      await bring(csvOf(ledger, good))
      for (const format of ['csv', 'xlsx'] as const) {
        for (const locale of ['zh', 'en'] as const) {
          const content = await buffer(exportRows(work, ledger, { filters: [], roots: ['ZONE'], format, locale }))
          expect(await bring(content), `${format} ${locale}`).toMatchObject({
            rows: good.length,
            accepted: 0,
            corrected: 0,
            unchanged: good.length,
            rejected: 0,
          })
        }
      }
    })

    test('its template, filled in, imports without a mapping', async () => {
      await withdrawAll()
      const template = await readXlsx(await read(work, (tx) => templateOf(tx, ledger, '2018-07-01')))
      const headings = template.sheets[0]!.rows[0]!.map(String)
      const names = Object.entries(ledger.columns)
      const nameOf = (heading: string) => names.find(([, column]) => headingOf(column) === heading)![0]
      const rows = good.map((row) => headings.map((heading) => row[nameOf(heading)] ?? null))
      const filled = await writeXlsx({ sheets: [{ name: '数据', rows: [headings, ...rows] }] })
      expect(await bring(filled)).toMatchObject({ accepted: good.length, rejected: 0 })
    })

    test('its rejected rows come back in a workbook that imports once it is mended', async () => {
      await withdrawAll()
      const wrong = bad.find((example) => example.fails === 'required' || example.fails === 'day')!
      const result = await bring(csvOf(ledger, [wrong.row]))
      const batch = await read(work, (tx) => batchOf(tx, result.batch!, ['ZONE']))
      const workbook = await buffer(await rejectedWorkbook(work, batch, 'zh'))
      const [headings, row] = (await readXlsx(workbook)).sheets[0]!.rows as [string[], string[]]
      expect(headings.slice(-3)).toEqual(['行号', '原因', '处理办法'])
      expect(row.at(-3)).toBe(2)
      const names = Object.keys(ledger.columns)
      const mended = headings.map((_, place) =>
        place < names.length ? (good[0]![names[place]!] ?? null) : (row[place] ?? null),
      )
      expect(await bring(workbook)).toMatchObject({ rejected: 1, accepted: 0 })
      expect(await bring(await writeXlsx({ sheets: [{ name: '数据', rows: [headings, mended] }] }))).toMatchObject({
        accepted: 1,
        rejected: 0,
      })
    })
  })
}

/** Lets an import go on until it wants to add to the rollup, and ends its connection there. */
async function endedWhileSettling(ledger: Ledger, start: () => Promise<unknown>): Promise<() => Promise<unknown>> {
  const client = await pool.connect()
  await client.query(`begin; lock table ${namesOf(ledger).rollup} in share mode`)
  const running = start()
  running.catch(() => {})
  const waiting = `select pg_terminate_backend(pid) from pg_locks where not granted and relation = '${namesOf(ledger).rollup}'::regclass`
  for (let ended = 0; ended === 0; ended = (await client.query(waiting)).rowCount ?? 0);
  await client.query('rollback')
  client.release()
  return () => running
}

type Deed = { brings: [number, number][] } | { withdraws: number }

/** A file of a few rows (which of five keys, which value), or the withdrawal of one of the batches so far. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(fc.tuple(fc.nat(4), fc.integer({ min: 2, max: 6 })), {
        minLength: 1,
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((brings) => ({ brings })),
  },
  { weight: 2, arbitrary: fc.nat(8).map((withdraws) => ({ withdraws })) },
)

/** Does the deeds and keeps by hand what must come of them: a row has the value of the latest batch that stands. */
async function play(ledger: Ledger, deeds: readonly Deed[]): Promise<void> {
  const keyColumn = ledger.key.findLast((name) => ['text', 'uscc'].includes(ledger.columns[name]!.kind))!
  const valueColumn = Object.entries(corrections(ledger, ledger.examples.good[0]!)).find(
    ([name, value]) => value !== ledger.examples.good[0]![name],
  )![0]
  const measure = Object.entries(ledger.measures).find(([, candidate]) => candidate.sum === valueColumn)![0]
  const [versions, batches, moments] = [
    new Map<number, { batch: number; value: number }[]>(),
    new Map<number, boolean>(),
    [] as [Date, string][],
  ]
  for (const [index, next] of deeds.entries()) {
    const now = new Date(worldNow.getTime() + ++ticks * 1000)
    const at = workOn(pool, { now })
    if ('brings' in next) {
      const rows = next.brings.map(([key, value]) => ({
        ...ledger.examples.good[0]!,
        [keyColumn]: `K${key}`,
        [valueColumn]: String(value),
      }))
      const stream = Readable.from([Buffer.from(csvOf(ledger, rows) + '\n'.repeat(index + 1))])
      const { batch } = await importFile(at, { ledger: ledger.name, unit: 'ZONE', file: { name: 'deed', stream } })
      batches.set(batch!, true)
      for (const [key, value] of next.brings) {
        const known = versions.get(key) ?? []
        if (known.at(-1)?.value !== value) versions.set(key, [...known, { batch: batch!, value }])
      }
    } else {
      const batch = [...batches.keys()][next.withdraws]
      if (batch === undefined || !batches.get(batch)) continue
      await write(at, (tx) => withdrawBatch(tx, { batch, reason: '试撤回', roots: ['ZONE'] }))
      batches.set(batch, false)
      for (const [key, known] of versions) {
        if (known.at(-1)?.batch !== batch) continue
        const standing = known.findLast((version) => batches.get(version.batch))
        versions.set(key, standing ? [...known, standing] : [])
      }
    }
    const total = [...versions.values()].reduce((sum, known) => sum + (known.at(-1)?.value ?? 0), 0)
    moments.push([now, [...versions.values()].some((known) => known.length > 0) ? String(total) : 'none'])
    for (const [asOf, expected] of moments) {
      const asked = { measure: `${ledger.name}.${measure}`, from: '1990-01-01', to: '2030-12-31' }
      expect((await read(at, (tx) => measureValue(tx, { ...asked, asOf })))?.toFixed() ?? 'none').toBe(expected)
    }
    const current = await read(at, (tx) =>
      measureValue(tx, { measure: `${ledger.name}.${measure}`, from: '1990-01-01', to: '2030-12-31' }),
    )
    expect(current?.toFixed() ?? 'none').toBe(moments.at(-1)![1])
  }
}

let ticks = 0

/** A good row with its first number that is no key changed. */
function corrections(ledger: Ledger, row: ExampleRow): ExampleRow {
  const [name] = Object.entries(ledger.columns).find(
    ([column, { kind }]) => !ledger.key.includes(column) && (kind === 'whole' || kind === 'decimal'),
  )!
  return { ...row, [name]: row[name] === '7' ? '8' : '7' }
}

function csvOf(ledger: Ledger, rows: readonly ExampleRow[]): string {
  const names = Object.keys(ledger.columns)
  const lines = [
    names.map((name) => headingOf(ledger.columns[name]!)),
    ...rows.map((row) => names.map((name) => row[name] ?? '')),
  ]
  return lines
    .map((cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n')
}

/** The bytes of GB18030: found by decoding every pair once, since the platform only decodes it. */
function encodedGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : codes.get(character)!)),
  )
}

/** The rollup equals the same sums taken over the rows. */
async function holdRollup(ledger: Ledger): Promise<void> {
  const names = namesOf(ledger)
  const dimensions = names.dimensions.map(({ column, rolled }) => `coalesce(${column}, '') as ${rolled}`)
  const sums = names.measures.filter((measure) => measure.sum).map((measure) => measure)
  const raw = `select date_trunc('month', ${names.day})::date as day, unit_code, ${[...dimensions, 'count(*) as rows', ...sums.map((sum) => `coalesce(sum(${sum.of}), 0) as ${sum.sum}`)].join(', ')}
    from ${names.rows} group by 1, 2, ${dimensions.map((_, index) => index + 3).join(', ')}`
  const rolled = `select day, unit_code, ${[...names.dimensions.map((dimension) => dimension.rolled), 'rows', ...sums.map((sum) => sum.sum)].join(', ')} from ${names.rollup} where level = 'm' and rows <> 0`
  const { rows } = await pool.query(`(${raw} except ${rolled}) union all (${rolled} except ${raw})`)
  expect(rows).toEqual([])
}

/** Everything an import could change, in one text. */
async function fingerprint(ledger: Ledger): Promise<string> {
  const names = namesOf(ledger)
  const { rows } = await pool.query(
    `select (select md5(coalesce(string_agg(t::text, '|' order by row_id), '')) from ${names.rows} t) as rows, (select count(*) from ${names.history}) as history,
     (select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) from ${names.rollup} r) as rollup, (select count(*) from batches) as batches,
     (select sum(version) from ledger_versions) as version, (select count(*) from audit_entries) as audit, (select count(*) from import_findings) as findings`,
  )
  return JSON.stringify(rows)
}

test('adding a ledger is adding a file: no list of ledgers is kept by hand', async () => {
  const registry = await readFile(new URL('../src/parts/ledgers/registry.ts', import.meta.url), 'utf8')
  for (const ledger of (await ledgers()).keys()) expect(registry).not.toContain(ledger)
})
