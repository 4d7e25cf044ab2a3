import type { Figure } from './figure.ts'
import { lendsUnit } from './sieve.ts'
import type { Token } from './tokens.ts'
import { bearers, persons } from './unit-words.ts'

/** Place of a figure in a list that shares one verb or unit: 增长14.1和13.2个百分点. `first` is the token that has the verb. */
export interface Place {
  first: number
  place: number
  places: number
}

/** Lists of figures joined by 、 和 与 及 and nothing else; every figure gets its place, alone is 0 of 1. */
export function placesOf(tokens: readonly Token[]): Map<number, Place> {
  const places = new Map<number, Place>()
  let run: number[] = []
  const close = () => {
    for (const [place, at] of run.entries()) places.set(at, { first: run[0] ?? at, place, places: run.length })
    run = []
  }
  for (const [at, token] of tokens.entries()) {
    if (!token.figure) continue
    const last = run.at(-1)
    if (last !== undefined && !joined(tokens, last, at)) close()
    run.push(at)
  }
  close()
  return places
}

/** 分别增长4%、3%和下降2%: the last turns the verb round. */
function turns(tokens: readonly Token[], first: number, verb: number): boolean {
  if (!tokens[verb]?.words.some(({ tag }) => tag === 'change')) return false
  return tokens.slice(Math.max(0, first - 10), first).some(({ tag }) => tag === 'each')
}

const scaled = new Set(['percent', 'times', 'fold', 'part'])

function joined(tokens: readonly Token[], one: number, other: number): boolean {
  if (other - one > 4 || other - one < 2) return false
  let joins = 0
  for (let i = one + 1; i < other; i++) {
    const token = tokens[i]
    if (!token) return false
    if (token.text === '、' || /^(?:和|与|及|以及)$/.test(token.text)) joins += 1
    else if (i === other - 1 && joins > 0 && turns(tokens, one, i)) continue
    else if (!token.words.some(({ tag }) => tag === 'behind')) return false
  }
  const [family, next] = [tokens[one]?.figure?.family, tokens[other]?.figure?.family]
  return (
    joins > 0 &&
    (family === next ||
      family === 'bare' ||
      (scaled.has(family ?? '') && scaled.has(next ?? '')) ||
      (tokens[one]?.figure?.unit === '个' && next === 'points'))
  )
}

/** 6600多万农村人口 counts 万人. */
export function withPersons(figure: Figure, behind: string): Figure {
  if (figure.family !== 'bare' || figure.unit === null) return figure
  if (bearers.test(behind)) return { ...figure, family: 'count' }
  if (!persons.test(behind)) return figure
  return { ...figure, unit: `${figure.unit}人`, family: 'count' }
}

/** Every figure with the unit that a later figure of its list lends: 14.1 of 14.1和13.2个百分点, 0.7个和1.1个百分点. */
export function withLentUnits(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const { figure } = token
    if (!figure) return token
    const alone = figure.family === 'bare' && figure.unit === null
    const scaled = figure.family === 'bare' && /^[十百千]?[万亿]{1,2}$/.test(figure.unit ?? '')
    if (scaled) return withScaledUnit(tokens, at, token)
    if (figure.unit === '个' && /\.[0-9]/.test(figure.value ?? '') && pointsMeant(tokens, at))
      return { ...token, figure: { ...figure, unit: '个百分点', family: 'points' } }
    if (!alone && figure.unit !== '个') return token
    const lender = lendsUnit(tokens, at)?.figure
    if (!lender || (!alone && lender.family !== 'points')) return token
    return { ...token, figure: { ...figure, unit: lender.unit, family: lender.family } }
  })
}

/** 比全国高0.3个: half of a unit can only be points, but not where things are counted by the head. */
function pointsMeant(tokens: readonly Token[], at: number): boolean {
  if (!tokens[at - 1]?.words.some(({ tag }) => tag === 'change' || tag === 'compare')) return false
  return !tokens.slice(Math.max(0, at - 24), at).some(({ text }) => /^每[0-9十百千万]*(?:人|户|平方)/.test(text))
}

/** 58.9万和65.4万吨: the first has its scale and borrows the rest. */
function withScaledUnit(tokens: readonly Token[], at: number, token: Token): Token {
  const lender = lendsUnit(tokens, at, true)?.figure
  const unit = lender?.unit?.replace(/^[十百千]?[万亿]{1,2}/, '')
  if (!token.figure || !lender || !unit) return token
  return { ...token, figure: { ...token.figure, unit: `${token.figure.unit}${unit}`, family: lender.family } }
}

