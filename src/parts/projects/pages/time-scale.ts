import { daysBetween } from '#kernel/period.ts'

/** A stretch of days drawn from left to right; `at` is 0 on its first day and 100 after its last. */
export interface TimeScale {
  from: string
  to: string
  at(day: string): number
  /** first days of years and quarters that have room for their name */
  ticks: { day: string; year: boolean }[]
}

/** The scale that holds every day given, from the first of a quarter to the end of one. Null when there is no day. */
export function timeScale(days: readonly (string | null | undefined)[], most = 12): TimeScale | null {
  const known = days.filter((day): day is string => Boolean(day)).sort()
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const from = quarterOf(first, 0)
  const to = quarterOf(last, 1)
  const whole = daysBetween(from, to)
  const at = (day: string) => (daysBetween(from, day) / whole) * 100
  return { from, to, at, ticks: ticksOf(from, to, most) }
}

/** The first day of the quarter of a day, or of one so many quarters later. */
function quarterOf(day: string, later: number): string {
  const quarters = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) + later
  const month = String((quarters % 4) * 3 + 1).padStart(2, '0')
  return `${Math.floor(quarters / 4)}-${month}-01`
}

function ticksOf(from: string, to: string, most: number): TimeScale['ticks'] {
  const quarters: string[] = []
  for (let day = from; day < to; day = quarterOf(day, 1)) quarters.push(day)
  const step = [1, 2, 4, 8, 20, 40].find((wide) => quarters.length / wide <= most) ?? 80
  return quarters
    .filter((day) => (Number(day.slice(0, 4)) * 4 + (Number(day.slice(5, 7)) - 1) / 3) % step === 0)
    .map((day) => ({ day, year: day.endsWith('-01-01') }))
}
