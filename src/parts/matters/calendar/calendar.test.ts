import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { orgPart } from '#parts/org/part.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { mattersPart } from '../part.ts'
import { applyCalendar, calendarShown, previewCalendar } from './calendar.ts'

const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const { pool } = await testDatabase()
const work = workOn(pool, { now: new Date('2018-06-30T02:00:00Z') })
await write(work, (tx) => keepZone(tx, zone))
await orgPart.load!(work, zone, () => {})
await mattersPart.load!(work, zone, () => {})
await pool.query('update zone_settings set clock_behind_days = 0')

const look = (year?: number) => read(work, (tx) => calendarShown(tx, year))
const hours: [string, string][] = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
]
const dayOff = { day: '2018-07-02', kind: 'off', name: '高温停工' } as const

describe('the working calendar', () => {
  test('a year shows its holidays and the make-up days between them', async () => {
    const { year } = await look(2018)
    expect(year.days).toContainEqual({ day: '2018-02-24', kind: 'work', name: '春节调休上班' })
    expect(year.days.filter(({ name }) => name === '春节')).toHaveLength(7)
    expect(year.months.find(({ month }) => month === '2018-02')).toEqual({ month: '2018-02', workdays: 17 })
  })

  test('a year nobody has arranged is known as unknown', async () => {
    expect((await look(2099)).year).toEqual({ year: 2099, known: false, months: [], days: [] })
  })

  test('a day off is previewed without being put in force', async () => {
    const before = await look()
    const preview = await read(work, (tx) => previewCalendar(tx, { hours, days: [dayOff] }))
    expect(preview.later).toBeGreaterThan(5)
    expect(preview.earlier).toBe(0)
    expect(preview.examples[0]!.is > preview.examples[0]!.was!).toBe(true)
    expect((await look()).inForce).toEqual(before.inForce)
  })

  test('it is put in force with a reason, moves as many deadlines as the preview said, and keeps the version before', async () => {
    const { inForce } = await look()
    const preview = await read(work, (tx) => previewCalendar(tx, { hours, days: [dayOff] }))
    const body = { hours, days: [dayOff], reason: '高温红色预警', seen: inForce.id }
    const done = await write(work, (tx) => applyCalendar(tx, body, ['ZONE']))
    expect(done).toMatchObject({ later: preview.later, clocks: preview.clocks })
    const now = await look()
    expect(now.inForce).toMatchObject({ id: done.id, reason: '高温红色预警', days: [dayOff] })
    expect(now.versions).toHaveLength(2)
    expect((await read(work, (tx) => previewCalendar(tx, { hours, days: [dayOff] }))).later).toBe(0)
    await expect(write(work, (tx) => applyCalendar(tx, body, ['ZONE']))).rejects.toMatchObject({
      code: 'matters/calendar-meanwhile',
      status: 409,
    })
  })

  test.each([
    [{ days: [dayOff, dayOff] }, 'calendar/day-twice'],
    [{ days: [{ day: '2031-01-01', kind: 'off', name: '元旦' }] as const }, 'calendar/year-incomplete'],
    [{ hours: [['18:00', '08:00']] as [string, string][] }, 'matters/hours-unreadable'],
  ])('%j is refused', async (change, code) => {
    const asked = { hours, days: [], ...change } as Parameters<typeof previewCalendar>[1]
    await expect(read(work, (tx) => previewCalendar(tx, asked))).rejects.toMatchObject({ code })
  })

  test('who does not stand over the supervision centre changes nothing', async () => {
    const { inForce } = await look()
    const body = { hours, days: [], reason: '试试', seen: inForce.id }
    await expect(write(work, (tx) => applyCalendar(tx, body, ['OFFICE-1']))).rejects.toMatchObject({ status: 403 })
  })
})
