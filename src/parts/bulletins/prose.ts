import { Decimal } from 'decimal.js'
import { printDecimal, roundOnce } from '#kernel/decimal.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { say } from '#kernel/i18n/words.ts'
import { parsePeriod } from '#kernel/period.ts'
import { changeWords, convert, formatChange, formatQuantity, unitOf } from '#kernel/units.ts'
import type { Fact, PaceTarget } from '#parts/indicators/shapes.ts'

/** How a template asks for a figure; nothing means as the indicator prints it. */
export interface Print {
  /** another unit of the same kind */
  unit?: string | undefined
  /** digits after the point, in the printed unit */
  places?: number | undefined
  /** the number alone, where the sentence says what is counted */
  bare?: boolean | undefined
}

/** A figure in words, and whether there was nothing to say. */
export interface Said {
  text: string
  missing: boolean
}

/** `331亿元`, `CNY 33.1 billion`; with `bare` `331`. The value is rounded once, from its exact digits. */
export function saidValue(fact: Fact, print: Print, locale: Locale): Said {
  if (fact.value === null) return missing(locale)
  const { value, unit } = shown(fact, print)
  return said(amount(value, print.bare ? '' : unit, locale))
}

/** An English sentence names what is counted; `items` beside it would say nothing. */
function amount(value: Decimal | string, unit: string, locale: Locale): string {
  const nameless = locale === 'en' && unit !== '' && unitOf(unit).dimension === 'piece'
  return formatQuantity(value, nameless ? '' : unit, locale)
}

/**
 * `同比增长10%`, `同比下降14.2%`, `同比增加6天`, `同比持平`; `up 10% on the year`. Over a base of zero or below there is no rate: the
 * base is said instead, `上年同期为零`. A rate that is not there is said to be missing, never left out.
 */
export function saidChange(fact: Fact, locale: Locale, on: 'year' | 'previous' = 'year'): Said {
  const change = on === 'year' ? fact.change : fact.changePrevious
  if (!change || (change.value === null && change.reason === 'current-missing')) return missing(locale)
  if (change.value === null) return withoutRate(change, fact.unit, locale, on)
  const { text } = changeWords(change.value, change.unit, locale)
  return said(say(againstWords[on], locale, { text }))
}

const againstWords: Record<'year' | 'previous', Words> = {
  year: { zh: '同比{text}', en: '{text} on the year' },
  previous: { zh: '环比{text}', en: '{text} on the period before' },
}

function withoutRate({ reason, base }: Fact['change'], unit: string, locale: Locale, on: 'year' | 'previous'): Said {
  if (reason === 'not-comparable') return said(notComparableWords[locale])
  if (reason !== 'base-not-positive' || base === null) return { text: rateMissingWords[on][locale], missing: true }
  const text = new Decimal(base).isZero() ? zeroWords[locale] : amount(base, unit, locale)
  return said(say(baseWords[on], locale, { text }))
}

const baseWords: Record<'year' | 'previous', Words> = {
  year: { zh: '上年同期为{text}', en: '{text} a year before' },
  previous: { zh: '上期为{text}', en: '{text} in the period before' },
}
const zeroWords: Words = { zh: '零', en: 'nil' }
const notComparableWords: Words = { zh: '口径不可比', en: 'not comparable' }
const rateMissingWords: Record<'year' | 'previous', Words> = {
  year: { zh: '同比暂缺', en: 'change on the year not yet known' },
  previous: { zh: '环比暂缺', en: 'change on the period before not yet known' },
}

/** A table's cell: `+10%`, `−14.2%`, `+6天`. */
export function saidRate(fact: Fact, locale: Locale): Said {
  const { value, unit } = fact.change
  return value === null ? { text: '—', missing: false } : said(formatChange(value, unit, locale, 'sign'))
}

/** A table's cell with its unit; a dash where only the change is published. */
export function saidAmount(fact: Fact, print: Print, locale: Locale): Said {
  if (fact.value !== null || fact.change.value === null) return saidValue(fact, print, locale)
  return { text: '—', missing: false }
}

/** The last day of data that a figure stands on: `6月28日`, `28 June`. */
export function saidThrough(fact: Fact, locale: Locale): Said {
  return fact.through === null ? missing(locale) : said(saidDay(fact.through, locale))
}

