import { describe, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { coursesOn } from '#tests/world/matter-course.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { everybody } from '#tests/world/work.ts'
import { standardsOf } from '../engine/engine.ts'
import type { Inflow } from '../engine/states.ts'

const { house, ask, signedIn } = await testHouse()
const work = house.workAs(everybody)
await openMattersWorld(work)
const { open, move } = coursesOn((actor, now) => ({ ...work, actor, now: () => now }))
const [dust] = (await read(work, (tx) => standardsOf(tx))).find(({ code }) => code === 'E0304')!.standards

// The house's own clock stands in 2026; what is opened now has its limits ahead of it.
const now = new Date()
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
const numbers: string[] = []
for (let nth = 0; nth < 9; nth++) {
  const inflow: Inflow = nth % 3 === 0 ? 'patrol' : 'campaign'
  const said = { inflow, category: 'E0304', description: `第 ${nth} 处扬尘`, source: 'page', address: `${nth} 号路` }
  numbers.push((await open(crew.acceptor, minutesAgo(60 - nth), said)).number)
}
const registered = numbers.slice(0, 4)
for (const number of registered)
  await move(number, crew.chief, minutesAgo(40), { deed: 'register', standard: dust!.id })
await move(registered[0]!, crew.dispatcher, minutesAgo(30), { deed: 'dispatch', unit: 'CITY' })

const supervisor = await signedIn(['clerk'], 'SUPERVISION')
const dispatcher = await signedIn(['clerk'], 'COMMAND')
const handler = await signedIn(['clerk'], 'CITY')
const builder = await signedIn(['clerk'], 'CONSTRUCTION')
const get = (url: string, cookie: string) => ask({ url, cookie })
const post = (url: string, cookie: string, payload: object) => ask({ method: 'POST', url, cookie, payload })
type Rows = { number: string; state: string; dueAt: string | null; version: number }[]
const rowsOf = (body: Record<string, unknown>) => body['rows'] as Rows

describe('my work', () => {
  test('is what lies with my units, by deadline, and its counts are those of its rows', async () => {
    const { body } = await get('/api/matters/mine?size=200', supervisor)
    expect(
      rowsOf(body)
        .map(({ number }) => number)
        .toSorted(),
    ).toEqual(numbers.slice(4).toSorted())
    const due = rowsOf(body).map(({ dueAt }) => dueAt ?? '9')
    expect(due).toEqual(due.toSorted())
    expect([body['total'], body['states']]).toEqual([
      5,
      [expect.objectContaining({ state: 'pending-register', count: 5 })],
    ])
    const lit = Map.groupBy(body['rows'] as { light: string }[], ({ light }) => light)
    expect(body['counts']).toEqual(
      Object.fromEntries(['on', 'warning', 'behind', 'none'].map((light) => [light, lit.get(light)?.length ?? 0])),
    )
    expect((body['first'] as Rows[number]).number).toBe(rowsOf(body)[0]!.number)
  })

  test('pages meet without a gap or a row twice', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => get(`/api/matters/mine?page=${page}&size=2`, supervisor)))
    const seen = pages.flatMap(({ body }) => rowsOf(body).map(({ number }) => number))
    expect(new Set(seen).size).toBe(5)
    const whole = rowsOf((await get('/api/matters/mine?size=5', supervisor)).body).map(({ number }) => number)
    expect(seen).toEqual(whole)
  })

  test('narrows by state and source, and says how many fit', async () => {
    const { body } = await get('/api/matters/mine?inflow=patrol', supervisor)
    expect([rowsOf(body).length, body['total']]).toEqual([1, 1])
    expect((await get('/api/matters/mine?state=closed', supervisor)).body).toMatchObject({ rows: [], total: 0 })
    expect((await get('/api/matters/mine?state=nowhere', supervisor)).body['code']).toBe('kernel/shape')
  })
})

describe('who sees what', () => {
  test('the desks see every matter, another unit those that are theirs', async () => {
    const seen = async (cookie: string) => (await get('/api/matters?open=true', cookie)).body['total']
    expect(await Promise.all([supervisor, dispatcher, handler, builder].map(seen))).toEqual([9, 9, 1, 0])
    const counts = async (cookie: string) => {
      const { body } = await get('/api/matters/board', cookie)
      return Object.values(body['counts'] as Record<string, number>).reduce((sum, count) => sum + count, 0)
    }
    expect(await Promise.all([supervisor, handler, builder].map(counts))).toEqual([9, 1, 0])
  })

  test('a matter of somebody else is one that is not there', async () => {
    const { status, body } = await get(`/api/matters/${registered[1]}`, builder)
    expect([status, body['code']]).toEqual([404, 'matters/unknown'])
    expect((await get('/api/matters/E030400000000', supervisor)).status).toBe(404)
    expect((await get(`/api/matters/${registered[0]}`, handler)).status).toBe(200)
  })

  test('it is found by its number, the beginning of it, its words and its address', async () => {
    const found = async (q: string) => (await get(`/api/matters?q=${encodeURIComponent(q)}`, supervisor)).body['total']
    expect(await Promise.all([numbers[3]!, 'E0304', '第 3 处', '3 号路', '100%'].map(found))).toEqual([1, 9, 1, 1, 0])
  })
})

