import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { addUnit } from '#parts/org/org.ts'
import { testHouse } from '#tests/house.ts'
import { workOn } from '#tests/world/work.ts'
import { customsFiles } from '../../../../bench/make-zone/customs.ts'
import { reasonCodes } from './reasons.ts'
import { loadMessages } from './zone-messages.ts'

const { house, signedIn, ask } = await testHouse()
const work = workOn(house.pool)
const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const api = '/api/trade/customs'

const unit = (code: string, parent: string | null) => ({
  ...{ code, parent, nameZh: code, nameEn: code, kind: parent ? ('department' as const) : ('committee' as const) },
  openedOn: '1993-04-01',
})
await write(work, async (tx) => {
  await keepZone(tx, zone)
  await addUnit(tx, unit('ZONE', null))
  await addUnit(tx, unit('PORT', 'ZONE'))
  await addUnit(tx, unit('STAT', 'ZONE'))
})
const [clerk, viewer, stranger] = [
  await signedIn(['clerk'], 'PORT'),
  await signedIn(['viewer'], 'ZONE'),
  await signedIn(['clerk'], 'STAT'),
]
const told: string[] = []
beforeAll(() => loadMessages(work, zone, ({ en }) => told.push(en)))

const get = (url: string, cookie = viewer) => ask({ method: 'GET', url: `${api}${url}`, cookie })
interface OrderFound {
  orderNo: string
  platform: string
  flow: string
  state: string
  sentOn: string
  days: number
  mismatches: { code: string; hint?: string; details: Record<string, string> }[]
}
const ordersOf = async (query: string, cookie = viewer) =>
  (await get(`/orders?${query}`, cookie)).body as unknown as { orders: OrderFound[]; total: number; more: boolean }
interface Overview {
  today: string
  counts: Record<string, number>
  reasons: { reason: string; orders: number }[]
  ages: { age: string; waiting: number; mismatch: number }[]
  platforms: {
    flow: string
    platform: string
    name: string
    counts: Record<string, number>
    top: unknown
    oldest: string
  }[]
  days: { day: string; counts: Record<string, number> }[]
}
const overviewOf = async (query = '', cookie = viewer) =>
  (await get(`/match${query}`, cookie)).body as unknown as Overview

describe('the demonstration’s messages', () => {
  test('are those that the generator writes, to the byte', () => {
    for (const [name, content] of customsFiles())
      expect(readFileSync(path.join(zone.folder, name)).equals(Buffer.from(content)), name).toBe(true)
  })

  test('are received once, whatever is loaded again', async () => {
    const before = (await get('/files')).body
    await loadMessages(work, zone, ({ en }) => told.push(en))
    expect((await get('/files')).body).toEqual(before)
    expect(told[0]).toMatch(/documents in \d files/)
  })

  test('have every reason that needs no receipt and no year of purchases, most orders matched', async () => {
    const { counts, reasons, ages, platforms } = await overviewOf()
    const all = counts['matched']! + counts['waiting']! + counts['mismatch']!
    expect(counts['matched']! / all).toBeGreaterThan(0.75)
    const found = new Set(reasons.map(({ reason }) => reason))
    const never = new Set([
      'person-over-yearly-limit',
      'buyer-number-case',
      'goods-names-differ',
      'goods-value-differs',
    ])
    expect(reasonCodes.filter((code) => !found.has(code) && !never.has(code))).toEqual([])
    expect(ages.every(({ waiting, mismatch }) => waiting + mismatch > 0)).toBe(true)
    expect(platforms).toHaveLength(5)
    expect(platforms.every(({ name, top, oldest }) => name.includes('演示') && top && oldest)).toBe(true)
  })
})

