/** First day of the Spring Festival, the day around which offices, factories and customs slow down. */
const festivals: Record<number, string> = {
  2015: '2015-02-19',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
}

const dayLength = 86_400_000

export function daysOfMonth(year: number, month: number): string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${monthText(year, month)}-${String(index + 1).padStart(2, '0')}`)
}

export function monthText(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** 0 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** Days after the year's Spring Festival, negative before it. */
export function daysFromFestival(day: string): number {
  return (Date.parse(day) - Date.parse(festivals[Number(day.slice(0, 4))]!)) / dayLength
}

/** January's part, in thousandths, of what January and February make together: the month without the festival makes more. */
export const januaryPart: Record<number, bigint> = { 2015: 582n, 2016: 560n, 2017: 478n, 2018: 588n }

/** The same for what sells in the weeks before the festival: the earlier it falls, the more of it is January's. */
export const festiveJanuaryPart: Record<number, bigint> = { 2015: 538n, 2016: 602n, 2017: 668n, 2018: 547n }
