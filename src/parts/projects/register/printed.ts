import { Decimal } from 'decimal.js'
import type { Words } from '#kernel/i18n/words.ts'
import { type Day, parsePeriod, printPeriod } from '#kernel/period.ts'
import { formatQuantity } from '#kernel/units.ts'

/** 万元 as people write it: 99.2亿元, 860万元; CNY 9.92 billion. From a 亿 on at most two decimals of it. */
export function moneyWords(wan: string): Words {
  const exact = new Decimal(wan)
  const [value, unit] = exact.abs().gte(10_000)
    ? [exact.div(10_000).toDecimalPlaces(2).toFixed(), '亿元']
    : [exact.toDecimalPlaces(2).toFixed(), '万元']
  return { zh: formatQuantity(value, unit, 'zh'), en: formatQuantity(value, unit, 'en') }
}

/** A day or a month in both languages: 2018年6月30日, 30 June 2018. */
export function dayWords(day: Day): Words {
  const period = parsePeriod(day)
  return { zh: printPeriod(period, 'zh'), en: printPeriod(period, 'en') }
}
