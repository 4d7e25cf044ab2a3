import { expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { coursesOn } from '#tests/world/matter-course.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { matterOf, similarMatters } from './engine.ts'

const { pool } = await testDatabase()
await openMattersWorld(workOn(pool))
const { open, move } = coursesOn((actor, now) => workOn(pool, { actor, now }))
const said = { inflow: 'patrol', category: 'E0304', description: '裸土未覆盖', source: 'page' } as const
const here = { longitude: 113.8, latitude: 34.715 }

/** One opened at a moment, standing so many metres north. */
async function at(metres: number, moment: string, category = 'E0304'): Promise<string> {
  const { number } = await open(crew.inspector, moment, { ...said, category })
  await pool.query('update matters set longitude = $2, latitude = $3 where number = $1', [
    number,
    here.longitude,
    here.latitude + metres / 111_195,
  ])
  return number
}

test('the same small category within 50 metres and 24 hours may be the same problem, nearest first', async () => {
  const far = await at(45, '2018-07-01T12:00:00+08:00')
  const near = await at(10, '2018-07-02T08:00:00+08:00')
  await at(60, '2018-07-02T08:00:00+08:00')
  await at(5, '2018-07-01T08:00:00+08:00')
  await at(5, '2018-07-02T08:00:00+08:00', 'E0101')
  const merged = await at(1, '2018-07-02T08:30:00+08:00')
  await move(merged, crew.acceptor, '2018-07-02T08:40:00+08:00', { deed: 'merge', into: near })
  const alike = (but?: string) =>
    read(workOn(pool), (tx) =>
      similarMatters(tx, {
        ...{ category: 'E0304', place: here, at: new Date('2018-07-02T09:00:00+08:00') },
        ...(but ? { but } : {}),
      }),
    )
  expect((await alike()).map(({ number, metres }) => [number, metres])).toEqual([
    [near, 10],
    [far, 45],
  ])
  expect((await alike(near)).map(({ number }) => number)).toEqual([far])
})

test('a place outside the zone opens nothing; a matter is found by number, code and id', async () => {
  const before = await pool.query('select count(*)::int as n from matters')
  const outside = { ...said, place: { longitude: 0, latitude: 0 } }
  await expect(open(crew.inspector, '2018-07-02T09:00:00+08:00', outside)).rejects.toMatchObject({
    code: 'org/place-outside',
  })
  expect((await pool.query('select count(*)::int as n from matters')).rows).toEqual(before.rows)
  const { number, code, id } = await open(crew.inspector, '2018-07-02T09:00:00+08:00', said)
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  for (const which of [number, { code }, { id }]) {
    expect((await read(workOn(pool), (tx) => matterOf(tx, which)))?.number).toBe(number)
  }
  expect(await read(workOn(pool), (tx) => matterOf(tx, 'E9999'))).toBeNull()
})
