import type { Reply } from '#web/client.ts'
import type { State } from '#web/kit/StateMark.tsx'
import type { Locale, Words } from '#web/locale.tsx'
import type { boardShape } from '../trains/board-shapes.ts'

export type Board = Reply<typeof boardShape>
export type BoardRow = Board['rows'][number]

export const directionWords: Record<BoardRow['direction'], Words> = {
  outbound: { zh: '去程', en: 'outbound' },
  return: { zh: '回程', en: 'return' },
}

export const scopeWords: Record<BoardRow['scope'], Words> = {
  europe: { zh: '中欧', en: 'China–Europe' },
  asia: { zh: '中亚', en: 'Central Asia' },
}

export interface Standing {
  state: State
  words: Words
  /** what else is to be said, lighter, beside */
  note: Words | null
}

/** Where a train stands, in a mark and a word; how late it left is told for as long as it is on the board. */
export function standingOf(
  { state, late, arrivedOn }: Pick<BoardRow, 'state' | 'late' | 'arrivedOn'>,
  locale: Locale,
): Standing {
  if (state === 'planned') return { state: 'none', words: { zh: '待开', en: 'to run' }, note: null }
  if (state === 'cancelled') return { state: 'behind', words: { zh: '停运', en: 'cancelled' }, note: null }
  if (state === 'overdue') return { state: 'warning', words: { zh: '应开未开', en: 'did not run' }, note: null }
  const arrived = state === 'arrived' && arrivedOn ? arrivedWords(arrivedOn, locale) : null
  if (late === null) return { state: 'none', words: { zh: '已发，无计划', en: 'left, unplanned' }, note: arrived }
  if (late > 0) return { state: 'warning', words: lateWords(late), note: arrived }
  return { state: 'ahead', words: { zh: '正点', en: 'on its day' }, note: arrived }
}

export const lateWords = (days: number): Words => ({
  zh: `晚 ${days} 天`,
  en: days === 1 ? '1 day late' : `${days} days late`,
})

function arrivedWords(day: string, locale: Locale): Words {
  const printed = dayWords(day, locale)
  return { zh: `${printed}到达`, en: `arrived ${printed}` }
}

/** 6月28日, 28 Jun; the year where it is told. */
export function dayWords(day: string, locale: Locale, { year = false } = {}): string {
  return format(day, locale, {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(year ? { year: 'numeric' } : {}),
  })
}

/** 周四, Thu. */
export function weekdayWords(day: string, locale: Locale): string {
  return format(day, locale, { weekday: 'short' })
}

function format(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { ...options, timeZone: 'UTC' }).format(at)
}

/** The page of one train. */
export const trainPath = ({ number, day }: { number: string; day: string }): string =>
  `/opening/trains/${encodeURIComponent(number)}/${day}`
