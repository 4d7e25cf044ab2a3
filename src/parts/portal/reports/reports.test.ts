import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, anonymous } from '#kernel/access/actor.ts'
import { read, write } from '#kernel/db/work.ts'
import { keepPhoto } from '#kernel/photos/photos.ts'
import { picture } from '#kernel/photos/pictures.ts'
import { matterOf } from '#parts/matters/engine/engine.ts'
import { testDatabase } from '#tests/database.ts'
import { coursesOn } from '#tests/world/matter-course.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { addToReport, answerReport } from './answer.ts'
import { reportFrame, reportsNearby } from './frame.ts'
import { type Report, sendReport } from './send.ts'
import { shownPhotos, showPhotosOfMoved } from './shown-photos.ts'
import { trackOf } from './track.ts'

const { pool } = await testDatabase()
const workAs = (actor: Actor, now: Date) => workOn(pool, { actor, now })
const { move } = coursesOn(workAs)
const monday = '2018-07-02T01:00:00Z'
const citizen = workAs(anonymous, new Date(monday))

const report = (more: Partial<Report> = {}): Report => ({
  ...{ key: randomUUID(), category: 'E0101', description: '小区北门垃圾堆了三天没人清', address: '航海路北门' },
  ...{ photos: [], enterprise: false, ...more },
})
const send = (more?: Partial<Report>, sender = randomUUID(), work = citizen) => sendReport(work, report(more), sender)
const track = (code: string, now = monday) => read(workAs(anonymous, new Date(now)), (tx) => trackOf(tx, code))
const codeOf = async (deed: Promise<unknown>) =>
  ((await deed.catch((error: unknown) => error)) as { code: string }).code
const photo = async (actor: Actor = anonymous) => {
  const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a5' } })
    .jpeg()
    .toBuffer()
  return (await write(workAs(actor, new Date(monday)), (tx) => keepPhoto(tx, { content }))).id
}

/** From the report to the closing, as the offices do it. */
async function closed(number: string, after: string[] = []) {
  await move(number, crew.inspector, '2018-07-02T01:10:00Z', { deed: 'verify', found: true, words: '属实' })
  const { rows } = await pool.query<{ id: number }>(`select id from matter_standards where category = 'E0101'`)
  await move(number, crew.chief, '2018-07-02T01:20:00Z', { deed: 'register', standard: rows[0]!.id })
  await handled(number, after)
}

async function handled(number: string, after: string[] = []) {
  await move(number, crew.dispatcher, '2018-07-02T01:30:00Z', { deed: 'dispatch', unit: 'CITY' })
  await move(number, crew.handler, '2018-07-02T01:40:00Z', { deed: 'accept' })
  const photos = after.map((id) => ({ id, kind: 'after' as const }))
  const told = '已清运，联系人 13800001234'
  await move(number, crew.handler, '2018-07-02T02:40:00Z', { deed: 'hand-back', words: '张三已清运', told, photos })
  await move(number, crew.dispatcher, '2018-07-02T02:50:00Z', { deed: 'confirm' })
  await move(number, crew.inspector, '2018-07-02T03:00:00Z', { deed: 'check', passed: true, words: '干净' })
  await move(number, crew.chief, '2018-07-02T03:10:00Z', { deed: 'close', words: '同意结案' })
}

beforeAll(() => openMattersWorld(workOn(pool)))

