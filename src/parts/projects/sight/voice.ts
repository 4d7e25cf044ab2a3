import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { dayWords, moneyWords } from '../register/printed.ts'
import type { Voice } from './sheet.ts'

/** The sheet's way of speaking a language: 2018年6月30日 or 30 June 2018, 99.2亿元 or CNY 9.92 billion. */
export function voiceOf(locale: Locale): Voice {
  return {
    t: (words, details) => say(words, locale, details),
    day: (day) => (day === null ? '—' : dayWords(day)[locale]),
    money: (wan) => (wan === null ? '—' : moneyWords(wan)[locale]),
    share: (value) => (value === null ? '—' : trimmed(new Decimal(value), 1)),
  }
}

/** A decimal with at most so many places and no idle zeros. */
export function trimmed(value: Decimal, places: number): string {
  const printed = printDecimal(value, places)
  return printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed
}
