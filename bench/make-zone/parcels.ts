import { apportion, divided, printed, units } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { type Direction, type Lane, lanes } from './parcel-lanes.ts'
import { type Random, seeded } from './random.ts'
import { singleParcelFiles, withSmallLane } from './single-parcels.ts'
import { daysFromFestival, daysOfMonth, monthText, weekday } from './year.ts'

interface Flow {
  /** parcels and 元 of the months planned */
  parcels: string
  value: string
  /** thousandths of the total, January first */
  months: number[]
}

/** 2018 is the published half-year: 3300 and 2986 万包, 46.8 and 2.6 亿元. */
const plans: Record<number, Record<Direction, Flow>> = {
  2015: {
    进口: { parcels: '45913208', value: '4213264517.36', months: [49, 39, 61, 67, 77, 92, 74, 78, 86, 96, 161, 120] },
    出口: { parcels: '5184631', value: '45217306.18', months: [50, 40, 60, 64, 72, 82, 78, 84, 94, 104, 146, 126] },
  },
  2016: {
    进口: { parcels: '64812047', value: '7541418205.74', months: [58, 44, 62, 66, 76, 96, 70, 74, 80, 86, 166, 122] },
    出口: { parcels: '18094265', value: '158203417.52', months: [52, 38, 58, 64, 70, 78, 80, 86, 96, 108, 150, 120] },
  },
  2017: {
    进口: { parcels: '62048316', value: '9260163827.45', months: [56, 57, 68, 70, 76, 90, 68, 70, 77, 84, 162, 122] },
    出口: { parcels: '29241508', value: '252614083.29', months: [44, 50, 58, 62, 68, 74, 78, 86, 96, 110, 156, 118] },
  },
  2018: {
    进口: { parcels: '32998417', value: '4681237412.63', months: [165, 119, 166, 168, 178, 204] },
    出口: { parcels: '29861305', value: '258913640.87', months: [146, 112, 160, 174, 193, 215] },
  },
}

interface ManifestLine {
  day: string
  lane: Lane
  parcels: bigint
}

const headings = '日期,方向,监管方式,国家(地区),统一社会信用代码,包裹数(包),货值(元),重量(千克)'

/** records/trade/parcel-manifests-YYYY.csv: a row a day, direction, mode, country and enterprise; and parcels-*.csv beside them. */
export function parcelFiles(): ZoneFiles {
  const files: ZoneFiles = new Map()
  for (const [year, flows] of Object.entries(plans)) {
    const made = Object.entries(flows).flatMap(([direction, flow]) =>
      rowsOf(Number(year), direction as Direction, flow),
    )
    made.sort((a, b) => (a[0]! === b[0]! ? 0 : a[0]! < b[0]! ? -1 : 1))
    const rows = withSmallLane(made)
    files.set(`records/trade/parcel-manifests-${year}.csv`, csv(headings, rows))
    if (year === '2018') for (const [name, text] of singleParcelFiles(rows)) files.set(name, text)
  }
  return files
}

function rowsOf(year: number, direction: Direction, flow: Flow): string[][] {
  const random = seeded(`parcels ${year} ${direction}`)
  const monthly = apportion(
    BigInt(flow.parcels),
    flow.months.map((part) => BigInt(part) * random.around(2)),
  )
  const manifest = monthly.flatMap((total, index) => monthOf(year, index + 1, direction, total, random))
  const values = apportion(
    units(flow.value, 2),
    manifest.map((line) => line.parcels * BigInt(line.lane.price) * random.around(12)),
  )
  return manifest.map(({ day, lane, parcels }, index) => [
    day,
    direction,
    lane.mode,
    lane.country,
    lane.uscc,
    String(parcels),
    printed(values[index]!, 2),
    printed(divided(parcels * BigInt(lane.grams) * random.around(10), 1000n), 3),
  ])
}

function monthOf(year: number, month: number, direction: Direction, total: bigint, random: Random): ManifestLine[] {
  const days = daysOfMonth(year, month)
  const perDay = apportion(
    total,
    days.map((day) => BigInt(dayPart(day, direction)) * random.around(8)),
  )
  const open = lanes.filter((lane) => lane.direction === direction && lane.from <= monthText(year, month))
  return days.flatMap((day, index) => {
    const atWork = open.filter((_, position) => position < 3 || random.below(100) < 84)
    const shares = apportion(
      perDay[index]!,
      atWork.map((lane) => BigInt(lane.size) * random.around(25)),
    )
    return atWork.map((lane, position) => ({ day, lane, parcels: shares[position]! }))
  })
}

const weekdayParts = [780, 1020, 1080, 1060, 1040, 1040, 900]

/** A day's weight within its month: week, Spring Festival, National Day, and the days after 6·18, 11·11, Black Friday and 12·12. */
function dayPart(day: string, direction: Direction): number {
  const monthAndDay = day.slice(5)
  const wave = waves[direction].find(({ from, to }) => from <= monthAndDay && monthAndDay <= to)
  return Math.trunc((weekdayParts[weekday(day)]! * (wave?.percent ?? 100) * festivalPercent(day)) / 100)
}

const waves: Record<Direction, { from: string; to: string; percent: number }[]> = {
  进口: [
    { from: '06-17', to: '06-23', percent: 165 },
    { from: '10-01', to: '10-07', percent: 65 },
    { from: '11-11', to: '11-14', percent: 310 },
    { from: '11-15', to: '11-20', percent: 190 },
    { from: '12-12', to: '12-16', percent: 165 },
  ],
  出口: [
    { from: '10-01', to: '10-07', percent: 65 },
    { from: '11-11', to: '11-17', percent: 145 },
    { from: '11-23', to: '11-30', percent: 150 },
    { from: '12-01', to: '12-10', percent: 120 },
  ],
}

function festivalPercent(day: string): number {
  const distance = daysFromFestival(day)
  if (distance >= -1 && distance <= 5) return 28
  return distance >= -5 && distance <= 9 ? 68 : 100
}