describe('one matter', () => {
  test('tells its steps, whose time it was, and the deadline line by line up to the limit', async () => {
    const { body } = await get(`/api/matters/${registered[0]}`, handler)
    const steps = body['steps'] as { deed: string; by: string }[]
    expect(steps.map(({ deed }) => deed)).toEqual(['open', 'register', 'dispatch'])
    const passages = body['passages'] as {
      stage: string
      unit: { code: string }
      lines: { total: number }[]
      dueAt: string
    }[]
    expect(passages.map(({ stage, unit }) => [stage, unit.code])).toEqual([
      ['register', 'SUPERVISION'],
      ['dispatch', 'COMMAND'],
      ['handle', 'CITY'],
    ])
    expect(passages[2]!.lines.at(-1)?.total).toBe(120)
    expect((body['deeds'] as { deed: string }[]).map(({ deed }) => deed)).toContain('accept')
  })

  test('offers nobody what the guard would refuse', async () => {
    for (const cookie of [supervisor, dispatcher, handler]) {
      const { body } = await get(`/api/matters/${registered[0]}`, cookie)
      const offered = (body['deeds'] as { deed: string }[]).map(({ deed }) => deed)
      const said = { deed: 'accept', seen: (body['row'] as Rows[number]).version + 99 }
      const { body: told } = await post(`/api/matters/${registered[0]}/deeds`, cookie, said)
      // Looked at another version than there is: told so before anything else.
      expect(told['code']).toBe('matters/moved-meanwhile')
      if (cookie !== handler) expect(offered).not.toContain('accept')
    }
  })
})

describe('the dispatch desk', () => {
  test('has its queue, and suggests the unit of the standard, or who handled the like before', async () => {
    const { body } = await get('/api/matters/dispatch', dispatcher)
    expect(rowsOf(body).map(({ number }) => number)).toEqual(registered.slice(1))
    expect([body['dispatch'], body['confirm']]).toEqual([3, 0])
    const { body: advice } = await get(`/api/matters/dispatch/${registered[1]}`, dispatcher)
    expect(advice['suggestions']).toContainEqual(
      expect.objectContaining({ unit: expect.objectContaining({ code: 'CITY' }), handled: 1, open: 1 }),
    )
    expect((await get(`/api/matters/dispatch/${registered[1]}`, handler)).body['code']).toBe('matters/unknown')
  })

  test('of two who send one matter the second is told who was first; the same key again changes nothing', async () => {
    const number = registered[1]!
    const deed = { deed: 'dispatch', unit: 'CITY', seen: 2, idempotencyKey: 'from-a-phone-1' }
    const answers = await Promise.all([
      post(`/api/matters/${number}/deeds`, dispatcher, deed),
      post(`/api/matters/${number}/deeds`, dispatcher, {
        ...deed,
        unit: 'CONSTRUCTION',
        idempotencyKey: 'from-a-phone-2',
      }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const first = answers[0].status === 200 ? deed : { ...deed, unit: 'CONSTRUCTION', idempotencyKey: 'from-a-phone-2' }
    const again = await post(`/api/matters/${number}/deeds`, dispatcher, first)
    expect([again.status, again.body['again'], again.body['version']]).toEqual([200, true, 3])
    const { body } = await get(`/api/matters/${number}`, dispatcher)
    expect((body['steps'] as unknown[]).length).toBe(3)
  })
})

describe('the field', () => {
  test('a report from a patrol arrives once, however often it is sent', async () => {
    const said = {
      inflow: 'patrol',
      category: 'E0101',
      description: '路边垃圾',
      address: '南门',
      idempotencyKey: 'patrol-key-1',
    }
    const first = await post('/api/matters', supervisor, said)
    const again = await post('/api/matters', supervisor, said)
    expect([first.body['again'], again.body['again']]).toEqual([false, true])
    expect(again.body['number']).toBe(first.body['number'])
  })

  test('what is to be checked comes whole, with what the unit said', async () => {
    const number = registered[0]!
    await move(number, crew.handler, minutesAgo(20), { deed: 'accept' })
    await move(number, crew.handler, minutesAgo(15), { deed: 'hand-back', words: '已经覆盖' })
    await move(number, crew.dispatcher, minutesAgo(10), { deed: 'confirm' })
    const { body } = await get('/api/matters/field', supervisor)
    expect(body['tasks']).toMatchObject([
      { number, deed: 'check', closeCondition: dust!.closeCondition, handedBack: { words: '已经覆盖' }, version: 6 },
    ])
    const { body: back } = await post(`/api/matters/${number}/deeds`, supervisor, {
      ...{ deed: 'check', passed: false, words: '还有一角没有覆盖', seen: 6, idempotencyKey: 'field-key-1' },
    })
    expect(back).toMatchObject({ state: 'handling', version: 7 })
    expect((await get('/api/matters/field', supervisor)).body['tasks']).toEqual([])
  })

  test('a photo that is not there, and a category that is none, end in words', async () => {
    const photos = [{ id: '00000000-0000-4000-8000-000000000000', kind: 'near' }]
    const said = { inflow: 'patrol', category: 'E0101', description: '路边垃圾' }
    expect((await post('/api/matters', supervisor, { ...said, photos })).body['code']).toBe('photos/unknown')
    expect((await post('/api/matters', supervisor, { ...said, category: 'E9999' })).body['code']).toBe(
      'matters/category-unknown',
    )
    expect((await post('/api/matters', supervisor, { ...said, place: { longitude: 113.8 } })).body['code']).toBe(
      'kernel/shape',
    )
  })
})
