import { Decimal } from 'decimal.js'
import { printDecimal, type RoundingMode, roundOnce } from './decimal.ts'
import type { Locale } from './i18n/words.ts'
import { refuse } from './refusal.ts'
import { catalogue, type Entry, entryOf, isMoney, knownEntry, type Unit, Wide } from './unit-catalogue.ts'

export type { Unit } from './unit-catalogue.ts'

/** The unit of that code; also `％`, `μg/m³`, `㎡` and a few more spellings of forms. Refuses `unit/unknown`. */
export function unitOf(code: string): Unit {
  return entryOf(code)
}

/** The units of one dimension, small to large in the catalogue's order. */
export function unitsLike(code: string): Unit[] {
  const { dimension } = entryOf(code)
  return [...catalogue.values()].filter((unit) => unit.dimension === dimension)
}

/** The value in the other unit, exact wherever forty digits can hold it. Refuses `unit/unknown`, `unit/mismatch`. */
export function convert(value: Decimal, from: string, to: string): Decimal {
  const [source, target] = [entryOf(from), entryOf(to)]
  if (source.dimension !== target.dimension) {
    return refuse('unit/mismatch', { from, to, alike: unitsLike(from).map((unit) => unit.code) })
  }
  if (source.factor.eq(target.factor)) return value
  const converted = new Wide(value).times(source.factor).div(target.factor)
  return new Decimal(converted.toSignificantDigits(40).toFixed())
}

export interface QuantityOptions {
  /** Digits after the point, of the value in the given unit; unless told the value is printed as it is. */
  places?: number
  /** `half-even` unless told. */
  mode?: RoundingMode
}

/**
 * The quantity as people write it: 331亿元, 6286万包, 第3位; `CNY 33.1 billion`, `62.86 million parcels`, `3rd`. Five digits or
 * more go to 万 or 亿 (GB/T 15835) only where two decimals hold the value exactly: 226000辆 is 22.6万辆, 12345家 stays.
 * Both languages print the same value: rounding happens once, in the given unit. Compound codes (万元/列) and `''` are printed too.
 */
export function formatQuantity(
  value: Decimal | string,
  unit: string,
  locale: Locale,
  options: QuantityOptions = {},
): string {
  const { places } = options
  const exact = new Decimal(value)
  const rounded = places === undefined ? exact : roundOnce(exact, { places, mode: options.mode ?? 'half-even' })
  if (unit === '') return digits(rounded, places, locale)
  const entry = knownEntry(unit)
  if (!entry && unit.includes('/')) return formatCompound(rounded, unit, locale, places)
  return print(rise({ value: rounded, entry: entry ?? entryOf(unit), places }), locale)
}

/** Words for the three directions, in place of a unit's own. */
export interface DirectionWords {
  up: string
  down: string
  flat: string
}

/**
 * A change in words: 增长10%, 下降14.2%, 提高2.3个百分点, 增加6天, 持平; `up 10%`, `down 14.2%`, `unchanged`. The sign is always in
 * the word, never in the number. A place in a ranking (位) rises as its number falls: -1 is 上升1位, direction `up`.
 */
export function changeWords(
  value: string,
  unit: string,
  locale: Locale,
  words: DirectionWords = wordsFor(unit, locale),
): { direction: 'up' | 'down' | 'flat'; word: string; text: string } {
  const change = new Decimal(value)
  if (change.isZero()) return { direction: 'flat', word: words.flat, text: words.flat }
  const direction = change.isPositive() === (unit !== '位') ? 'up' : 'down'
  const amount = formatAmount(change.abs(), unit, locale)
  const word = words[direction]
  return { direction, word, text: locale === 'zh' ? `${word}${amount}` : `${word} ${amount}` }
}

/** The text of {@link changeWords}, or with style `sign` the short form of a table's cell: `+10%`, `−14.2%`, `0%`. */
export function formatChange(
  value: Decimal | string,
  unit: string,
  locale: Locale,
  style: 'words' | 'sign' = 'words',
): string {
  const { direction, text } = changeWords(new Decimal(value).toFixed(), unit, locale)
  if (style === 'words') return text
  const sign = { up: '+', down: '−', flat: '' }[direction]
  return `${sign}${formatAmount(new Decimal(value).abs(), unit, locale)}`
}

