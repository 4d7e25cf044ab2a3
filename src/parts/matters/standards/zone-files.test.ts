import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openZone } from '#kernel/zone.ts'
import { testDatabase } from '#tests/database.ts'
import { openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { exportStandards } from './zone-export.ts'
import { loadStandards } from './zone-load.ts'

test('the desks and standards of the demonstration are read, read again without a new version, and written back as they were', async () => {
  const { pool } = await testDatabase()
  const work = workOn(pool)
  const folder = path.join(import.meta.dirname, '../../../..', 'zones/zhengzhou-2018')
  const zone = openZone(folder)
  await openMattersWorld(work)
  await loadStandards(work, zone, () => {})
  await loadStandards(work, zone, () => {})
  const { rows } = await pool.query('select count(*)::int as sets from matter_standard_sets')
  // The one of the test world, and the demonstration's.
  expect(rows[0].sets).toBe(2)
  const out = mkdtempSync(path.join(tmpdir(), 'jingkai-standards-'))
  try {
    await exportStandards(work, out)
    for (const file of ['matters/desks.yaml', 'matters/standards.csv']) {
      expect(readFileSync(path.join(out, file), 'utf8')).toBe(readFileSync(path.join(folder, file), 'utf8'))
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
