import type { Reply } from '#web/client.ts'
import type { Words } from '#web/locale.tsx'
import type { trainHistoryShape } from '../trains/history-shapes.ts'

export type History = Reply<typeof trainHistoryShape>
export type Figure = History['figures'][number]
export type Check = History['checks'][number]
export type What = Figure['what']

export const whatWords: Record<What, Words> = {
  trains: { zh: '开行列数', en: 'Trains' },
  outbound: { zh: '去程', en: 'Outbound' },
  return: { zh: '回程', en: 'Return' },
  value: { zh: '货值', en: 'Value' },
  weight: { zh: '货重', en: 'Weight' },
  teu: { zh: '标箱', en: 'TEU' },
}

export const certaintyWords: Record<Figure['certainty'], Words> = {
  published: { zh: '公布', en: 'published' },
  unconfirmed: { zh: '未找到原文', en: 'no source found' },
  about: { zh: '约数', en: 'about' },
  undated: { zh: '年份未印明', en: 'year not printed' },
}

export const derivedWords: Record<History['derived'][number]['rule'], Words> = {
  'base-and-growth': { zh: '上年公布数 ×（1 + 公布增速）', en: 'published year before × (1 + published growth)' },
  'difference-of-cumulatives': { zh: '两次公布累计之差', en: 'difference of two published sums' },
}

export const ruleWords: Record<Check['rule'], Words> = {
  'years-make-the-sum': { zh: '各年相加等于累计', en: 'The years make the sum' },
  'sum-between-years': { zh: '年中累计在前后两年之间', en: 'A sum within a year lies between the years' },
  'directions-make-the-total': { zh: '去程加回程等于合计', en: 'Out and return make the total' },
  'sums-grow': { zh: '累计只增不减', en: 'Sums never shrink' },
  'growth-as-printed': { zh: '公布增速与公布数相符', en: 'Printed growth fits the printed figures' },
  'part-of-year': { zh: '年内一段不超过全年', en: 'A part is not more than its year' },
}

/** What was held against what, with the sum written out: 13 + 87 + … = 3886. */
export function checkWords(check: Check): Words {
  const { rule, printed, computed, terms } = check
  const sum = terms.join(' + ')
  if (rule === 'years-make-the-sum') return sumWords(check, sum)
  if (rule === 'sum-between-years') {
    const { low, high } = computed
    return { zh: `${low} ≤ ${printed} ≤ ${high}`, en: `${low} ≤ ${printed} ≤ ${high}` }
  }
  if (rule === 'directions-make-the-total') return both(`${sum} = ${computed.low}`)
  if (rule === 'sums-grow') return both(terms.join(' → '))
  if (rule === 'part-of-year') return both(`${printed} ≤ ${computed.high}`)
  const equation = `${terms[1]} ÷ ${terms[0]} − 1 = ${computed.low}%`
  return {
    zh: `公布 ${printed}%；按公布数算 ${equation}`,
    en: `printed ${printed}%; the printed figures give ${equation}`,
  }
}

function sumWords({ printed, computed: { low, high }, open, holds }: Check, sum: string): Words {
  if (open.length === 0) return both(holds ? `${sum} = ${printed}` : `${sum} = ${low} ≠ ${printed}`)
  const years = open.join('、')
  const unsplit = {
    zh: `${years} 年没有分方向，已按最宽算`,
    en: `${open.join(', ')} was printed without directions; the widest case is taken`,
  }
  if (holds) return { zh: `${low} 至 ${high} 之间；${unsplit.zh}`, en: `between ${low} and ${high}; ${unsplit.en}` }
  return Number(printed) > Number(high)
    ? {
        zh: `公布 ${printed}；各年相加最多 ${high}（${unsplit.zh}）`,
        en: `printed ${printed}; the years make ${high} at most (${unsplit.en})`,
      }
    : {
        zh: `公布 ${printed}；各年相加至少 ${low}（${unsplit.zh}）`,
        en: `printed ${printed}; the years make ${low} at least (${unsplit.en})`,
      }
}

const both = (text: string): Words => ({ zh: text, en: text })

/** 2016, 2019-Q1, 截至 2016-12-24. */
export function whenWords({ kind, period }: Pick<Figure, 'kind' | 'period'>): Words {
  const span = period.replace(/^(\d{4})-01-01\/(.*)$/, '$1-01-01 — $2').replace('/', ' — ')
  return kind === 'cumulative' ? { zh: `累计至 ${period}`, en: `sum to ${period}` } : both(span)
}
