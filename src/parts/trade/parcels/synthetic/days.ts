import { addDays, type Day } from '#kernel/period.ts'
import { apportion } from './apportion.ts'
import { Random } from './random.ts'

/** What one day holds: parcels and 分 of imports and exports. */
export interface DayPlan {
  day: Day
  parcels: [number, number]
  fen: [number, number]
}

/**
 * Shares totals over the days of a range: months, weekdays, the Spring Festival and the waves of 6.18, 11.11 and 12.12; the totals of each
 * direction are kept to the parcel and the 分.
 */
export function planDays(
  { parcels, fen }: { parcels: [bigint, bigint]; fen: [bigint, bigint] },
  { from, to, seed }: { from: Day; to: Day; seed: number },
): DayPlan[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  const counts = [0, 1].map((direction) => {
    const random = new Random(seed, 11, direction)
    return apportion(
      parcels[direction]!,
      days.map((day) => BigInt(Math.round((dayPart(day, direction) * random.around(6)) / 1000))),
    )
  })
  const values = [0, 1].map((direction) => {
    const random = new Random(seed, 12, direction)
    return apportion(
      fen[direction]!,
      counts[direction]!.map((count) => count * BigInt(random.around(7))),
    )
  })
  return days.map((day, place) => ({
    day,
    parcels: [Number(counts[0]![place]), Number(counts[1]![place])],
    fen: [Number(values[0]![place]), Number(values[1]![place])],
  }))
}

/** Imports, exports: a month's part of the first half-year, in thousandths, January first. */
const monthParts = [
  [165, 119, 166, 168, 178, 204, 163, 168, 185, 201, 388, 293],
  [146, 112, 160, 174, 193, 215, 219, 242, 270, 309, 438, 331],
] as const

/** Sunday first. */
const weekdayParts = [780, 1020, 1080, 1060, 1040, 1040, 900] as const

const waves: readonly (readonly { from: string; to: string; percent: number }[])[] = [
  [
    { from: '06-01', to: '06-03', percent: 125 },
    { from: '06-10', to: '06-15', percent: 120 },
    { from: '06-16', to: '06-20', percent: 260 },
    { from: '06-21', to: '06-24', percent: 135 },
    { from: '10-01', to: '10-07', percent: 65 },
    { from: '11-11', to: '11-13', percent: 420 },
    { from: '11-14', to: '11-20', percent: 190 },
    { from: '12-12', to: '12-16', percent: 165 },
  ],
  [
    { from: '06-18', to: '06-21', percent: 125 },
    { from: '10-01', to: '10-07', percent: 65 },
    { from: '11-11', to: '11-17', percent: 160 },
    { from: '11-23', to: '11-30', percent: 150 },
    { from: '12-01', to: '12-10', percent: 120 },
  ],
]

/** First days of the Spring Festival. */
const festivals: Readonly<Record<string, string>> = {
  2015: '2015-02-19',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
}

function dayPart(day: Day, direction: number): number {
  const [month, rest] = [Number(day.slice(5, 7)), day.slice(5)]
  const length = new Date(Date.UTC(Number(day.slice(0, 4)), month, 0)).getUTCDate()
  const wave = waves[direction]!.find(({ from, to }) => from <= rest && rest <= to)?.percent ?? 100
  const weekday = weekdayParts[new Date(`${day}T00:00:00Z`).getUTCDay()]!
  return (monthParts[direction]![month - 1]! * weekday * wave * festivalPercent(day)) / length / 10
}

function festivalPercent(day: Day): number {
  const first = festivals[day.slice(0, 4)]
  if (!first) return 100
  const distance = (Date.parse(day) - Date.parse(first)) / 86_400_000
  if (distance >= -1 && distance <= 5) return 28
  return distance >= -5 && distance <= 9 ? 68 : 100
}

/** Parts of a day by its hours: the night is quiet, orders of the evening clear the next morning. */
const hourParts = [16, 10, 7, 5, 5, 8, 16, 30, 56, 74, 80, 72, 50, 60, 72, 74, 70, 62, 48, 46, 48, 44, 32, 22] as const

const partsOfDay = hourParts.reduce<number>((sum, part) => sum + part, 0)

/** Up to each hour's end, as a share of the day. */
export const hoursSoFar: readonly number[] = hourParts.map(
  (_, hour) => hourParts.slice(0, hour + 1).reduce<number>((sum, part) => sum + part, 0) / partsOfDay,
)
