import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { zoneFiles } from '../bench/make-zone/zone-files.ts'

type Row = Record<string, string>

const zone = path.join(import.meta.dirname, '..', 'zones', 'zhengzhou-2018')
const world = path.join(import.meta.dirname, 'world')
const years = [2015, 2016, 2017, 2018]

const trains = yearly('records/trade/trains')
const parcels = yearly('records/trade/parcel-manifests')
const registrations = rowsOf(path.join(zone, 'records/trade/ftz-registrations.csv'))
const reforms = rowsOf(path.join(zone, 'records/trade/ftz-reforms.csv'))
const innovations = rowsOf(path.join(zone, 'records/trade/ftz-innovations.csv'))
const output = yearly('records/economy/output')
const enterprises = rowsOf(path.join(zone, 'records/economy/enterprises.csv'))
const expected = rowsOf(path.join(world, 'expected.csv'))
const submissions = [
  'headline',
  'logistics',
  'homes',
  'construction',
  'education',
  'air',
  'people',
  'integrity',
].flatMap((form) => rowsOf(path.join(zone, `submissions/${form}.csv`)).map((row): Row => ({ ...row, form })))

const codeOf = (name: string) =>
  enterprises.find((row) => row['企业名称']?.startsWith(name))?.['统一社会信用代码'] ?? 'missing'
const of = (heading: string, value: string) => (row: Row) => row[heading] === value
const by = (name: string) => of('统一社会信用代码', codeOf(name))
const special = (row: Row) => ['医药物流', '烟草物流', '电商物流'].includes(row['细分行业'] ?? '')
const every = () => true

interface Computation {
  rows: Row[]
  day: string
  column?: string
  where: (row: Row) => boolean
  /** how many of the rows' unit make one of the printed unit */
  scale: number
  /** counted from this day on, whatever the period */
  since?: string
}

const over =
  (rows: Row[], day: string, scale: number, column?: string) =>
  (where: Computation['where']): Computation => ({ rows, day, scale, where, ...(column ? { column } : {}) })

const outputOf = over(output, '月份', 1e4, '产值(万元)')
const vehiclesOf = over(output, '月份', 1e4, '整车产量(辆)')
const revenueOf = over(output, '月份', 1e4, '营业收入(万元)')
const parcelsOf = over(parcels, '日期', 1e4, '包裹数(包)')
const worthOf = over(parcels, '日期', 1e8, '货值(元)')
const opened = '2017-04-01'
const registered = (scale: number, column?: string): Computation => ({
  ...over(registrations, '入区日期', scale, column)(every),
  since: opened,
})
const stageOf = (rows: Row[], stage: string): Computation => ({
  ...over(rows, '达到日期', 1)(of('阶段', stage)),
  since: opened,
})
const departuresOf = over(trains, '发车日期', 1)

/** Indicators whose rows are in a ledger; every other one is a reported item. */
const computed: Record<string, Computation> = {
  'auto.output': outputOf(of('行业', '汽车及零部件')),
  'auto.output.saic': outputOf(by('上汽')),
  'auto.vehicles': vehiclesOf(every),
  'auto.vehicles.venucia': vehiclesOf(by('东风风神')),
  'auto.vehicles.yutong': vehiclesOf(by('宇通')),
  'auto.vehicles.saic': vehiclesOf(by('上汽')),
  'equipment.output': outputOf(of('行业', '装备制造')),
  'equipment.output.haier': outputOf(by('海尔空调')),
  'equipment.output.zmj': outputOf(by('郑煤机')),
  'logistics.revenue': revenueOf(of('行业', '现代物流')),
  'logistics.revenue.special': revenueOf(special),
  'parcels.count': parcelsOf(every),
  'parcels.count.import': parcelsOf(of('方向', '进口')),
  'parcels.count.export': parcelsOf(of('方向', '出口')),
  'parcels.value': worthOf(every),
  'parcels.value.import': worthOf(of('方向', '进口')),
  'parcels.value.export': worthOf(of('方向', '出口')),
  'ftz.enterprises': registered(1),
  'ftz.capital': registered(1e4, '注册资本(万元)'),
  'ftz.reforms': stageOf(reforms, '复制落地'),
  'ftz.innovations': stageOf(innovations, '上报'),
  'trains.count': departuresOf(every),
  'trains.count.outbound': departuresOf(of('方向', '去程')),
  'trains.count.return': departuresOf(of('方向', '回程')),
  'trains.value': over(trains, '发车日期', 1e8, '货值(美元)')(every),
  'trains.weight': over(trains, '发车日期', 1e4, '货重(吨)')(every),
}

