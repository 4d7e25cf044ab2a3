import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { type DistributedTable, distributionLine, distributionWell, spreadStatements } from './distribution.ts'
import { ledgerOf } from './registry.ts'
import { sqlNames } from './sql-names.ts'

const { pool } = await testDatabase()
const large = [{ rows: 'ledger_trade_parcels', history: 'ledger_trade_parcels_history', column: 'declaration' }]
const spread = (name: string, column = 'declaration', colocation = 1): DistributedTable => ({
  name,
  column,
  colocation,
  method: 'h',
  reference: false,
})
const everywhere: DistributedTable = { name: 'units', column: null, colocation: 2, method: 'n', reference: true }
const rows = spread('ledger_trade_parcels')
const history = spread('ledger_trade_parcels_history')

test('a plain PostgreSQL has everything on this server', async () => {
  expect(await distributionWell(workOn(pool))).toMatchObject({
    well: true,
    words: { en: 'everything on this server (no Citus)' },
  })
})

test('docs/scale.md has the statements that the test of Citus runs', async () => {
  const text = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8')
  for (const statement of spreadStatements(sqlNames(await ledgerOf('trade/parcels')))) expect(text).toContain(statement)
})

test.each([
  ['nothing distributed', [], true, /nothing is distributed, everything is on the coordinator/],
  [
    'as it should be',
    [rows, history, everywhere],
    true,
    /distributed: ledger_trade_parcels \(declaration\).*on every node: units/,
  ],
  ['old versions left behind', [rows], false, /ledger_trade_parcels_history is not distributed yet/],
  [
    'by another column',
    [spread('ledger_trade_parcels', 'row_id'), history],
    false,
    /lies by row_id and should by declaration/,
  ],
  ['apart from each other', [rows, spread(history.name, 'declaration', 3)], false, /not colocated/],
  ['too much of it', [rows, history, spread('batches', 'id', 4)], false, /should stay on the coordinator: batches/],
])('with Citus, %s', (_name, tables, well, words) => {
  const line = distributionLine('13.2', tables, large, 4)
  expect(line.well).toBe(well)
  expect(line.words.en).toMatch(words)
})
