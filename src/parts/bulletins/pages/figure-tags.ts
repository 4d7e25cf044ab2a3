import type { Words } from '#web/locale.tsx'

/** A tag of the template language that prints an indicator, with what it would print. */
export interface FigureTag {
  tag: string
  words: Words
  sample: Words
  /** only where the year has a target for the indicator */
  ofTarget?: true
  /** stands on lines of its own */
  block?: true
}

export const figureTags: readonly FigureTag[] = [
  { tag: 'figure', words: { zh: '数值', en: 'Value' }, sample: { zh: '331亿元', en: 'CNY 33.1 billion' } },
  {
    tag: 'change',
    words: { zh: '同比', en: 'Change on the year' },
    sample: { zh: '同比增长10%', en: 'up 10% on the year' },
  },
  {
    tag: 'level',
    words: { zh: '数值和同比', en: 'Value and change' },
    sample: { zh: '331亿元，同比增长10%', en: 'CNY 33.1 billion, up 10% on the year' },
  },
  {
    tag: 'previous',
    words: { zh: '环比', en: 'Change on the period before' },
    sample: { zh: '环比增长2%', en: 'up 2% on the period before' },
  },
  { tag: 'through', words: { zh: '数据到哪天', en: 'Last day of the data' }, sample: { zh: '6月28日', en: '28 June' } },
  {
    tag: 'table',
    words: { zh: '表格', en: 'Table' },
    sample: { zh: '指标、完成、同比一行', en: 'a row: value, change' },
    block: true,
  },
  {
    tag: 'chart',
    words: { zh: '走势图', en: 'Chart' },
    sample: { zh: '今年与去年逐月', en: 'this year and last, by month' },
    block: true,
  },
  {
    tag: 'target',
    words: { zh: '全年目标', en: 'Target of the year' },
    sample: { zh: '超过1000亿元', en: 'more than CNY 100 billion' },
    ofTarget: true,
  },
  {
    tag: 'completion',
    words: { zh: '完成率', en: 'Share done' },
    sample: { zh: '33.5%', en: '33.5%' },
    ofTarget: true,
  },
  {
    tag: 'pace',
    words: { zh: '进度快慢', en: 'Pace' },
    sample: { zh: '落后时序进度16.1个百分点', en: '16.1 percentage points behind the calendar' },
    ofTarget: true,
  },
  {
    tag: 'needed',
    words: { zh: '此后每月所需', en: 'Needed each month' },
    sample: { zh: '111亿元', en: 'CNY 11.1 billion' },
    ofTarget: true,
  },
  {
    tag: 'outlook',
    words: { zh: '年底预计', en: 'Expected at the year’s end' },
    sample: { zh: '812亿元', en: 'CNY 81.2 billion' },
    ofTarget: true,
  },
]

/** The text at the caret with the tag in place, and where the caret goes. A table or chart gets lines of its own. */
export function inserted(
  text: string,
  { from, to }: { from: number; to: number },
  { tag, block }: FigureTag,
  code: string,
): { text: string; caret: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  const words = `{% ${tag} "${code}" %}`
  const open = !block || before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const close = !block || after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'
  return { text: `${before}${open}${words}${close}${after}`, caret: from + open.length + words.length }
}
