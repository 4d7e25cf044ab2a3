import { csv, type ZoneFiles } from './csv.ts'
import { registrations } from './free-trade.ts'
import { dayAfter } from './free-trade-changes.ts'
import { type Random, seeded } from './random.ts'
import { daysOfMonth, weekday } from './year.ts'

const today = '2018-06-30'

/** Consignments a month from January 2017 on, while both ports ran on trial. */
const cars = [2, 1, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 4, 7, 8, 9, 9]
const grains = [1, 1, 2, 2, 2, 3, 3, 3, 4, 3, 4, 4, 4, 3, 5, 5, 6, 6]

const models = [
  { goods: '越野车', origin: 'DE', price: 412_000, weight: 30 },
  { goods: '轿车', origin: 'DE', price: 356_000, weight: 25 },
  { goods: '多功能乘用车', origin: 'JP', price: 298_000, weight: 18 },
  { goods: '皮卡', origin: 'US', price: 331_000, weight: 12 },
  { goods: '旅行车', origin: 'SE', price: 287_000, weight: 10 },
  { goods: '电动轿车', origin: 'US', price: 468_000, weight: 5 },
]

const crops = [
  { goods: '小麦', origin: 'KZ', price: 1_950, weight: 40 },
  { goods: '大麦', origin: 'RU', price: 1_780, weight: 20 },
  { goods: '大豆', origin: 'RU', price: 2_990, weight: 20 },
  { goods: '油菜籽', origin: 'KZ', price: 3_450, weight: 12 },
  { goods: '饲用玉米', origin: 'UA', price: 1_640, weight: 8 },
]

/** Days between one state and the next, on average; grain waits for its samples. */
const waits = { cars: [1, 2, 3, 2], grain: [1, 2, 7, 1] }

const headings =
  '批次号,口岸,到港日期,货物,整车数量(辆),粮食重量(吨),货值(元),原产国,运输方式,运输工具号,收货企业代码,申报日期,开始查验日期,查验合格日期,放行日期,扣留日期,退运日期'

/** records/trade/port-consignments.csv, in the order of arrival. */
export function consignmentFiles(): ZoneFiles {
  const random = seeded('port consignments')
  const rows = [...monthly(cars, random, carRow), ...monthly(grains, random, grainRow)]
  const placed = rows.sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ cells }) => cells)
  return new Map([['records/trade/port-consignments.csv', csv(headings, placed)]])
}

type Row = (day: string, number: number, random: Random) => string[]

function monthly(counts: readonly number[], random: Random, row: Row): { day: string; cells: string[] }[] {
  let before = 0
  return counts.flatMap((count, index) => {
    const days = daysOfMonth(2017 + Math.floor(index / 12), (index % 12) + 1).filter(
      (day) => weekday(day) !== 0 && day < today,
    )
    const arrived = Array.from({ length: count }, () => days[random.below(days.length)]!).sort()
    const first = before + 1
    before += count
    return arrived.map((day, place) => ({ day, cells: row(day, first + place, random) }))
  })
}

function carRow(day: string, number: number, random: Random): string[] {
  const { goods, origin, price } = random.pick(models)
  const vehicles = 2 + random.below(9)
  const value = vehicles * (price + random.below(40) * 1000)
  const train = origin === 'DE' || origin === 'SE'
  return [
    ...[
      `QC${day.slice(0, 4)}-${String(number).padStart(4, '0')}`,
      '汽车',
      day,
      goods,
      String(vehicles),
      '',
      String(value),
      origin,
    ],
    ...[
      train ? '班列' : '集装箱',
      train ? `X82${10 + random.below(20)}` : `DEMU${String(400_000 + number * 17)}`,
      traderOf(day, random),
    ],
    ...statesOf(day, waits.cars, random),
  ]
}

function grainRow(day: string, number: number, random: Random): string[] {
  const { goods, origin, price } = random.pick(crops)
  const kilograms = 420_000 + random.below(1_150) * 1000 + random.below(1000)
  const value = Math.round((kilograms / 1000) * (price + random.below(120)))
  return [
    ...[
      `LS${day.slice(0, 4)}-${String(number).padStart(4, '0')}`,
      '粮食',
      day,
      goods,
      '',
      String(kilograms / 1000),
      String(value),
      origin,
    ],
    ...['班列', `X90${40 + random.below(9)}`, traderOf(day, random)],
    ...statesOf(day, waits.grain, random),
  ]
}

/** An importer that was registered by the day, where there was a register. */
function traderOf(day: string, random: Random): string {
  const known = registrations.filter(({ industry, registeredOn }) => industry === '51' && registeredOn <= day)
  return known.length === 0 ? '' : known[random.below(Math.min(known.length, 40))]!.uscc
}

/** Declared, inspected, passed, released, held, returned; nothing of it after today. */
function statesOf(arrived: string, wait: readonly number[], random: Random): string[] {
  const days: string[] = []
  let day = arrived
  for (const mean of wait) {
    day = dayAfter(day, Math.max(0, mean - 1 + random.below(mean + 2)))
    days.push(day)
  }
  const held = random.below(16) === 0 ? dayAfter(days[1]!, 1) : ''
  const returned = held && random.below(3) === 0 ? dayAfter(held, 20 + random.below(20)) : ''
  const waited = held && !returned ? 12 + random.below(25) : 0
  const [declared, inspected, passed, released] = days.map((one, place) => (place < 2 ? one : dayAfter(one, waited)))
  const reached = (one: string | undefined) => (one && one <= today ? one : '')
  const course = returned ? [declared, inspected, '', ''] : [declared, inspected, passed, released]
  return [...course, held, returned].map(reached)
}
