import { apportion, printed, units } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { type Random, seeded } from './random.ts'
import { daysFromFestival, daysOfMonth, weekday } from './year.ts'

export type Direction = '去程' | '回程'

interface Plan {
  /** departures a month */
  months: number[]
  outbound: number
  /** 亿美元 and 万吨 of the whole plan */
  value: string
  weight: string
}

/** 2018 is the published half-year to 28 June; the years before grow towards it as the line's published yearly counts do. */
const plans: Record<number, Plan> = {
  2015: { months: [9, 5, 10, 12, 12, 13, 14, 15, 16, 16, 17, 17], outbound: 97, value: '7.0842', weight: '6.3418' },
  2016: { months: [15, 9, 18, 19, 21, 21, 22, 22, 24, 25, 27, 28], outbound: 137, value: '12.6713', weight: '12.8604' },
  2017: {
    months: [27, 26, 36, 38, 41, 42, 44, 47, 48, 49, 51, 52],
    outbound: 262,
    value: '26.2175',
    weight: '26.0931',
  },
  2018: { months: [49, 35, 51, 53, 56, 53], outbound: 155, value: '15.6127', weight: '15.6842' },
}
const lastDay = '2018-06-28'

interface Line {
  route: string
  numbers: Record<Direction, string>
  weights: Record<Direction, number>
  ports: { name: string; weight: number }[]
  from: string
}

const lines: Line[] = [
  {
    route: '郑州—汉堡',
    numbers: { 去程: 'X8203', 回程: 'X8204' },
    weights: { 去程: 60, 回程: 60 },
    ports: [
      { name: '阿拉山口', weight: 60 },
      { name: '二连浩特', weight: 40 },
    ],
    from: '2015-01-01',
  },
  {
    route: '郑州—华沙',
    numbers: { 去程: 'X8205', 回程: 'X8206' },
    weights: { 去程: 22, 回程: 14 },
    ports: [
      { name: '阿拉山口', weight: 80 },
      { name: '霍尔果斯', weight: 20 },
    ],
    from: '2015-01-01',
  },
  {
    route: '郑州—慕尼黑',
    numbers: { 去程: 'X8207', 回程: 'X8208' },
    weights: { 去程: 26, 回程: 34 },
    ports: [
      { name: '二连浩特', weight: 55 },
      { name: '阿拉山口', weight: 45 },
    ],
    from: '2016-09-01',
  },
  {
    route: '郑州—列日',
    numbers: { 去程: 'X8211', 回程: 'X8212' },
    weights: { 去程: 14, 回程: 12 },
    ports: [
      { name: '霍尔果斯', weight: 65 },
      { name: '阿拉山口', weight: 35 },
    ],
    from: '2017-11-01',
  },
]

interface Departure {
  day: string
  direction: Direction
  line: Line
  port: string
  containers: number
}

/** The line that opened in 2018: Central Asia is another series than China–Europe, and its trains count in none of its figures. */
const asia: Line = {
  route: '郑州—塔什干',
  numbers: { 去程: 'X9041', 回程: 'X9042' },
  weights: { 去程: 1, 回程: 1 },
  ports: [{ name: '霍尔果斯', weight: 1 }],
  from: '2018-05-08',
}
const asiaPlan = {
  outbound: [
    '2018-05-08',
    '2018-05-15',
    '2018-05-22',
    '2018-05-29',
    '2018-06-05',
    '2018-06-12',
    '2018-06-19',
    '2018-06-26',
  ],
  return: ['2018-06-11', '2018-06-25'],
  value: '0.2418',
  weight: '0.4326',
}

/** One train as its row says it: hundredths of a tonne, whole dollars. */
export interface Train {
  number: string
  direction: Direction
  route: string
  port: string
  day: string
  containers: number
  tons: bigint
  dollars: bigint
}

/** records/trade/trains-YYYY.csv: one row a departure; trains-2018-asia.csv: those of Central Asia. */
export function trainFiles(): ZoneFiles {
  const files = Object.keys(plans).map((year): [string, string] => [
    `records/trade/trains-${year}.csv`,
    csv(headings, europeTrains(Number(year)).map(cellsOf)),
  ])
  const asiaRows = asiaTrains().map((train) => [...cellsOf(train), '中亚'])
  return new Map([...files, ['records/trade/trains-2018-asia.csv', csv(`${headings},口径`, asiaRows)]])
}

const headings = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)'

