import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { board } from './board-queries.ts'
import { boardYear } from './board-year.ts'
import { trainOn } from './train-queries.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const cookie = await signedIn(['viewer'])
const get = async (url: string) => (await ask({ url, cookie })).body
const see = (query: Partial<Parameters<typeof board>[1]>) =>
  read(work, (tx) => board(tx, { page: 1, size: 20, ...query }, ['ZONE']))

/** Lines of plans that this test wrote past the rollups. */
const ours = (lines: readonly string[]) => lines.filter((line) => line.startsWith('Z900')).length

/** Rows written straight into the ledgers: what matters here is how they are read. */
await write(work, async (tx) => {
  const { rows } = await tx.client.query<{ id: string; unit: string }>(
    `select batch_id as id, unit_code as unit from ledger_trade_trains where departed_on = '2018-01-03' and train_number = 'X8203'`,
  )
  const { id, unit } = rows[0]!
  const system = [unit, id, tx.now]
  const plans = [
    ['Z9001', '2018-07-05', 'planned', null, null],
    ['Z9002', '2018-07-02', 'cancelled', null, '口岸拥堵'],
    ['Z9003', '2018-06-10', 'planned', null, null],
    ['X8203', '2018-01-01', 'late', '2018-01-03', '等待编组'],
  ]
  await tx.client.query(`delete from ledger_trade_train_plans where train_number = 'X8203' and ran_on = '2018-01-03'`)
  for (const plan of plans)
    await tx.client.query(
      `insert into ledger_trade_train_plans (unit_code, batch_id, recorded_at, direction, scope, route, train_number, planned_on, outcome, ran_on, reason)
       values ($1, $2, $3, 'outbound', 'europe', '郑州—汉堡', $4, $5, $6, $7, $8)`,
      [...system, ...plan],
    )
  await tx.client.query(
    `delete from ledger_trade_train_containers where departed_on = '2018-01-03' and train_number in ('X8203', 'Z9004')`,
  )
  const boxes = [
    ['X8203', 'CSQU3054383', 'loaded', '84', '10.5', '1000.50', '2'],
    ['X8203', 'MRKU4976721', 'loaded', '94', '2', '500', '1'],
    ['X8203', 'TCNU6225360', 'empty', null, '0', '0', '2'],
    ['Z9004', 'TCNU6225360', 'empty', null, '0', '0', '2'],
  ]
  for (const box of boxes)
    await tx.client.query(
      `insert into ledger_trade_train_containers (unit_code, batch_id, recorded_at, direction, scope, departed_on, train_number, container, load, hs, weight, value, teu)
       values ($1, $2, $3, 'outbound', 'europe', '2018-01-03', $4, $5, $6, $7, $8, $9, $10)`,
      [...system, ...box],
    )
})

describe('the board', () => {
  test('begins with the days to come, then goes back from the day of the zone', async () => {
    const { day, upcoming, rows, total } = await see({})
    expect(day).toBe('2018-06-30')
    expect(upcoming.map((row) => row.day)).toEqual(upcoming.map((row) => row.day).toSorted())
    const ours = await see({ q: 'Z900' })
    expect(ours.upcoming).toMatchObject([
      { number: 'Z9002', state: 'cancelled', reason: '口岸拥堵' },
      { number: 'Z9001', state: 'planned' },
    ])
    expect(rows.map((row) => row.day)).toEqual(
      rows
        .map((row) => row.day)
        .toSorted()
        .reverse(),
    )
    expect(total).toBeGreaterThan(1200)
    expect((await see({ page: 2 })).upcoming).toEqual([])
  })

  test('a plan whose day has passed without a train says so', async () => {
    const { rows } = await see({ q: 'Z9003' })
    expect(rows).toMatchObject([{ number: 'Z9003', state: 'overdue', day: '2018-06-10' }])
  })

  test('a train knows how late it left, why, and what its boxes were', async () => {
    const { rows } = await see({ month: '2018-01', state: 'late', q: 'X8203' })
    expect(rows.find(({ day }) => day === '2018-01-03')).toMatchObject({
      ...{ late: 2, plannedOn: '2018-01-01', reason: '等待编组', loaded: 2, empty: 1 },
    })
  })

  test.each([
    ['direction=return&month=2018-04', (row: Record<string, unknown>) => row['direction'] === 'return'],
    ['month=2018-05', (row: Record<string, unknown>) => String(row['day']).startsWith('2018-05')],
    ['state=cancelled', (row: Record<string, unknown>) => row['state'] === 'cancelled'],
    ['scope=asia', (row: Record<string, unknown>) => row['scope'] === 'asia'],
  ])('%s narrows the lines and their count', async (query, fits) => {
    const body = await get(`/api/trade/trains?${query}&size=200`)
    const rows = body['rows'] as Record<string, unknown>[]
    expect(rows.filter((row) => !fits(row))).toEqual([])
    expect(body['total']).toBe(rows.length)
  })

  test('the count from the rollups is the count of the lines', async () => {
    const ways = [{}, { direction: 'return' }, { month: '2018-06' }, { scope: 'asia' }, { state: 'cancelled' }] as const
    for (const way of [...ways, { route: '郑州—汉堡', month: '2017-03' }] as const) {
      const counted: string[] = []
      for (let page = 1; ; page++) {
        const { rows, total } = await see({ ...way, page, size: 200 })
        counted.push(...rows.map(({ number, day }) => `${number} ${day}`))
        if (rows.length < 200) {
          expect(counted.length - ours(counted), JSON.stringify(way)).toBe(total)
          break
        }
      }
    }
  })

  test('pages meet without a gap or a line twice', async () => {
    const lines = await Promise.all(
      [1, 2, 3].map(async (page) => (await see({ page, size: 7, month: '2018-03' })).rows),
    )
    const whole = (await see({ size: 21, month: '2018-03' })).rows
    expect(lines.flat()).toEqual(whole)
  })

  test('a month that is none is told with its field', async () => {
    const { status, body } = await ask({ url: '/api/trade/trains?month=2018-13', cookie })
    expect([status, body['code']]).toEqual([400, 'kernel/shape'])
  })
})