describe('every published figure', () => {
  test.each(expected)(
    '$indicator over $period is $value $unit, change $change',
    ({ indicator, period, value, change }) => {
      const figure = indicator! in computed ? computedFigure(indicator!, period!) : reportedFigure(indicator!, period!)
      if (value) expect(printedLike(figure.value, value)).toBe(value)
      else expect(figure.value).toBeUndefined()
      if (change) expect(printedLike(figure.change, figure.places(change))).toBe(figure.places(change))
    },
  )

  test.each(rowsOf(path.join(world, 'pace.csv')))('$indicator on $on: $completed% completed', (row) => {
    const { indicator, on, value, target, completed, calendar } = row as Record<'indicator' | 'on', string> & Row
    const sum = total(computed[indicator]!, '2018-01-01', on)
    expect(printedLike(sum, value!)).toBe(value)
    expect(printedLike(sum.times(100).div(target!), completed!)).toBe(completed)
    const daysGone = (Date.parse(on) - Date.parse('2017-12-31')) / 86_400_000
    expect(printedLike(new Decimal(daysGone).times(100).div(365), calendar!)).toBe(calendar)
  })

  test('the parts of a figure are the figure', () => {
    const half = (indicator: string) => computedFigure(indicator, '2018-H1').value
    expect(half('parcels.count.import').plus(half('parcels.count.export')).eq(half('parcels.count'))).toBe(true)
    expect(half('parcels.value.import').plus(half('parcels.value.export')).eq(half('parcels.value'))).toBe(true)
    expect(half('trains.count.outbound').plus(half('trains.count.return')).toFixed()).toBe('297')
    const makers = half('auto.vehicles.venucia').plus(half('auto.vehicles.yutong')).plus(half('auto.vehicles.saic'))
    expect(makers.lte(half('auto.vehicles'))).toBe(true)
    const gross = total(outputOf(every), '2018-01-01', '2018-06-30')
    expect(half('auto.output').div(gross).toNumber()).toBeGreaterThan(0.54)
    expect(half('auto.output').div(gross).toNumber()).toBeLessThan(0.56)
  })
})

describe('the years before', () => {
  test('trains run as many times as published, and none after 28 June 2018', () => {
    expect(years.map((year) => trains.filter((row) => row['发车日期']?.startsWith(`${year}`)).length)).toEqual([
      156, 251, 501, 297,
    ])
    expect(trains.every((row) => row['发车日期']! <= '2018-06-28')).toBe(true)
    expect(trains.every((row) => Number(row['标箱']) === 2 * Number(row['集装箱数']))).toBe(true)
  })

  test.each([
    ['parcels.count', 0.38, 0.42],
    ['parcels.value', 0.38, 0.42],
    ['auto.output', 0.42, 0.45],
    ['equipment.output', 0.46, 0.51],
    ['logistics.revenue', 0.44, 0.48],
    ['trains.count', 0.38, 0.43],
  ])('%s has its season: the first half makes %d to %d of a year', (indicator, least, most) => {
    for (const year of [2015, 2016, 2017]) {
      const half = total(computed[indicator]!, `${year}-01-01`, `${year}-06-30`)
      const share = half.div(total(computed[indicator]!, `${year}-01-01`, `${year}-12-31`)).toNumber()
      expect(share).toBeGreaterThan(least)
      expect(share).toBeLessThan(most)
    }
  })

  test('SAIC has no row before its plant, SF Express none at all', () => {
    expect(
      output
        .filter(by('上汽'))
        .map((row) => row['月份'])
        .sort()[0],
    ).toBe('2017-09')
    expect(output.filter(by('顺丰'))).toEqual([])
  })

  test('investment was published last year at another scope than the base supplied now', () => {
    const at = (period: string) =>
      submissions.find((row) => row['item'] === 'investment.fixed' && row['period'] === period)
    const naive = new Decimal(at('2018-06')!['value']!).div(at('2017-06')!['value']!).minus(1).times(100)
    expect(naive.minus(20).abs().toNumber()).toBeGreaterThan(3)
  })
})

