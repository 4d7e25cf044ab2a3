import { describe, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import type { Endpoint, Reply } from '#kernel/http/endpoint.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { consignmentsShape, portsShape } from './port-shapes.ts'
import { enterpriseShape, enterprisesShape, freeTradeShape, policiesShape } from './shapes.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const cookie = await signedIn(['viewer'])

/** What the door answers; `rest` follows its path, or stands for its parameter. */
const get = async <E extends Endpoint>(endpoint: E, rest = ''): Promise<Reply<E>> =>
  (await ask({ url: endpoint.path.replace('/:code', '') + rest, cookie })).body as Reply<E>

describe('the page of the zone', () => {
  test('adds up to the figures, and tells what does not count', async () => {
    const body = await get(freeTradeShape, '?since=2017-04-01')
    expect(body).toMatchObject({ day: '2018-06-30', total: { enterprises: 4886, capital: '3100000' }, earlier: 0 })
    expect(body).toMatchObject({ wrongCodes: 3, strayChanges: 0 })
    const sum = (list: { enterprises: number }[]) => list.reduce((total, one) => total + one.enterprises, 0)
    for (const list of [body.months, body.blocks, body.kinds, body.industries]) expect(sum(list)).toBe(4886)
    expect(body.months.at(-1)).toMatchObject({ month: '2018-06', enterprises: 457, capital: '265000' })
    const later = await get(freeTradeShape, '?since=2018-06-15')
    expect(later.total.enterprises + later.earlier).toBe(4886)
    const foreign = body.kinds.filter((kind) => kind.foreign)
    expect(sum(foreign)).toBe(body.foreign.enterprises)
  })

  test('reforms and cases stand at their stages, with what is next', async () => {
    const { reforms, innovations } = await get(policiesShape)
    const copied = reforms.items.filter(({ steps }) => steps.some(({ stage }) => stage === 'copied'))
    expect(copied).toHaveLength(40)
    expect(reforms.items.find(({ stage }) => stage === 'studied')).toMatchObject({ next: 'adopted' })
    expect(innovations.stages.map(({ stage }) => stage).at(-1)).toBe('adopted-nation')
    expect(innovations.items.filter(({ next }) => next === null)).toHaveLength(1)
  })

  test('enterprises are found by present name, former name and code', async () => {
    const { rows } = await read(work, (tx) =>
      tx.client.query<{ uscc: string; name: string; registered: string }>(
        `select c.uscc, c.name, r.name as registered from ledger_trade_ftz_changes c join ledger_trade_ftz_registrations r using (uscc)
         where c.name is not null and not exists (select from ledger_trade_ftz_changes l where l.uscc = c.uscc and l.changed_on > c.changed_on) limit 1`,
      ),
    )
    const { uscc, name, registered } = rows[0]!
    for (const q of [name, registered, uscc, uscc.slice(0, 17).toLowerCase()]) {
      const found = await get(enterprisesShape, `?q=${encodeURIComponent(q)}`)
      expect(
        found.rows.find((row) => row.uscc === uscc),
        q,
      ).toMatchObject({ name })
    }
    const one = await get(enterpriseShape, `/${uscc}`)
    expect(one.names.map((borne) => borne.name)).toEqual(expect.arrayContaining([registered, name]))
    expect(one.names.at(-1)).toMatchObject({ name, until: null })
    expect(one.code.whole.passes && one.code.organisation.passes).toBe(true)
    expect((await get(enterprisesShape, '?q=%25')).total).toBe(0)
  })

  test('wrong codes are listed and explained', async () => {
    const { rows, total } = await get(enterprisesShape, '?codes=wrong')
    expect(total).toBe(3)
    const explained = await Promise.all(rows.map(({ uscc }) => get(enterpriseShape, `/${uscc}`)))
    const passes = explained.map(({ code }) => [code.organisation.passes, code.whole.passes])
    expect(passes).toContainEqual([true, false])
    expect(passes).toContainEqual([false, true])
    expect(explained.flatMap(({ code }) => code.whole.strangers)).toEqual([11])
  })

  test('a trader of the parcel manifests shows its parcels', async () => {
    const one = await get(enterpriseShape, '/91410171DEM000719R')
    expect(one.parcels.length).toBeGreaterThan(0)
    expect(Number(one.parcels[0]?.parcels)).toBeGreaterThan(1000)
  })

  test('a code that is not registered is refused with what to do', async () => {
    const { status, body } = await ask({ url: '/api/trade/free-trade/enterprises/91110000600037341L', cookie })
    expect([status, body['code']]).toEqual([404, 'trade/enterprise-unknown'])
    expect(body['cure']).toContain('曾用名')
  })

  test('whoever may not see the bureau sees none of it', async () => {
    const other = await signedIn(['viewer'], 'STAT')
    const { body } = await ask({ url: '/api/trade/free-trade/enterprises', cookie: other })
    expect(body['total']).toBe(0)
    expect((await ask({ url: '/api/trade/ports/consignments', cookie: other })).body['total']).toBe(0)
  })
})

describe('the page of the ports', () => {
  test('states, steps and months add up', async () => {
    const { ports, day } = await get(portsShape)
    expect(day).toBe('2018-06-30')
    for (const port of ports) {
      const waiting = port.states.filter(({ state }) => !['released', 'returned'].includes(state))
      const listed = await Promise.all(
        waiting.map(({ state }) => get(consignmentsShape, `?port=${port.port}&state=${state}`)),
      )
      expect(listed.map(({ total }) => total)).toEqual(waiting.map((one) => one.consignments))
      expect(Number(port.steps.at(-1)?.median)).toBeGreaterThan(2)
      expect(port.months).toHaveLength(12)
    }
  })

  test('those held come first', async () => {
    const { rows, total } = await get(consignmentsShape, '?size=100')
    expect(total).toBe(152)
    const held = rows.filter(({ state }) => state === 'held')
    expect(rows.slice(0, held.length)).toEqual(held)
    const found = await get(consignmentsShape, `?q=${encodeURIComponent(rows[0]!.number)}`)
    expect(found).toMatchObject({ total: 1, rows: [{ number: rows[0]!.number }] })
  })
})
