import { printWhen } from '#web/kit/When.tsx'
import type { Locale } from '#web/locale.tsx'
import type { LedgerSummary } from '../shapes.ts'

/** Through which day or month a ledger has rows, as people write it. */
export function latestWords(
  { latestDay, grainOfTime }: Pick<LedgerSummary, 'latestDay' | 'grainOfTime'>,
  locale: Locale,
): string {
  if (!latestDay) return '—'
  if (grainOfTime === 'day') return printWhen(latestDay, locale)
  const month = locale === 'zh' ? 'long' : 'short'
  const printed = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month,
    timeZone: 'UTC',
  })
  return printed.format(new Date(latestDay))
}

/** Whole days between two days; negative when `latest` lies ahead. */
export function daysBehind(latest: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(latest)) / 86_400_000)
}
