import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import type { Reply } from '#web/client.ts'
import type { Locale, Words } from '#web/locale.tsx'
import type { balanceShape } from '../trains/balance-shapes.ts'

export type Balance = Reply<typeof balanceShape>
export type Way = Balance['months'][number]['outbound']

export const compared = ['trains', 'teu', 'weight', 'value'] as const
export type Compared = (typeof compared)[number]

export const comparedWords: Record<Compared, Words> = {
  trains: { zh: '列数', en: 'Trains' },
  teu: { zh: '重箱标箱', en: 'Loaded TEU' },
  weight: { zh: '货重', en: 'Weight' },
  value: { zh: '货值', en: 'Value' },
}

/** What is compared of one way, as a number for the bar; null where no list tells it. */
export function amountOf(way: Way, what: Compared): number | null {
  if (what === 'trains') return way.trains
  if (what === 'teu') return way.loadedTeu === null ? null : Number(way.loadedTeu)
  return Number(way[what])
}

/** As people write it beside the bar. */
export function printedAmount(way: Way, what: Compared, locale: Locale): string {
  const amount = amountOf(way, what)
  if (amount === null) return '—'
  if (what === 'trains') return String(amount)
  if (what === 'teu') return grouped(new Decimal(way.loadedTeu!), 0)
  if (what === 'weight') return grouped(new Decimal(way.weight), 0)
  return locale === 'zh'
    ? grouped(new Decimal(way.value).div(10_000), 0)
    : grouped(new Decimal(way.value).div(1_000_000), 1)
}

export const unitOfCompared: Record<Compared, Words> = {
  trains: { zh: '列', en: 'trains' },
  teu: { zh: '标箱', en: 'TEU' },
  weight: { zh: '吨', en: 'tonnes' },
  value: { zh: '万美元', en: 'USD million' },
}

function grouped(value: Decimal, places: number): string {
  const [whole = '', rest] = printDecimal(value, places).split('.')
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), rest].filter((part) => part !== undefined).join('.')
}
