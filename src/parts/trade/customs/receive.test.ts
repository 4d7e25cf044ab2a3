import { existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { MessageReader } from '../ceb/message-reader.ts'
import { type Received, receiveMessages } from './receive.ts'
import { listMessage, type OrderMade, orderMessage, paymentMessage, waybillMessage } from './sample-messages.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await write(work, (tx) =>
  addUnit(tx, {
    ...{ code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee' },
    ...{ kind: 'committee', openedOn: '1993-04-01' },
  }),
)

let files = 0
async function receive(texts: readonly string[]): Promise<Received> {
  const entries = Object.fromEntries(texts.map((text, i) => [`${i}.xml`, new TextEncoder().encode(text)]))
  const zip = zipSync(entries, { mtime: '2018-06-28T10:15:00' })
  files += 1
  return receiveMessages(work, { file: { name: `${files}.zip`, stream: Readable.from([zip]) }, unit: 'ZONE' })
}

const whole = (orders: readonly OrderMade[]) => [
  orderMessage(orders),
  paymentMessage(orders),
  waybillMessage(orders),
  listMessage(orders),
]

async function matchOf(no: string) {
  const { rows } = await read(work, (tx) =>
    tx.client.query('select state, reasons, mismatches, value from customs_matches where order_no = $1', [no]),
  )
  return rows[0]
}

test('our own sample messages keep to the specification', () => {
  for (const text of whole([{ no: 'S' }])) {
    const reader = new MessageReader({ edition: '2022' })
    reader.write(text)
    expect(reader.end()).toMatchObject({ departures: [], broken: null, documents: 1 })
  }
})

test('an order whose documents agree matches, whichever way they come', async () => {
  expect(await receive(whole([{ no: 'A' }]))).toMatchObject({ messages: 4, documents: 4, accepted: 4, matched: 1 })
  expect(await matchOf('A')).toMatchObject({ state: 'matched', reasons: [], value: '200' })
})

test('documents that come late complete the match, and what waits says for what', async () => {
  const [order, payment, waybill, list] = whole([{ no: 'B' }]) as [string, string, string, string]
  await receive([list])
  expect(await matchOf('B')).toMatchObject({
    state: 'waiting',
    reasons: ['order-missing', 'payment-missing', 'waybill-missing'],
  })
  await receive([waybill])
  expect(await matchOf('B')).toMatchObject({ reasons: ['order-missing', 'payment-missing'] })
  await receive([order])
  await receive([payment])
  expect(await matchOf('B')).toMatchObject({ state: 'matched' })
})

test('the same file again, and the same documents in another file, change nothing', async () => {
  const texts = whole([{ no: 'C' }])
  const first = await receive(texts)
  const again = await receive(texts)
  expect(again).toMatchObject({ file: first.file, known: true })
  const other = await receive([...texts, orderMessage([{ no: 'C' }])])
  expect(other).toMatchObject({ known: false, accepted: 0, unchanged: 5, matched: 0 })
})

describe('near misses', () => {
  test.each<[string, OrderMade, string, object]>([
    [
      'a payment that leaves the tax out',
      { no: 'D1', payment: { amountPaid: '205.0' } },
      'paid-differs',
      { hint: 'tax' },
    ],
    [
      'a payment without the discount',
      { no: 'D2', payment: { amountPaid: '228.2' } },
      'paid-differs',
      { hint: 'discount' },
    ],
    ['another transaction', { no: 'D3', payment: { payTransactionId: 'T-other' } }, 'transaction-differs', {}],
    [
      'a platform spelled with another bracket',
      { no: 'D4', list: { ebpName: '中原示范平台(有限)公司' } },
      'platform-name-differs',
      {},
    ],
    [
      'another buyer on the list',
      { no: 'D5', list: { buyerIdNumber: '410101199001010028' } },
      'buyer-number-differs',
      { details: { where: 'list' } },
    ],
    ['another consignee on the waybill', { no: 'D6', waybill: { consignee: '示范乙' } }, 'consignee-differs', {}],
    [
      'a bonded list without its account book',
      { no: 'D7', list: { emsNo: '' } },
      'bonded-fields-missing',
      { details: { fields: 'emsNo' } },
    ],
    ['a net weight over the gross', { no: 'D8', list: { netWeight: '9' } }, 'net-over-gross', {}],
    ['two parcels', { no: 'D9', list: { packNo: '2' } }, 'packs-not-one', {}],
    [
      'a sum that forgets the freight',
      { no: 'D10', order: { acturalPaid: '213.2' }, payment: { amountPaid: '213.2' } },
      'sum-of-paid',
      { hint: 'freight' },
    ],
    ['a line that the list lacks', { no: 'D11', listLine: { gnum: '2' } }, 'lines-differ', {}],
    [
      'a waybill number of another parcel',
      { no: 'D12', list: { logisticsNo: 'W-else' } },
      'waybill-number-differs',
      {},
    ],
  ])('%s', async (_, made, code, told) => {
    await receive(whole([made]))
    const match = await matchOf(made.no)
    expect(match).toMatchObject({ state: 'mismatch', reasons: [code] })
    expect(match.mismatches).toEqual(expect.arrayContaining([expect.objectContaining({ code, ...told })]))
  })

  test('a payment that was sent under the order tried first is named with that order', async () => {
    const texts = whole([{ no: 'E2', order: { payTransactionId: 'T-E' } }])
    await receive([
      paymentMessage([{ no: 'E1', payment: { payTransactionId: 'T-E' } }]),
      texts[0]!,
      texts[2]!,
      texts[3]!,
    ])
    const match = await matchOf('E2')
    expect(match.mismatches).toEqual([
      expect.objectContaining({ code: 'payment-under-other-order', details: { order: 'E1' } }),
    ])
  })

  test('goods named differently are told and do not block', async () => {
    await receive(whole([{ no: 'F', listLine: { gname: '奶粉', itemName: '婴儿奶粉' } }]))
    expect(await matchOf('F')).toMatchObject({
      state: 'matched',
      mismatches: [{ code: 'goods-names-differ', warns: true }],
    })
  })
})

describe('changes', () => {
  test('a change takes the place of what stood, and the match follows', async () => {
    await receive(whole([{ no: 'G', payment: { amountPaid: '200' } }]))
    expect(await matchOf('G')).toMatchObject({ state: 'mismatch' })
    const mended = await receive([paymentMessage([{ no: 'G', payment: { appType: '2', appTime: '20180629000000' } }])])
    expect(mended).toMatchObject({ changed: 1, matched: 1 })
    expect(await matchOf('G')).toMatchObject({ state: 'matched' })
  })

  test('a second document under a taken number is refused and kept; the first stands', async () => {
    await receive(whole([{ no: 'H' }]))
    const second = await receive([orderMessage([{ no: 'H', order: { goodsValue: '999' } }])])
    expect(second).toMatchObject({ accepted: 0, refused: 1 })
    expect(await matchOf('H')).toMatchObject({ state: 'matched', value: '200' })
    const { rows } = await pool.query(
      `select code, said->>'goodsValue' as value from customs_refusals where file_id = $1`,
      [second.file],
    )
    expect(rows).toEqual([{ code: 'number-taken', value: '999' }])
  })

  test('a deletion ends a document, and one of nothing is told', async () => {
    await receive(whole([{ no: 'I' }]))
    const gone = { no: 'I', list: { appType: '3' } }
    expect(await receive([listMessage([gone])])).toMatchObject({ changed: 1 })
    expect(await matchOf('I')).toMatchObject({ state: 'waiting', reasons: ['list-missing'] })
    expect(await receive([listMessage([{ no: 'none', list: { appType: '3' } }])])).toMatchObject({ refused: 1 })
  })
})

test('nothing of a person stands in the register but marks and masked words', async () => {
  const { rows } = await pool.query('select said::text as said from customs_documents')
  const all = rows.map(({ said }) => said).join()
  expect(all).toContain('示**')
  for (const secret of ['41010119900101001X', '13800000000', '示范路1号', '示范甲']) expect(all).not.toContain(secret)
})

test('messages of a unit that is not there, and files that are not there, are refused by name', async () => {
  const file = { name: 'a.xml', stream: Readable.from([Buffer.from(orderMessage([{ no: 'Z' }]))]) }
  await expect(receiveMessages(work, { file, unit: 'NOWHERE' })).rejects.toMatchObject({ code: 'org/unit-unknown' })
  for (const path of ['/nowhere/a.xml', '/'])
    await expect(receiveMessages(work, { file: { name: 'a.xml', path }, unit: 'ZONE' })).rejects.toMatchObject({
      code: 'ledgers/file-missing',
    })
})

test('a file without a message is refused, and nothing of it stays', async () => {
  await expect(receive(['<invoice/>'])).rejects.toMatchObject({ code: 'trade/no-message' })
  await expect(receive([])).rejects.toMatchObject({ code: expect.stringMatching(/^trade\//) })
})

test('a message cut in the middle keeps what was read before, and says where it broke', async () => {
  const text = orderMessage([{ no: 'K1' }, { no: 'K2' }])
  const { file } = await receive([text.slice(0, text.indexOf('K2') + 1)])
  expect(await matchOf('K1')).toMatchObject({ state: 'waiting' })
  expect(await matchOf('K2')).toBeUndefined()
  const { rows } = await pool.query('select broken from customs_messages where file_id = $1', [file])
  expect(rows[0].broken).toMatchObject({ code: 'cut' })
})

const samples = new URL('../../../../../shared/ceb/samples/', import.meta.url)

describe.runIf(existsSync(samples))('the published export samples', () => {
  const sample = (number: string) => readFileSync(new URL(`CEB${number}Message.xml`, samples), 'utf8')

  test('match, though their waybill names no order, and wait while it is missing', async () => {
    await receive(['303', '403', '603'].map(sample))
    const { rows } = await pool.query(`select order_no, state, reasons from customs_matches where flow = 'export'`)
    expect(rows).toMatchObject([{ state: 'waiting', reasons: ['waybill-missing'] }])
    await receive([sample('505')])
    expect(await matchOf(rows[0].order_no)).toMatchObject({ state: 'matched', reasons: [] })
  })
})