const measures =
  /(?:常住居民人均可支配收入|居民人均可支配收入|人均可支配收入|居民人均消费支出|平均浓度|年均浓度|浓度均值|浓度|增加值|零售额|总产值|产值|营业收入|主营业务收入|销售收入|肉产量|出栏量|出栏|存栏量|存栏|最低收购价|收购价|居民收入|进出口总额|进出口额|进出口|总额|投资额|销售额|销售面积|销售量|产销量|产量|销量|利润总额|利润|税收收入|税收|收入|支出|货值|面积|货物吞吐量|吞吐量|货运量|客运量|旅客量|数量|用电量|消费价格|价格|贷款余额|存款余额|余额|投资|贸易额|成交额|交易额|发电量|占比|比重|指数|同比|合格率|覆盖率|达标率|满意度|收益|工资|消费|人数|人次|PMI|出口|进口|出口额|进口额|出口值|进口值|进出口值)$/

/**
 * The n subjects that a shared phrase names: 城镇和农村居民收入 → 城镇居民收入, 农村居民收入. Null when it does not
 * name exactly n.
 */
export function subjectsOf(named: string, n: number): string[] | null {
  const phrase = named.replace(/平?均?每.{1,3}$/, '').replace(/等[^、，]{0,12}?产品(?=[^、，]{2,6}$)/, '')
  const industries = /^一、?二、?三(?:次)?产业(.*)$/.exec(phrase)
  if (industries && n === 3) return ['第一产业', '第二产业', '第三产业'].map((name) => `${name}${industries[1] ?? ''}`)
  const pair = n === 2 ? /^(.*?)(产销量?|进出口|收支|存贷款|供需)$/.exec(phrase) : null
  if (pair) return twins(pair[1] ?? '', pair[2] ?? '')
  const both = n === 2 && !phrase.includes('、') ? /^城乡(.+)$/.exec(phrase) : null
  if (both?.[1]) return [`城镇${both[1]}`, `农村${both[1]}`]
  const parts = splitInto(phrase, n)
  const last = parts?.at(-1)
  if (!parts || last === undefined) return null
  const shared = sharedTail(parts, last)
  if (/产业/.test(last) && parts.every((part) => /^第?[一二三]/.test(part)))
    return parts.map((part) => `第${part.replace(/^第|产业.*$/g, '')}产业${last.slice(last.indexOf('产业') + 2)}`)
  return parts.map((part, at) =>
    at === parts.length - 1 || measures.test(part) || /率$/.test(part) ? part : `${part}${shared}`,
  )
}

/** 汽车产销分别完成a、b. */
function twins(head: string, word: string): string[] {
  const named: Record<string, readonly [string, string]> = {
    产销: ['产量', '销量'],
    产销量: ['产量', '销量'],
    进出口: ['进口', '出口'],
    收支: ['收入', '支出'],
    存贷款: ['存款', '贷款'],
    供需: ['供给', '需求'],
  }
  return (named[word] ?? [word, word]).map((one) => `${head}${one}`)
}

function splitInto(phrase: string, n: number): string[] | null {
  for (const joint of [/[、和与及]|以及/, /、|以及/, /[和与及]/]) {
    const parts = phrase.split(joint).filter((part) => part !== '')
    if (parts.length === n) return parts
  }
  return null
}

function sharedTail(parts: readonly string[], last: string): string {
  const measure = measures.exec(last)?.[0] ?? /(?:毛入[园学]率|[\u4e00-\u9fff]{2}率)$/.exec(last)?.[0] ?? ''
  const head = last.slice(0, last.length - measure.length)
  const first = parts[0] ?? ''
  const parallel = last.lastIndexOf(first.slice(-2), last.length - 3)
  if (first.length >= 4 && parallel > 0) return last.slice(parallel + 2)
  const kin = last.lastIndexOf(first.slice(-1))
  const alike = parts.slice(0, -1).every((part) => part.endsWith(first.slice(-1)))
  if (measure === '' && alike && kin > 0 && kin < last.length - 1) return last.slice(kin + 1)
  if (measure === '' || measure === last) return ''
  return head.length > first.length && /^[城农]/.test(head) ? `${head.slice(first.length)}${measure}` : measure
}
