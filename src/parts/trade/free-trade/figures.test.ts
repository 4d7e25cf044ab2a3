import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { factOf, lineageOf, seriesOf } from '#parts/indicators/indicators.ts'
import { faultWords } from '#parts/ledgers/fault-words.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const since = '2017-04-01'

const headings =
  '统一社会信用代码,企业名称,入区日期,行业大类,功能区块,企业类型,注册资本(万元),原币,原币注册资本(万),折算汇率'
const good = '91410100MA44UQJ03U,示例试验国际贸易有限公司,2018-06-30,51,综合保税区块,内资企业,500,,,'

const bring = (ledger: string, unit: string, lines: string[]) =>
  importFile(work, { ledger, unit, file: { name: '登记.csv', stream: Readable.from([lines.join('\n')]) } })
const registering = (...rows: string[]) => bring('trade/ftz-registrations', 'FTZ', [headings, ...rows])

/** What the findings of an import say, and withdraws it again. */
async function saidOf(ledger: string, result: Awaited<ReturnType<typeof bring>>): Promise<string[]> {
  const declared = await ledgerOf(ledger)
  const said = result.findings.flatMap(({ faults }) =>
    faults.map((fault) => {
      const { reason, cure } = faultWords(declared, fault, 'zh')
      return `${fault.check} ${fault.severity}: ${reason}。${cure}`
    }),
  )
  if (result.batch !== null)
    await write(work, (tx) => withdrawBatch(tx, { batch: result.batch!, reason: '试验完毕', roots: ['ZONE'] }))
  return said
}

describe('figures counted since the opening', () => {
  const figure = (indicator: string, period: string, asOf?: Date) =>
    read(work, (tx) => factOf(tx, { indicator, period, asOf }))

  test.each([
    ['ftz.enterprises', '2018-H1', '4886', '家'],
    ['ftz.capital', '2018-H1', '310', '亿元'],
    ['ftz.reforms', '2018-H1', '40', '条'],
    ['ftz.innovations', '2018-H1', '8', '个'],
    ['ftz.enterprises', '2017-06', '463', '家'],
    ['ftz.enterprises', '2017', '2496', '家'],
    ['ftz.capital', '2017-H2', '161.9', '亿元'],
    ['ftz.reforms', '2018-Q1', '29', '条'],
    ['ftz.innovations', '2017-06', '0', '个'],
  ])('%s of %s is %s %s', async (indicator, period, value, unit) => {
    expect(await figure(indicator, period)).toMatchObject({ value, unit, period, covers: period, status: 'computed' })
  })

  test('nothing is known before the opening, and nothing after the register ends', async () => {
    expect((await figure('ftz.enterprises', '2017-Q1')).value).toBeNull()
    expect((await figure('ftz.enterprises', '2018-07')).value).toBeNull()
  })

  test('a month has its own and the level at its end', async () => {
    const { points } = await read(work, (tx) =>
      seriesOf(tx, { indicator: 'ftz.enterprises', from: '2017-03-01', to: '2018-06-30' }),
    )
    const of = (month: string) => points.find((point) => point.month === month)
    expect(of('2017-03')).toMatchObject({ value: null, cumulative: null })
    expect(of('2017-12')).toMatchObject({ value: '413', cumulative: '2496' })
    expect(of('2018-01')).toMatchObject({ value: '391', cumulative: '2887' })
    expect(of('2018-06')).toMatchObject({ value: '457', cumulative: '4886' })
  })

  test('lineage replays a level from all its rows, also those of the year before', async () => {
    const { replay, sources, tree } = await read(work, (tx) =>
      lineageOf(tx, { indicator: 'ftz.capital', period: '2018-H1' }),
    )
    expect(replay).toMatchObject({ value: '310', equal: true })
    expect(sources[0]).toMatchObject({ rows: 4886, since, equal: true, value: '3100000' })
    expect(tree?.text).toBe('measure("trade/ftz-registrations.capital", since = "2017-04-01")')
    const reforms = await read(work, (tx) => lineageOf(tx, { indicator: 'ftz.reforms', period: '2017-H2' }))
    expect(reforms.sources[0]).toMatchObject({ rows: 21, equal: true })
    expect(reforms.replay.equal).toBe(true)
  })

  test('a registration moves the figure at once; as of before, and once withdrawn, it is what it was', async () => {
    const before = new Date()
    const { batch } = await registering(good.replace('2018-06-30', '2017-11-11'))
    expect((await figure('ftz.enterprises', '2018-H1')).value).toBe('4887')
    expect((await figure('ftz.enterprises', '2017-H1')).value).toBe('463')
    expect((await figure('ftz.enterprises', '2018-H1', before)).value).toBe('4886')
    await write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '试验完毕', roots: ['ZONE'] }))
    expect((await figure('ftz.enterprises', '2018-H1')).value).toBe('4886')
  })

  test('the ports have theirs', async () => {
    expect((await figure('ports.vehicles', '2018-H1')).value).toMatch(/^\d{3}$/)
    expect((await figure('ports.grain', '2018-H1')).value).toMatch(/^\d\.\d+$/)
  })
})

