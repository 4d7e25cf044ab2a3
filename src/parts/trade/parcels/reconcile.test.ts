import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { addUnit } from '#parts/org/org.ts'
import { testHouse } from '#tests/house.ts'
import { everybody, workOn } from '#tests/world/work.ts'
import { conflictsOf } from './conflicts.ts'
import { overviewOf } from './overview.ts'
import { type ReconcileAsked, reconcile } from './reconcile.ts'

const { house, ask, signedIn } = await testHouse()
const work = workOn(house.pool)
const enterprise = '91410100170033534A'

beforeAll(async () => {
  const unit = {
    code: 'ZONE',
    parent: null,
    nameZh: '管委会',
    nameEn: 'Committee',
    kind: 'committee',
    openedOn: '1993-04-01',
  } as const
  await write(work, (tx) => addUnit(tx, unit))
  await bring(
    'trade/parcel-manifests',
    ['day', 'direction', 'mode', 'country', 'enterprise', 'parcels', 'value', 'weight'],
    manifests,
  )
  await bring('trade/parcels', columns, first)
  await bring('trade/parcels', columns, again)
})

async function bring(ledger: string, headings: readonly string[], rows: readonly (readonly string[])[]) {
  const text = [headings, ...rows].map((cells) => csvLine(cells)).join('')
  const file = { name: 'rows.csv', stream: Readable.from([Buffer.from(text)]) }
  const result = await importFile(work, { ledger, unit: 'ZONE', file })
  expect(result.rejected).toBe(0)
}

const manifest = (day: string, country: string, parcels: string, value: string, weight: string) => [
  `2018-06-${day}`,
  'import',
  '1210',
  country,
  enterprise,
  parcels,
  value,
  weight,
]
const manifests = [
  manifest('01', 'JP', '2', '300.00', '1.5'),
  manifest('02', 'JP', '1', '100.00', '0.5'),
  manifest('03', 'JP', '1', '50.00', '0.5'),
  manifest('04', 'JP', '1', '70.00', '0.5'),
  manifest('09', 'JP', '9', '900.00', '9'),
  manifest('01', 'DE', '5', '500.00', '5'),
]

const columns = [
  'declaration',
  'declaredAt',
  'direction',
  'mode',
  'country',
  'hs',
  'enterprise',
  'platform',
  'value',
  'weight',
  'state',
]
const parcel = (serial: number, at: string, country: string, value: string, weight: string, state = 'declared') => [
  `46042018I${String(serial).padStart(9, '0')}`,
  `2018-06-${at}`,
  'import',
  '1210',
  country,
  '3304990099',
  enterprise,
  '',
  value,
  weight,
  state,
]
const first = [
  parcel(1, '01 00:00:00', 'JP', '100.00', '0.5'),
  parcel(2, '01 23:59:59', 'JP', '199.00', '1'),
  parcel(3, '02 10:00:00', 'JP', '1000.00', '0.5'),
  parcel(4, '04 10:00:00', 'JP', '70.00', '0.5'),
  parcel(5, '04 10:00:00', 'KR', '10.00', '0.5'),
]
/** One comes with another value, one only further on its way. */
const again = [
  parcel(2, '01 23:59:59', 'JP', '200.00', '1'),
  parcel(4, '04 10:00:00', 'JP', '70.00', '0.5', 'released'),
]

const lines = async (asked: Partial<ReconcileAsked> = {}) =>
  read(work, (tx) => reconcile(tx, { show: 'all', page: 1, size: 50, roots: ['ZONE'], ...asked }))

describe('reconciliation of manifests and single parcels', () => {
  test('each line says what it is: the same, different, missing within the days kept, or of one side only', async () => {
    const { counts, days, lines: found, total } = await lines()
    expect(found.map(({ day, country, state }) => [day.slice(8), country, state])).toEqual([
      ['09', 'JP', 'one-sided'],
      ['04', 'JP', 'same'],
      ['04', 'KR', 'one-sided'],
      ['03', 'JP', 'no-parcels'],
      ['02', 'JP', 'differs'],
      ['01', 'DE', 'one-sided'],
      ['01', 'JP', 'same'],
    ])
    expect(counts).toEqual({ same: 2, differs: 1, 'no-parcels': 1, 'no-manifest': 0, 'one-sided': 3 })
    expect(days).toEqual({ both: 4, wrong: 2 })
    expect(total).toBe(7)
  })

  test('a difference has both sides and what lies between them, to the fen and the gram', async () => {
    const { lines: found, total } = await lines({ show: 'wrong' })
    expect(total).toBe(2)
    expect(found[1]).toMatchObject({
      manifests: { parcels: '1', value: '100.00', weight: '0.500' },
      parcels: { parcels: '1', value: '1000.00', weight: '0.500' },
      difference: { parcels: '0', value: '900', weight: '0' },
    })
    expect(found[0]).toMatchObject({ day: '2018-06-03', parcels: null, difference: { parcels: '-1', value: '-50' } })
  })

  test('days, direction, mode and country narrow it', async () => {
    expect((await lines({ from: '2018-06-02', to: '2018-06-03' })).total).toBe(2)
    expect((await lines({ country: 'KR' })).total).toBe(1)
    expect((await lines({ direction: 'export' })).total).toBe(0)
    expect((await lines({ mode: '9610' })).total).toBe(0)
    expect((await lines({ page: 2, size: 5 })).lines).toHaveLength(2)
  })

  test('nothing of another unit is seen', async () => {
    expect((await lines({ roots: [] })).total).toBe(0)
  })
})