test('the year so far counts China–Europe trains only, as the source does', async () => {
  const year = await read(work, (tx) => boardYear(tx, ['ZONE']))
  expect(year).toMatchObject({ year: 2018, trains: '297', outbound: '155', return: '142', through: '2018-06-28' })
  expect(Number(year.value)).toBeGreaterThan(1_555_000_000)
})

describe('one train', () => {
  const one = (number: string, day: string, roots = ['ZONE']) => read(work, (tx) => trainOn(tx, { number, day }, roots))

  test('sums its boxes, shares them by chapter, and tells where the register says otherwise', async () => {
    const train = await one('X8203', '2018-01-03')
    expect(train.sums).toEqual({
      ...{ containers: 3, loaded: 2, empty: 1, teu: '5', withoutTeu: 0, weight: '12.5', value: '1500.5' },
    })
    expect(train.chapters.map(({ hs, value }) => [hs, value])).toEqual([
      ['84', '1000.5'],
      ['94', '500'],
    ])
    expect(train.differences.map(({ what }) => what)).toEqual(['containers', 'teu', 'weight', 'value'])
    expect(train.differences[1]).toEqual({ what: 'teu', register: '98', list: '5' })
    expect(train.plan).toMatchObject({ plannedOn: '2018-01-01', outcome: 'late' })
    expect(train.train?.batch.file).toContain('trains-2018.csv')
  })

  test('a box that stands on another train the same day names it', async () => {
    const { containers } = await one('X8203', '2018-01-03')
    expect(containers.find(({ container }) => container === 'TCNU6225360')?.alsoOn).toEqual(['Z9004'])
  })

  test('its neighbours lead from train to train in the order of the board', async () => {
    const { next } = await one('X8203', '2018-01-03')
    const back = await one(next!.number, next!.day)
    expect(back.previous).toEqual({ number: 'X8203', day: '2018-01-03' })
  })

  test('a plan that nothing ran has a page too', async () => {
    const plan = await one('Z9001', '2018-07-05')
    expect([plan.train, plan.plan?.outcome, plan.containers]).toEqual([null, 'planned', []])
  })

  test('no train, and a train of another unit, end in words', async () => {
    const { status, body } = await ask({ url: '/api/trade/trains/X1/2018-01-03', cookie })
    expect([status, body['code']]).toEqual([404, 'trade/train-unknown'])
    expect((await ask({ url: '/api/trade/trains/X1/2018-02-30', cookie })).status).toBe(400)
    await expect(one('X8203', '2018-01-03', ['OFFICE-2'])).rejects.toMatchObject({ code: 'trade/train-unknown' })
    const elsewhere = await signedIn(['viewer'], 'OFFICE-2')
    expect((await ask({ url: '/api/trade/trains', cookie: elsewhere })).body).toMatchObject({ rows: [], total: 0 })
  })
})
