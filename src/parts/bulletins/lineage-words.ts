import { Decimal } from 'decimal.js'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { say } from '#kernel/i18n/words.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { formatChange, formatQuantity } from '#kernel/units.ts'
import { bases } from '#parts/indicators/sections.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { dateWords } from './drawn.ts'
import type { Source } from './figure-kinds.ts'
import type { Picture } from './pictures/picture.ts'
import { saidActual, saidTarget } from './prose.ts'

/** What a figure is, line by line: its indicator, period, exact value, basis and vintage. Of a chart, the months it draws. */
export function sourceLines(source: Source, locale: Locale, picture?: Picture): string[] {
  const tell = (words: Words, details: Record<string, string>) => say(words, locale, details)
  if (source.of === 'counts') {
    const day = dateWords(source.on, locale)
    return [tell(lines.counts, {}), tell(lines.countedOn, { year: String(source.year), day })]
  }
  if (source.of === 'pace') {
    const { row, on } = source
    const target = saidTarget(row, locale).text
    // A target whose period has not begun has nothing done yet, which is not the same as data that are missing.
    if (!row.begun) return [row.name[locale], tell(lines.aimOnly, { target })]
    const through = dateWords(row.through ?? on, locale)
    const progress = [
      tell(lines.aim, { target, actual: saidActual(row, locale).text }),
      tell(lines.through, { through }),
    ]
    return [row.name[locale], progress.join(locale === 'zh' ? '；' : '; ')]
  }
  const { fact } = source
  if (picture?.form === 'trend') return [fact.name[locale], monthsSaid(picture), vintageLine(fact, locale)]
  return [
    `${fact.name[locale]}${locale === 'zh' ? '，' : ', '}${printPeriod(parsePeriod(fact.covers), locale)}`,
    ...exactLine(fact, locale),
    vintageLine(fact, locale),
  ]
}

/** The formula as the catalogue has it; nothing for what is reported as it stands. */
export function formulaOf(source: Source): string | null {
  return source.of === 'fact' ? source.fact.expression : null
}

function exactLine(fact: Fact, locale: Locale): string[] {
  const { exact, unit, change } = fact
  const said = exact === null ? [] : [say(lines.exact, locale, { exact: exactWords(exact, unit, locale) })]
  if (change.value !== null) {
    const told = formatChange(change.value, change.unit, locale, 'sign')
    said.push(say(lines.change, locale, { change: told, how: originWords[change.origin][locale] }))
  }
  return said.length === 0 ? [] : [said.join(locale === 'zh' ? '，' : ', ')]
}

const PLACES_MOST = 6

/** A quotient has digits without end: it is cut, and says so. */
function exactWords(exact: string, unit: string, locale: Locale): string {
  const value = new Decimal(exact)
  if (value.decimalPlaces() <= PLACES_MOST) return formatQuantity(exact, unit, locale)
  const cut = value.toDecimalPlaces(PLACES_MOST, Decimal.ROUND_DOWN)
  return `${formatQuantity(cut, '', locale)}…${formatQuantity('1', unit, locale).replace('1', '')}`
}

function vintageLine({ basis, vintage, status }: Fact, locale: Locale): string {
  const known: Partial<Record<string, Words>> = bases
  const said = [
    known[basis]?.[locale] ?? basis,
    ...(status === 'provisional' ? [lines.provisional[locale]] : []),
    ...(vintage === null ? [] : [say(lines.vintage, locale, { vintage: momentWords(vintage) })]),
  ]
  return said.join(locale === 'zh' ? '；' : '; ')
}

/** `2017年 1月 38，2月 79…；2018年 …`: what a chart draws, for who cannot measure it. */
function monthsSaid({ series, rows, unit, number }: Picture): string {
  const chinese = number.startsWith('图')
  const told = series.map(({ name, points }) => {
    const known = points.flatMap(({ value, text }, place) => (value === null ? [] : [`${rows[place]} ${text}`]))
    return `${name}${chinese ? '：' : ': '}${known.join(chinese ? '，' : ', ')}`
  })
  return `${told.join(chinese ? '；' : '; ')} (${unit})`
}

/** In the zone's time, whatever machine draws it. */
function momentWords(moment: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
  return format.format(new Date(moment))
}

const originWords: Record<Fact['change']['origin'], Words> = {
  published: { zh: '公布数', en: 'as published' },
  supplied: { zh: '按报送的同期数计算', en: 'from the base reported with it' },
  computed: { zh: '按台账同期计算', en: 'from our own records' },
}

const lines = {
  counts: { zh: '全年目标的项数', en: 'Number of the year’s targets' },
  countedOn: { zh: '{year}年目标，到{day}', en: 'Targets of {year}, on {day}' },
  aimOnly: { zh: '目标{target}，时期尚未开始', en: 'Target {target}; its period has not begun' },
  aim: { zh: '目标{target}，已完成{actual}', en: 'Target {target}, done {actual}' },
  through: { zh: '数据到{through}', en: 'Data to {through}' },
  exact: { zh: '确切值 {exact}', en: 'Exact value {exact}' },
  change: { zh: '同比 {change}（{how}）', en: '{change} on the year ({how})' },
  provisional: { zh: '初步数', en: 'provisional' },
  vintage: { zh: '版本 {vintage}', en: 'Vintage {vintage}' },
} satisfies Record<string, Words>
