import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { orgPart } from '#parts/org/part.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { mattersPart } from '../part.ts'
import { escalate } from './escalate.ts'
import { orderDocx } from './order-docx.ts'
import { issueOrder, replyToOrder, resolveOrder, resolveOrdersOf } from './orders.ts'
import { escalationsShown, orderShown, ordersShown } from './queries.ts'

const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const { pool } = await testDatabase()
const now = new Date('2018-06-30T02:00:00Z')
const work = workOn(pool, { now })
await write(work, (tx) => keepZone(tx, zone))
await pool.query('update zone_settings set clock_behind_days = 0')
await orgPart.load!(work, zone, () => {})
await mattersPart.load!(work, zone, () => {})

const calm = async () =>
  (
    await pool.query(
      `select m.number, m.id from matters m where closed_at is null and state = 'handling' and due_at > $1
         and not exists (select from supervision_orders o where o.matter_id = m.id) order by m.id`,
      [now],
    )
  ).rows as { number: string; id: string }[]

describe('the ladder of the zone', () => {
  test('loading took the late ones up; a second sweep finds nothing new', async () => {
    const { rungs, rows } = await read(work, (tx) => escalationsShown(tx, ['ZONE']))
    expect(rows.length).toBeGreaterThan(20)
    expect(rungs.every(({ matters }) => matters > 0)).toBe(true)
    expect(await escalate(work)).toBe(0)
  })

  test('each matter on the third rung or above has its order, once', async () => {
    const { rows } = await pool.query(
      `select count(*) as rungs, count(distinct o.matter_id) as orders from matter_escalations e
         left join supervision_orders o on o.matter_id = e.matter_id where e.rung = 3`,
    )
    expect(Number(rows[0].rungs)).toBeGreaterThan(10)
    expect(rows[0].orders).toBe(rows[0].rungs)
  })

  test('what is handed back climbs no further', async () => {
    const later = workOn(pool, { now: new Date('2018-07-20T02:00:00Z') })
    const [one] = await calm()
    await pool.query('update matter_stages set done_at = $2 where matter_id = $1 and done_at is null', [one!.id, now])
    await escalate(later)
    const climbed = await pool.query('select from matter_escalations where matter_id = $1 and rung > 1', [one!.id])
    expect(climbed.rowCount).toBe(0)
  })
})

describe('a supervision order', () => {
  const order = { kind: 'leader', level: 1, requirement: '请立即办理并回复。', replyBy: '2018-07-05' } as const

  test('is numbered within its year, answered by the unit and ended by the centre', async () => {
    const { rows } = await pool.query(
      `select m.number from matters m where m.closed_at is null and m.duty_unit is not null
         and not exists (select from supervision_orders o where o.matter_id = m.id) limit 1`,
    )
    const number = rows[0].number as string
    const id = await write(work, (tx) => issueOrder(tx, { ...order, number }, ['ZONE']))
    const shown = await read(work, (tx) => orderShown(tx, id, ['ZONE']))
    expect(shown).toMatchObject({ year: 2018, late: false, mayReply: true, mayResolve: false })
    await expect(write(work, (tx) => issueOrder(tx, { ...order, number }, ['ZONE']))).rejects.toMatchObject({
      code: 'matters/order-open',
      status: 409,
    })
    await expect(write(work, (tx) => resolveOrder(tx, id, ['ZONE']))).rejects.toMatchObject({
      code: 'matters/order-unanswered',
    })
    await expect(write(work, (tx) => replyToOrder(tx, id, '不是本单位', ['FTZ']))).rejects.toMatchObject({
      status: 403,
    })
    await write(work, (tx) => replyToOrder(tx, id, '已安排人员处置，7月3日前完成。', ['ZONE']))
    await write(work, (tx) => resolveOrder(tx, id, ['ZONE']))
    await expect(write(work, (tx) => replyToOrder(tx, id, '再复', ['ZONE']))).rejects.toMatchObject({
      code: 'matters/order-resolved',
    })
  })

  test.each([
    [{ number: 'E9999201806300001' }, 'matters/unknown'],
    [{ replyBy: '2018-06-01' }, 'matters/reply-past'],
  ])('%j is told in words', async (change, code) => {
    const { rows } = await pool.query('select number from matters where closed_at is null limit 1')
    const asked = { ...order, number: rows[0].number as string, ...change }
    await expect(write(work, (tx) => issueOrder(tx, asked, ['ZONE']))).rejects.toMatchObject({ code })
  })

  test('a closed matter takes none', async () => {
    const { rows } = await pool.query("select number from matters where state = 'closed' limit 1")
    const asked = { ...order, number: rows[0].number as string }
    await expect(write(work, (tx) => issueOrder(tx, asked, ['ZONE']))).rejects.toMatchObject({
      code: 'matters/ended-already',
    })
  })

  test('who does not stand over the supervision centre issues none', async () => {
    const { rows } = await pool.query('select number from matters where closed_at is null limit 1')
    const asked = { ...order, number: rows[0].number as string }
    await expect(write(work, (tx) => issueOrder(tx, asked, ['OFFICE-1']))).rejects.toMatchObject({ status: 403 })
  })

  test('ends with its matter', async () => {
    const { rows } = await pool.query('select matter_id from supervision_orders where resolved_at is null limit 1')
    await write(work, (tx) => resolveOrdersOf(tx, Number(rows[0].matter_id)))
    const left = await pool.query('select from supervision_orders where matter_id = $1 and resolved_at is null', [
      rows[0].matter_id,
    ])
    expect(left.rowCount).toBe(0)
  })

  test('is a letter in Word, in both languages', async () => {
    const { orders } = await read(work, (tx) => ordersShown(tx, { page: 1, size: 5 }, ['ZONE']))
    const printed = await read(work, (tx) => orderShown(tx, orders[0]!.id, ['ZONE']))
    const chinese = wordsOfDocx(await orderDocx(printed, ({ zh }) => zh))
    expect(chinese).toContain('督办函')
    expect(chinese).toContain(printed.matter.number)
    expect(chinese).toContain(printed.to.name.zh)
    expect(wordsOfDocx(await orderDocx(printed, ({ en }) => en))).toContain('Supervision order')
  })
})

const wordsOfDocx = (file: Buffer) => strFromU8(unzipSync(file)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
