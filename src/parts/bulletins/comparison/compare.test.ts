import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Work, write } from '#kernel/db/work.ts'
import { reviseTarget } from '#parts/indicators/indicators.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { issueBulletin, withdrawBulletin } from '../issue.ts'
import type { Moved } from './compare.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)
const half = { template: 'half-year', period: '2018-H1', evenIfMissing: true }
const trains = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\n'
let first: number
let again: number
let afterwards: number
let earlier: number
let batch: number

/** One train more and a higher target between two issues of one period; the train is withdrawn after the second. */
beforeAll(async () => {
  first = (await issueBulletin(work, half)).id
  const rows = `${trains}X9901,去程,郑州—汉堡,阿拉山口,2018-06-27,1,2,1,1\n`
  const file = { name: '补录.csv', stream: Readable.from([Buffer.from(rows)]) }
  batch = (await importFile(work, { ledger: 'trade/trains', unit: 'PORT', file })).batch!
  const aim = { indicator: 'trains.count', period: '2018', operator: '>=' as const, value: '700', unit: '列' }
  await write(work, (tx) => reviseTarget(tx, { ...aim, reason: '年中调整班列目标', origin: 'page' }))
  await write(work, (tx) => withdrawBulletin(tx, { id: first, reason: '班列数据补录以后重印' }))
  again = (await issueBulletin(work, half)).id
  await write(work, (tx) => withdrawBatch(tx, { batch, reason: '补录有误，撤回重报', roots: ['ZONE'] }))
  await write(work, (tx) => withdrawBulletin(tx, { id: again, reason: '补录撤回以后重印' }))
  afterwards = (await issueBulletin(work, half)).id
  earlier = (await issueBulletin(work, { ...half, period: '2017-H1' })).id
}, 60_000)

const compared = async (from: number, to: number, cookie?: string) =>
  ask({
    url: `/api/bulletins/comparison?from=${from}&to=${to}&language=zh`,
    cookie: cookie ?? (await signedIn(['viewer'])),
  })
const movedIn = async (from: number, to: number) => (await compared(from, to)).body['moved'] as Moved[]
const movedOf = (moved: readonly Moved[], indicator: string, aspect: string) =>
  moved.find((one) => one.indicator === indicator && one.aspect === aspect)

