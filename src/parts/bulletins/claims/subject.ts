import type { Direction } from './claim.ts'
import type { Token } from './tokens.ts'

/** The indicator phrase of a stretch of tokens. `rate` and `ratio` are the nouns that ended it and were taken off. */
export interface Subject {
  text: string
  rate: { word: string; direction: Direction } | null
  ratio: string | null
  /** Ends in a verb (新增, 引进), so the noun may stand behind the figure. */
  verbal: boolean
}

const leads = new Set([
  'mark',
  'period',
  'link',
  'adverb',
  'count',
  'modal',
  'level',
  'to',
  'area',
  'yoy',
  'each',
  'aside',
  'behind',
  'close',
  'than',
])
const tails = new Set([
  'mark',
  'link',
  'adverb',
  'count',
  'modal',
  'level',
  'each',
  'yoy',
  'period',
  'to',
  'qualify',
  'than',
  'compare',
])
const cutters = new Set(['period', 'count', 'modal'])
const cuttingLevels = /^(?:完成|实现|达到|达|是|为|有|共有|录得|保持|拥有|集聚了|达成|发展到|到达)$/
const nouny = new Set(['text', 'noun', 'name', 'verb', 'new', 'ratio', 'share', 'change', 'rankish'])

/** The noun phrase in [from, to): time, place, links and empty verbs (完成, 实现) taken off either end. */
export function subjectOf(tokens: readonly Token[], from: number, to: number): Subject {
  let lo = from
  let hi = to
  let rate: Subject['rate'] = null
  let ratio: string | null = null
  for (let changed = true; changed && hi > lo; ) {
    changed = false
    const last = tokens[hi - 1]
    if (!last) break
    const rated = last.words.find((word) => word.tag === 'rate')
    if (rated?.direction && rate === null) rate = { word: rated.word, direction: rated.direction }
    else if (last.tag === 'ratio' && ratio === null) ratio = last.text
    else if (
      !tails.has(last.tag) &&
      !/^(?:的|了|数据|情况)$/.test(last.text) &&
      !(last.tag === 'name' && (/^每/.test(last.text) || last.reason === 'period' || last.reason === 'streak length'))
    )
      break
    hi -= 1
    changed = true
  }
  lo = afterLastCut(tokens, lo, hi)
  while (lo < hi && isLead(tokens, lo, hi)) lo += 1
  const last = tokens[hi - 1]
  const verbal =
    last !== undefined &&
    hi > lo &&
    (last.tag === 'verb' || last.tag === 'new' || (last.tag === 'change' && last.text.length > 1))
  const text = tidy(plainText(tokens, lo, hi))
  return { text: `${doerOf(tokens, from, lo, text)}${text}`, rate, ratio, verbal }
}

const plainMeasure =
  /^(?:固定资产|工业|基本建设|主营业务|营业|销售)?(?:投资|产值|总产值|增加值|客运量|货运量|人员流动量|税收|收入|利润|利税|出口|进口|进出口|销售额|交易额|贸易额|成交额|发送量|吞吐量|周转量|营业额|用电量|产量|销量|营收)(?:总?额|总值)?$/

/** 公路完成客运量2亿人次 is the 公路客运量: whose measure it is stands before 完成. */
function doerOf(tokens: readonly Token[], from: number, cut: number, measure: string): string {
  const cutter = tokens[cut - 1]
  const cuts = cutter?.tag === 'period' || /^(?:完成|实现)$/.test(cutter?.text ?? '')
  if (cut <= from + 1 || !cuts || !plainMeasure.test(measure)) return ''
  const { text, verbal, rate, ratio } = subjectOf(tokens, from, cut - 1)
  const said = !verbal && !rate && !ratio && text.length >= 2 && text.length <= 12 && !/[、省市区县园]$/.test(text)
  return said && !text.endsWith(measure) ? text : ''
}

function isLead(tokens: readonly Token[], at: number, hi: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (token.tag === 'aside') return at + 1 < hi || token.text.length === 1
  if (token.tag === 'name' && token.reason === 'period') return true
  if (token.tag === 'adverb' && keptAdverbs.test(token.text)) return false
  if (/^[能正微同中净可]$/.test(token.text) && /^(?:text|noun)$/.test(tokens[at + 1]?.tag ?? '')) return false
  return leads.has(token.tag) || token.text === '的'
}

