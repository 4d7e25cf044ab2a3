import { type Details, type Locale, say, type Words } from '#kernel/i18n/words.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import type { Reason } from './report.ts'
import { statementWords } from './statements/texts.ts'
import { reasonTexts, slipTexts, whyTexts } from './texts.ts'

/** A reason as its reader is told it; the code itself where no words are known. Periods and days are written out. */
export function saidReason({ code, details }: Reason, locale: Locale): string {
  const words = reasonTexts[code] ?? (statementWords as Record<string, Words>)[code]
  return words ? say(words, locale, spelledOut(details, locale)) : code
}

function spelledOut(details: Reason['details'], locale: Locale): Details {
  const written: Details = { ...details }
  for (const name of ['period', 'other', 'day']) {
    const text = details[name]
    if (typeof text === 'string' && /^[12][0-9]{3}/.test(text)) written[name] = printPeriod(parsePeriod(text), locale)
  }
  const asOf = details['asOf']
  if (typeof asOf === 'string') written['asOf'] = momentSaid(asOf)
  const times = slipTexts[String(details['power'] ?? '')]
  if (times) written['times'] = say(times, locale)
  const why = details['why']
  if (typeof why === 'string' && whyTexts[why]) written['why'] = say(whyTexts[why], locale)
  return written
}

/** `2018-07-03 16:20` on the zone's clocks. */
function momentSaid(instant: string): string {
  const there = new Date(new Date(instant).getTime() + 8 * 3_600_000)
  return there.toISOString().slice(0, 16).replace('T', ' ')
}
