import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { openZone, type ZonePackage } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { orgPart } from '#parts/org/part.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { mattersPart } from '../part.ts'

const folder = path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018')
const zone = openZone(folder)
const { pool } = await testDatabase()
const work = workOn(pool)
const said: string[] = []
await write(work, (tx) => keepZone(tx, zone))
await orgPart.load!(work, zone, () => {})
await mattersPart.load!(work, zone, ({ zh }) => said.push(zh))

const one = async <T>(sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows[0] as T
const lines = (file: string) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n').length - 1

describe('the year of matters', () => {
  test('every matter and every deed of the files is kept, with the opening of each', async () => {
    const kept = await one<Record<string, string>>(
      `select (select count(*) from matters) as matters, (select count(*) from matter_steps) as steps,
         (select count(*) from matter_reporters) as reporters, (select count(*) from inspection_issues) as issues`,
    )
    const [matters, deeds] = [lines('matters/matters.csv'), lines('matters/deeds.csv')]
    expect(kept).toEqual({
      ...{ matters: String(matters), steps: String(matters + deeds), reporters: String(matters) },
      issues: String(lines('matters/issues.csv')),
    })
  })

  test('it holds what a year holds: late ones, rework, extensions, suspensions, appeals, rebounds, merges', async () => {
    const counts = await one<Record<string, number>>(
      `select count(*) filter (where closed_at is null)::int as open, count(*) filter (where overdue)::int as overdue,
         count(*) filter (where closed_at is null and due_at < '2018-06-30')::int as "openLate",
         count(*) filter (where rework > 0)::int as rework, count(*) filter (where extended > 0)::int as extended,
         count(*) filter (where suspensions > 0)::int as suspended, count(*) filter (where timeout_exempt)::int as exempt,
         count(*) filter (where reopened > 0)::int as reopened, count(*) filter (where merged_into is not null)::int as merged,
         count(*) filter (where state = 'staged')::int as staged, count(*) filter (where state = 'not-accepted')::int as declined,
         count(*) filter (where cell is null)::int as "noCell" from matters`,
    )
    for (const [name, count] of Object.entries(counts)) {
      if (name === 'noCell') expect(count).toBe(0)
      else expect(count, name).toBeGreaterThan(5)
    }
  })

  test('nothing of it happens after the day of the zone begins', async () => {
    const { last } = await one<{ last: Date }>('select max(at) as last from matter_steps')
    expect(last < new Date('2018-06-29T16:00:00Z')).toBe(true)
  })

  test('nobody who handled a matter checked or closed it', async () => {
    const { bad } = await one<{ bad: string }>(
      `select count(*) as bad from matter_steps s join matters m on m.id = s.matter_id
       where s.deed in ('check', 'close') and s.by_id = any (m.handlers)`,
    )
    expect(bad).toBe('0')
  })

  test('a person with an account acts by it', async () => {
    const { deeds } = await one<{ deeds: string }>(
      `select count(*) as deeds from matter_steps s join users u on u.id::text = s.by_id where u.username = 'inspector'`,
    )
    expect(Number(deeds)).toBeGreaterThan(100)
  })

  test('the same files again change nothing', async () => {
    const count = () => one('select count(*) as steps, max(id) as last from matter_steps')
    const kept = await count()
    await mattersPart.load!(work, zone, () => {})
    expect(await count()).toEqual(kept)
  })

  test('a cell that cannot be read is told with its file, row and column, and nothing is taken in', async () => {
    const { pool: other } = await testDatabase()
    const there = workOn(other)
    const broken: ZonePackage = {
      ...zone,
      text: (file) =>
        file === 'matters/deeds.csv' ? zone.text(file).replace(/^2,2017[^,]*/m, '2,yesterday') : zone.text(file),
    }
    await write(there, (tx) => keepZone(tx, zone))
    await orgPart.load!(there, zone, () => {})
    await expect(mattersPart.load!(there, broken, () => {})).rejects.toMatchObject({
      code: 'matters/record-unreadable',
      details: { file: 'matters/deeds.csv', column: 'at', value: 'yesterday' },
    })
    expect((await other.query('select count(*) as n from matters')).rows[0].n).toBe('0')
  })
})
