import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { orgPart } from '#parts/org/part.ts'
import { testDatabase } from '#tests/database.ts'
import { personAs, workOn } from '#tests/world/work.ts'
import { mattersPart } from '../part.ts'
import { entriesSql } from './entries-sql.ts'
import type { Entry } from './entry.ts'
import { countsOf, type MeasureName, measureNames } from './measures.ts'
import { countedMatters, countsBy, evaluationOf } from './queries.ts'

const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const { pool } = await testDatabase()
const now = new Date('2018-06-30T02:00:00Z')
const work = workOn(pool, { now })
await write(work, (tx) => keepZone(tx, zone))
await orgPart.load!(work, zone, () => {})
await mattersPart.load!(work, zone, () => {})

describe('the evaluation of the zone', () => {
  test.each(['2018-05', '2018-H1', '2017-12'])(
    'the counts of %s by SQL are those of the declared conditions',
    async (text) => {
      const period = parsePeriod(text)
      const { rows } = await pool.query(
        `with ${entriesSql} select * from entries where stage in ('handle', 'case') and unit = 'CONSTRUCTION'`,
        [
          now,
          new Date(`${period.start}T00:00:00+08:00`),
          new Date(Date.parse(`${period.end}T00:00:00+08:00`) + 86_400_000),
        ],
      )
      const byRule = countsOf(rows.map(entryFrom), now.getTime())
      const bySql = (await read(work, (tx) => countsBy(tx, 'unit', period, now))).find(
        ({ key }) => key === 'CONSTRUCTION',
      )!
      expect(bySql.counts).toEqual(byRule)
      expect(byRule.handleDue).toBeGreaterThan(20)
    },
  )

  test('units that were made careless stand below those that were made careful', async () => {
    const { rows } = await read(work, (tx) => evaluationOf(tx, { subject: 'area', period: '2018-H1' }))
    const place = (key: string) => rows.findIndex((row) => row.key === key)
    expect(place('OFFICE-1')).toBeLessThan(place('OFFICE-6'))
    expect(rows.map(({ grade }) => grade)).not.toContain(null)
  })

  test.each(['closed', 'handledLate', 'reworked', 'load', 'overdueUndone'] satisfies MeasureName[])(
    'the number of %s opens to as many matters',
    async (measure) => {
      const { rows } = await read(work, (tx) => evaluationOf(tx, { subject: 'unit', period: '2018-Q2' }))
      const row = rows.find(({ key }) => key === 'CITY')!
      const asked = { subject: 'unit', period: '2018-Q2', measure, key: 'CITY', page: 1, size: 100 } as const
      const opened = await read(work, (tx) => countedMatters(tx, asked, ['ZONE']))
      expect(opened.total).toBe(row.counts[measure])
      expect(opened.rows.length).toBe(Math.min(100, opened.total))
      if (measure === 'reworked') expect(opened.rows.every(({ reworks }) => reworks > 0)).toBe(true)
    },
  )

  test('months make the quarter: no matter counts twice and none falls between two periods', async () => {
    const of = (text: string) => read(work, (tx) => evaluationOf(tx, { subject: 'unit', period: text }))
    const months = await Promise.all(['2018-04', '2018-05', '2018-06'].map(of))
    const quarter = await of('2018-Q2')
    for (const name of measureNames) {
      const sum = months.reduce((total, { whole }) => total + whole.counts[name]!, 0)
      expect(sum, name).toBe(quarter.whole.counts[name])
    }
  })

  test.each(['inspector', 'acceptor', 'chief', 'dispatcher'] as const)('every %s has a score', async (subject) => {
    const { rows } = await read(work, (tx) => evaluationOf(tx, { subject, period: '2018-05' }))
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(Number(row.total)).toBeGreaterThan(40)
  })

  test('persons are compared only before who supervises', async () => {
    const asReader = workOn(pool, { now, actor: personAs('viewer') })
    await expect(read(asReader, (tx) => evaluationOf(tx, { subject: 'inspector' }))).rejects.toMatchObject({
      code: 'matters/persons-compared',
      status: 403,
    })
  })

  test('a unit opens only matters it may see and is told of the rest', async () => {
    const asked = { subject: 'unit', period: '2018-05', measure: 'closed', page: 1, size: 100 } as const
    const all = await read(work, (tx) => countedMatters(tx, asked, ['ZONE']))
    const own = await read(work, (tx) => countedMatters(tx, asked, ['OFFICE-1']))
    expect(own.total).toBe(all.total)
    expect(own.open).toBeLessThan(own.total)
    expect(own.open).toBeGreaterThan(0)
  })
})

function entryFrom(row: Record<string, unknown>): Entry {
  const at = (name: string) => (row[name] as Date | null)?.getTime() ?? null
  return {
    ...{ stage: row['stage'] as Entry['stage'], startedAt: at('started_at')!, dueAt: at('due_at') },
    ...{ firstDoneAt: at('first_done_at'), doneAt: at('done_at'), registered: row['registered'] === true },
    ...{ cancelled: row['cancelled'] === true, closed: row['closed'] === true, reworks: Number(row['reworks']) },
    ...{ redispatched: row['redispatched'] === true, exempt: row['exempt'] === true },
    ...{ suspended: row['suspended'] === true, origin: row['origin'] as Entry['origin'] },
  }
}