describe('the free trade zone', () => {
  test.each([
    ['2017-06-30', 463, '31.8', 4, 0],
    ['2017-12-31', 2496, '161.9', 21, 3],
    ['2018-03-31', 3541, '228.8', 29, 5],
    ['2018-06-30', 4886, '310', 40, 8],
  ])('on %s has %d enterprises with %s and %d reforms, %d cases', (on, enterprises, capital, copied, cases) => {
    const at = (indicator: string) => total(computed[indicator]!, opened, on).toFixed()
    expect(['ftz.enterprises', 'ftz.capital', 'ftz.reforms', 'ftz.innovations'].map(at)).toEqual([
      `${enterprises}`,
      capital,
      `${copied}`,
      `${cases}`,
    ])
  })

  test('names are made up or stand in the register of enterprises; three codes do not check', () => {
    const known = new Set(enterprises.map((row) => row['企业名称']))
    const others = registrations.filter((row) => !row['企业名称']!.includes('示例'))
    expect(others.map((row) => row['企业名称']).filter((name) => !known.has(name))).toEqual([])
    expect(others).toHaveLength(12)
    expect(registrations.filter((row) => !passesGb32100(row['统一社会信用代码']!))).toHaveLength(2)
    expect(registrations.filter((row) => row['原币'] !== 'CNY').length).toBeGreaterThan(150)
  })
})

describe('the form of the files', () => {
  test('keys are unique', () => {
    expectUnique(trains, ['车次', '发车日期'])
    expectUnique(parcels, ['日期', '方向', '监管方式', '国家(地区)', '统一社会信用代码'])
    expectUnique(output, ['统一社会信用代码', '月份'])
    expectUnique(enterprises, ['统一社会信用代码'])
    expectUnique(enterprises, ['企业名称'])
    expectUnique(registrations, ['统一社会信用代码'])
    expectUnique(registrations, ['企业名称'])
    expectUnique(reforms, ['编号', '阶段'])
    expectUnique(innovations, ['编号', '阶段'])
    expectUnique(submissions, ['form', 'period', 'item'])
    expectUnique(rowsOf(path.join(zone, 'people.csv')), ['name_zh'])
  })

  test('enterprise forms have no January, and their levels only grow within a year', () => {
    const headline = submissions.filter(of('form', 'headline'))
    expect(headline.filter((row) => row['period']?.endsWith('-01'))).toEqual([])
    for (const [index, row] of headline.entries()) {
      const before = headline.slice(0, index).findLast((other) => other['item'] === row['item'])
      if (before?.['period']?.slice(0, 4) === row['period']?.slice(0, 4)) {
        expect(Number(row['value'])).toBeGreaterThan(Number(before?.['value']))
      }
    }
  })

  test('credit codes pass GB 32100 and belong to enterprises of the register', () => {
    const known = enterprises.map((row) => row['统一社会信用代码']!)
    expect(known.filter((code) => !passesGb32100(code))).toEqual([])
    const used = new Set([...output, ...parcels].map((row) => row['统一社会信用代码']!))
    expect([...used].filter((code) => !known.includes(code))).toEqual([])
    expect(passesGb32100('91110000600037341L')).toBe(true)
    expect(passesGb32100('91110000600037342L')).toBe(false)
  })

  test('people, accounts and enterprises stand in units that are open', () => {
    const open = rowsOf(path.join(zone, 'units.csv')).filter((row) => !row['closed_on'])
    const codes = new Set(open.map((row) => row['code']))
    const people = rowsOf(path.join(zone, 'people.csv'))
    expect([...people, ...rowsOf(path.join(zone, 'accounts.csv'))].filter((row) => !codes.has(row['unit']))).toEqual([])
    expect([...enterprises, ...output].filter((row) => !codes.has(row['所属单位']))).toEqual([])
    expect(people.filter((person) => [...person['name_zh']!].length !== 3)).toEqual([])
  })

  test('the generator writes what is committed, the same bytes at every call', () => {
    const units = readFileSync(path.join(zone, 'units.csv'), 'utf8')
    const made = zoneFiles(units)
    expect([...zoneFiles(units)]).toEqual([...made])
    expect([...made.keys()].filter((name) => readFileSync(path.join(zone, name), 'utf8') !== made.get(name))).toEqual(
      [],
    )
  })
})

