import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { filesOf, type KillFile, parcels } from '#tests/kills/files.ts'
import { stateOf } from '#tests/kills/state.ts'
import { everybody } from '#tests/world/work.ts'
import { type House, openHouse } from '../../house.ts'
import { distributionWell, spreadStatements } from './distribution.ts'
import { importFile } from './import.ts'
import { ledgerOf } from './registry.ts'
import { enterSent } from './sent-rows.ts'
import { sqlNames } from './sql-names.ts'
import { withdrawBatch } from './withdraw.ts'

/** An empty database of a Citus coordinator, with the extension and its workers in it. */
const url = process.env['DATABASE_URL_CITUS']
if (!url) process.stderr.write('The tests of Citus are skipped: DATABASE_URL_CITUS names no coordinator.\n')

describe.skipIf(!url)('on Citus (skipped unless DATABASE_URL_CITUS names an empty database of a coordinator)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-citus-'))
  let house: House
  let files: Generator<KillFile, never>
  const batches: number[] = []
  const names = ledgerOf(parcels.ledger).then(sqlNames)
  const wrong = async () => {
    const client = await house.pool.connect()
    const state = await stateOf(client, parcels.ledger, await names)
    client.release()
    return state.wrong
  }

  beforeAll(async () => {
    files = filesOf(folder, parcels, 5000)
    house = await openHouse(
      readConfig({ DATABASE_URL: url, JINGKAI_DATA: path.join(folder, 'data'), LOG_LEVEL: 'silent' }),
    )
    const zone = { code: 'ZONE', nameZh: '管委会', nameEn: 'Committee', kind: 'committee' as const }
    await write(house.workAs(everybody), (tx) => addUnit(tx, { ...zone, parent: null, openedOn: '1993-04-01' }))
  }, 120_000)
  afterAll(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('the statements of docs/scale.md spread the ledger, and the doctor finds it well', async () => {
    for (const statement of spreadStatements(await names)) await house.pool.query(statement)
    const line = await distributionWell(house.workAs(everybody))
    expect(line).toMatchObject({ well: true })
    expect(line.words.en).toContain('distributed: ledger_trade_parcels (declaration), ledger_trade_parcels_history')
  })

  test.each(['first', 'more', 'corrections', 'first of another', 'more', 'corrections'])(
    'a file goes in, and sums are those of the rows: %s',
    async () => {
      const file = files.next().value
      const asked = { ledger: parcels.ledger, unit: 'ZONE', file: { name: file.kind, path: file.path } }
      const result = await importFile(house.workAs(everybody), asked)
      expect(result).toMatchObject({ rows: file.rows, ...file.expected })
      expect(await importFile(house.workAs(everybody), asked)).toMatchObject({ accepted: 0, corrected: 0 })
      expect(await wrong()).toEqual([])
      batches.push(result.batch!)
    },
    60_000,
  )

  test('rows that come singly go in, and the second time are known or corrected', async () => {
    const ledger = await ledgerOf(parcels.ledger)
    const row = (number: number, revision: number) => ({
      unit: 'ZONE',
      values: parcels.row('2000-01', number, revision),
    })
    const send = (rows: { unit: string; values: string[] }[]) => {
      const asked = { unit: 'ZONE', name: 'door', rows, rejected: 0, warned: 0, tells: false }
      return write(house.workAs(everybody), (tx) => enterSent(tx, ledger, asked))
    }
    const outcomes = async (rows: { unit: string; values: string[] }[]) =>
      (await send(rows)).fates.map(({ outcome }) => outcome)
    expect(await outcomes([row(90_001, 0), row(90_002, 0)])).toEqual(['entered', 'entered'])
    expect(await outcomes([row(90_001, 0), row(90_002, 1)])).toEqual(['unchanged', 'corrected'])
    expect(await wrong()).toEqual([])
  }, 60_000)

  test('a batch is withdrawn, and rows and sums follow', async () => {
    const asked = { batch: batches.at(-1)!, reason: '试撤回', roots: ['ZONE'] }
    expect(await write(house.workAs(everybody), (tx) => withdrawBatch(tx, asked))).toMatchObject({
      removed: 500,
      restored: 500,
    })
    const found = await wrong()
    expect(found.filter((what) => !what.includes('those of the batches'))).toEqual([])
  }, 60_000)
})
