import { parsePeriod, printPeriod } from '#kernel/period.ts'
import type { Reply } from '#web/client.ts'
import { printWhen } from '#web/kit/When.tsx'
import type { Locale, Words } from '#web/locale.tsx'
import type { publishingShape } from '../publishing-shapes.ts'

export type Publishing = Reply<typeof publishingShape>
export type Terms = NonNullable<NonNullable<Publishing['indicators'][number]['choice']>['terms']>

/** What somebody is about to open or close. */
export interface About {
  kind: 'indicator' | 'bulletin' | 'template'
  subject: string
  name: Words
  open: boolean
  terms: Terms | null
}

/** 2017年1月1日起，时期结束后 15 天. */
export function termsWords({ since, release, delayDays }: Terms, locale: Locale): Words {
  const from = printWhen(since, locale)
  const rule = {
    ended: { zh: delayDays === 0 ? '时期结束即公开' : `时期结束 ${delayDays} 天后公开`, en: endedWords(delayDays) },
    issued: { zh: '随通报公开', en: 'with its bulletin' },
  }[release]
  return { zh: `${from}起，${rule.zh}`, en: `from ${from} on, ${rule.en}` }
}

const endedWords = (days: number) => (days === 0 ? 'as each period ends' : `${days} days after each period`)

/** What the public sees of an indicator now. */
export function seenWords({ values, latest }: { values: number; latest: string | null }, locale: Locale): Words {
  if (latest === null) return { zh: '公众还看不到任何一期', en: 'the public sees no period yet' }
  const period = printPeriod(parsePeriod(latest), locale)
  return { zh: `公众看到 ${values} 个数，最近一期${period}`, en: `${values} values seen, the latest of ${period}` }
}
