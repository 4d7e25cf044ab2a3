import type { PeriodRead } from './period-reading.ts'

/** What time the text is speaking of at a place: inherited by every figure until another period is said. */
export interface PeriodState {
  year: number | string | null
  part: string | null
  label: string | null
  until: boolean
}

export const noPeriod: PeriodState = { year: null, part: null, label: null, until: false }

const unsaid = '（文中未写明）'

/** The state after a period has been read: a year clears what came before, a part of the year keeps its year. */
export function periodAfter(state: PeriodState, read: PeriodRead): PeriodState {
  if (read.label !== undefined)
    return { year: read.year ?? state.year, part: null, label: read.label, until: read.until ?? false }
  const until = read.until ?? false
  if (state.until && /^(?:今|本)年(?:以来)?$/.test(`${read.year ?? ''}${read.part ?? ''}`)) return state
  if (/^[当同]年$/.test(String(read.year)) && typeof state.year === 'number')
    return { year: state.year, part: read.part ?? null, label: null, until: false }
  if (read.year !== undefined) return { year: read.year, part: read.part ?? null, label: null, until }
  return { year: state.year, part: read.part ?? null, label: null, until }
}

/**
 * The period in words: 2024年上半年, 截至2018年6月28日, 2021年1-11月. Where the text never says the year, what it does say
 * with （文中未写明） behind it. `documentYear` resolves 今年 and 去年.
 */
export function periodInWords(state: PeriodState, documentYear: number | null): string {
  const year = yearOf(state.year, documentYear)
  const spoken = typeof state.year === 'string' && year === null ? state.year : ''
  if (state.label !== null) return /[0-9]{4}/.test(state.label) ? state.label : `${state.label}${unsaid}`
  const part = state.part === '全年' && year !== null ? '' : (state.part ?? '')
  if (year === null && part === '' && spoken === '')
    return documentYear === null ? unsaid : `${documentYear}年${unsaid}`
  const head = state.until ? '截至' : ''
  if (year === null)
    return `${head}${part === '以来' || part === '' || spoken !== '今年' ? spoken : ''}${part}${unsaid}`
  return `${head}${year}年${part}`
}

function yearOf(year: number | string | null, documentYear: number | null): number | null {
  if (typeof year === 'number') return year
  if (documentYear === null) return null
  if (year === null) return documentYear
  const shift = { 去年: -1, 上年: -1, 上一年: -1, 前年: -2, 明年: 1, 来年: 1, 次年: 1, 后年: 2 }[year] ?? 0
  return documentYear + shift
}

const yearSaid = /((?:19|20)[0-9]{2})年/g

/**
 * The year the document is about: the latest year it names in its first lines, else anywhere, leaving out years that are
 * only compared with, dated or aimed at (比2019年, 到2030年).
 */
export function documentYearOf(text: string): number | null {
  const head = latestYear(text.slice(0, 80))
  return head ?? latestYear(text.slice(0, 200_000))
}

function latestYear(text: string): number | null {
  let latest: number | null = null
  for (const found of text.matchAll(yearSaid)) {
    const before = text.slice(Math.max(0, found.index - 2), found.index)
    if (/[比较与到至自从是〔[]$/.test(before)) continue
    const year = Number(found[1])
    if (latest === null || year > latest) latest = year
  }
  return latest
}
