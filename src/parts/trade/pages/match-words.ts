import type { Locale, Words } from '#web/locale.tsx'
import type { Age, MatchCounts, MatchState } from '../customs/match-shapes.ts'

/** State of an order as a mark of the kit and a word: colour is never the only sign. */
export const stateMarks: Record<MatchState, { state: 'on' | 'none' | 'behind'; words: Words }> = {
  matched: { state: 'on', words: { zh: '已对上', en: 'Matched' } },
  waiting: { state: 'none', words: { zh: '等单证', en: 'Waiting' } },
  mismatch: { state: 'behind', words: { zh: '不一致', en: 'Mismatch' } },
}

export const ageWords: Record<Age, Words> = {
  '0': { zh: '当天', en: 'Same day' },
  '1-3': { zh: '1–3 天', en: '1–3 days' },
  '4-7': { zh: '4–7 天', en: '4–7 days' },
  '8-14': { zh: '8–14 天', en: '8–14 days' },
  '15': { zh: '15 天以上', en: '15 days and more' },
}

export const flowWords: Record<'import' | 'export', Words> = {
  import: { zh: '进口', en: 'Import' },
  export: { zh: '出口', en: 'Export' },
}

/** 1,612 */
export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')

export const ordersIn = ({ matched, waiting, mismatch }: MatchCounts): number => matched + waiting + mismatch

/** 80.3%; whole numbers only for none and all, so that 99.96 does not read as all. */
export function rateOf(counts: MatchCounts): string | null {
  const orders = ordersIn(counts)
  if (orders === 0) return null
  if (counts.matched === orders) return '100%'
  return `${(Math.floor((counts.matched * 1000) / orders) / 10).toFixed(1)}%`
}

/** Days between two days. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))

export function daysSaid(days: number, locale: Locale): string {
  if (days === 0) return locale === 'zh' ? '当天' : 'today'
  return locale === 'zh' ? `${days} 天` : `${days} day${days === 1 ? '' : 's'}`
}
