/**
 * How many months lie between two reports: 3 or 6 where every known month is a quarter's or a half-year's last. Between them
 * nothing is missing, so lines join report to report, while a report that did not come is still a gap.
 */
export function stepOf(months: readonly string[]): 1 | 3 | 6 {
  const every = (step: number) => months.length > 0 && months.every((month) => monthNumber(month) % step === 0)
  if (every(6)) return 6
  return every(3) ? 3 : 1
}

export const monthNumber = (month: string): number => Number(month.slice(5, 7))