interface Printed {
  value: Decimal
  entry: Entry
  places: number | undefined
}

/** Takes five digits or more up to 亿 or 万 of the same thing where that stays exact at two decimals; places told keep their unit. */
function rise(printed: Printed): Printed {
  const { value, entry, places } = printed
  if (value.abs().lt(10_000) || (places ?? 0) > 0) return printed
  for (const prefix of ['万亿', '亿', '万']) {
    const higher = catalogue.get(`${prefix}${entry.bare}`)
    if (!higher || higher.power <= entry.power) continue
    const risen = value.div(new Decimal(10).pow(higher.power - entry.power))
    if (risen.abs().gte(1) && risen.decimalPlaces() <= 2) return { value: risen, entry: higher, places: undefined }
  }
  return printed
}

function print({ value, entry, places }: Printed, locale: Locale): string {
  if (entry.code === '位') return ordinal(value, locale)
  if (locale === 'zh') return `${digits(value, places, 'zh')}${entry.zh}`
  if (entry.power === 0) return withWord(digits(value, places, 'en'), entry, value)
  const whole = value.times(new Decimal(10).pow(entry.power))
  const scale = englishScales.find(({ power }) => whole.abs().gte(new Decimal(10).pow(power))) ?? { power: 0, word: '' }
  const shift = scale.power - entry.power
  const scaled = whole.div(new Decimal(10).pow(scale.power))
  const number = digits(scaled, places === undefined ? undefined : places + shift, 'en')
  return withWord(scale.word ? `${number} ${scale.word}` : number, entry, whole)
}

const englishScales = [
  { power: 12, word: 'trillion' },
  { power: 9, word: 'billion' },
  { power: 6, word: 'million' },
  { power: 3, word: 'thousand' },
]

function withWord(number: string, { dimension, plural }: Entry, value: Decimal): string {
  if (isMoney(dimension)) return number.startsWith('−') ? `−${plural} ${number.slice(1)}` : `${plural} ${number}`
  if (dimension === 'ratio' && plural.length === 1) return `${number}${plural}`
  return `${number} ${value.abs().eq(1) ? singular(plural) : plural}`
}

function digits(value: Decimal, places: number | undefined, locale: Locale): string {
  const plain = places === undefined ? value.toFixed() : printDecimal(value, Math.max(places, value.decimalPlaces()))
  const [whole = '', fraction] = plain.replace('-', '−').split('.')
  const grouped = locale === 'en' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function ordinal(value: Decimal, locale: Locale): string {
  if (locale === 'zh') return `第${value.toFixed()}位`
  const n = value.toNumber()
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return Number.isInteger(n) && n > 0 ? `${n}${ending}` : `rank ${value.toFixed()}`
}

function formatCompound(value: Decimal, code: string, locale: Locale, places: number | undefined): string {
  const [over, under] = [code.slice(0, code.lastIndexOf('/')), code.slice(code.lastIndexOf('/') + 1)]
  const below = entryOf(under)
  if (locale === 'zh') return `${digits(value, places, 'zh')}${code}`
  return `${print({ value, entry: entryOf(over), places }, 'en')} per ${below.power === 0 ? singular(below.en) : below.en}`
}

/** A place gained or lost is counted (2位, `2 places`), where a place held is an ordinal. */
function formatAmount(amount: Decimal, unit: string, locale: Locale): string {
  if (unit !== '位') return formatQuantity(amount, unit, locale)
  return locale === 'zh' ? `${amount.toFixed()}位` : `${amount.toFixed()} ${amount.eq(1) ? 'place' : 'places'}`
}

function wordsFor(unit: string, locale: Locale): DirectionWords {
  if (locale === 'en') return { up: 'up', down: 'down', flat: 'unchanged' }
  const dimension = knownEntry(unit)?.dimension ?? ''
  if (dimension === 'ratio') return { up: '增长', down: '下降', flat: '持平' }
  if (dimension === 'percentage-point') return { up: '提高', down: '下降', flat: '持平' }
  if (dimension === 'rank' || dimension === 'concentration' || dimension === '') {
    return { up: '上升', down: '下降', flat: '持平' }
  }
  return { up: '增加', down: '减少', flat: '持平' }
}

function singular(plural: string): string {
  return plural === 'people' ? 'person' : plural.replace(/(ch)es$|s$/, '$1')
}