test('a declaration that came again with other contents is a conflict, one that only went on its way is none', async () => {
  const { total, conflicts } = await read(work, (tx) => conflictsOf(tx, { page: 1, size: 20, roots: ['ZONE'] }))
  expect(total).toBe(1)
  expect(conflicts).toMatchObject([
    {
      declaration: '46042018I000000002',
      changed: [{ column: 'value', was: '199', is: '200' }],
      first: { by: everybody.name },
    },
  ])
  expect(conflicts[0]!.first.batch).not.toBe(conflicts[0]!.second.batch)
})

test('months and days say what the rows say', async () => {
  const { kept, total, months, days } = await read(work, (tx) => overviewOf(tx, { on: '2018-06-30', roots: ['ZONE'] }))
  expect(kept).toEqual({ from: '2018-06-01', to: '2018-06-04' })
  expect(total).toEqual({ parcels: '5', value: '1380.00', weight: '3.000' })
  expect(months).toMatchObject([
    { month: '2018-06', import: { parcels: '5', value: '1380.00' }, export: { parcels: '0' } },
  ])
  expect(days.map(({ day, import: sums }) => [day, sums.parcels])).toEqual([
    ['2018-06-04', '2'],
    ['2018-06-02', '1'],
    ['2018-06-01', '2'],
  ])
})

describe('over HTTP', () => {
  test('who may read trade sees it; a key for programs sends and does nothing else', async () => {
    const clerk = await signedIn(['clerk'], 'ZONE')
    const overview = await ask({ url: '/api/trade/parcels/overview?on=2018-06-30', cookie: clerk })
    expect(overview.body).toMatchObject({ door: { lastMinute: 0, waiting: 0 } })
    expect((await ask({ url: '/api/trade/parcels/reconciliation?show=all', cookie: clerk })).body).toMatchObject({
      total: 7,
    })
    expect((await ask({ url: '/api/trade/parcels/conflicts', cookie: clerk })).body).toMatchObject({ total: 1 })

    const keys = '/api/trade/declaration-keys'
    const made = await ask({ method: 'POST', url: keys, cookie: clerk, payload: { name: '平台对接', unit: 'ZONE' } })
    const { id, key } = made.body as { id: number; key: string }
    const headers = { authorization: `Bearer ${key}` }
    const send = (serial: number) => {
      const [cells] = [parcel(serial, '05 10:00:00', 'JP', '5.00', '0.5')]
      const payload = Object.fromEntries(columns.map((name, place) => [name, cells[place]!]))
      return ask({ method: 'POST', url: '/api/trade/declarations', headers, payload })
    }
    expect((await send(7)).body).toMatchObject({ entered: 1 })
    for (const url of [keys, '/api/trade/parcels/overview?on=2018-06-30', '/api/ledgers'])
      expect((await ask({ url, headers })).body['code'], url).toBe('kernel/not-for-programs')
    expect((await ask({ method: 'POST', url: keys, headers, payload: { name: 'more', unit: 'ZONE' } })).status).toBe(
      403,
    )
    const elsewhere = await ask({ method: 'POST', url: keys, cookie: clerk, payload: { name: 'x', unit: 'NOWHERE' } })
    expect(elsewhere.body['code']).toBe('org/outside-scope')
    expect((await ask({ url: keys, cookie: clerk })).text).not.toContain(key.slice(9))
    const stranger = await signedIn(['clerk'], 'ZONE')
    expect((await ask({ method: 'POST', url: `${keys}/${id}/revoke`, cookie: stranger })).body['code']).toBe(
      'access/key-unknown',
    )
    expect((await ask({ method: 'POST', url: `${keys}/${id}/revoke`, cookie: clerk })).status).toBe(200)
    expect((await send(8)).status).toBe(401)
  })
})
