import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testHouse } from '#tests/house.ts'
import { workOn } from '#tests/world/work.ts'

const { house, signedIn, ask } = await testHouse()
const units = [
  ['ZONE', null, '管委会'],
  ['PORT', 'ZONE', '口岸与开放办公室'],
  ['STAT', 'ZONE', '统计局'],
] as const
for (const [code, parent, nameZh] of units) {
  const unit = { code, parent, nameZh, nameEn: code, kind: parent ? 'department' : 'committee', openedOn: '1993-04-01' }
  await write(workOn(house.pool), (tx) => addUnit(tx, unit as Parameters<typeof addUnit>[1]))
}
const [clerk, other, viewer] = [
  await signedIn(['clerk'], 'PORT'),
  await signedIn(['clerk'], 'PORT'),
  await signedIn(['viewer'], 'ZONE'),
]
const stranger = await signedIn(['clerk'], 'STAT')

const one = (serial: number, more: Record<string, unknown> = {}) => ({
  declaration: `46042018I${String(serial).padStart(9, '0')}`,
  declaredAt: '2018-06-28 10:00:00',
  direction: 'import',
  mode: '1210',
  country: 'JP',
  hs: '3304990099',
  enterprise: '91410100170033534A',
  platform: '示范进口平台01',
  value: '158.20',
  weight: 0.96,
  state: 'declared',
  ...more,
})

const send = (payload: unknown, cookie = clerk, headers: Record<string, string> = {}) =>
  ask({ method: 'POST', url: '/api/trade/declarations', cookie, payload: payload as object, headers })

const inLedger = async () =>
  (await house.pool.query('select declaration, value, state, version from ledger_trade_parcels order by declaration'))
    .rows
const rolled = async () =>
  (await house.pool.query(`select rows::int, m_value from rollup_trade_parcels where level = 'm' and rows <> 0`)).rows

beforeEach(() =>
  house.pool.query(
    'truncate ledger_trade_parcels, ledger_trade_parcels_history, rollup_trade_parcels, rollup_trade_parcels_batches, batches cascade',
  ),
)

describe('a declaration through the live door', () => {
  test('is in when the answer comes, counts at once, and changes nothing when it comes again', async () => {
    const first = await send(one(1))
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({ entered: 1, declarations: [{ place: 1, outcome: 'entered' }] })
    expect(await inLedger()).toMatchObject([{ value: '158.20', version: 1 }])
    expect(await rolled()).toEqual([{ rows: 1, m_value: '158.20' }])
    expect((await send(one(1, { value: 158.2 }))).body).toMatchObject({
      unchanged: 1,
      batch: (first.body as { batch: number }).batch,
    })
    expect(await rolled()).toEqual([{ rows: 1, m_value: '158.20' }])
  })

  test('of a number that is in with other values is a correction, and both senders can see it', async () => {
    await send(one(1))
    const second = await send(one(1, { value: '159.20', state: 'released' }), other)
    expect(second.body).toMatchObject({
      corrected: 1,
      declarations: [
        { outcome: 'corrected', was: { value: '158.2', state: 'declared' }, note: expect.stringContaining('更正') },
      ],
    })
    expect(await inLedger()).toMatchObject([{ value: '159.20', state: 'released', version: 2 }])
    expect(await rolled()).toEqual([{ rows: 1, m_value: '159.20' }])
    const { rows } = await house.pool.query('select value, replaced_why from ledger_trade_parcels_history')
    expect(rows).toEqual([{ value: '158.20', replaced_why: 'corrected' }])
  })

  test('that is bad comes back with its reason and cure in the language asked, and holds nobody', async () => {
    const list = [one(1), one(2, { country: '德国' }), one(3), { ...one(4), valeu: 1 }, one(5, { value: undefined })]
    const zh = (await send(list)).body
    expect(zh).toMatchObject({ entered: 2, rejected: 3 })
    const faults = (body: unknown) =>
      (body as { declarations: { faults?: { reason: string; cure: string }[] }[] }).declarations.map(
        ({ faults: found }) => found?.[0],
      )
    expect(faults(zh)[1]).toMatchObject({ reason: expect.stringContaining('两位大写字母') })
    expect(faults(zh)[3]).toMatchObject({ reason: '没有“valeu”这个字段', cure: expect.stringContaining('value') })
    expect(faults(zh)[4]).toMatchObject({ reason: expect.stringContaining('必填') })
    const en = await send([one(6, { country: '德国' })], clerk, { 'accept-language': 'en' })
    expect(en.status).toBe(422)
    expect(faults(en.body)[0]!.reason).toContain('two capital letters')
    expect((await inLedger()).map(({ declaration }) => declaration.slice(-1))).toEqual(['1', '3'])
  })

  test('twice in one list counts once when the same, goes back when the values differ', async () => {
    const same = (await send([one(1), one(1)])).body
    expect(same).toMatchObject({ entered: 1, unchanged: 1 })
    const differing = (await send([one(2), one(3), one(2, { value: '1' })])).body
    expect(differing).toMatchObject({ entered: 1, rejected: 2 })
    expect((await inLedger()).length).toBe(2)
  })

  test('needs the permission, and a unit of the sender', async () => {
    expect((await send(one(1), viewer)).status).toBe(403)
    const elsewhere = {
      method: 'POST',
      url: '/api/trade/declarations?unit=STAT',
      cookie: clerk,
      payload: one(1),
    } as const
    expect((await ask(elsewhere)).body).toMatchObject({ code: 'org/outside-scope' })
    await send(one(1))
    expect((await send(one(1, { value: '2' }), stranger)).body).toMatchObject({
      rejected: 1,
      declarations: [{ faults: [{ check: 'outside-scope' }] }],
    })
    expect((await send([])).status).toBe(400)
    expect(await send(Array.from({ length: 501 }, (_, serial) => one(serial)))).toMatchObject({
      status: 400,
      body: { code: 'trade/too-many-declarations', details: { sent: 501, most: 500 } },
    })
  })
})

describe('many at once', () => {
  test('are written together, each once, in one batch of the hour', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, (_, serial) => send(one(serial % 200))))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const outcomes = answers.map(
      ({ body }) => (body as { declarations: { outcome: string }[] }).declarations[0]!.outcome,
    )
    expect(outcomes.filter((outcome) => outcome === 'entered')).toHaveLength(200)
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(100)
    expect(await rolled()).toEqual([{ rows: 200, m_value: '31640.00' }])
    const { rows } = await house.pool.query('select origin, rows::int, accepted::int, unchanged::int from batches')
    expect(rows).toEqual([{ origin: 'door', rows: 300, accepted: 200, unchanged: 100 }])
    const transactions = await house.pool.query(
      'select count(distinct recorded_at)::int as n from ledger_trade_parcels',
    )
    expect(transactions.rows[0].n).toBeLessThan(20)
  })

  test('with one number and different values are written one after the other: the last to come holds', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((value) => send(one(1, { value: String(value) }))))
    const outcomes = answers.map(
      ({ body }) => (body as { declarations: { outcome: string }[] }).declarations[0]!.outcome,
    )
    expect(outcomes.sort()).toEqual(['corrected', 'corrected', 'corrected', 'entered'])
    expect(await inLedger()).toMatchObject([{ version: 4 }])
    expect((await rolled())[0]!.rows).toBe(1)
  })
})
