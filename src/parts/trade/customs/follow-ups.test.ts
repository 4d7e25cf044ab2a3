import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { matchOf } from './match-of.ts'
import { type Received, receiveMessages } from './receive.ts'
import {
  applicationReceipt,
  formatError,
  listReceipt,
  orderReceipt,
  paymentReceipt,
  returnMessage,
  signedMessage,
  taxBill,
  waybillReceipt,
} from './sample-follow-ups.ts'
import { listMessage, orderMessage, paymentMessage, waybillMessage } from './sample-messages.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await write(work, (tx) =>
  addUnit(tx, {
    ...{ code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee' },
    ...{ kind: 'committee', openedOn: '1993-04-01' },
  }),
)

async function receive(...texts: readonly string[]): Promise<Received> {
  const entries = Object.fromEntries(texts.map((text, i) => [`${i}.xml`, new TextEncoder().encode(text)]))
  const zip = zipSync(entries, { mtime: '2018-06-28T10:15:00' })
  return receiveMessages(work, { file: { name: 'receipts.zip', stream: Readable.from([zip]) }, unit: 'ZONE' })
}

const four = (no: string) =>
  [{ no }].map((made) => [
    orderMessage([made]),
    paymentMessage([made]),
    waybillMessage([made]),
    listMessage([made]),
  ])[0]!
const lookAt = (orderNo: string) => read(work, (tx) => matchOf(tx, { flow: 'import', platform: '4101960001', orderNo }))
const stateOf = async (no: string) => (await lookAt(no))!.listStates.map(({ state }) => state)

describe('receipts', () => {
  test('are bound to the order, payment, waybill and list they speak of, in the order of their own times', async () => {
    await receive(...four('R1'))
    const got = await receive(
      ...[
        listReceipt('R1', '800', { returnTime: '20180628130000000' }),
        orderReceipt('R1', '120'),
        paymentReceipt('R1', '120'),
      ],
      ...[
        waybillReceipt('R1', '120'),
        signedMessage('R1'),
        listReceipt('R1', '1', { returnTime: '20180628110000000' }),
      ],
    )
    expect(got).toMatchObject({ followUps: 6, unbound: 0, matched: 0 })
    const { followUps, match, documents } = (await lookAt('R1'))!
    expect(followUps.map(({ number, status }) => `${number} ${status}`)).toEqual([
      '622 1',
      '312 120',
      '412 120',
      '512 120',
      '622 800',
      '513 S',
    ])
    expect(match).toMatchObject({ state: 'matched', sentOn: '2018-06-28' })
    expect(documents.map(({ kind }) => kind)).toEqual(['order', 'payment', 'waybill', 'list'])
    expect(await stateOf('R1')).toEqual(['released'])
  })

  test('that come before their document wait for it and are told; the same receipt twice is kept once', async () => {
    expect(await receive(listReceipt('R2', '800'), orderReceipt('R2', '120'))).toMatchObject({
      followUps: 2,
      unbound: 2,
    })
    expect(await receive(listReceipt('R2', '800'), listReceipt('none', '1'))).toMatchObject({
      followUps: 1,
      unbound: 1,
    })
    await receive(...four('R2'))
    expect(await stateOf('R2')).toEqual(['released'])
    expect((await lookAt('R2'))!.followUps).toHaveLength(2)
  })

  test('an error carries the official code in our words, and nothing of the person that customs names', async () => {
    await receive(...four('R3'))
    const info = '清单[C-R3]中购买人[示范甲41010119900101001X]已用购买额度为[19990]，本次购买将超过年度限额[20000]'
    await receive(listReceipt('R3', '-621018', { returnInfo: info }))
    const { listStates } = (await lookAt('R3'))!
    expect(listStates).toMatchObject([{ state: 'error', code: '-621018', official: { code: '-621018' } }])
    expect(listStates[0]!.official!.cure.zh).not.toBe('')
    expect(listStates[0]!.info).toContain('购买人[***]')
    expect(JSON.stringify(listStates)).not.toContain('示范甲')
  })

  test('a late receipt of an earlier moment changes nothing; one of a later moment does', async () => {
    await receive(...four('R4'))
    await receive(listReceipt('R4', '100', { returnTime: '20180628150000000' }))
    await receive(listReceipt('R4', '120', { returnTime: '20180628140000000' }))
    expect(await stateOf('R4')).toEqual(['rejected'])
    await receive(listReceipt('R4', '800', { returnTime: '20180628160000000' }))
    expect(await stateOf('R4')).toEqual(['released'])
  })

  test('a message that customs could not read is told by its number', async () => {
    await receive(...four('R5'))
    expect(await receive(formatError('4CDE1CFD-EDED-46B1-946C-B8022E42FC94'))).toMatchObject({
      followUps: 1,
      unbound: 0,
    })
    expect(await receive(formatError('00000000-EDED-46B1-946C-B8022E42FC94'))).toMatchObject({ unbound: 1 })
  })
})