const keptAdverbs = /^(?:高速|快速|基本|实际|名义|平均|整体|总体|稳定|全面|共同|同步|恢复|集中|连续|平稳|高位)$/

/** Behind the last period, 累计, 完成 or 是 that still has a noun behind it. */
function afterLastCut(tokens: readonly Token[], lo: number, hi: number): number {
  let noun = false
  for (let i = hi - 1; i >= lo; i--) {
    const token = tokens[i]
    if (!token) continue
    const inWord = token.text === '有' && /^(?:text|noun|name)$/.test(tokens[i - 1]?.tag ?? '')
    const level = token.tag === 'level' && cuttingLevels.test(token.text) && !inWord
    const cuts = cutters.has(token.tag) || level || token.text === '：'
    if (cuts && noun && token.text !== '全部' && token.text !== '总' && !/^(?:计划|规划)$/.test(token.text))
      return i + 1
    if (nouny.has(token.tag) && token.tag !== 'verb' && token.tag !== 'new') noun = true
  }
  return lo
}

function plainText(tokens: readonly Token[], lo: number, hi: number): string {
  let text = ''
  for (let i = lo; i < hi; i++) {
    const token = tokens[i]
    if (token && !(token.tag === 'aside' && token.text.length === 1)) text += token.text
  }
  return text
}

const place =
  /^[^，、的和及与在对强0-9]{1,8}?(?:经开区|高新区|新区|开发区|保税区|综保区|示范区|自贸区|工业园区|产业园区)(?=[^的内外管党，、及和与]{2})/
const region =
  /^(?!城市|超市|股市|上市|门市)[^，、的和及与城园社地小进出]{2,3}(?:省|(?<![上股超门])市|县|镇)(?=[^的场政委级民域长内外区道企直属管辖，、及和与]{2})/
const district =
  /^(?!单位|万元|亿元|每)[^，、的和及与进出]{2,3}(?<!地)区(?=地区生产|生产总值|规模以上|规上|固定资产|社会消费|一般公共|工业|财政|农业|农林|外贸|全社会|城镇|居民|实际)/
const province =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?:省|市|自治区|全省|全市)?(?=(?:地区生产总值|生产总值|GDP|居民|城镇|农村|规模以上|规上|固定资产|社会消费|一般公共|进出口|外贸|财政|工业|常住|全社会|主要|实际|高新|新增|城乡))/
const filler = /^(?:的|其(?![他它余中])|该|共(?![建享同])|又|也|了)+/

