import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { anchorAudit, anchorsFile, anchorsIn } from './anchors.ts'
import { type AuditEntry, audit } from './chain.ts'
import { auditOf } from './queries.ts'
import { type Finding, type Verdict, verifyAudit } from './verify.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-audit-'))

const entryOf = (n: number): AuditEntry => ({
  action: n % 2 ? 'ledgers/import' : 'org/move-unit',
  subject: `batch:${n}`,
  ...(n % 3 ? { unit: 'PORT' } : {}),
  ...(n % 4 ? { before: { rows: n, value: new Decimal('15.60'), share: 0.1, 序: ['一', null, n] } } : {}),
  after: { zeta: 1e21, alpha: -0.000001, day: new Date(0), text: '引"号\n\u2028' },
})

const rows = 24

beforeAll(async () => {
  for (let n = 1; n <= rows; n += 4) {
    await write(work, async (tx) => {
      for (let place = n; place < n + 4; place += 1) audit(tx, entryOf(place))
    })
  }
})

/** What verify says after somebody with all rights tampers with the tables; the tampering is undone. */
async function verdictAfter(tamper: (client: pg.ClientBase) => Promise<unknown>): Promise<Verdict> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('alter table audit_entries disable trigger all')
    await client.query('alter table audit_heads disable trigger all')
    await tamper(client)
    return await verifyAudit(client, { anchors: anchorsIn(anchorsFile(folder)) })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const named = (findings: readonly Finding[]) => findings.map(({ seq, kind }) => [seq, kind])

describe('the chain', () => {
  test('is whole as it was written', async () => {
    expect(await verdictAfter(async () => {})).toEqual({ entries: rows, verified: rows, findings: [] })
    expect((await read(work, (tx) => verifyAudit(tx.client, { from: 7 }))).verified).toBe(rows - 6)
  })

  test('refuses to be changed, deleted or emptied', async () => {
    const refused = /append-only/
    await expect(pool.query(`update audit_entries set actor_id = 'x' where seq = 3`)).rejects.toThrow(refused)
    await expect(pool.query('delete from audit_entries where seq = 3')).rejects.toThrow(refused)
    await expect(pool.query('truncate audit_entries')).rejects.toThrow(refused)
    await expect(pool.query('update audit_heads set entries = 1')).rejects.toThrow(refused)
    await expect(pool.query('delete from audit_heads')).rejects.toThrow(refused)
    await expect(pool.query('truncate audit_heads')).rejects.toThrow(refused)
  })

  test('stays gapless under twenty writers at once, and a rollback leaves no trace', async () => {
    const crowd = await testDatabase()
    const side = workOn(crowd.pool)
    const deeds = Array.from({ length: 20 }, (_, writer) =>
      write(side, async (tx) => {
        for (let n = 0; n < 3; n += 1) audit(tx, { action: 'a/b', subject: `writer:${writer}`, after: { n } })
        if (writer % 5 === 4) throw new Error('thought better of it')
      }),
    )
    const ended = await Promise.allSettled(deeds)
    expect(ended.filter((one) => one.status === 'rejected')).toHaveLength(4)
    expect(await read(side, (tx) => verifyAudit(tx.client))).toEqual({ entries: 48, verified: 48, findings: [] })
  })
})

const columns: Record<string, string> = {
  at: `at + interval '1 microsecond'`,
  actor_id: `actor_id || ' '`,
  actor_name: `'某人'`,
  via: `'cli' || via`,
  action: `'x/' || action`,
  subject: `upper(subject)`,
  unit_code: `case when unit_code is null then '' end`,
  before: `case when before is null then 'null'::jsonb else before || '{"rows": 1.00000000000000000001}' end`,
  after: `jsonb_set(after, '{alpha}', '-0.0000010')`,
  request_id: `request_id || '0'`,
  prev_hash: `repeat('f', 64)`,
  hash: `repeat('f', 64)`,
}

