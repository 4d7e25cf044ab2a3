import type { Words } from '#kernel/i18n/words.ts'
import { escapeMarkdown } from './markdown-escape.ts'
import type { Wish, WritingDesk } from './writing-desk.ts'

const heads = {
  indicator: { zh: '指标', en: 'Indicator' },
  amount: { zh: '完成', en: 'Value' },
  rate: { zh: '同比', en: 'On the year' },
  target: { zh: '全年目标', en: 'Target' },
  done: { zh: '完成', en: 'Done' },
  completion: { zh: '完成率', en: 'Share' },
  calendar: { zh: '时序进度', en: 'Calendar' },
  gap: { zh: '差距（百分点）', en: 'Gap (points)' },
  status: { zh: '状态', en: 'Status' },
} satisfies Record<string, Words>

/** A Markdown table: one row an indicator, its value and its change on the year. */
export async function indicatorTable(desk: WritingDesk, wishes: readonly Omit<Wish, 'kind'>[]): Promise<string> {
  const rows: string[][] = []
  for (const wish of wishes) {
    const amount = await desk.put({ ...wish, kind: 'amount' })
    const rate = await desk.put({ ...wish, kind: 'rate' })
    rows.push([nameOf(desk, amount), amount, rate])
  }
  return tableOf(desk, [heads.indicator, heads.amount, heads.rate], rows)
}

/** A Markdown table: the year's targets in the order in which they are behind. */
export async function targetTable(desk: WritingDesk): Promise<string> {
  const { targets } = await desk.asked.sources.pace()
  const kinds = ['target', 'actual', 'completion', 'calendar', 'gap', 'status'] as const
  const rows: string[][] = []
  for (const { indicator, name } of targets) {
    const cells = [escapeMarkdown(name[desk.asked.locale])]
    for (const kind of kinds) cells.push(await desk.put({ kind, indicator, line: 0 }))
    rows.push(cells)
  }
  const { indicator, target, done, completion, calendar, gap, status } = heads
  return tableOf(desk, [indicator, target, done, completion, calendar, gap, status], rows)
}

function nameOf(desk: WritingDesk, mark: string): string {
  const figure = desk.figures[Number(mark.slice(1, -1)) - 1]!
  const source = desk.sources.get(figure.key)
  return source?.of === 'fact' ? escapeMarkdown(source.fact.name[desk.asked.locale]) : ''
}

/** Words stand left, numbers right. */
function tableOf({ asked }: WritingDesk, columns: readonly Words[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const rule = columns.map((_, place) => (place === 0 ? ':--' : '--:'))
  return `\n\n${line(columns.map((words) => words[asked.locale]))}${line(rule)}${rows.map(line).join('')}\n`
}
