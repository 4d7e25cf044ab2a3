import { expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { coursesOn } from '#tests/world/matter-course.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { openBlockedProject } from './blocked-projects.ts'
import { mattersSound } from './doctor.ts'
import {
  keepTimeRules,
  matterOf,
  readReporters,
  reportersOf,
  stagesOf,
  standardsOf,
  stepsOf,
  timeRulesKept,
  wishesOf,
  workingTimeOf,
} from './engine.ts'
import { resumeSuspended } from './jobs.ts'
import { previewRecompute, recomputeClocks } from './recompute.ts'
import { sweepClocks } from './sweep.ts'

const { pool } = await testDatabase()
await openMattersWorld(workOn(pool))
const { open, move } = coursesOn((actor, now) => workOn(pool, { actor, now }))
const work = workOn(pool)
const at = (time: string) => `2018-07-02T${time}:00+08:00`
const days = async () =>
  (await read(work, (tx) => standardsOf(tx))).find(({ code }) => code === 'E0304')!.standards[1]!.id
const rubbish = { inflow: 'patrol', category: 'E0304', description: '裸土未覆盖需停工整改', source: 'page' } as const
const found = (number: string) => read(work, async (tx) => (await matterOf(tx, number))!)

async function handling(): Promise<string> {
  const { number } = await open(crew.inspector, at('08:30'), rubbish)
  await move(number, crew.chief, at('08:40'), { deed: 'register', standard: await days() })
  await move(number, crew.dispatcher, at('09:00'), { deed: 'dispatch', unit: 'CITY' })
  await move(number, crew.handler, at('09:10'), { deed: 'accept' })
  return number
}

test('a sweep notes each light once, by the clock, and again notes nothing', async () => {
  const number = await handling()
  // Three working days end on Thursday at 18:00; 80% of 32 working hours after 09:00 are 25:36 hours.
  const matter = await found(number)
  expect(matter.dueAt?.toISOString()).toBe('2018-07-05T10:00:00.000Z')
  const sweep = (time: string) => write(work, (tx) => sweepClocks(tx, new Date(time)))
  expect(await sweep('2018-07-04T18:00:00+08:00')).toEqual({ yellow: 0, red: 0 })
  expect(await sweep('2018-07-05T12:00:00+08:00')).toEqual({ yellow: 1, red: 0 })
  expect(await sweep('2018-07-05T12:05:00+08:00')).toEqual({ yellow: 0, red: 0 })
  expect(await sweep('2018-07-05T18:00:00+08:00')).toEqual({ yellow: 0, red: 0 })
  expect(await sweep('2018-07-05T18:00:01+08:00')).toEqual({ yellow: 0, red: 1 })
  const { rows } = await pool.query('select light, turned_at from matter_lights where matter_id = $1 order by light', [
    matter.id,
  ])
  expect(rows.map(({ light }) => light)).toEqual([1, 2])
  expect(rows[1].turned_at).toEqual(matter.dueAt)
  await move(number, crew.handler, '2018-07-05T18:01:00+08:00', { deed: 'note', words: '超时一分钟' })
  expect((await found(number)).overdue).toBe(true)
})

test('a suspension stands in the records and ends by itself on its day', async () => {
  const number = await handling()
  const until = '2018-08-01'
  await move(number, crew.handler, at('10:00'), { deed: 'ask-suspension', reason: '等待断水窗口', until })
  await move(number, crew.commandChief, at('10:30'), { deed: 'decide', granted: true, words: '同意' })
  const still = await found(number)
  expect(still).toMatchObject({ state: 'suspended', dueAt: null, suspendedUntil: until })
  expect(still.pausedAt?.toISOString()).toBe('2018-07-02T02:30:00.000Z')
  expect(await resumeSuspended(workOn(pool, { now: new Date('2018-07-31T00:03:00+08:00') }))).toBe(0)
  expect(await resumeSuspended(workOn(pool, { now: new Date('2018-08-01T00:03:00+08:00') }))).toBe(1)
  const on = await found(number)
  expect(on).toMatchObject({ state: 'handling', suspendedUntil: null, pausedAt: null, suspensions: 1 })
  // The days that the pause touched do not count: Wednesday the 1st was touched by three minutes after midnight.
  expect(on.dueAt?.toISOString()).toBe('2018-08-06T10:00:00.000Z')
  const wishes = await read(work, (tx) => wishesOf(tx, on.id))
  expect(wishes.map(({ kind, state, decisions }) => [kind, state, decisions.map(({ by }) => by)])).toEqual([
    ['suspension', 'granted', ['command-chief']],
  ])
})

test('other time rules are looked at first, then set the clocks that run; what has ended stays', async () => {
  const number = await handling()
  const [rules] = await read(work, (tx) => timeRulesKept(tx, 1))
  const storm = { ...rules!, days: [{ day: '2018-07-03', kind: 'off' as const, name: '暴雨停工' }] }
  const preview = await read(work, (tx) => previewRecompute(tx, storm))
  expect(preview).toMatchObject({ earlier: 0, given: 0 })
  expect(preview.examples.find((one) => one.number === number)?.is.toISOString()).toBe('2018-07-06T10:00:00.000Z')
  expect((await found(number)).dueAt?.toISOString()).toBe('2018-07-05T10:00:00.000Z')
  await write(work, (tx) => keepTimeRules(tx, { ...storm, reason: '暴雨红色预警' }))
  const done = await write(work, recomputeClocks)
  expect(done.later).toBe(preview.later)
  const matter = await found(number)
  expect([matter.dueAt, matter.limitDueAt].map((moment) => moment?.toISOString())).toEqual(
    Array(2).fill('2018-07-06T10:00:00.000Z'),
  )
  const stages = await read(work, (tx) => stagesOf(tx, matter.id))
  expect(stages.filter(({ doneAt }) => doneAt !== null).every(({ rules }) => rules === 1)).toBe(true)
  expect((await write(work, recomputeClocks)).later).toBe(0)
})

test('rules that no clock could run by are refused', async () => {
  const [rules] = await read(work, (tx) => timeRulesKept(tx, 1))
  const keep = (change: object) => write(work, (tx) => keepTimeRules(tx, { ...rules!, ...change, reason: '试改' }))
  await expect(keep({ hours: [['12:00', '08:00']] })).rejects.toMatchObject({ code: 'matters/hours-unreadable' })
  await expect(keep({ hours: [['8点', '12点']] })).rejects.toMatchObject({ code: 'matters/hours-unreadable' })
  await expect(keep({ days: [{ day: '2031-05-01', kind: 'off', name: '劳动节' }] })).rejects.toMatchObject({
    code: 'calendar/year-incomplete',
  })
})

test('a merge keeps every reporter with the matter that goes on', async () => {
  const said = { ...rubbish, inflow: 'citizen', reporter: { name: '甲', phone: '13800000001' } } as const
  const first = await open(crew.acceptor, at('09:00'), said)
  const second = await open(crew.acceptor, at('09:10'), { ...said, reporter: { name: '乙' } })
  const third = await open(crew.acceptor, at('09:20'), { ...said, reporter: {} })
  await move(third.number, crew.acceptor, at('09:25'), { deed: 'merge', into: second.number })
  await move(second.number, crew.acceptor, at('09:30'), { deed: 'merge', into: first.number })
  expect(await read(work, (tx) => reportersOf(tx, first.id))).toEqual({ all: 3, withContact: 2 })
  expect(await found(second.number)).toMatchObject({ state: 'merged', mergedInto: first.id })
  const noted = (await read(work, (tx) => stepsOf(tx, first.id))).at(-1)
  expect(noted).toMatchObject({ deed: 'note', version: 2, said: { merged: second.number, reporters: 2 } })
  const matter = await found(first.number)
  const reporters = await write(work, (tx) => readReporters(tx, matter))
  expect(reporters.map(({ name, reported }) => [name, reported])).toEqual([
    ['甲', first.number],
    ['乙', second.number],
    [undefined, third.number],
  ])
  await expect(
    move(first.number, crew.acceptor, at('09:40'), { deed: 'merge', into: second.number }),
  ).rejects.toMatchObject({
    code: 'matters/merge-ended',
  })
  await expect(
    move(first.number, crew.acceptor, at('09:40'), { deed: 'merge', into: first.number }),
  ).rejects.toMatchObject({
    code: 'matters/merge-itself',
  })
})

test('what a phone tells stays beside the step, and contacts lie sealed', async () => {
  const { number, id } = await open(crew.inspector, at('09:00'), { ...rubbish, reporter: { phone: '13800000002' } })
  const toldAt = '2018-07-02T08:55:00+08:00'
  await move(number, crew.chief, at('09:10'), { deed: 'note', words: '已电话联系', told: '已联系您', toldAt }).catch(
    () => {},
  )
  const { rows } = await pool.query('select contact from matter_reporters where reported = $1', [id])
  expect((rows[0].contact as Buffer).toString('latin1')).not.toContain('138')
  const steps = await read(work, (tx) => stepsOf(tx, id))
  expect(steps.at(-1)).toMatchObject({ deed: 'note', told: '已联系您', said: { toldAt } })
  // The chain cannot forget, so it holds nobody's words.
  const { rows: kept } = await pool.query(
    "select from audit_entries where after::text like '%电话%' or after::text like '%裸土%'",
  )
  expect(kept).toEqual([])
})

test('a problem that a project cannot solve becomes a matter once', async () => {
  const payload = {
    key: 'problem-1',
    number: 'WT-2018-0001',
    projectName: '某项目',
    title: '用地未清',
    description: '三户未搬迁',
  }
  await openBlockedProject(work, payload)
  await openBlockedProject(work, payload)
  const { rows } = await pool.query(
    "select number, title, state, inflow from matters where external_reference = 'WT-2018-0001'",
  )
  expect(rows).toEqual([
    {
      number: expect.stringMatching(/^E0701/),
      title: '某项目：用地未清',
      state: 'pending-register',
      inflow: 'blocked-project',
    },
  ])
})

test('what comes in in a year without a calendar is kept; what needs a deadline is refused', async () => {
  const future = '2040-07-02T09:00:00+08:00'
  const { number } = await open(crew.inspector, future, rubbish)
  expect(await found(number)).toMatchObject({ state: 'pending-register', dueAt: null })
  await move(number, crew.chief, future, { deed: 'register', standard: await days() })
  await expect(move(number, crew.dispatcher, future, { deed: 'dispatch', unit: 'CITY' })).rejects.toMatchObject({
    code: 'calendar/year-unknown',
  })
  expect((await found(number)).state).toBe('pending-dispatch')
})

test('two matters that are merged into each other at once: one is, the other is told', async () => {
  const said = { ...rubbish, inflow: 'citizen' } as const
  const one = await open(crew.acceptor, at('09:00'), said)
  const two = await open(crew.acceptor, at('09:00'), said)
  const tries = await Promise.allSettled([
    move(one.number, crew.acceptor, at('09:05'), { deed: 'merge', into: two.number, seen: 1 }),
    move(two.number, crew.acceptor, at('09:05'), { deed: 'merge', into: one.number, seen: 1 }),
  ])
  const lost = tries.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.code)] : []))
  expect(lost.every((code) => code.startsWith('matters/'))).toBe(true)
  const states = await Promise.all([one, two].map(async ({ number }) => (await found(number)).state))
  expect(states.filter((state) => state === 'merged').length).toBeLessThanOrEqual(1)
  expect(lost.length).toBeGreaterThanOrEqual(1)
})

test('the doctor finds matters that were changed past the system, and a calendar that ends soon', async () => {
  const lines = (now: string) => mattersSound(workOn(pool, { now: new Date(now) }))
  expect((await lines(at('12:00'))).map(({ name, well }) => [name, well])).toEqual([
    ['matters/clocks', true],
    ['matters/calendar', true],
  ])
  const number = await handling()
  await pool.query("update matters set due_at = due_at + interval '1 day' where number = $1", [number])
  const last = (await read(work, workingTimeOf)).time.calendar.years.at(-1)
  const [clocks, calendar] = await lines(`${last}-11-15T09:00:00+08:00`)
  expect([clocks?.well, clocks?.words.zh.includes(number), calendar?.well]).toEqual([false, true, false])
})