describe('tampering', () => {
  const seqs = fc.integer({ min: 1, max: rows })

  test('any single change of any column is found and named', async () => {
    const column = fc.constantFrom(...Object.keys(columns))
    await fc.assert(
      fc.asyncProperty(seqs, column, async (seq, name) => {
        const { findings } = await verdictAfter((client) =>
          client.query(`update audit_entries set ${name} = ${columns[name]} where seq = $1`, [seq]),
        )
        expect(named(findings)).toEqual([[seq, 'changed']])
      }),
      { numRuns: 60, seed: 2018 },
    )
  })

  test('a change with its own hash made to fit is found in the row after it, and named', async () => {
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const { findings } = await verdictAfter(async (client) => {
          await client.query(`update audit_entries set actor_name = '某人' where seq = $1`, [seq])
          await rehash(client, seq)
        })
        expect(named(findings)).toEqual([[seq, 'changed']])
      }),
      { numRuns: 30, seed: 2018 },
    )
  })

  test('any removed rows are found and named, the last ones too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(seqs, { minLength: 1, maxLength: 5 }), async (gone) => {
        const { findings } = await verdictAfter((client) =>
          client.query('delete from audit_entries where seq = any($1)', [gone]),
        )
        expect(named(findings)).toEqual(gone.sort((a, b) => a - b).map((seq) => [seq, 'removed']))
      }),
      { numRuns: 40, seed: 2018 },
    )
  })

  test('any two rows changed over are found and named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(seqs, { minLength: 2, maxLength: 2 }), async (pair) => {
        const [one = 0, other = 0] = pair.sort((a, b) => a - b)
        const { findings } = await verdictAfter(async (client) => {
          await client.query('update audit_entries set seq = 9999 where seq = $1', [one])
          await client.query('update audit_entries set seq = $1 where seq = $2', [one, other])
          await client.query('update audit_entries set seq = $1 where seq = 9999', [other])
        })
        expect(named(findings)).toEqual([
          [one, 'reordered'],
          [other, 'reordered'],
        ])
        expect(findings[0]?.what).toContain(`row ${other}`)
      }),
      { numRuns: 40, seed: 2018 },
    )
  })

  test('a row moved away and a row put behind the end are named', async () => {
    const moved = await verdictAfter((client) => client.query('update audit_entries set seq = 100 where seq = 5'))
    expect(named(moved.findings)).toEqual([[100, 'reordered']])
    const added = await verdictAfter(async (client) => {
      await client.query(
        `insert into audit_entries select 25, at, actor_id, actor_name, via, action, subject, unit_code, before, after,
           request_id, hash, '' from audit_entries where seq = 24`,
      )
      await rehash(client, 25)
    })
    expect(named(added.findings)).toEqual([[25, 'added']])
  })

  test('a head that was cut with its tail, emptied or rewritten is found by the anchors', async () => {
    await anchorAudit(work, folder)
    const cut = await verdictAfter(async (client) => {
      await client.query('delete from audit_entries where seq > 20')
      await client.query('update audit_heads set entries = 20, hash = (select hash from audit_entries where seq = 20)')
    })
    expect(named(cut.findings)).toEqual([21, 22, 23, 24].map((seq) => [seq, 'removed']))
    const rewritten = await verdictAfter(async (client) => {
      await client.query(`update audit_entries set actor_name = '某人' where seq = 9`)
      for (let seq = 9; seq <= rows; seq += 1) await rehash(client, seq)
      await client.query('update audit_heads set hash = (select hash from audit_entries where seq = 24)')
    })
    expect(named(rewritten.findings)).toEqual([[24, 'changed']])
    const emptied = await verdictAfter(async (client) => {
      await client.query('delete from audit_entries')
      await client.query('delete from audit_heads')
    })
    expect(emptied.findings).toHaveLength(rows + 1)
    const otherEnd = await verdictAfter((client) => client.query(`update audit_heads set hash = repeat('a', 64)`))
    expect(named(otherEnd.findings)).toEqual([[24, 'changed']])
  })
})

/** What a forger would do: hash the row over its new fields, following the row before it. */
async function rehash(client: pg.ClientBase, seq: number) {
  const { hashOf } = await import('./chain.ts')
  const { storedRows } = await import('./stored-rows.ts')
  let previous = '0'.repeat(64)
  for await (const row of storedRows(client, Math.max(1, seq - 1))) {
    if (row.seq === seq) {
      const prevHash = seq === 1 ? '0'.repeat(64) : previous
      const hash = hashOf({ ...row, prevHash })
      await client.query('update audit_entries set prev_hash = $2, hash = $3 where seq = $1', [seq, prevHash, hash])
      return
    }
    previous = row.hash
  }
}

describe('anchors and reading', () => {
  test('an anchor is noted once for each end, and a line cut short is left out', async () => {
    const file = anchorsFile(folder)
    await anchorAudit(work, folder)
    await anchorAudit(work, folder)
    expect(anchorsIn(file)).toHaveLength(1)
    writeFileSync(file, `${readFileSync(file, 'utf8')}25 abc`)
    expect(anchorsIn(file)).toHaveLength(1)
    expect(anchorsIn(path.join(folder, 'none'))).toEqual([])
  })

  test('auditors find entries by subject, actor, action and day', async () => {
    const found = await read(work, (tx) =>
      auditOf(tx, { subject: 'batch:1*', action: 'ledgers/*', from: '2018-07-02', to: '2018-07-02', size: 3 }),
    )
    expect(found.total).toBe(6)
    expect(found.entries.map((entry) => entry.subject)).toEqual(['batch:19', 'batch:17', 'batch:15'])
    expect(found.entries[0]).toMatchObject({
      actor: { id: 'person-everybody' },
      before: { value: '15.6' },
      via: 'page',
    })
    const none = await read(work, (tx) => auditOf(tx, { actor: 'nobody', to: '2018-07-01' }))
    expect(none).toEqual({ entries: [], total: 0 })
  })

  test('a hundred thousand rows are verified in seconds', { timeout: 60_000 }, async () => {
    const long = await testDatabase()
    const side = workOn(long.pool)
    for (let round = 0; round < 20; round += 1) {
      await write(side, async (tx) => {
        for (let n = 0; n < 5000; n += 1)
          audit(tx, { action: 'ledgers/correct', subject: `row:${n}`, before: { n }, after: { n: n + 1 } })
      })
    }
    const start = performance.now()
    const verdict = await read(side, (tx) => verifyAudit(tx.client))
    expect(verdict).toEqual({ entries: 100_000, verified: 100_000, findings: [] })
    console.log(`verified 100,000 rows in ${Math.round(performance.now() - start)} ms`)
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
