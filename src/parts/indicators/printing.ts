import { Decimal } from 'decimal.js'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { changeWords, formatQuantity } from '#kernel/units.ts'
import type { Fact, LineageNodeShape } from './fact-shapes.ts'
import type { PaceAnswer, PaceTarget } from './pace-shapes.ts'

/** 同比增长10%; empty when there is no change to tell. */
export function yearChangeInWords({ change }: Fact, locale: Locale): string {
  if (change.value === null) return ''
  const { text } = changeWords(change.value, change.unit, locale)
  return locale === 'zh' ? `同比${text}` : `${text} on the year`
}

/** The tree of a formula, one node a line, indented. */
export function traceInWords(node: LineageNodeShape, locale: Locale, depth = 0): string {
  // A quotient has no last digit; twelve are more than any source has.
  const shown = node.value && new Decimal(node.value).toSignificantDigits(12)
  const value = shown ? formatQuantity(shown, node.unit, locale) : '—'
  const line = `${'  '.repeat(depth + 1)}${node.text} = ${value}`
  return [line, ...node.parts.map((part) => traceInWords(part, locale, depth + 1))].join('\n')
}

const statusWords = {
  met: { zh: '● 完成', en: '● met' },
  ahead: { zh: '● 超前', en: '● ahead' },
  on: { zh: '● 持平', en: '● on time' },
  behind: { zh: '■ 滞后', en: '■ behind' },
  unknown: { zh: '○ 无数据', en: '○ no data' },
}

/** Lines of `jingkai pace`: one a target, most behind first. */
export function paceInWords(pace: PaceAnswer, locale: Locale): string[] {
  const { counts } = pace
  const head =
    locale === 'zh'
      ? `${pace.on}：${counts.total} 个目标，超前 ${counts.ahead + counts.met} 个，滞后 ${counts.behind} 个`
      : `${pace.on}: ${counts.total} targets, ${counts.ahead + counts.met} ahead, ${counts.behind} behind`
  return [head, ...[...pace.targets, ...pace.others].map((row) => paceLine(row, locale))]
}

function paceLine(row: PaceTarget, locale: Locale): string {
  const actual = row.actual === null ? '—' : formatQuantity(row.actual, row.unit, locale)
  const percent = (digits: string | null) => (digits === null ? '—' : `${digits}%`)
  const cells = [
    say(statusWords[row.status], locale),
    say(row.name, locale),
    `${actual} / ${formatQuantity(row.target, row.unit, locale)}`,
    percent(row.completion),
    `${locale === 'zh' ? '时序' : 'calendar'} ${percent(row.calendar)}`,
    `${locale === 'zh' ? '季节' : 'season'} ${percent(row.seasonal)}`,
  ]
  return cells.join('  ')
}
