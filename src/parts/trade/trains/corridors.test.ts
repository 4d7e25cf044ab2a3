import { expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { trainBalance } from './balance-queries.ts'
import { corridors } from './corridor-queries.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const cookie = await signedIn(['viewer'])
const see = (query: Parameters<typeof corridors>[1]) => read(work, (tx) => corridors(tx, query, ['ZONE']))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('the corridors of the half year add up to its trains, both ways', async () => {
  const { corridors: found, places } = await see({ period: '2018-H1', scope: 'europe' })
  expect(sum(found.map(({ outbound }) => outbound.trains))).toBe(155)
  expect(sum(found.map((corridor) => corridor.return.trains))).toBe(142)
  const known = new Set(places.map(({ code }) => code))
  expect(found.flatMap(({ path }) => path).filter((code) => !known.has(code))).toEqual([])
  expect(found.every(({ path }) => path[0] === 'CNCGO' && path.length > 2)).toBe(true)
})

test('days inside a month are counted by day, and Central Asia is its own', async () => {
  const halves = await Promise.all(
    ['2018-05-01/2018-05-15', '2018-05-16/2018-05-31', '2018-05'].map((period) => see({ period })),
  )
  const trains = halves.map(({ corridors: found }) => sum(found.map((one) => one.outbound.trains + one.return.trains)))
  expect(trains[0]! + trains[1]!).toBe(trains[2])
  const asia = await see({ period: '2018', scope: 'asia' })
  expect(new Set(asia.corridors.map(({ scope }) => scope))).toEqual(new Set(['asia']))
})

test('a period that is none ends in words', async () => {
  const { status, body } = await ask({ url: '/api/trade/trains/corridors?period=2018-H9', cookie })
  expect([status, body['code']]).toEqual([422, 'period/unreadable'])
})

test('the months make the year, and the plans say what became of them', async () => {
  const { months } = await read(work, (tx) => trainBalance(tx, { year: 2018 }, ['ZONE']))
  expect(sum(months.map(({ outbound }) => outbound.trains))).toBe(155)
  expect(sum(months.map((month) => month.return.trains))).toBe(142)
  const ran = sum(months.map(({ plans }) => plans.onDay + plans.late))
  const { rows } = await read(work, (tx) =>
    tx.client.query<{ ran: string }>(
      `select count(*) as ran from ledger_trade_train_plans where outcome in ('on-day', 'late') and scope = 'europe'`,
    ),
  )
  expect(String(ran)).toBe(rows[0]!.ran)
  expect(months[0]!.outbound.loaded).toBeGreaterThan(0)
  expect(Number(months[0]!.outbound.loadedTeu)).toBeGreaterThan(months[0]!.outbound.loaded!)
})

test('a year without lists has no boxes rather than none', async () => {
  const { months } = await read(work, (tx) => trainBalance(tx, { year: 2016 }, ['ZONE']))
  expect(months[5]!.outbound).toMatchObject({ loaded: null, empty: null, loadedTeu: null })
  expect(sum(months.map(({ outbound }) => outbound.trains))).toBe(137)
})