/** Trains between China and Europe of a year. */
export function europeTrains(year: number): Train[] {
  const plan = plans[year]!
  const random = seeded(`trains ${year}`)
  const departures = departuresOf(year, plan, random)
  const tons = apportion(
    units(plan.weight, 6),
    departures.map((train) => tonsWeight(train, random)),
  )
  const dollars = apportion(
    units(plan.value, 8),
    departures.map((train) => dollarsWeight(train, random)),
  )
  return priced(departures, tons, dollars)
}

/** Trains of the line to Tashkent, from its opening. */
export function asiaTrains(): Train[] {
  const random = seeded('trains asia 2018')
  const departures = (['去程', '回程'] as const).flatMap((direction) =>
    (direction === '去程' ? asiaPlan.outbound : asiaPlan.return).map(
      (day): Departure => ({
        day,
        direction,
        line: asia,
        port: '霍尔果斯',
        containers: containersOf(direction, random),
      }),
    ),
  )
  departures.sort((a, b) => (a.day < b.day ? -1 : 1))
  const weights = departures.map((train) => tonsWeight(train, random))
  return priced(departures, apportion(units(asiaPlan.weight, 6), weights), apportion(units(asiaPlan.value, 8), weights))
}

function priced(departures: readonly Departure[], tons: readonly bigint[], dollars: readonly bigint[]): Train[] {
  return departures.map(({ line, direction, port, day, containers }, index) => ({
    ...{ number: line.numbers[direction], direction, route: line.route, port, day, containers },
    ...{ tons: tons[index]!, dollars: dollars[index]! },
  }))
}

function cellsOf(train: Train): string[] {
  const { number, direction, route, port, day, containers, tons, dollars } = train
  return [
    ...[number, direction, route, port, day, String(containers), String(containers * 2)],
    ...[printed(tons, 2), printed(dollars, 0)],
  ]
}

function departuresOf(year: number, plan: Plan, random: Random): Departure[] {
  const departures: Departure[] = []
  const numbersOfDay = new Map<string, Set<string>>()
  let outbound = 0
  const total = plan.months.reduce((sum, count) => sum + count, 0)
  for (const day of plan.months.flatMap((count, index) => daysOfDepartures(year, index + 1, count, random))) {
    const direction: Direction = (departures.length + 1) * plan.outbound >= (outbound + 1) * total ? '去程' : '回程'
    if (direction === '去程') outbound += 1
    const taken = numbersOfDay.get(day) ?? new Set()
    numbersOfDay.set(day, taken)
    const line = lineFor(day, direction, taken, random)
    taken.add(line.numbers[direction])
    departures.push({
      day,
      direction,
      line,
      port: random.pick(line.ports).name,
      containers: containersOf(direction, random),
    })
  }
  return departures
}

/** Spreads a month's departures over its days by the weekly timetable, thinner around the Spring Festival. */
function daysOfDepartures(year: number, month: number, count: number, random: Random): string[] {
  const days = daysOfMonth(year, month).filter((day) => day <= lastDay)
  const perDay = apportion(
    BigInt(count),
    days.map((day) => BigInt(timetable[weekday(day)]! * festivalPart(day)) * random.around(25)),
  )
  return days.flatMap((day, index) => Array.from({ length: Number(perDay[index]) }, () => day))
}

const timetable = [70, 95, 110, 105, 115, 120, 100]

function festivalPart(day: string): number {
  const distance = daysFromFestival(day)
  if (distance >= -1 && distance <= 5) return 18
  return distance >= -4 && distance <= 10 ? 60 : 100
}

function lineFor(day: string, direction: Direction, taken: Set<string>, random: Random): Line {
  const running = lines.filter((line) => line.from <= day)
  const free = running.filter((line) => !taken.has(line.numbers[direction]))
  if (free.length === 0) throw new Error(`every train number of ${day} ${direction} is taken`)
  return random.pick(free.map((line) => ({ line, weight: line.weights[direction] }))).line
}

function containersOf(direction: Direction, random: Random): number {
  return direction === '去程' ? 41 + random.below(15) : 35 + random.below(12)
}

function tonsWeight(train: Departure, random: Random): bigint {
  return BigInt(train.containers * (train.direction === '去程' ? 100 : 121)) * random.around(9)
}

function dollarsWeight(train: Departure, random: Random): bigint {
  return BigInt(train.containers * (train.direction === '去程' ? 100 : 118)) * random.around(18)
}
