import { expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { openMatter } from './engine/engine.ts'
import { searchMatters } from './search.ts'

const { pool } = await testDatabase()
const seek = (query: string, actor = crew.chief) =>
  read(workOn(pool, { actor }), async (tx) => (await searchMatters(tx, query)).map(({ path }) => path))

test('matters are found by number, reference, title and address, inside the reader’s reach', async () => {
  expect(await seek('扬尘')).toEqual([])
  await openMattersWorld(workOn(pool))
  const { number } = await write(workOn(pool, { actor: crew.inspector }), (tx) =>
    openMatter(tx, {
      ...{ inflow: 'patrol', category: 'E0304', title: '东侧工地扬尘 50%', description: '扬尘', source: 'page' },
      ...{ address: '经北一路', externalReference: 'WX-1' },
    }),
  )
  for (const query of [number, number.slice(0, 9), number.toLowerCase(), '扬尘', '经北', 'WX-1', '50%']) {
    expect(await seek(query), query).toEqual([`/matters/${number}`])
  }
  for (const query of ['E0305', '塌陷', '扬_', '尘']) expect(await seek(query), query).toEqual([])
  expect(await seek('扬尘', crew.handler)).toEqual([])
  expect(await seek('扬尘', { ...crew.handler, grants: [{ role: 'security', unit: 'ZONE' }] })).toEqual([])
})
