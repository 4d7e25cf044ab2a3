import { type Figure, figureAt, paceAt, structureAt } from './figure.ts'
import { nameAt, rankAt } from './names.ts'
import { type PeriodRead, periodAt } from './period-reading.ts'
import { unitAt } from './unit-words.ts'
import { beginsWord, type Word, type WordTag, wordsAt } from './words.ts'

export type TokenTag = WordTag | 'figure' | 'period' | 'name' | 'text' | 'mark' | 'open' | 'close' | 'aside'

/** A piece of a sentence; `start` and `end` count characters of the plain text. */
export interface Token {
  tag: TokenTag
  text: string
  start: number
  end: number
  words: readonly Word[]
  figure?: Figure
  period?: PeriodRead
  reason?: string
}

const marks = '，。；、：！？\n…'
const opens = '（【「『'
const closes = '）】」』'
const numberStart = /[0-9一二两三四五六七八九十百千万亿零半过翻对逾超+-]/

/** Cuts [from, to) of the plain text into tokens, left to right, each step bounded; `tick` counts the steps. */
export function tokensOf(text: string, from: number, to: number, tick: () => void): Token[] {
  const tokens: Token[] = []
  let i = from
  while (i < to) {
    tick()
    const next = tokenAt(text, i, to)
    for (const token of next) add(tokens, token)
    i = Math.max(i + 1, next.at(-1)?.end ?? i + 1)
  }
  return tokens
}

/** Unknown characters run together into one token. */
function add(tokens: Token[], token: Token) {
  const last = tokens.at(-1)
  if (
    token.tag === 'text' &&
    last?.tag === 'text' &&
    last.end === token.start &&
    last.text.length < 60 &&
    token.text !== '的' &&
    last.text !== '的'
  ) {
    last.text += token.text
    last.end = token.end
    return
  }
  tokens.push(token)
}

function tokenAt(text: string, i: number, to: number): Token[] {
  const char = text.charAt(i)
  if (isHan(char) && !begins.test(char) && !beginsWord(char))
    return [{ tag: 'text', text: char, start: i, end: i + 1, words: [] }]
  const make = (tag: TokenTag, end: number, more: Partial<Token> = {}): Token => ({
    tag,
    text: text.slice(i, end),
    start: i,
    end,
    words: [],
    ...more,
  })
  if (marks.includes(char)) return [make('mark', i + 1)]
  if (char === '—' && text.charAt(i + 1) === '—') return [make('mark', i + 2)]
  if (opens.includes(char)) return [bracketAt(text, i, to) ?? make('open', i + 1)]
  if (closes.includes(char)) return [make('close', i + 1)]
  const pace = paceAt(text, i)
  if (pace) return [paceToken(text, pace.start, pace.end)]
  const period = periodAt(text, i)
  if (period && period.end <= to) return [make('period', period.end, { period })]
  if ('“"'.includes(char) && (paceAt(text, i + 1) || text.startsWith('半壁江山', i + 1))) return [make('aside', i + 1)]
  if ('“"《‘'.includes(char)) return [quoteAt(text, i, to) ?? make('aside', i + 1)]
  if ('”"》’'.includes(char)) return [make('aside', i + 1)]
  return numberToken(text, i, to, make) ?? [wordToken(text, i, make)]
}

/** Han characters that may begin a number, a name, a period or a rank; any other begins a known word or plain text. */
const begins =
  /[一二两三四五六七八九十百千万亿零〇半过翻对第前每首榜上下全年单春国去今本明后来次当这近未时双任目中截经]/
const isHan = (char: string) => char >= '一' && char <= '鿿'

type Make = (tag: TokenTag, end: number, more?: Partial<Token>) => Token

function wordToken(text: string, i: number, make: Make): Token {
  if (economicGrowth.test(text.slice(i, i + 6))) return make('text', i + 2)
  const words = wordsAt(text, i)
  const first = words[0]
  return first ? make(first.tag, i + first.word.length, { words }) : make('text', i + 1)
}

/** 县域经济增长5.5%: a verb here, a noun in 对经济增长的贡献率. */
const economicGrowth = /^经济(?:增长|增速|总量增长)(?=[0-9约近超]|分别|了)/

/** 两年平均 says how a growth is averaged. */
const averaged = /[两三四五六]年(?:平均|年均)/y

