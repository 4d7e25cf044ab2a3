import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { shownDemonstrationAccounts, unitsUnder } from './org.ts'
import { exportOrg } from './zone-export.ts'
import { loadOrg } from './zone-load.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'zones', 'zhengzhou-2018')
const drafts = mkdtempSync(path.join(tmpdir(), 'jingkai-org-'))
afterAll(() => rmSync(drafts, { recursive: true }))

const rowsOf = (file: string, from = folder) => readFileSync(path.join(from, file), 'utf8').trim().split(/\r?\n/)
const counts = async () => {
  const tables = ['units', 'unit_places', 'unit_names', 'people', 'person_places', 'users', 'grants', 'audit_entries']
  const { rows } = await pool.query(
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)}`,
  )
  return rows[0]
}

test('the demonstration zone loads whole, a second time changes nothing, and it is written back as it was read', async () => {
  const zone = openZone(folder)
  await loadOrg(work, zone, () => {})
  const loaded = await counts()
  expect(loaded).toMatchObject({
    units: rowsOf('units.csv').length - 1,
    people: rowsOf('people.csv').length - 1,
    users: new Set(
      rowsOf('accounts.csv')
        .slice(1)
        .map((row) => row.split(',')[0]),
    ).size,
  })
  await loadOrg(work, zone, () => {})
  expect(await counts()).toEqual(loaded)

  const under = (on: string) => read(work, (tx) => unitsUnder(tx, ['OFFICE-5'], on))
  expect(await under('2017-06-30')).not.toContain('COMMUNITY-206')
  expect(await under('2018-06-30')).toContain('COMMUNITY-206')

  await exportOrg(work, drafts)
  expect(rowsOf('units.csv', drafts)).toEqual(rowsOf('units.csv'))
  expect(rowsOf('unit-moves.csv', drafts)).toEqual(rowsOf('unit-moves.csv'))
  expect(rowsOf('people.csv', drafts).map((row) => row.replace(/,[^,]*$/, ''))).toEqual(rowsOf('people.csv'))

  const shown = await read(work, shownDemonstrationAccounts)
  expect(shown.map((account) => account.username)).toContain('port-clerk')
  expect(shown.find((account) => account.username === 'leader')?.words.zh).toBe('管委会 负责人、查看人')
})

test('a line that cannot be read is named, and nothing of the file is in', async () => {
  const broken = path.join(drafts, 'broken')
  cpSync(folder, broken, { recursive: true, filter: (source) => !/records|submissions/.test(source) })
  writeFileSync(
    path.join(broken, 'units.csv'),
    `${rowsOf('units.csv').join('\n')}\nNEW,ZONE,新局,New,ship,2018-01-01,\n`,
  )
  const before = await counts()
  await expect(loadOrg(work, openZone(broken), () => {})).rejects.toMatchObject({
    ...{ code: 'org/zone-file-unreadable', details: { file: 'units.csv', column: 'kind', value: 'ship' } },
  })
  expect(await counts()).toEqual(before)
})