interface Figure<Value> {
  value: Value
  change: Decimal | undefined
  /** a printed change with the digits it is checked at */
  places: (change: string) => string
}

function computedFigure(indicator: string, period: string): Figure<Decimal> {
  const computation = computed[indicator]!
  const [from, to] = period === '2018-H1' ? ['2018-01-01', '2018-06-30'] : (period.split('/') as [string, string])
  const value = total(computation, from, to)
  const base = total(computation, from.replace('2018', '2017'), to.replace('2018', '2017'))
  const change = base.isZero() ? undefined : value.div(base).minus(1).times(100)
  return { value, change, places: (text) => new Decimal(text).toFixed(1) }
}

function reportedFigure(indicator: string, period: string): Figure<Decimal | undefined> {
  const monthly = submissions.find((row) => row['item'] === indicator && row['period'] === period.replace('-H1', '-06'))
  const row = monthly ?? submissions.find((other) => other['item'] === indicator && other['period'] === period)
  const read = (text: string | undefined) => (text ? new Decimal(text) : undefined)
  return { value: read(row?.['value']), change: read(row?.['growth']), places: (text) => text }
}

function total({ rows, day, column, where, scale, since }: Computation, first: string, to: string): Decimal {
  const from = since ?? first
  const within = rows.filter((row) => where(row) && row[day]! >= from.slice(0, row[day]!.length) && row[day]! <= to)
  if (!column) return new Decimal(within.length)
  return within.reduce((sum, row) => sum.plus(row[column] || 0), new Decimal(0)).div(scale)
}

/** `value` rounded half-up to as many digits as `text` prints. */
function printedLike(value: Decimal | undefined, text: string): string | undefined {
  return value?.toFixed(text.split('.')[1]?.length ?? 0, Decimal.ROUND_HALF_UP)
}

function passesGb32100(code: string): boolean {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1]
  if (code.length !== 18 || [...code].some((letter) => !letters.includes(letter))) return false
  return [...code].reduce((sum, letter, index) => sum + letters.indexOf(letter) * weights[index]!, 0) % 31 === 0
}

function expectUnique(rows: Row[], headings: string[]): void {
  const keys = rows.map((row) => headings.map((heading) => row[heading] ?? 'missing').join('|'))
  expect(keys.filter((key) => key.includes('missing'))).toEqual([])
  expect(new Set(keys).size).toBe(rows.length)
}

function yearly(stem: string): Row[] {
  return years.flatMap((year) => rowsOf(path.join(zone, `${stem}-${year}.csv`)))
}

function rowsOf(file: string): Row[] {
  const [headings = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const values = line.split(',')
    return Object.fromEntries(headings.split(',').map((heading, index) => [heading, values[index] ?? '']))
  })
}