describe('sending', () => {
  test('a report becomes a matter, and the same one sent again is the same', async () => {
    const said = report({ photos: [await photo()], phone: '138 0000 1234', name: '刘' })
    const first = await sendReport(citizen, said, 'a sender')
    expect(first.number).toMatch(/^E010120180702\d{4}$/)
    expect(first.code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
    expect(await Promise.all([1, 2].map(() => sendReport(citizen, said, 'a sender')))).toEqual([first, first])
    const { rows } = await pool.query(
      `select contact from matter_reporters join matters m on m.id = reported where code = $1`,
      [first.code],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].contact.toString('latin1')).not.toContain('1380000')
  })

  test.each([
    ['portal/report-nowhere', { address: undefined }],
    ['portal/report-html', { description: '请看 <img src=x onerror=alert(1)> 这里' }],
    ['portal/report-html', { address: '<b>航海路</b>' }],
    ['portal/report-phone', { phone: '1234' }],
    ['matters/category-unknown', { category: 'E9999' }],
    ['photos/unknown', { photos: ['00000000-0000-4000-8000-000000000000'] }],
  ] as const)('what is not clear is refused in words: %s', async (code, more) => {
    expect(await codeOf(send(more as Partial<Report>))).toBe(code)
  })

  test('plain signs in words are no markup', async () => {
    expect((await send({ description: 'PM2.5<75 时还在冒烟，a<b 且 c>d' })).code).toBeTruthy()
  })

  test('of one sender more than the limit in an hour are told to wait, and a resend is never one too many', async () => {
    const reports = Array.from({ length: 30 }, () => report())
    for (const one of reports) await sendReport(citizen, one, 'a busy address')
    expect(await codeOf(sendReport(citizen, report(), 'a busy address'))).toBe('portal/too-many-reports')
    expect((await sendReport(citizen, reports[0]!, 'a busy address')).code).toBeTruthy()
    const later = workAs(anonymous, new Date('2018-07-02T02:30:00Z'))
    expect((await sendReport(later, report(), 'a busy address')).code).toBeTruthy()
  })

  test('the page is told the categories for the public with their limits in plain words', async () => {
    const { categories, kinds } = await read(citizen, reportFrame)
    expect(kinds).toEqual([])
    expect(categories.find(({ code }) => code === 'E0304')?.limit).toEqual({ zh: '3个工作日', en: '3 working days' })
  })
})

describe('following', () => {
  test('from the receipt to the closing each state is told in plain words, and nothing of any person', async () => {
    const own = await photo()
    const after = await photo(crew.handler)
    const { code, number } = await send({ photos: [own] })
    expect(await track(code)).toMatchObject({
      phase: 1,
      ended: false,
      title: { zh: '已收到' },
      may: { answer: false, add: true },
    })
    await closed(number, [after])
    const told = await track(`${code.slice(0, 4)}-${code.slice(4, 8).toLowerCase()} ${code.slice(8)}`)
    expect(told).toMatchObject({ phase: 5, ended: true, title: { zh: '已办结' }, may: { answer: true, add: false } })
    expect(told.line.map(({ words }) => words.zh)).toEqual([
      ...['收到您反映的问题', '现场核实：情况属实', '立案', '派给城市管理局', '城市管理局签收', '城市管理局报告已处置'],
      ...['现场核查通过', '结案'],
    ])
    expect(told.line[0]!.photos).toEqual([{ id: own, words: { zh: '反映时', en: 'As reported' } }])
    expect(told.line[5]).toMatchObject({
      told: '已清运，联系人 【电话】',
      photos: [{ id: after, words: { zh: '处置后' } }],
    })
    for (const secret of ['张三', '13800001234', 'handler', 'inspector', '同意结案'])
      expect(JSON.stringify(told)).not.toContain(secret)
  })

  test('the promised date stands while it is handled', async () => {
    const { code, number } = await send()
    await move(number, crew.inspector, '2018-07-02T01:10:00Z', { deed: 'verify', found: true, words: '属实' })
    const { rows } = await pool.query<{ id: number }>(`select id from matter_standards where category = 'E0101'`)
    await move(number, crew.chief, '2018-07-02T01:20:00Z', { deed: 'register', standard: rows[0]!.id })
    await move(number, crew.dispatcher, '2018-07-02T01:30:00Z', { deed: 'dispatch', unit: 'CITY' })
    // Four working hours from 9:30: till noon, then from two o'clock.
    expect(await track(code)).toMatchObject({ phase: 3, by: '2018-07-02T07:30:00.000Z', late: false })
    expect((await track(code, '2018-07-02T08:00:00Z')).late).toBe(true)
  })

  test('a photo of a stranger is seen by everybody only after somebody looked and it was registered', async () => {
    const own = await photo()
    const { number } = await send({ photos: [own] })
    const id = (await read(citizen, (tx) => matterOf(tx, number)))!.id
    const seen = () => codeOf(picture(citizen, { id: own, size: 'thumb', open: true }))
    await showPhotosOfMoved(citizen, { matter: id, deed: 'register' })
    expect(await seen()).toBe('photos/unknown')
    await closed(number)
    await showPhotosOfMoved(citizen, { matter: id, deed: 'register' })
    expect(await seen()).toBeUndefined()
    expect(await read(citizen, (tx) => shownPhotos(tx, [id]))).toEqual(new Map([[id, [own]]]))
  })

  test('a code that is none is refused without a hint', async () => {
    for (const code of ['AAAABBBBCCCC', '%', '1']) expect(await codeOf(track(code))).toBe('portal/report-unknown')
  })

  test('a report that was merged follows the other one, without a word of who reported that', async () => {
    const target = await send({ description: '东门也有垃圾，打 13911112222 找我' })
    const { code, number } = await send()
    await move(number, crew.acceptor, '2018-07-02T01:05:00Z', { deed: 'merge', into: target.number })
    await closed(target.number)
    const told = await track(code)
    expect(told).toMatchObject({
      number: target.number,
      phase: 5,
      may: { answer: true },
      own: { description: '小区北门垃圾堆了三天没人清' },
    })
    expect(told.line.map(({ words }) => words.zh)).toContain('与另一件同样的反映合并办理')
    expect(JSON.stringify(told)).not.toContain('13911112222')
  })
})

