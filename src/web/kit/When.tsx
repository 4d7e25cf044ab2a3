import { type Locale, useLocale } from '../locale.tsx'

/** A day (`2018-06-30`) or an instant (ISO, UTC) as people write it, in Shanghai's time. `short` leaves the year out. */
export function When({ at, short, time }: { at: string | null | undefined; short?: boolean; time?: boolean }) {
  const { locale } = useLocale()
  if (!at) return <span className="missing">—</span>
  return <time dateTime={at}>{printWhen(at, locale, { short: short ?? false, time: time ?? at.length > 10 })}</time>
}

/** 2018年6月30日 14:05; 30 June 2018, 14:05. */
export function printWhen(at: string, locale: Locale, choices: { short?: boolean; time?: boolean } = {}): string {
  const day = at.length <= 10
  const parts: Intl.DateTimeFormatOptions = {
    timeZone: day ? 'UTC' : 'Asia/Shanghai',
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(choices.short ? {} : { year: 'numeric' as const }),
    ...(choices.time && !day
      ? { hour: '2-digit' as const, minute: '2-digit' as const, hourCycle: 'h23' as const }
      : {}),
  }
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', parts).format(new Date(at))
}
