import { chineseValue } from './numerals.ts'

/**
 * A stretch of time read in a text. `year` is a number, or a word (今年, 去年) that only the document can resolve;
 * `part` what of the year (上半年, 1-6月, 一季度末); `label` stands alone (“十四五”期间); `day` marks a plain date.
 */
export interface PeriodRead {
  end: number
  year?: number | string
  part?: string
  label?: string
  day?: true
  /** Up to a moment: 截至6月28日. */
  until?: true
}

const yearNumber = '(?:19|20)[0-9]{2}'
const month = '(?:1[0-2]|0?[1-9])'
const dash = '(?:-|——?|至|到)'
const quarter = '第?[一二三四1-4]'
const yearWord = '今年|去年|上年|本年|明年|后年|前年|当年|来年|次年|上一年'

const rules: readonly [RegExp, (found: RegExpExecArray) => Omit<PeriodRead, 'end'>][] = [
  [
    /[“"]?十[二三四五六][五]?[”"]?(?:规划)?(?:期间|时期|以来|前[一二三四]年|末期?|初期|开局之年|收官之年)/y,
    ([all]) => ({ label: all }),
  ],
  [/[“"]十[一二三四五六]五[”"](?:规划)?(?:期间|时期|以来|前[一二三四]年|末)?/y, ([all]) => ({ label: all })],
  [
    new RegExp(`(${yearNumber})年?${dash}(${yearNumber})年`, 'y'),
    ([all, from, to]) => ({ label: /-|—/.test(all) ? all : `${from}—${to}年`, year: Number(to) }),
  ],
  [
    new RegExp(`(${yearNumber})年?[、及和与](${yearNumber})年?(?<=年|(?=两年))`, 'y'),
    ([, from, to]) => ({ label: `${from}—${to}年`, year: Number(to) }),
  ],
  [new RegExp(`(${yearNumber})财年`, 'y'), ([all, year]) => ({ label: all, year: Number(year) })],
  [new RegExp(`(${yearNumber})年度?`, 'y'), ([, year]) => ({ year: Number(year) })],
  [
    /([二一][〇零○九][〇零○一二三四五六七八九]{2})年/y,
    ([, year = '']) => ({ year: Number(chineseValue(year.replaceAll('○', '〇'))) }),
  ],
  [new RegExp(`(?:${yearWord})(?:同期|同月|同季)`, 'y'), ([all]) => ({ label: all })],
  [new RegExp(`(?:${yearWord})以来`, 'y'), ([all = '']) => ({ year: all.slice(0, -2), part: '以来' })],
  [new RegExp(`(?:${yearWord})度?`, 'y'), ([all = '']) => ({ year: all })],
  [new RegExp(`(${month})月份?${dash}(${month})月份?`, 'y'), ([, from, to]) => ({ part: `${from}-${to}月` })],
  [new RegExp(`(${month})${dash}(${month})月份?`, 'y'), ([, from, to]) => ({ part: `${from}-${to}月` })],
  [
    new RegExp(`(${month})月([0-9]{1,2})[日号]?${dash}(?:(${month})月)?([0-9]{1,2})[日号]`, 'y'),
    ([all]) => ({ part: all, day: true }),
  ],
  [
    new RegExp(`(${month})月(3[01]|[12][0-9]|0?[1-9])[日号]?(?![0-9.%])`, 'y'),
    ([, m, d]) => ({ part: `${m}月${d}日`, day: true }),
  ],
  [new RegExp(`(${month})月(?:份)?(末|底|初|中旬|上旬|下旬)`, 'y'), ([, m, when]) => ({ part: `${m}月${when}` })],
  [new RegExp(`(${month})月(?:份)?(?:当月|单月)?`, 'y'), ([, m]) => ({ part: `${m}月` })],
  [
    /前([0-9]{1,2}|[一二两三四五六七八九]|十[一]?)个?月/y,
    ([, n = '']) => ({ part: `1-${/[0-9]/.test(n) ? n : chineseValue(n === '两' ? '二' : n)}月` }),
  ],
  [/前([一二两三])个?季度/y, ([, n]) => ({ part: `前${n}季度` })],
  [
    new RegExp(`${quarter}季度(?:当季)?(末)?`, 'y'),
    ([all = '', end = '']) => ({ part: `${'一二三四'.charAt(quarterOf(all))}季度${end}` }),
  ],
  [/前[一二两三四五六七八九十]年/y, ([all]) => ({ label: all })],
  [/(?:近|过去|这|未来|今后)[一二两三四五六七八九十0-9]{1,3}年(?:来|间)?/y, ([all]) => ({ label: all })],
  [/[一二两三四五六七八九十0-9]{1,3}年(?:来|间)(?!源|自|临|说)/y, ([all]) => ({ label: all })],
  [
    /(?:上半年|下半年|全年|年末|年底|年中|半年|上季度|本季度|当季|上季|本月|当月|上月|上旬|中旬|下旬|今后|春运期间|“?五一”?假期|国庆假期)(?:末)?/y,
    ([all]) => ({ part: all }),
  ],
]

const starters = /[0-9“"十二一前近过这未今去上本明后来次当第下全年半单春五国两三四六七八九中]/

/** The period that begins at `i`, year and part of the year joined (2024年 + 上半年); null when there is none. */
export function periodAt(text: string, i: number): PeriodRead | null {
  const until = /截[至止](?:到|目前)?/y
  until.lastIndex = i
  const opened = text.charAt(i) === '截' ? until.exec(text) : null
  const from = i + (opened?.[0].length ?? 0)
  const first = oneAt(text, from)
  if (!first) return opened?.[0].includes('目前') ? { label: '截至目前', end: from } : null
  const read = first.year !== undefined && first.part === undefined && !first.label ? joined(text, first) : first
  if (!opened) return read
  const tail = /^(?:底|末|止)/.exec(text.slice(read.end, read.end + 1))?.[0] ?? ''
  return { ...read, until: true, end: read.end + tail.length }
}

function joined(text: string, year: PeriodRead): PeriodRead {
  let next = year.end
  if (text.charAt(next) === '的' || text.charAt(next) === '，') next += 1
  const part = oneAt(text, next)
  if (!part || part.part === undefined || part.year !== undefined) {
    const when = /^[末底初](?!次)/.exec(text.slice(year.end, year.end + 2))?.[0]
    return when && year.part === undefined ? { ...year, part: when, end: year.end + 1 } : year
  }
  return { ...part, ...(year.year === undefined ? {} : { year: year.year }) }
}

function oneAt(text: string, i: number): PeriodRead | null {
  if (!starters.test(text.charAt(i))) return null
  const before = text.charAt(i - 1)
  if (text.startsWith('上年', i) && (before === '网' || before === '线' || text.charAt(i + 2) === '货')) return null
  if (/[0-9]/.test(text.charAt(i)) && /[0-9.]/.test(before)) return null
  for (const [rule, read] of rules) {
    rule.lastIndex = i
    const found = rule.exec(text)
    if (found) return { ...read(found), end: i + found[0].length }
  }
  return null
}

function quarterOf(words: string): number {
  const char = /[一二三四1-4]/.exec(words)?.[0] ?? '一'
  return '一二三四'.includes(char) ? '一二三四'.indexOf(char) : Number(char) - 1
}
