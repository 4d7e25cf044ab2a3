import { describe, expect, test } from 'vitest'
import { read, type Work } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { composeBulletin } from './compose.ts'
import { recordsOf } from './origins.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)

const found = (template: string, period: string) =>
  read(work, async (tx) => {
    const { texts, sources } = await composeBulletin(tx, { template, period, locale: 'zh' })
    const { tree, figures } = texts[0]!
    const bulletin = { sha256: `${template} ${period}`, tree, printed: figures, sources, asOf: tx.now }
    const records = await recordsOf(tx, bulletin)
    return { records, figures, sources, again: await recordsOf(tx, bulletin) }
  })

describe('the records behind the figures of a text', () => {
  test('are batches with the rows they brought, and reports', async () => {
    const { records, again } = await found('monthly-brief', '2018-06')
    expect(records.get('fact gdp 2018-01/2018-06 ZONE')).toEqual([
      { title: expect.stringContaining('统计局'), path: expect.stringMatching(/^\/forms\//), batch: null, rows: 1 },
    ])
    const [batch, ...more] = records.get('pace auto.output 2018 ZONE')!
    expect(more).toEqual([])
    expect(batch).toMatchObject({ path: `/batches/${batch!.batch}`, rows: expect.any(Number) })
    expect(batch!.rows).toBeGreaterThan(100)
    expect(again).toBe(records)
  })

  test('are not looked up for the months that only a chart draws', async () => {
    const { records, sources } = await found('half-year', '2018-H1')
    expect(sources.has('fact auto.output 2018-01/2018-03 ZONE')).toBe(true)
    expect(records.has('fact auto.output 2018-01/2018-03 ZONE')).toBe(false)
    const told = [...sources].filter(([key, { of }]) => of === 'fact' && !/ \d{4}-01\/\d{4}-\d\d /.test(key))
    for (const [key] of told) expect(records.get(key)?.length, key).toBeGreaterThan(0)
  })
})
