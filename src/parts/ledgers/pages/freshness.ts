import { printWhen } from '#web/kit/When.tsx'
import type { Locale } from '#web/locale.tsx'

/** A day or a month (`2018-06`) as people write it. */
export function latestWords(latest: string, locale: Locale): string {
  if (latest.length === 10) return printWhen(latest, locale)
  const [year, month] = latest.split('-')
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(`${latest}-01`))
  return locale === 'zh' ? `${year}年${Number(month)}月` : `${name} ${year}`
}

/** Whole days between two days; negative when `latest` lies ahead. */
export function daysBehind(latest: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(latest)) / 86_400_000)
}