describe('bad input of the register is told in words with a cure', () => {
  test.each([
    ['an unknown currency', good.replace(',,,', ',贝壳币,500,1'), 'choice reject', '不在可选值之中'],
    [
      'foreign capital without a rate',
      good.replace(',,,', ',USD,100,'),
      'rate-missing reject',
      '请补原币注册资本和折算汇率',
    ],
    ['a conversion that does not hold', good.replace(',,,', ',USD,100,6.4'), 'conversion reject', '应为 640.0000 万元'],
    [
      'yuan typed as 万元',
      good.replace(',500,', ',5000000,'),
      'capital-slip-of-ten-thousand warn',
      '500 万元）后再导入',
    ],
    ['a wrong last character', good.replace('03U', '03X'), 'uscc warn', 'GB 32100'],
    ['a wrong organisation code', good.replace('UQJ03U', 'UQJ13U'), 'organisation-code warn', '第 17 位'],
    ['a day before the opening', good.replace('2018-06-30', '2016-12-31'), 'before-opening warn', '不计入“新入区企业”'],
    ['a division that is none', good.replace(',51,', ',批发,'), 'industry-division warn', '未归类'],
  ])('%s', async (_name, row, check, words) => {
    const said = await saidOf('trade/ftz-registrations', await registering(row))
    expect(said.join('\n')).toContain(check)
    expect(said.join('\n')).toContain(words)
  })

  test('one enterprise twice under two names in one file comes back on both lines', async () => {
    const result = await registering(good, good.replace('国际贸易', '跨境贸易'))
    expect(result).toMatchObject({ accepted: 0, rejected: 2 })
    expect((await saidOf('trade/ftz-registrations', result)).join('\n')).toContain('行号：2、3')
  })

  test('in a later file the other name is a correction that is pointed at', async () => {
    const first = await registering(good)
    const second = await registering(good.replace('国际贸易', '跨境贸易'))
    expect(second).toMatchObject({ corrected: 1, warned: 1 })
    const said = await saidOf('trade/ftz-registrations', second)
    expect(said[0]).toContain('此前登记的名称是“示例试验国际贸易有限公司”，现在是“示例试验跨境贸易有限公司”')
    await saidOf('trade/ftz-registrations', first)
  })

  test('one name under two codes is pointed at', async () => {
    const first = await registering(good)
    const second = await registering(good.replace('91410100MA44UQJ03U', '91410100170033534A'))
    expect((await saidOf('trade/ftz-registrations', second)).join()).toContain('已经以代码 91410100MA44UQJ03U 登记')
    await saidOf('trade/ftz-registrations', first)
  })

  test('a stage before the one it follows is pointed at', async () => {
    const result = await bring('trade/ftz-reforms', 'FTZ', [
      '编号,改革事项,印发文件,印发日期,阶段,达到日期,惠及企业(家)',
      'SY-01,试验事项,,,采纳,2018-05-02,',
      'SY-01,试验事项,,,复制落地,2018-04-02,3',
    ])
    const said = await saidOf('trade/ftz-reforms', result)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('SY-01 的这一阶段记在 2018-04-02，但更早的阶段记在 2018-05-02')
  })

  test('a consignment released before it was inspected comes back', async () => {
    const result = await bring('trade/port-consignments', 'PORT', [
      '批次号,口岸,到港日期,货物,整车数量(辆),货值(元),原产国,运输方式,申报日期,放行日期',
      'SY-1,汽车,2018-06-01,轿车,3,900000,DE,班列,2018-06-02,2018-06-03',
    ])
    expect(result).toMatchObject({ rejected: 1, accepted: 0 })
    const [said] = await saidOf('trade/port-consignments', result)
    expect(said).toContain('state-out-of-order reject')
    expect(said).toContain('请补上漏填的日期')
  })
})
