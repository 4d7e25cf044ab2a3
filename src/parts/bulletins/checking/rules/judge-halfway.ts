import { Decimal } from 'decimal.js'
import type { PaceAnswer } from '#parts/indicators/shapes.ts'
import type { PaceFinding } from '../report.ts'

/**
 * 时间过半、任务过半: wrong as soon as one target of the year is not half done; and, where the year itself is not half gone, said
 * of the calendar's share. 超时序 and the like ask of each target whether it is ahead of the calendar.
 */
export function judgeHalfway(words: { text: string; start: number }, pace: PaceAnswer | null): PaceFinding {
  const targets = (pace?.targets ?? []).map(({ indicator, completion, calendar, gap, status }) => ({
    ...{ indicator, completion, calendar, gap, status },
  }))
  const told = targets.filter(({ completion }) => completion !== null)
  if (!pace || told.length === 0) {
    return { ...words, verdict: 'not-checkable', reason: { code: 'no-targets', details: {} }, targets }
  }
  const short = told.filter((row) =>
    needsHalf(words.text) ? new Decimal(row.completion!).lt(50) : new Decimal(row.gap ?? 0).lt(0),
  )
  const details = { total: told.length, short: short.length, day: pace.on, calendar: told[0]!.calendar }
  const code = short.length === 0 ? 'tasks-reached' : needsHalf(words.text) ? 'tasks-short-of-half' : 'tasks-behind'
  return { ...words, verdict: short.length === 0 ? 'matched' : 'contradicted', reason: { code, details }, targets }
}

function needsHalf(text: string): boolean {
  return /半/.test(text)
}
