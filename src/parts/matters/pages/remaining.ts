import type { Locale } from '#web/locale.tsx'

const MINUTE = 60_000

/** 剩 2 小时 10 分, 超 1 天 3 小时; the two largest units, minutes rounded down. */
export function remainingSaid(milliseconds: number, locale: Locale): string {
  const span = spanSaid(Math.abs(milliseconds), locale)
  if (locale === 'zh') return milliseconds < 0 ? `超 ${span}` : `剩 ${span}`
  return milliseconds < 0 ? `${span} late` : `${span} left`
}

/** 1 天 3 小时, 35 分; 1 d 3 h, 35 min. Calendar time; with `hours` as the largest unit it serves working time, whose days are shorter. */
export function spanSaid(milliseconds: number, locale: Locale, largest: 'days' | 'hours' = 'days'): string {
  const minutes = Math.floor(milliseconds / MINUTE)
  const days = largest === 'days' ? Math.floor(minutes / 1440) : 0
  const [hours, rest] = [Math.floor((minutes - days * 1440) / 60), minutes % 60]
  const units = locale === 'zh' ? { d: ' 天', h: ' 小时', m: ' 分' } : { d: ' d', h: ' h', m: ' min' }
  const said = [
    ...(days > 0 ? [`${days}${units.d}`] : []),
    ...(hours > 0 ? [`${hours}${units.h}`] : []),
    ...(days === 0 && (rest > 0 || hours === 0) ? [`${rest}${units.m}`] : []),
  ]
  return said.join(' ')
}

/** What of a clock was used, in minutes or whole days: 1 小时 45 分, 6 天. */
export function usedSaid(count: number, byDays: boolean, locale: Locale): string {
  if (!byDays) return spanSaid(count * 60_000, locale, 'hours')
  return locale === 'zh' ? `${count} 天` : `${count} d`
}
