import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programFolder } from '../src/house.ts'
import { emptyDatabase, testDatabase } from './database.ts'

const { connectionString } = await testDatabase()
const other = await emptyDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-command-'))
const main = path.join(programFolder, 'src/cli/main.ts')
const env = {
  ...process.env,
  DATABASE_URL: connectionString,
  JINGKAI_DATA: path.join(folder, 'data'),
  JINGKAI_LANG: 'zh',
}

/** Runs one command in a process of its own, as a person types it. */
async function jingkai(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  return await jingkaiOn(connectionString, ...words)
}

async function jingkaiOn(database: string, ...words: string[]) {
  const on = { ...env, DATABASE_URL: database }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, ...words], { env: on, cwd: folder })
    return { exit: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { exit: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

const json = async (...words: string[]) => JSON.parse((await jingkai(...words, '--json')).out)

beforeAll(async () => {
  expect(await jingkai('load', path.join(programFolder, 'zones/zhengzhou-2018'))).toMatchObject({ exit: 0 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command line', { timeout: 120_000 }, () => {
  test('figure prints the fact with its change', async () => {
    const fact = await json('figure', 'gdp', '--period', '2018-H1')
    expect(fact).toMatchObject({ indicator: 'gdp', area: 'ZONE', period: '2018-H1', value: '331', unit: '亿元' })
    expect(fact.change).toMatchObject({ value: '10', unit: '%', against: '2017-H1', base: '292.37' })
    for (const key of ['basis', 'status', 'vintage', 'expression', 'inputs']) expect(fact).toHaveProperty(key)
    expect(await json('figure', 'gdp', '--period', '2018-H1', '--unit', '万元')).toMatchObject({ value: '3310000' })
  })

  test('an unknown indicator is refused with the nearest one, an unknown command with usage', async () => {
    expect(await json('figure', 'tains.count', '--period', '2018')).toMatchObject({
      error: { code: 'indicators/unknown' },
    })
    expect((await jingkai('figure', 'tains.count', '--period', '2018')).err).toContain('trains.count')
    expect(await jingkai('figure', 'tains.count', '--period', '2018')).toMatchObject({ exit: 3 })
    expect(await jingkai('fly')).toMatchObject({ exit: 2 })
    expect(await jingkai('figure', 'gdp', '--period', '2018-13')).toMatchObject({ exit: 3 })
  })

  test('pace says one ahead and five behind', async () => {
    const { targets, ...about } = await json('pace', '--year', '2018', '--on', '2018-06-30')
    expect(about).toMatchObject({ year: 2018, on: '2018-06-30' })
    const statuses = targets.map((target: { status: string }) => target.status)
    expect(statuses.toSorted()).toEqual(['ahead', 'behind', 'behind', 'behind', 'behind', 'behind'])
  })

  test('import takes the good rows, returns the bad ones in a workbook, and the same file again changes nothing', async () => {
    const heading = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)'
    const row = (train: string, day: string) => `${train},去程,郑州—汉堡,阿拉山口,${day},41,82,500.1,4000000`
    writeFileSync(
      path.join(folder, 'trains.csv'),
      [heading, row('T1', '2018-06-29'), row('T2', '2018-02-30')].join('\n'),
    )
    const first = await json('import', 'trade/trains', 'trains.csv')
    expect(first).toMatchObject({
      ledger: 'trade/trains',
      rows: 2,
      accepted: 1,
      corrected: 0,
      unchanged: 0,
      rejected: 1,
    })
    expect(existsSync(path.join(folder, 'trains.csv.rejected.xlsx'))).toBe(true)
    expect(await jingkai('import', 'trade/trains', 'trains.csv')).toMatchObject({ exit: 4 })
    expect(await json('import', 'trade/trains', 'trains.csv')).toMatchObject({ accepted: 0, unchanged: 1, rejected: 1 })
    expect(await json('figure', 'trains.count', '--period', '2018-06-29')).toMatchObject({ value: '1' })
  })

  test('bulletin writes each kind of file', async () => {
    for (const ending of ['docx', 'html', 'md']) {
      const written = await json('bulletin', 'half-year', '--period', '2018-H1', '--out', `half-year.${ending}`)
      expect(written).toMatchObject({ template: 'half-year', period: '2018-H1' })
      expect(written.figures).toBeGreaterThan(100)
      expect(existsSync(path.join(folder, `half-year.${ending}`))).toBe(true)
    }
  })

  test('the audit chain holds, and the doctor finds everything well', async () => {
    expect(await json('audit', 'verify')).toMatchObject({ findings: [] })
    const { lines, well } = await json('doctor')
    expect(lines.filter((line: { well: boolean }) => !line.well)).toEqual([])
    expect(well).toBe(true)
  })

  test('a backup restores to an empty database with the same figures', async () => {
    expect(await jingkai('backup', 'kept')).toMatchObject({ exit: 0 })
    expect((await jingkai('backup', 'kept')).err).toContain('kernel/backup-exists')
    expect((await jingkai('restore', 'kept')).err).toContain('kernel/restore-not-empty')
    expect(await jingkaiOn(other.connectionString, 'restore', 'kept')).toMatchObject({ exit: 0 })
    const restored = await jingkaiOn(other.connectionString, 'figure', 'trains.weight', '--period', '2018-H1', '--json')
    const { vintage, ...fact } = await json('figure', 'trains.weight', '--period', '2018-H1')
    expect(JSON.parse(restored.out)).toMatchObject({ ...fact, vintage })
    expect(await jingkaiOn(other.connectionString, 'audit', 'verify')).toMatchObject({ exit: 0 })
  })
})
