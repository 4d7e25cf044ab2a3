import { expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { choose } from './choices.ts'
import { standing, vintagesOf } from './observations.ts'
import { openCatalogue } from './open-catalogue.ts'
import { releaseFigures } from './release.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)

const terms = { since: '2018-01-01', release: 'ended', delayDays: 0 } as const
const subject = { kind: 'indicator', subject: 'industry.output' } as const

const shown = (code: string) =>
  read(work, async (tx) => {
    const open = (await openCatalogue(tx)).byCode.get(code)
    return standing(await vintagesOf(tx, open ? [open] : []))
  })
const shownValue = async (code: string, freq: string, period: string, measure: string) =>
  (await shown(code)).find((one) => one.freq === freq && one.period === period && one.measure === measure)?.value

test('the package opens the headline figures; letting out again adds nothing', async () => {
  expect(await shownValue('gdp', 'S', '2018-H1', 'LEVEL')).toBe('331')
  expect(await shownValue('gdp', 'S', '2018-H1', 'GROWTH')).toBe('10')
  expect(await shownValue('gdp', 'M', '2018-06', 'LEVEL_YTD')).toBe('331')
  expect(await shownValue('parcels.count', 'M', '2018-06', 'LEVEL_YTD')).toBe('6286')
  expect(await releaseFigures(work)).toBe(0)
})

test('records that end a few days before their period make it provisional', async () => {
  const trains = (await shown('trains.count')).find(
    ({ period, measure }) => period === '2018-H1' && measure === 'LEVEL',
  )
  expect([trains?.value, trains?.status]).toEqual(['297', 'provisional'])
})

test('an indicator that nobody opened has no value in the open place at all', async () => {
  const { rows } = await read(work, (tx) =>
    tx.client.query('select distinct indicator from open_observations order by 1'),
  )
  const open = await read(work, openCatalogue)
  expect(rows.map(({ indicator }) => indicator).sort()).toEqual([...open.byCode.keys()].sort())
})

test('a correction is a further row: the value before it stays readable as it was shown', async () => {
  const [first] = await shown('parcels.value')
  const last = await read(work, (tx) =>
    tx.client.query<{ id: string }>(`select max(id) as id from batches where ledger = 'trade/parcel-manifests'`),
  )
  const before = await shownValue('parcels.value', 'A', '2017', 'LEVEL')
  await write(work, (tx) =>
    withdrawBatch(tx, { batch: Number(last.rows[0]?.id), reason: '重复报送，撤回', roots: ['ZONE'] }),
  )
  expect(await releaseFigures(work)).toBeGreaterThan(0)
  const all = await read(work, async (tx) => vintagesOf(tx, [(await openCatalogue(tx)).byCode.get('parcels.value')!]))
  const revised = all.filter(({ validTo }) => validTo !== null)
  expect(revised.length).toBeGreaterThan(0)
  for (const one of revised) expect(one.validFrom).toEqual(first?.validFrom)
  const then = await read(work, async (tx) =>
    standing(await vintagesOf(tx, [(await openCatalogue(tx)).byCode.get('parcels.value')!], first?.validFrom)),
  )
  const year = then.find(({ freq, measure }) => freq === 'A' && measure === 'LEVEL')
  expect(year?.value).toBe(before)
  expect(await releaseFigures(work)).toBe(0)
})

test('opened, embargoed, closed: each choice holds at once, also for what was let out before', async () => {
  const decide = (open: boolean, more = {}) =>
    write(work, (tx) => choose(tx, { subject, open, terms: { ...terms, ...more }, reason: 'try', origin: 'page' }))
  expect(await decide(true)).toBe(true)
  expect(await decide(true)).toBe(false)
  // Two at once let each value out once.
  const added = await Promise.all([releaseFigures(work), releaseFigures(work)])
  expect(Math.min(...added)).toBe(0)
  expect(Math.max(...added)).toBeGreaterThan(0)
  expect(await shownValue('industry.output', 'M', '2018-06', 'LEVEL')).toBeDefined()
  await decide(true, { delayDays: 15 })
  expect(await shownValue('industry.output', 'M', '2018-06', 'LEVEL')).toBeUndefined()
  expect(await shownValue('industry.output', 'M', '2018-05', 'LEVEL')).toBeDefined()
  await decide(true, { since: '2018-03-01' })
  expect(await shownValue('industry.output', 'M', '2018-02', 'LEVEL')).toBeUndefined()
  await decide(true, { release: 'issued' })
  expect(await shown('industry.output')).toEqual([])
  await decide(false)
  expect(await shown('industry.output')).toEqual([])
})

test('a choice is never edited', async () => {
  const edit = (sql: string) => write(work, (tx) => tx.client.query(sql))
  await expect(edit('update open_choices set open = false')).rejects.toThrow('never changed')
  await expect(edit('delete from open_observations')).rejects.toThrow('never changed')
})
