import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { exportTrainHistory, loadTrainHistory } from './history-load.ts'
import { trainHistory } from './history-queries.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const growth = (base: string, later: string) =>
  `/api/trade/trains/history/growth?${new URLSearchParams({ base, later })}`

test('loading the same files twice changes nothing, and they are exported as they were', async () => {
  const told: string[] = []
  await loadTrainHistory(work, zone, ({ en }) => told.push(en))
  expect(told).toEqual(['Published figures of the trains: 0 new or changed'])
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-history-'))
  await exportTrainHistory(work, folder)
  for (const file of ['trade/train-history.csv', 'trade/train-scopes.csv'])
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(zone.text(file))
})

test('a corrected figure leaves the old one on record', async () => {
  const text = zone.text('trade/train-history.csv').replace('1546,列', '1547,列')
  await loadTrainHistory(
    work,
    { ...zone, text: (file) => (file.endsWith('history.csv') ? text : zone.text(file)) },
    () => {},
  )
  const { rows } = await read(work, (tx) =>
    tx.client.query(
      `select value::text as value, dropped_at is null as stands from train_history
       where period = '2021' and what = 'trains' and form = 'level' order by id`,
    ),
  )
  expect(rows).toEqual([
    { value: '1546', stands: false },
    { value: '1547', stands: true },
  ])
  await loadTrainHistory(work, zone, () => {})
})

test('the zone’s own rows stand beside the years that were published; the year that is not over does not', async () => {
  const { own } = await read(work, (tx) => trainHistory(tx, { today: '2018-06-30', roots: ['ZONE'] }))
  expect(own.map(({ year, what }) => `${year} ${what}`)).not.toContain('2018 trains')
  expect(own.find(({ year, what }) => year === '2017' && what === 'trains')).toEqual({
    ...{ year: '2017', what: 'trains', printed: '501', unit: '列', rows: '501', agrees: true },
  })
  const weight = own.find(({ year, what }) => year === '2016' && what === 'weight')
  expect(weight).toMatchObject({ printed: '12.86', unit: '万吨' })
  expect(weight!.agrees).toBe(weight!.rows === '12.86')
})

test('two scopes get no growth but words, and so does a figure that nobody published', async () => {
  const cookie = await signedIn(['viewer'])
  const zh = { 'accept-language': 'zh-CN' }
  const chained = await ask({
    url: growth('zhengzhou period 2019 trains level', 'zhengzhou period 2020 trains level'),
    cookie,
  })
  expect(chained.body).toMatchObject({ growth: '12.6' })
  const broken = await ask({
    url: growth('zhengzhou period 2021 trains level', 'henan-asia period 2023 trains level'),
    cookie,
    headers: zh,
  })
  expect([broken.status, broken.body['code']]).toEqual([422, 'trade/chain-scopes-differ'])
  expect(broken.body['detail']).toContain('2021 和 2023 的统计范围不同')
  const unknown = await ask({ url: growth('x', 'y'), cookie })
  expect([unknown.status, unknown.body['code']]).toEqual([404, 'trade/figure-unknown'])
})

test('the list of conflicts reaches whoever may read, and nobody else', async () => {
  const url = '/api/trade/trains/history'
  const { body } = await ask({ url, cookie: await signedIn(['viewer']) })
  const checks = body['checks'] as { holds: boolean; printed: string }[]
  expect(checks.filter(({ holds }) => !holds).map(({ printed }) => printed)).toEqual(['327', '180', '37.6'])
  expect((await ask({ url })).status).toBe(401)
  expect((await ask({ url, cookie: await signedIn(['administrator']) })).body['code']).toBe('kernel/not-permitted')
})
