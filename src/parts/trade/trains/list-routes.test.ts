import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { factOf } from '#parts/indicators/indicators.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { trainListTemplate } from './list-template.ts'
import { importTrainList } from './train-list.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const clerk = await signedIn(['clerk'])

describe('the demonstration', () => {
  test('boxes of every train of 2018 add up to its row, in number, TEU, weight and value', async () => {
    const { rows } = await read(work, (tx) =>
      tx.client.query(
        `select t.train_number, t.departed_on from ledger_trade_trains t left join lateral (
           select count(*) as containers, sum(teu) as teu, sum(weight) as weight, sum(value) as value from ledger_trade_train_containers c
           where c.train_number = t.train_number and c.departed_on = t.departed_on) c on true
         where t.departed_on >= '2018-01-01'
           and (c.containers, c.teu, c.weight, c.value) is distinct from (t.containers, t.teu::numeric, t.weight, t.value)`,
      ),
    )
    expect(rows).toEqual([])
  })

  test('trains to Central Asia are on the register and in none of the figures of China–Europe', async () => {
    const { rows } = await read(work, (tx) =>
      tx.client.query(
        `select scope, count(*)::int from ledger_trade_trains where departed_on >= '2018-01-01' group by 1 order by 1`,
      ),
    )
    expect(rows).toEqual([
      { scope: 'asia', count: 10 },
      { scope: 'europe', count: 297 },
    ])
    const fact = (indicator: string) => read(work, (tx) => factOf(tx, { indicator, period: '2018-H1' }))
    expect((await fact('trains.count')).value).toBe('297')
    expect((await fact('trains.containers')).value).toBe('13303')
    expect((await fact('trains.teu')).value).toBe('26606')
    expect(Number((await fact('trains.loaded-share')).value)).toBeGreaterThan(90)
    expect(Number((await fact('trains.punctual')).value)).toBeGreaterThan(50)
  })

  test('three mistyped numbers are all that is found in its lists; its legs join and its plans hold', async () => {
    const { rows } = await read(work, (tx) =>
      tx.client.query(
        `select b.ledger, f ->> 'check' as check, count(*)::int from import_findings i join batches b on b.id = i.batch_id
         cross join lateral jsonb_array_elements(i.faults) f where b.ledger like 'trade/train%' group by 1, 2 order by 1, 2`,
      ),
    )
    expect(rows).toEqual([
      { ledger: 'trade/train-containers', check: 'container-check-digit', count: 2 },
      { ledger: 'trade/train-containers', check: 'container-letter-digit', count: 1 },
    ])
  })
})

describe('templates', () => {
  test.each(['sheet', 'rows'] as const)('the one of form %s imports as it is', async (form) => {
    const content = await trainListTemplate(form)
    const file = { name: '模板.xlsx', stream: Readable.from([Buffer.from(content)]) }
    const { containers, trains, sheets } = await importTrainList(work, { file, unit: 'PORT', dryRun: true })
    expect(containers).toMatchObject({ rows: 2, rejected: 0, warned: 0 })
    expect(trains).toMatchObject([{ number: 'X8203', day: '2018-06-28', direction: '去程', notes: [] }])
    expect(sheets.map((sheet) => sheet.form)).toEqual([form, null])
  })

  test('a clerk downloads it', async () => {
    const url = '/api/trade/trains/lists/templates/rows'
    expect((await ask({ method: 'GET', url, cookie: clerk })).status).toBe(200)
  })
})