function numberToken(text: string, i: number, to: number, make: Make): Token[] | null {
  const char = text.charAt(i)
  averaged.lastIndex = i
  const window = '两三四五六'.includes(char) && char !== '' ? averaged.exec(text) : null
  if (window) return [make('adverb', i + window[0].length)]
  const triple = /[0-9]/.test(char) && !/[0-9.:]/.test(text.charAt(i - 1)) ? structureAt(text, i) : null
  const called = /(?:结构|比例|比重|之比)[^，。；]{0,4}$/.test(text.slice(Math.max(0, i - 10), i))
  if (triple && triple.end <= to && (called || sumsToHundred(triple.parts.map((part) => Number(part.value)))))
    return triple.parts.map((part) => structureToken(text, part))
  const rank = rankAt(text, i)
  if (rank && rank.end <= to) {
    const named = rank.bare ? nameAt(text, i) : null
    if (!named) {
      const figure: Figure = {
        ...plainFigure,
        end: rank.end,
        value: rank.value,
        unit: rank.unit,
        family: 'rank',
        chinese: rank.bare,
      }
      return [make('figure', rank.end, { figure })]
    }
  }
  const name = nameAt(text, i)
  if (name && name.end <= to) return [make(name.noun ? 'name' : 'aside', name.end, { reason: name.reason })]
  if (!numberStart.test(char)) return null
  if (/[0-9]/.test(char) && text.charAt(i - 1) === '/')
    return [make('name', digitsEnd(text, i, to), { reason: 'reference' })]
  if (longDigits(text, i)) return [make('name', digitsEnd(text, i, to), { reason: 'identifier' })]
  if (protectedWord(text, i)) return null
  const figure = figureAt(text, i)
  return figure && figure.end <= to ? [make('figure', figure.end, { figure })] : null
}

/** 一般公共预算, 统一, 十分: a known word wins over the numeral that it begins with. */
function protectedWord(text: string, i: number): boolean {
  return /^(?:[一二两三四]位数|一般|一体|一批|一系|一流|一手|一些|一大批|一直|一定|一律|一并|一步|一致|一线|十分(?!之)|万众|万象|万达|千方百计|百花|百姓|百货|半导|三农|三甲|两会|两岸|一站|一网|一把手|一带一路|一同|一度|一时|一旦|一路|一如|一心|一刻|一再|一切|万一|两手|两翼|两新|两重|三公|千家万户|三保|三品|四好|四上|五险|半径|半成品|三资|三废|零工|零售|零部件|零担|零距离|零容忍|零碳|零跑|对外|对接|过程|过去|过境|过渡|过剩|过硬|过关)/.test(
    text.slice(i, i + 5),
  )
}

const plainFigure = { qualifier: null, chinese: false, scaleOnly: false } as const

function structureToken(text: string, part: { start: number; end: number; value: string }): Token {
  const figure: Figure = { ...plainFigure, end: part.end, value: part.value, unit: '%', family: 'percent' }
  return {
    tag: 'figure',
    text: text.slice(part.start, part.end),
    start: part.start,
    end: part.end,
    words: [],
    figure,
    reason: 'structure',
  }
}

function paceToken(text: string, start: number, end: number): Token {
  const figure: Figure = { ...plainFigure, end, value: '0.5', unit: null, family: 'pace' }
  return { tag: 'figure', text: text.slice(start, end), start, end, words: [], figure }
}

function sumsToHundred(parts: number[]): boolean {
  const sum = parts.reduce((total, part) => total + part, 0)
  return sum > 99.4 && sum < 100.6
}

const longDigits = (text: string, i: number) => /^[0-9]{9}/.test(text.slice(i, i + 9))

function digitsEnd(text: string, i: number, to: number): number {
  let end = i
  while (end < to && /[0-9.,]/.test(text.charAt(end))) end += 1
  return end
}

const changeInside = /增长|下降|分别|(?<![A-Za-z0-9.])[0-9]+\.[0-9]/

/** Whether a short stretch holds a figure: a number with a unit that is no length of time. */
function holdsFigure(inside: string): boolean {
  if (changeInside.test(inside)) return true
  for (const found of inside.matchAll(/[0-9][万亿千百多余]{0,3}/g)) {
    const unit = unitAt(inside, found.index + found[0].length)
    if (unit && unit.family !== 'duration' && unit.family !== 'score') return true
  }
  return false
}

/** A bracket without figures is an aside of the noun before it: （CPI）, （下同）, （含出口）. */
function bracketAt(text: string, i: number, to: number): Token | null {
  const close = closes.charAt(opens.indexOf(text.charAt(i)))
  const end = text.slice(i, Math.min(to, i + 31)).indexOf(close)
  if (end < 0) return null
  const inside = text.slice(i + 1, i + end)
  if (holdsFigure(inside)) return null
  return { tag: 'aside', text: text.slice(i, i + end + 1), start: i, end: i + end + 1, words: [] }
}

/** A short quotation is a name: “双十工程”, “1+3+N”, 《…》; a longer one is prose and read through. */
function quoteAt(text: string, i: number, to: number): Token | null {
  const open = text.charAt(i)
  const close = { '“': '”', '"': '"', '《': '》', '‘': '’' }[open] ?? '”'
  const reach = open === '《' ? 60 : 18
  const end = text.slice(i + 1, Math.min(to, i + 1 + reach)).indexOf(close)
  if (end < 0) return null
  const inside = text.slice(i + 1, i + 1 + end)
  if (/^[0-9一二两三四五六七八九十]{1,2}个?[0-9]{1,3}%$/.test(inside))
    return {
      tag: 'name',
      text: text.slice(i, i + end + 2),
      start: i,
      end: i + end + 2,
      words: [],
      reason: 'quoted name',
    }
  if (open !== '《' && holdsFigure(inside) && /[%元吨]|增长|下降/.test(inside)) return null
  return { tag: 'name', text: text.slice(i, i + end + 2), start: i, end: i + end + 2, words: [], reason: 'quoted name' }
}