/** `6月28日`, `28 June`. */
export function saidDay(day: string, locale: Locale): string {
  const [, month = 1, date = 1] = parsePeriod(day).start.split('-').map(Number)
  if (locale === 'zh') return `${month}月${date}日`
  return `${date} ${monthNames[month - 1]}`
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `超过1000亿元`, `130亿元以上`; `more than CNY 100 billion`. */
export function saidTarget({ target, operator, unit }: PaceTarget, locale: Locale): Said {
  return said(say(operatorWords[operator], locale, { aim: amount(target, unit, locale) }))
}

const operatorWords: Record<PaceTarget['operator'], Words> = {
  '>': { zh: '超过{aim}', en: 'more than {aim}' },
  '>=': { zh: '{aim}以上', en: '{aim} or more' },
  '<': { zh: '低于{aim}', en: 'less than {aim}' },
  '<=': { zh: '不超过{aim}', en: '{aim} at most' },
}

/** What is done so far: `335亿元`. */
export function saidActual({ actual, unit }: PaceTarget, locale: Locale): Said {
  return actual === null ? missing(locale) : said(amount(actual, unit, locale))
}

/** `33.5%`. */
export function saidShare(percent: string | null, locale: Locale): Said {
  return percent === null ? missing(locale) : said(formatQuantity(percent, '%', locale, { places: 1 }))
}

/** `落后时序进度16.1个百分点`, `超前时序进度13.3个百分点`, `与时序进度持平`; the season's pace likewise. */
export function saidGap(gap: string | null, pace: 'calendar' | 'season', locale: Locale): Said {
  if (gap === null) return missing(locale)
  const value = tenths(gap)
  const points = formatQuantity(value.abs(), '个百分点', locale, { places: 1 })
  const where = value.isZero() ? 'level' : value.isPositive() ? 'ahead' : 'behind'
  return said(say(gapWords[pace][where], locale, { points }))
}

const gapWords: Record<'calendar' | 'season', Record<'ahead' | 'behind' | 'level', Words>> = {
  calendar: {
    ahead: { zh: '超前时序进度{points}', en: '{points} ahead of the calendar' },
    behind: { zh: '落后时序进度{points}', en: '{points} behind the calendar' },
    level: { zh: '与时序进度持平', en: 'level with the calendar' },
  },
  season: {
    ahead: { zh: '比往年同期进度快{points}', en: '{points} ahead of the usual season' },
    behind: { zh: '比往年同期进度慢{points}', en: '{points} behind the usual season' },
    level: { zh: '与往年同期进度持平', en: 'level with the usual season' },
  },
}

/** A table's cell: `+13.3`, `−16.1`, `0.0`. */
export function saidPoints(gap: string | null): Said {
  if (gap === null) return { text: '—', missing: false }
  const value = tenths(gap)
  const sign = value.isZero() ? '' : value.isPositive() ? '+' : '−'
  return said(`${sign}${printDecimal(value.abs(), 1)}`)
}

/** As it is printed: what rounds to nothing is neither ahead nor behind. */
const tenths = (gap: string) => roundOnce(new Decimal(gap), { places: 1, mode: 'half-up' })

/** What each month left must bring: `110.9亿元`. */
export function saidNeeded({ runRateNeeded, unit }: PaceTarget, locale: Locale): Said {
  return runRateNeeded === null ? missing(locale) : said(rough(runRateNeeded.perMonth, unit, locale))
}

/** The expected value at the target's end: `812亿元`. */
export function saidOutlook({ outlook, unit }: PaceTarget, locale: Locale): Said {
  return outlook === null ? missing(locale) : said(rough(outlook.value, unit, locale))
}

function rough(value: string, unit: string, locale: Locale): string {
  return amount(roughly(value, unit), unit, locale)
}

/** An estimate carries no more digits than it means: whole numbers from ten on, money one digit more. */
export function roughly(value: string, unit: string): Decimal {
  const exact = new Decimal(value)
  const money = /^(CNY|USD)$/.test(unitOf(unit).dimension)
  const places = exact.abs().gte(money ? 100 : 10) ? 0 : 1
  return roundOnce(exact, { places, mode: 'half-up' })
}

export const statusWords: Record<PaceTarget['status'], Words> = {
  met: { zh: '已完成', en: 'met' },
  ahead: { zh: '超前', en: 'ahead' },
  on: { zh: '持平', en: 'on pace' },
  behind: { zh: '滞后', en: 'behind' },
  unknown: { zh: '暂无数据', en: 'not known' },
}

const missingWords: Words = { zh: '（数据暂缺）', en: '(not yet known)' }

function missing(locale: Locale): Said {
  return { text: missingWords[locale], missing: true }
}

function said(text: string): Said {
  return { text, missing: false }
}

function shown(fact: Fact, { unit = fact.unit, places }: Print): { value: Decimal; unit: string } {
  const from = places === undefined ? fact.value! : (fact.exact ?? fact.value!)
  const value = unit === fact.unit ? new Decimal(from) : convert(new Decimal(from), fact.unit, unit)
  return { value: places === undefined ? value : roundOnce(value, { places, mode: fact.rounding.mode }), unit }
}