describe('answering', () => {
  const answer = (code: string, more: Partial<Parameters<typeof answerReport>[2]> = {}, now = '2018-07-03T01:00:00Z') =>
    write(workAs(anonymous, new Date(now)), async (tx) => {
      const { version } = await trackOf(tx, code)
      return answerReport(tx, code, {
        key: randomUUID(),
        seen: version,
        fixed: false,
        words: '又堆上了',
        photos: [],
        ...more,
      })
    })

  test('not fixed reopens it and counts as rework; the same answer again changes nothing', async () => {
    const { code, number } = await send()
    await closed(number)
    const key = randomUUID()
    expect(await answer(code, { key })).toMatchObject({ ended: false, phase: 2, title: { zh: '已立案' } })
    await answer(code, { key })
    expect(await read(citizen, (tx) => matterOf(tx, number))).toMatchObject({
      state: 'pending-dispatch',
      reopened: 1,
      rework: 1,
    })
    await handled(number)
    const last = await answer(code, { fixed: true, words: '' })
    expect(last.line.at(-1)?.words.zh).toBe('反映人确认已解决')
    expect(last).toMatchObject({
      ended: true,
      answered: 'fixed',
      may: { answer: false },
    })
    expect(await codeOf(answer(code))).toBe('portal/not-closed')
  })

  test('what is not fixed needs words, and is said within a month and a few times only', async () => {
    const { code, number } = await send()
    expect(await codeOf(answer(code))).toBe('portal/not-closed')
    await closed(number)
    expect(await codeOf(answer(code, { words: ' ' }))).toBe('portal/answer-words-missing')
    expect(await codeOf(answer(code, {}, '2018-09-03T01:00:00Z'))).toBe('portal/not-closed')
    for (let nth = 0; nth < 3; nth += 1) {
      await answer(code)
      await handled(number)
    }
    expect((await track(code)).may.answer).toBe(false)
  })

  test('of an answer to a version that is past the reporter is told', async () => {
    const { code, number } = await send()
    await closed(number)
    expect(await codeOf(answer(code, { seen: 3 }))).toBe('matters/moved-meanwhile')
  })

  test('words may be added while it is dealt with, and stand in the line', async () => {
    const { code, number } = await send()
    const add = (words: string, key = randomUUID()) =>
      write(citizen, async (tx) =>
        addToReport(tx, code, { key, seen: (await trackOf(tx, code)).version, words, photos: [] }),
      )
    expect((await add('现在更多了')).line.at(-1)?.words.zh).toBe('反映人补充了说明')
    await closed(number)
    expect(await codeOf(add('还有'))).toBe('portal/report-ended')
  })
})

test('the same problem nearby is told by its distance and state alone', async () => {
  const place = { longitude: 113.8, latitude: 34.71 }
  await pool.query(`update matters set longitude = $1, latitude = $2 where number = $3`, [
    ...[place.longitude, place.latitude + 0.0001],
    (await send({ category: 'C0101', description: '井盖没了，打 13911112222' })).number,
  ])
  const { found } = await read(citizen, (tx) => reportsNearby(tx, { category: 'C0101', ...place }))
  expect(found).toEqual([{ metres: 11, at: new Date(monday).toISOString(), state: { zh: '已收到', en: 'Received' } }])
})