describe('cancellations and returns', () => {
  const numberOf = (no: string) => `46042018I${no.padStart(9, '0')}`

  test('a cancelled list leaves the match, also when the cancellation came first; its resubmission enters it', async () => {
    await receive(applicationReceipt('624', 'X1', '399', { returnTime: '20180701120000000' }))
    await receive(...four('X1'))
    expect(await stateOf('X1')).toEqual([])
    await receive(listReceipt('X1', '800', { invtNo: numberOf('X1') }))
    expect(await stateOf('X1')).toEqual(['cancelled'])
    expect((await lookAt('X1'))!.match).toMatchObject({ state: 'waiting', reasons: ['list-cancelled'] })
    await receive(listReceipt('X1', '899', { returnTime: '20180702120000000' }))
    expect(await stateOf('X1')).toEqual(['cancelled'])
    await receive(listMessage([{ no: 'X1', list: { copNo: 'C-again' } }]))
    expect((await lookAt('X1'))!.match).toMatchObject({ state: 'matched', reasons: [] })
    await receive(listMessage([{ no: 'X1', list: { appTime: '20180703101500' } }]))
    expect((await lookAt('X1'))!.match).toMatchObject({ reasons: ['several-lists'] })
  })

  test('a number that one file both tells and uses is found, whichever stands first', async () => {
    await receive(...four('X6'))
    const got = await receive(
      applicationReceipt('624', 'X6', '399', { returnTime: '20180701120000000' }),
      listReceipt('X6', '800', { invtNo: numberOf('X6') }),
    )
    expect(got).toMatchObject({ followUps: 2, unbound: 0 })
    expect(await stateOf('X6')).toEqual(['cancelled'])
  })

  test('a cancellation that was refused leaves the list as it was', async () => {
    await receive(...four('X2'), listReceipt('X2', '800', { invtNo: numberOf('X2') }))
    await receive(applicationReceipt('624', 'X2', '100'))
    expect(await stateOf('X2')).toEqual(['released'])
    expect((await lookAt('X2'))!.match).toMatchObject({ state: 'matched' })
  })

  test('goods that go back stand in their list, or are named with the official code; granted, the list is returned', async () => {
    await receive(...four('X3'), listReceipt('X3', '800', { invtNo: numberOf('X3') }))
    await receive(
      returnMessage('X3', [
        ['1', '1901101000'],
        ['2', '1901101000'],
        ['1', '3304990000'],
      ]),
    )
    // To ask is not to be granted.
    expect(await stateOf('X3')).toEqual(['released'])
    const { followUps } = (await lookAt('X3'))!
    const asked = followUps.find(({ kind }) => kind === 'return')!
    expect(asked.faults).toMatchObject([
      { code: '-625209', details: { line: '2', listed: '' } },
      { code: '-625209', details: { line: '1', code: '3304990000', listed: '1901101000' } },
    ])
    expect(JSON.stringify(asked)).not.toMatch(/示范甲|13800000000|41010119900101001X/)
    await receive(applicationReceipt('626', 'X3', '399', { invtNo: '' }))
    expect(await stateOf('X3')).toEqual(['returned'])
    expect((await lookAt('X3'))!.match).toMatchObject({ state: 'matched' })
  })

  test('a tax bill is held against the order: duty nothing, tax reduced, and what the order said', async () => {
    await receive(...four('X4'), listReceipt('X4', '800', { invtNo: numberOf('X4') }))
    await receive(taxBill('X4', { customsTax: '3', valueAddedTax: '33.60', consumptionTax: '0' }))
    await receive(...four('X5'), listReceipt('X5', '800', { invtNo: numberOf('X5') }))
    await receive(taxBill('X5', { customsTax: '0', valueAddedTax: '18.2', consumptionTax: '0' }))
    const faults = async (no: string) =>
      (await lookAt(no))!.followUps.flatMap((one) => one.faults.map(({ code }) => code))
    expect(await faults('X4')).toEqual(['duty-not-zero', 'tax-not-reduced', 'tax-differs-from-order'])
    expect(await faults('X5')).toEqual([])
    expect(await stateOf('X5')).toEqual(['released'])
  })
})

test('nothing of a person stands in what follows documents', async () => {
  const { rows } = await pool.query(`select said::text || info || faults::text as all from customs_follow_ups`)
  const all = rows.map((row) => row.all).join()
  for (const secret of ['41010119900101001X', '13800000000', '示范甲']) expect(all).not.toContain(secret)
})