describe('one period issued twice', () => {
  test('only what the new row and the new target touch has moved, by so much, with them as causes', async () => {
    const { status, body } = await compared(first, again)
    expect(status).toBe(200)
    expect(body).toMatchObject({ samePeriod: true, inside: true, added: [], dropped: [] })
    const moved = body['moved'] as Moved[]
    expect(new Set(moved.map(({ indicator }) => indicator?.split('.')[0]))).toEqual(new Set(['trains']))
    expect(movedOf(moved, 'trains.count', 'value')).toMatchObject({
      ...{ was: { text: '297列' }, now: { text: '298列' }, difference: '1', unit: '列', percent: '0.3' },
      corrected: { text: '298列', difference: '1' },
      causes: [{ path: `/batches/${batch}`, deed: 'entered', rows: 1 }],
    })
    expect(movedOf(moved, 'trains.count', 'completion')).toMatchObject({
      ...{ was: { text: '45.7%' }, now: { text: '42.6%' }, difference: '-3.1', unit: '个百分点', percent: null },
      causes: [{ path: '/targets?year=2018' }, { path: `/batches/${batch}` }],
    })
    expect(movedOf(moved, 'trains.count', 'target')).toMatchObject({
      causes: [{ deed: 'revised', was: '650', now: '700' }],
    })
    expect(body['same']).toBeGreaterThan(90)
  })

  test('the largest movement comes first', async () => {
    const sizes = (await movedIn(earlier, first)).map(({ size }) => Number(size))
    expect(sizes.length).toBeGreaterThan(20)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  test('what happened after the later issue is no cause, a withdrawal between two issues is', async () => {
    const [between] = movedOf(await movedIn(first, again), 'trains.count', 'value')!.causes
    expect(between!.deed).toBe('entered')
    const undone = movedOf(await movedIn(again, afterwards), 'trains.count', 'value')!
    expect(undone).toMatchObject({ was: { text: '298列' }, now: { text: '297列' }, difference: '-1' })
    expect(undone.causes).toMatchObject([{ deed: 'withdrawn', path: `/batches/${batch}` }])
    expect(movedOf(await movedIn(first, afterwards), 'trains.count', 'value')).toBeUndefined()
  })
})

describe('two periods', () => {
  test('figures move because the period is another; nothing was corrected', async () => {
    const { body } = await compared(earlier, first)
    expect(body['samePeriod']).toBe(false)
    const output = movedOf(body['moved'] as Moved[], 'auto.output', 'value')
    expect(output).toMatchObject({
      was: { text: '279亿元' },
      now: { text: '335亿元' },
      difference: '56',
      percent: '20.1',
    })
    expect(output).toMatchObject({ corrected: null, causes: [] })
    expect(output!.was.door).toMatch(/^\/figures\/auto.output\/lineage\?period=2017-H1&area=ZONE&asOf=/)
    const added = body['added'] as { aspect: string; text: string }[]
    expect(added).toContainEqual(expect.objectContaining({ aspect: 'target', text: '超过1000亿元' }))
  })

  test('a correction of the earlier period is told apart from the change of period', async () => {
    const rows = `${trains}X9777,去程,郑州—汉堡,阿拉山口,2017-06-20,1,2,1,1\n`
    const file = { name: '上年补录.csv', stream: Readable.from([Buffer.from(rows)]) }
    const { batch: late } = await importFile(work, { ledger: 'trade/trains', unit: 'PORT', file })
    await write(work, (tx) => withdrawBulletin(tx, { id: afterwards, reason: '上年数据补录后重印' }))
    const last = (await issueBulletin(work, half)).id
    const count = movedOf(await movedIn(earlier, last), 'trains.count', 'value')
    expect(count).toMatchObject({
      was: { text: '206列' },
      now: { text: '297列' },
      corrected: { text: '207列', difference: '1' },
    })
    expect(count!.causes.map(({ path }) => path)).toEqual([`/batches/${late}`])
  })
})

describe('at the door', () => {
  test('it comes as CSV, a line a figure with its reason', async () => {
    const cookie = await signedIn(['viewer'])
    const { text } = await ask({ url: `/api/bulletins/comparison/file?from=${first}&to=${again}&language=zh`, cookie })
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const line = text.split('\r\n').find((one) => one.startsWith('变动,trains.count,中欧班列开行,数值'))
    expect(line).toMatch(new RegExp(`,297列,298列,1,列,0.3,前一期更正为 298列: .*补录.csv \\(/batches/${batch}\\)$`))
    const english = await ask({ url: `/api/bulletins/comparison/file?from=${first}&to=${again}&language=en`, cookie })
    expect(english.text.split('\r\n')[0]).toContain('kind,indicator,name,aspect')
  })

  test('who reads the bulletins and not the figures sees the movement and not the records', async () => {
    const { body } = await compared(first, again, await signedIn(['clerk'], 'PORT'))
    expect(body['inside']).toBe(false)
    expect(movedOf(body['moved'] as Moved[], 'trains.count', 'value')).toMatchObject({
      difference: '1',
      causes: [],
      corrected: null,
    })
  })

  test('what cannot be compared is refused in words', async () => {
    expect((await compared(first, first)).body['code']).toBe('bulletins/comparison-itself')
    expect((await compared(first, 99_999)).status).toBe(404)
    const brief = await issueBulletin(work, { ...half, template: 'monthly-brief', period: '2018-06' })
    expect((await compared(first, brief.id)).body['code']).toBe('bulletins/comparison-unlike')
  })
})