describe('the list of orders', () => {
  test('says the same as the counts above it, for every state, reason, age and platform', async () => {
    const { today, counts, reasons, ages, platforms } = await overviewOf()
    expect(today).toBe('2018-06-30')
    for (const state of ['matched', 'waiting', 'mismatch'])
      expect((await ordersOf(`state=${state}`)).total, state).toBe(counts[state])
    for (const { reason, orders } of reasons) expect((await ordersOf(`reason=${reason}`)).total, reason).toBe(orders)
    for (const { age, waiting, mismatch } of ages)
      expect((await ordersOf(`age=${age}`)).total, age).toBe(waiting + mismatch)
    for (const { flow, platform, counts: own } of platforms)
      expect((await ordersOf(`flow=${flow}&platform=${platform}&state=all`)).total).toBe(
        own['matched']! + own['waiting']! + own['mismatch']!,
      )
  })

  test('has what is open first and oldest first, page after page without a gap', async () => {
    const { counts } = await overviewOf()
    const whole = (await ordersOf('size=200')).orders
    expect(whole).toHaveLength(counts['waiting']! + counts['mismatch']!)
    expect(whole.map(({ sentOn }) => sentOn)).toEqual(whole.map(({ sentOn }) => sentOn).toSorted())
    const pages = [1, 2, 3].map(async (page) => (await ordersOf(`size=20&page=${page}`)).orders)
    expect((await Promise.all(pages)).flat()).toEqual(whole.slice(0, 60))
    const all = await ordersOf('state=all&size=200&page=2')
    expect(all.orders.at(-1)!.state).toBe('matched')
  })

  test.each([
    ['order_no', 'the order'],
    ['waybill_no', 'a waybill'],
    ['cop_no', 'the sender’s own number of a list'],
  ])('finds an order by the beginning of %s: %s', async (column) => {
    const { rows } = await house.pool.query(
      `select d.order_no, d.${column} as number from customs_documents d join customs_matches m using (flow, platform, order_no)
       where d.replaced_at is null and d.${column} <> '' and d.kind in ('order', 'list') and m.state = 'matched' order by d.id limit 1`,
    )
    const { order_no, number } = rows[0]
    const { orders } = await ordersOf(`q=${encodeURIComponent(number.slice(0, -1))}`)
    expect(orders.map(({ orderNo }) => orderNo)).toContain(order_no)
    expect((await ordersOf(`q=${encodeURIComponent(`%${number.slice(3)}`)}`)).total).toBe(0)
  })

  test('belongs to its unit: another department sees none of it', async () => {
    expect((await overviewOf('', stranger)).counts).toEqual({ matched: 0, waiting: 0, mismatch: 0 })
    expect((await ordersOf('state=all', stranger)).total).toBe(0)
    const [{ flow, platform, orderNo }] = (await ordersOf('')).orders as [OrderFound]
    expect(await get(`/orders/${flow}/${platform}/${orderNo}`, stranger)).toMatchObject({
      status: 404,
      body: { code: 'trade/order-unknown' },
    })
    const list = await get('/orders-export?format=csv', stranger)
    expect(list.text.trim().split('\r\n')).toHaveLength(1)
    expect((await overviewOf('', clerk)).counts).toEqual((await overviewOf()).counts)
  })
})

describe('the list to send back', () => {
  test('is a line a reason, with both values, the near miss, the official code and the cure; persons masked; audited', async () => {
    const { platforms } = await overviewOf()
    const { flow, platform } = platforms[0]!
    const { text } = await get(`/orders-export?format=csv&flow=${flow}&platform=${platform}`)
    const { orders } = await ordersOf(`flow=${flow}&platform=${platform}&size=200`)
    const reasons = orders.reduce((sum, { mismatches }) => sum + mismatches.length, 0)
    expect(text.trim().split('\r\n')).toHaveLength(reasons + 1)
    expect(text).toContain('重试支付')
    expect(text).toContain('-401004')
    for (const { orderNo } of orders) expect(text).toContain(orderNo)
    const { rows } = await house.pool.query(
      `select after from audit_entries where action = 'trade/export-match' order by seq desc limit 1`,
    )
    expect(rows[0].after).toMatchObject({ platform, format: 'csv' })
  })

  test('speaks the reader’s language and shows no person whole', async () => {
    const english = await ask({
      ...{ method: 'GET', url: `${api}/orders-export?format=csv&reason=buyer-number-differs`, cookie: viewer },
      headers: { 'accept-language': 'en' },
    })
    expect(english.text).toContain('Buyer’s numbers differ')
    expect(english.text).toMatch(/order: .\* 4101\*+\d{3}[\dX]/)
    expect(english.text).not.toMatch(/\d{17}/)
  })

  test('comes as a workbook', async () => {
    const { status, text } = await get('/orders-export')
    expect(status).toBe(200)
    expect(text.slice(0, 2)).toBe('PK')
  })
})
