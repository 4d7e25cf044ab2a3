import { describe, expect, test } from 'vitest'
import { testHouse } from '#tests/house.ts'

const { ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const chief = await signedIn(['reviewer', 'clerk'], 'SUPERVISION')
const lists = '/api/matters/inspections/lists'
const csv = '受理编号,交办问题,污染类型,责任单位,整改时限\nR-1,河道排污,水,环境保护局,2018-07-09\n'

const sending = (query: Record<string, string>, content = csv) => ({
  method: 'POST' as const,
  url: `${lists}?${new URLSearchParams({ level: 'city', receivedOn: '2018-06-29', dueOn: '2018-07-14', ...query })}`,
  headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  payload: `--edge\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\n\r\n${content}\r\n--edge--\r\n`,
})

describe('the door of a list', () => {
  test('looks, takes in, and knows the list again', async () => {
    const named = { nameZh: '市级第五批', nameEn: 'Batch 5 of the city' }
    const seen = await ask({ ...sending({ dryRun: 'true' }), cookie: chief })
    expect(seen.body).toMatchObject({
      ...{ taken: null, again: null, faults: [], ignored: [] },
      rows: [{ line: 2, receipt: 'R-1', read: { pollution: 'water', unit: { code: 'ENV' }, dueOn: '2018-07-09' } }],
    })
    expect((await ask({ ...sending(named), cookie: chief })).body['taken']).toBe('CITY-2018-04')
    expect((await ask({ ...sending(named), cookie: chief })).body).toMatchObject({
      ...{ taken: null, again: { code: 'CITY-2018-04', name: '市级第五批' } },
    })
    const { body } = await ask({ url: '/api/matters/inspections/CITY-2018-04', cookie: chief })
    expect(body).toMatchObject({ batch: { issues: 1, underWay: 1 }, issues: [{ named: { code: 'ENV' } }] })
  })

  test('hands out the template', async () => {
    const { status, text } = await ask({ url: `${lists}/template`, cookie: chief })
    expect([status, text.slice(0, 2)]).toEqual([200, 'PK'])
  })

  test.each([
    ['a clerk of the centre', ['clerk'], 'SUPERVISION', 'kernel/not-permitted'],
    ['a lead of another department', ['lead'], 'CITY', 'org/outside-scope'],
    ['an auditor', ['auditor'], 'ZONE', 'kernel/not-permitted'],
  ] as const)('is closed to %s', async (_who, roles, unit, code) => {
    const cookie = await signedIn(roles, unit)
    expect(await ask({ ...sending({ dryRun: 'true' }), cookie })).toMatchObject({ status: 403, body: { code } })
  })

  test.each([
    ['markup in its name', { nameZh: '<b>批次</b>' }],
    ['a day that is none', { receivedOn: '2018-02-30' }],
    ['a level that is none', { level: 'town' }],
  ])('a form with %s is refused by its field', async (_what, query) => {
    const { status, body } = await ask({ ...sending(query), cookie: chief })
    expect([status, Object.keys(query).every((field) => JSON.stringify(body).includes(field))]).toEqual([400, true])
  })
})
