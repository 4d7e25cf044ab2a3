import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { matchOf } from './match-of.ts'
import { receiveMessages } from './receive.ts'
import { rematchAll } from './rematch.ts'
import { applicationReceipt, listReceipt } from './sample-follow-ups.ts'
import { listMessage, type OrderMade, orderMessage, paymentMessage, waybillMessage } from './sample-messages.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
await write(work, (tx) =>
  addUnit(tx, {
    ...{ code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee' },
    ...{ kind: 'committee', openedOn: '1993-04-01' },
  }),
)

async function receive(...texts: readonly string[]) {
  const entries = Object.fromEntries(texts.map((text, i) => [`${i}.xml`, new TextEncoder().encode(text)]))
  const zip = zipSync(entries, { mtime: '2018-06-28T10:15:00' })
  return receiveMessages(work, { file: { name: 'year.zip', stream: Readable.from([zip]) }, unit: 'ZONE' })
}

/** An order of one buyer for so many yuan, declared on a day, that agrees in all its documents. */
function bought(no: string, yuan: number, day: string, buyer = '410101199001010015'): OrderMade {
  const appTime = `${day}101500`
  const paid = String(yuan + 10 - 5 + 18.2)
  const person = { buyerIdNumber: buyer, appTime }
  return {
    no,
    order: { ...person, goodsValue: String(yuan), acturalPaid: paid },
    orderLine: { price: String(yuan / 2), totalPrice: String(yuan) },
    payment: { payerIdNumber: buyer, amountPaid: paid, appTime },
    waybill: { appTime },
    list: person,
    listLine: { price: String(yuan / 2), totalPrice: String(yuan) },
  }
}

const all = (made: OrderMade) => [
  orderMessage([made]),
  paymentMessage([made]),
  waybillMessage([made]),
  listMessage([made]),
]
const matchOfOrder = async (orderNo: string) =>
  (await read(work, (tx) => matchOf(tx, { flow: 'import', platform: '4101960001', orderNo })))!.match
const reasonsOf = async (no: string) => (await matchOfOrder(no)).reasons

test('the order that takes its buyer over the year is named, by the limit of its day, and those before it are not', async () => {
  await receive(...all(bought('Y1', 12_000, '20180301')), ...all(bought('Y2', 7_000, '20180401')))
  expect([await reasonsOf('Y1'), await reasonsOf('Y2')]).toEqual([[], []])
  await receive(...all(bought('Y3', 3_000, '20180501')))
  expect(await reasonsOf('Y3')).toEqual(['person-over-yearly-limit'])
  expect((await matchOfOrder('Y3')).mismatches).toMatchObject([
    { rule: 'M10', details: { year: '2018', limit: '20000', spent: '22030', value: '3010' } },
  ])
  expect([await reasonsOf('Y1'), await reasonsOf('Y2')]).toEqual([[], []])
})

test('a list that comes late but was sent earlier moves the limit to the order that now goes over it', async () => {
  await receive(...all(bought('Y0', 1_500, '20180101')))
  expect(await reasonsOf('Y0')).toEqual([])
  expect(await reasonsOf('Y2')).toEqual(['person-over-yearly-limit'])
})

test('a cancelled list gives its amount back, and the others follow', async () => {
  await receive(listReceipt('Y1', '800', { invtNo: '46042018I0000000Y1' }))
  await receive(applicationReceipt('624', 'Y1', '399'))
  expect(await reasonsOf('Y1')).toEqual(['list-cancelled'])
  expect([await reasonsOf('Y2'), await reasonsOf('Y3')]).toEqual([[], []])
})

test('from 2019 the limit is 26,000, and another year or another buyer begins anew', async () => {
  await receive(...all(bought('N1', 14_000, '20190105')), ...all(bought('N2', 11_000, '20190205')))
  expect(await reasonsOf('N2')).toEqual([])
  await receive(...all(bought('N3', 1_000, '20190305')), ...all(bought('N4', 1_000, '20190305', '410101199001010031')))
  expect(await reasonsOf('N3')).toEqual(['person-over-yearly-limit'])
  expect(await reasonsOf('N4')).toEqual([])
})

test('matching every order anew changes nothing, and the counts are what stands', async () => {
  const standing = async () =>
    (
      await pool.query(
        'select flow, platform, order_no, state, mismatches, reasons, value, sent_on, unit_code, platform_name from customs_matches order by 1, 2, 3',
      )
    ).rows
  const before = await standing()
  expect(await rematchAll(work)).toBe(before.length)
  expect(await standing()).toEqual(before)
  const { rows } = await pool.query(
    `select (select jsonb_agg(c order by unit_code, flow, platform, state, sent_on) from customs_match_counts c) =
       (select jsonb_agg(c order by unit_code, flow, platform, state, sent_on) from (
         select unit_code, flow, platform, state, sent_on, count(*)::int as orders from customs_matches group by 1, 2, 3, 4, 5) c) as states,
       (select jsonb_agg(c order by unit_code, flow, platform, reason, sent_on) from customs_reason_counts c) =
       (select jsonb_agg(c order by unit_code, flow, platform, reason, sent_on) from (
         select unit_code, flow, platform, reason, sent_on, count(*)::int as orders from customs_matches, unnest(reasons) reason group by 1, 2, 3, 4, 5) c) as reasons`,
  )
  expect(rows).toEqual([{ states: true, reasons: true }])
})
