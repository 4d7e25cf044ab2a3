import { formatQuantity } from '#kernel/units.ts'
import type { State } from '#web/kit/StateMark.tsx'
import type { Locale, Words } from '#web/locale.tsx'
import type { PaceTarget } from '../shapes.ts'

type Status = PaceTarget['status']

/** The mark of a pace status; a target that is met stands with those ahead. */
export const stateOf: Record<Status, State> = {
  met: 'ahead',
  ahead: 'ahead',
  on: 'on',
  behind: 'behind',
  unknown: 'none',
}

export const statusWords: Record<Status, Words> = {
  met: { zh: '已达成', en: 'Met' },
  ahead: { zh: '超前', en: 'Ahead' },
  on: { zh: '正常', en: 'On pace' },
  behind: { zh: '滞后', en: 'Behind' },
  unknown: { zh: '无数据', en: 'No data' },
}

/** How the aim is bounded, as people say it before the number. */
export const operatorWords: Record<PaceTarget['operator'], Words> = {
  '>': { zh: '超过', en: 'more than' },
  '>=': { zh: '不少于', en: 'at least' },
  '<': { zh: '低于', en: 'less than' },
  '<=': { zh: '不超过', en: 'at most' },
}

const against = {
  calendar: { zh: '时序', en: 'the calendar' },
  season: { zh: '季节', en: 'the season' },
} as const satisfies Record<string, Words>

/** 落后时序17.6个百分点; `17.6 points behind the calendar`. Gaps are points with one decimal, as the server prints them. */
export function gapWords(gap: string, yardstick: keyof typeof against, locale: Locale): string {
  const to = against[yardstick][locale]
  const size = gap.replace(/^[-−]/, '').replace(/\.0$/, '')
  if (size === '0') return locale === 'zh' ? `与${to}持平` : `level with ${to}`
  const late = /^[-−]/.test(gap)
  if (locale === 'zh') return `${late ? '落后' : '超前'}${to}${formatQuantity(size, '个百分点', 'zh')}`
  return `${size} points ${late ? 'behind' : 'ahead of'} ${to}`
}

/** `-17.6` → `−17.6`, `13.3` → `+13.3`: a gap in a table's cell. */
export function signedGap(gap: string | null): string {
  if (gap === null) return '—'
  if (/^-?0(\.0)?$/.test(gap)) return '0'
  return gap.startsWith('-') ? `−${gap.slice(1)}` : `+${gap}`
}

/** A probability of 0 to 1 as people say it; never a certainty that a forecast cannot have. */
export function chanceWords(probability: string, locale: Locale): string {
  const percent = Number(probability) * 100
  if (percent < 1) return locale === 'zh' ? '低于1%' : 'under 1%'
  if (percent > 99) return locale === 'zh' ? '高于99%' : 'over 99%'
  return `${Math.round(percent)}%`
}

/** The outlook in percent of the target, as the bars are; for drawing only. */
export function outlookShares({ outlook, target }: PaceTarget): { value: string; low: string; high: string } | null {
  if (!outlook) return null
  const share = (amount: string) => ((Number(amount) / Number(target)) * 100).toFixed(1)
  return { value: share(outlook.value), low: share(outlook.low), high: share(outlook.high) }
}
