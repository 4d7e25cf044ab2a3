import { csv, type ZoneFiles } from './csv.ts'
import { type Random, seeded } from './random.ts'
import { asiaTrains, europeTrains, type Train } from './trains.ts'

/** records/trade/train-plans-2018.csv: the plan that the trains of 2018 ran by, what was cancelled, and the fortnight to come. */
export function trainPlanFiles(): ZoneFiles {
  const random = seeded('plans 2018')
  const trains = [...europeTrains(2018), ...asiaTrains()]
  const taken = new Set(trains.map(({ number, day }) => `${number} ${day}`))
  const ran = trains.map((train) => planOf(train, taken, random))
  const rows = [...ran, ...cancelled(taken), ...coming(taken)].sort((a, b) => (a[1]! < b[1]! ? -1 : 1))
  return new Map([['records/trade/train-plans-2018.csv', csv(headings, rows)]])
}

const headings = '车次,计划日期,方向,口径,线路,口岸,计划箱数,兑现情况,实际日期,晚点或停运原因'
const reasons = ['口岸拥堵', '换装能力不足', '待货集结', '境外机车晚到', '天气']

function planOf(train: Train, taken: Set<string>, random: Random): string[] {
  const lateBy = [0, 0, 0, 0, 0, 0, 0, 1, 1, 2][random.below(10)]!
  const planned = moved(train.day, -lateBy)
  const free = lateBy === 0 || !taken.has(`${train.number} ${planned}`)
  const day = free ? planned : train.day
  taken.add(`${train.number} ${day}`)
  const late = day < train.day
  const why = late ? reasons[random.below(reasons.length)]! : ''
  return cells(train, day, [String(train.containers), late ? '晚点' : '正点', train.day, why])
}

/** Planned and not run, with the reason that was given. */
function cancelled(taken: Set<string>): string[][] {
  const days = [
    '2018-01-25',
    '2018-02-15',
    '2018-02-17',
    '2018-02-20',
    '2018-03-08',
    '2018-04-12',
    '2018-05-31',
    '2018-06-29',
  ]
  const whys = ['待货集结', '春节停运', '春节停运', '春节停运', '境外线路施工', '口岸拥堵', '待货集结', '境外线路施工']
  return days.flatMap((day, index) => {
    const line = lines[index % lines.length]!
    if (taken.has(`${line.number} ${day}`)) return []
    taken.add(`${line.number} ${day}`)
    return [cells(line, day, ['41', '停运', '', whys[index]!])]
  })
}

/** From the day after the demonstration's, two trains a day. */
function coming(taken: Set<string>): string[][] {
  return Array.from(
    { length: 28 },
    (_, index) => [lines[index % lines.length]!, moved('2018-07-01', Math.floor(index / 2))] as const,
  )
    .filter(([line, day]) => !taken.has(`${line.number} ${day}`))
    .map(([line, day]) => cells(line, day, ['42', '待开', '', '']))
}

type Planned = Pick<Train, 'number' | 'direction' | 'route' | 'port'>

const lines: Planned[] = [
  { number: 'X8203', direction: '去程', route: '郑州—汉堡', port: '阿拉山口' },
  { number: 'X8204', direction: '回程', route: '郑州—汉堡', port: '二连浩特' },
  { number: 'X8207', direction: '去程', route: '郑州—慕尼黑', port: '二连浩特' },
  { number: 'X8208', direction: '回程', route: '郑州—慕尼黑', port: '阿拉山口' },
  { number: 'X8211', direction: '去程', route: '郑州—列日', port: '霍尔果斯' },
  { number: 'X8206', direction: '回程', route: '郑州—华沙', port: '阿拉山口' },
]

function cells({ number, direction, route, port }: Planned, day: string, rest: readonly string[]): string[] {
  return [number, day, direction, number.startsWith('X90') ? '中亚' : '中欧', route, port, ...rest]
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
