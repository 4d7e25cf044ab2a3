import { Readable } from 'node:stream'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testHouse } from '#tests/house.ts'
import { workOn } from '#tests/world/work.ts'
import type { ComparedColumn, ComparedRow, DocumentVersion, FollowUpShown } from './order-shapes.ts'
import { receiveMessages } from './receive.ts'
import { applicationReceipt, listReceipt } from './sample-follow-ups.ts'
import { listMessage, type OrderMade, orderMessage, paymentMessage, waybillMessage } from './sample-messages.ts'

const { house, signedIn, ask } = await testHouse()
const work = workOn(house.pool)
await write(work, (tx) =>
  addUnit(tx, {
    ...{ code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee', kind: 'committee' },
    openedOn: '1993-04-01',
  }),
)
const viewer = await signedIn(['viewer'])
const platform = '4101960001'

async function receive(name: string, texts: readonly string[]): Promise<void> {
  const entries = texts.map((text, nth) => [`${nth}.xml`, strToU8(text)] as const)
  const zip = zipSync(Object.fromEntries(entries), { mtime: '2018-06-28T10:15:00' })
  await receiveMessages(work, { file: { name, stream: Readable.from([zip]) }, unit: 'ZONE' })
}

const whole = (orders: readonly OrderMade[]) => [
  orderMessage(orders),
  paymentMessage(orders),
  waybillMessage(orders),
  listMessage(orders),
]

interface Shown {
  state: string
  columns: ComparedColumn[]
  rows: ComparedRow[]
  versions: DocumentVersion[]
  followUps: FollowUpShown[]
  goods: { line: string; order: unknown; list: unknown }[]
}

async function shown(no: string): Promise<Shown> {
  const url = `/api/trade/customs/orders/import/${encodeURIComponent(platform)}/${encodeURIComponent(no)}`
  const { status, body, text } = await ask({ method: 'GET', url, cookie: viewer })
  expect(status, text).toBe(200)
  return body as unknown as Shown
}

const rowOf = ({ rows }: Shown, field: string) => rows.find((row) => row.field === field)
const statesOf = ({ rows }: Shown) => new Set(rows.map(({ state }) => state))

describe('one order', () => {
  test('whose documents agree stands in four columns, every row equal or alone', async () => {
    await receive('a.zip', whole([{ no: 'A' }]))
    const order = await shown('A')
    expect(order.columns.map(({ kind, number }) => [kind, number])).toEqual([
      ['order', 'A'],
      ['payment', 'T-A'],
      ['waybill', 'W-A'],
      ['list', 'C-A'],
    ])
    expect(statesOf(order)).toEqual(new Set(['equal', 'alone']))
    expect(rowOf(order, 'paid')).toMatchObject({
      rule: 'M3',
      state: 'equal',
      cells: [{ text: '223.2', same: 1 }, { same: 1 }, null, null],
    })
    expect(rowOf(order, 'address')).toMatchObject({
      state: 'equal',
      cells: [{ text: '', hidden: true, same: 1 }, null, { same: 1 }, null],
    })
    expect(order.columns.every(({ file }) => file.name === 'a.zip')).toBe(true)
  })

  test.each<[string, OrderMade, string, string]>([
    ['a payment that differs', { no: 'B1', payment: { amountPaid: '205.00' } }, 'paid', 'differs'],
    ['another buyer', { no: 'B2', list: { buyerIdNumber: '410101199001010028' } }, 'buyerNumber', 'differs'],
    ['another address', { no: 'B3', waybill: { consigneeAddress: '别处' } }, 'address', 'differs'],
    ['a name in half width', { no: 'B4', list: { ebpName: '中原示范平台(有限)公司' } }, 'platformName', 'differs'],
    ['a field that is missing', { no: 'B5', list: { emsNo: '' } }, 'accountBook', 'differs'],
    ['a goods total', { no: 'B6', listLine: { totalPrice: '199' } }, 'goodsTotal', 'hint'],
  ])('marks the row of %s, and no other', async (_, made, field, state) => {
    await receive(`${made.no}.zip`, whole([made]))
    const order = await shown(made.no)
    expect(
      order.rows.filter((row) => row.state === 'differs' || row.state === 'hint').map((row) => [row.field, row.state]),
    ).toEqual([[field, state]])
    const said = rowOf(order, field)!.cells.flatMap((cell) => cell?.same ?? [])
    if (field !== 'accountBook') expect(new Set(said).size).toBe(2)
  })

  test('leaves the place of a document that has not come open, and shows the payment that names another order', async () => {
    const texts = whole([{ no: 'C2', order: { payTransactionId: 'T-C' } }])
    await receive('c.zip', [paymentMessage([{ no: 'C1', payment: { payTransactionId: 'T-C' } }]), texts[0]!])
    const order = await shown('C2')
    expect(order.columns.map(({ kind, elsewhere }) => [kind, elsewhere])).toEqual([
      ['order', null],
      ['payment', 'C1'],
    ])
    expect(rowOf(order, 'orderNo')).toMatchObject({ state: 'differs', cells: [{ text: 'C2' }, { text: 'C1' }] })
    expect(await shown('C1')).toMatchObject({ state: 'waiting', claimedBy: [{ platform, orderNo: 'C2' }] })
  })

  test('tells what changed, what was deleted, and what was not taken', async () => {
    await receive('d1.zip', whole([{ no: 'D', payment: { amountPaid: '200' } }]))
    await receive('d2.zip', [paymentMessage([{ no: 'D', payment: { appType: '2' } }])])
    await receive('d3.zip', [orderMessage([{ no: 'D', order: { goodsValue: '1' } }])])
    await receive('d4.zip', [listMessage([{ no: 'D', list: { appType: '3' } }])])
    const { versions, columns } = await shown('D')
    expect(columns.map(({ kind }) => kind)).toEqual(['order', 'payment', 'waybill'])
    const told = versions.map(({ kind, deed, file }) => `${kind} ${deed} ${file.name}`)
    expect(told.toSorted()).toEqual(
      [
        ...['order new d1.zip', 'payment new d1.zip', 'waybill new d1.zip', 'list new d1.zip'],
        ...['payment change d2.zip', 'order refused d3.zip', 'list delete d4.zip'],
      ].toSorted(),
    )
    expect(versions.find(({ deed }) => deed === 'change')?.changed).toEqual([
      { field: 'paid', before: '200', after: '223.2' },
    ])
    expect(versions.find(({ deed }) => deed === 'refused')).toMatchObject({
      refusal: 'number-taken',
      changed: [{ field: 'goodsValue', before: '200', after: '1' }],
    })
  })

  test('has what customs said of it', async () => {
    await receive('e1.zip', whole([{ no: 'E' }]))
    await receive('e2.zip', [listReceipt('E', '800')])
    expect((await shown('E')).followUps).toMatchObject([{ kind: 'receipt', status: '800', file: { name: 'e2.zip' } }])
  })

  test('marks a list that customs cancelled', async () => {
    await receive('g1.zip', whole([{ no: '7' }]))
    await receive('g2.zip', [listReceipt('7', '120', { invtNo: '46042018I000000007' })])
    await receive('g3.zip', [applicationReceipt('624', '7', '399')])
    const order = await shown('7')
    expect(order.state).toBe('waiting')
    expect(order.columns.map(({ kind, cancelled }) => [kind, cancelled])).toContainEqual(['list', true])
  })

  test.each(['F/1', 'F 2%', '订单？3#&', 'F\\4', '../F5'])('may be called anything: %s', async (no) => {
    const written = no.replaceAll('&', '&amp;')
    await receive(`f${no.length}.zip`, whole([{ no: written }]))
    expect((await shown(no)).state).toBe('matched')
  })

  test('that nothing speaks of is refused in words', async () => {
    const url = `/api/trade/customs/orders/import/${platform}/none`
    expect(await ask({ method: 'GET', url, cookie: viewer })).toMatchObject({
      status: 404,
      body: { code: 'trade/order-unknown' },
    })
  })

  test('gives no mark and no word of a person away', async () => {
    const { rows } = await house.pool.query(
      `select said->>'buyerMark' as mark from customs_documents where said->>'buyerMark' <> '' limit 1`,
    )
    const { text } = await ask({ method: 'GET', url: `/api/trade/customs/orders/import/${platform}/A`, cookie: viewer })
    for (const secret of [rows[0].mark, '41010119900101001X', '13800000000', '示范路1号'])
      expect(text).not.toContain(secret)
  })
})