/** Takes the name of the place off (青岚经开区地区生产总值), and what is left of links. */
export function tidy(raw: string): string {
  let text = raw.replace(/[，、：；。]+$/, '').replace(/^[，、：；。”"]+/, '')
  text = text
    .replace(/^(?:剔除|扣除|考虑)[^，]{2,16}?后/, '')
    .replace(filler, '')
    .replace(/(?:累计|共计)(?=开行|完成|发送|接待|交付|实现|签约|到位)/, '')
    .trim()
  const shorter = text.replace(province, '').replace(place, '').replace(region, '').replace(district, '')
  if (shorter.length >= 2) text = shorter
  text = text
    .replace(/^(?:全区|全市|全县|全省|全镇|我区|我市|我县|我省)(?=.{2})/, '')
    .replace(/(?:的|了|也)$/, '')
    .replace(/^(?:历史上|历史|超额)$/, '')
    .replace(/(?<=.{3})(?:拟?安排|或|可能会?)$/, '')
    .replace(/(?<![通超不经])已?过$/, '')
    .replace(/连续[0-9一二三四五六七八九十]{1,3}(?:年|个月|个季度|次)$/, '')
  const limit = text.includes('、') ? 120 : 40
  return text.length > limit ? text.slice(-limit) : text
}

const stops = new Set([
  'mark',
  'figure',
  'period',
  'level',
  'change',
  'count',
  'each',
  'yoy',
  'share',
  'rankish',
  'compare',
  'modal',
  'close',
  'open',
  'to',
  'adverb',
  'rate',
  'link',
  'than',
  'behind',
  'qualify',
])

/** The noun right behind a counted figure (16个重大项目, 三分之一的企业); `before` tells whether a figure follows it at once. */
export function nounBehind(tokens: readonly Token[], at: number): { text: string; beforeFigure: boolean } {
  let i = at + 1
  while (tokens[i]?.text === '的' || tokens[i]?.tag === 'behind' || tokens[i]?.tag === 'aside') i += 1
  const from = i
  let _nouns = 0
  for (; i < Math.min(tokens.length, from + 12); i++) {
    const token = tokens[i]
    if (!token || (stops.has(token.tag) && !carriesOn(tokens, from, i))) break
    if (token.text === '的' && named.test(tokens[i - 1]?.text ?? '')) break
    if (token.tag === 'verb' && (!joinsNoun(tokens[i + 1]) || (i > from && plainVerbs.test(token.text)))) break
    _nouns += 1
  }
  let text = plainText(tokens, from, i)
  if (/^的?(?:(?:年度|全年|预期)(?:目标|任务)?)?$|^(?:大关|用于|属于|处于|来自|位于|以上|以下)/.test(text)) text = ''
  text = text
    .replace(/^[的等]/, '')
    .replace(
      /(?:已|均|都|共|的|中|提质.*|(?:进行|发展|进展|相继|实质性|稳步|有序|正在|尚未|纷纷|陆续|正式|一律|成功|竞相|如期).*|(?<=.{2})在.*|全部|集中|获评.*|来自.*|落户.*|参加.*|实行.*|(?<=.{2})(?<![未原外将近])来.{0,8})$/,
      '',
    )
  text = text.replace(predicates, '')
  if (tells.has(tokens[i]?.tag ?? '')) text = text.replace(attribute, '')
  return {
    text: text.slice(0, 24).replace(/^[，、：；]+|[，、：；]+$/g, ''),
    beforeFigure: tokens[i]?.tag === 'figure',
  }
}

/** What the counted things do or have had done to them is no part of their name. */
const predicates =
  /(?<=.{2})(?:无需|无须|不再|没有|可以|能够|受到|得到|享受|参与|参加|认为|表示|选择|使用|超额|按期|如期|开始|继续|受益|通公交|通快递|通宽带|通上|建成区?).*$/
const tells = new Set<string>([
  'yoy',
  'change',
  'each',
  'share',
  'level',
  'adverb',
  'than',
  'compare',
  'rate',
  'figure',
])
/** 52个重点商圈客流量 counts the places, not what they measure. */
const attribute =
  /(?<=.{2})(?:客流量|客流|销售额|销售量|营业额|营业收入|总产值|产值|增加值|利润|水质|办学条件|用电量|产量|价格|工资|收入|交易额|成交额|投资额)$/

/** Verbs that are never part of a noun. */
const plainVerbs =
  /^(?:入选|获评|荣获|获批|获|纳入|列入|得到|落户|形成|受益|惠及|开展|推进|成立|设立|打造|提供|享受|退出|启动|实施)$/

/** 18个国家的食品 counts countries. */
const named = /(?:人口|群众|州|国家|城市|省份|人|企业|县|市|区|镇|村|学校|行业|部门|单位)$/

/** 亿元以上重点项目, 省、市重点项目: the noun goes on. */
function carriesOn(tokens: readonly Token[], from: number, i: number): boolean {
  const token = tokens[i]
  if (token?.tag === 'behind') return tokens[i - 1]?.tag === 'name' || /级$/.test(tokens[i - 1]?.text ?? '')
  return (
    token?.text === '、' &&
    i === from + 1 &&
    /^.$|^.[省市县区州国]$/.test(tokens[from]?.text ?? '') &&
    joinsNoun(tokens[i + 1])
  )
}

const joinsNoun = (next: Token | undefined) =>
  next !== undefined && (next.tag === 'text' || next.tag === 'noun') && !/^[的了]/.test(next.text)
