import type { Direction } from './claim.ts'
import type { Token } from './tokens.ts'
import type { WordTag } from './words.ts'

/** What stands left of a figure, told apart: whose figure it is, what happened to it, against what. Indices into tokens. */
export interface Reading {
  at: number
  /** First token after the boundary (comma, bracket, previous figure). */
  from: number
  /** The subject stands in [from, subjectEnd). */
  subjectEnd: number
  /** First token of the run of predicate words right before the figure. */
  predicateFrom: number
  change: { direction: Direction; word: string } | null
  /** A change to something (提高到, 降至), not by something. */
  to: boolean
  /** The noun of a change that ends the subject (增速, 降幅). */
  rate: { direction: Direction; word: string } | null
  /** The noun of a share that ends the subject (比重, 占比, 贡献率, 之比). */
  ratio: string | null
  /** Index of 占. */
  share: number | null
  rankish: number | null
  each: boolean
  versus: string | null
  /** Index of the token where the comparison begins. */
  versusFrom: number | null
  compared: Direction | null
  qualifier: string | null
  /** Index of 从 or 由 in front of this figure. */
  source: number | null
}

const predicateTags = new Set<WordTag | string>([
  'change',
  'to',
  'level',
  'qualify',
  'yoy',
  'each',
  'modal',
  'count',
  'adverb',
  'compare',
  'aside',
  'rankish',
])
const reach = 48

/** Reads the tokens left of the figure at `at`, back to the boundary; bounded by `reach` tokens. */
export function readLeft(tokens: readonly Token[], at: number): Reading {
  const from = boundaryBefore(tokens, at)
  const reading: Reading = {
    at,
    from,
    subjectEnd: at,
    predicateFrom: at,
    change: null,
    to: false,
    rate: null,
    ratio: null,
    share: null,
    rankish: null,
    each: false,
    versus: null,
    versusFrom: null,
    compared: null,
    qualifier: null,
    source: null,
  }
  const stepped = tokens[at - 1]?.tag === 'close' ? openOf(tokens, at - 1) : null
  let i = (stepped ?? at) - 1
  for (; i >= from; i--) {
    const token = tokens[i]
    if (!token || !readsAsPredicate(tokens, i, from)) break
    takePredicate(reading, tokens, i)
  }
  reading.predicateFrom = i + 1
  reading.subjectEnd = i + 1
  findRegionMarks(reading, tokens)
  return reading
}

/** A boundary is a mark, a bracket or a figure; 、 only right behind a figure, else it joins nouns. */
function boundaryBefore(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const token = tokens[i]
    if (!token) return i + 1
    if (token.tag === 'close') {
      const open = i === at - 1 ? openOf(tokens, i) : null
      if (open === null) return i + 1
      i = open
      continue
    }
    if (token.tag === 'figure' || token.tag === 'open') return i + 1
    if (token.tag === 'mark' && (token.text !== '、' || closesFigure(tokens, i))) return i + 1
  }
  return Math.max(0, at - reach)
}

/** The bracket that closes right before the figure is stepped over: 高于全省平均增速（16.8%）0.73个百分点. */
function openOf(tokens: readonly Token[], close: number): number | null {
  for (let i = close - 1; i > Math.max(0, close - 8); i--) {
    if (tokens[i]?.tag === 'open') return tokens[i - 1]?.figure ? null : i
    if (tokens[i]?.tag === 'mark') return null
  }
  return null
}

function closesFigure(tokens: readonly Token[], mark: number): boolean {
  for (let i = mark - 1; i >= Math.max(0, mark - 4); i--) {
    const token = tokens[i]
    if (token?.tag === 'figure' || token?.tag === 'close') return true
    if (
      !token ||
      !(
        token.tag === 'aside' ||
        token.words.some(({ tag }) => tag === 'behind') ||
        (token.tag === 'text' && /^(?:大关|之间)$/.test(token.text))
      )
    )
      return false
  }
  return false
}

function readsAsPredicate(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i]
  if (!token) return false
  if (token.tag === 'name')
    return token.reason === 'streak length' || (/^每/.test(token.text) && !/人口/.test(token.text))
  if (token.tag === 'text') return token.text === '了' || token.text === '率先'
  if (token.tag === 'aside') return i > from && asideOfPredicate(tokens, i)
  if (!predicateTags.has(token.tag)) return false
  if (token.text === '平均' && /(?:全[国省市区县]|省|市)$/.test(tokens[i - 1]?.text ?? '')) return false
  if (token.text === '计划' || token.text === '规划' || token.text === '目标') return false
  return true
}

/** （下同） goes with the verb before it, （CPI） with the noun. */
function asideOfPredicate(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (!token || token.text.length === 1 || /下同|价格|可比|口径/.test(token.text)) return true
  return before !== undefined && predicateTags.has(before.tag)
}

function takePredicate(reading: Reading, tokens: readonly Token[], i: number) {
  const token = tokens[i]
  if (!token) return
  const has = (tag: WordTag) => token.words.find((word) => word.tag === tag)
  const next = tokens[i + 1]
  const beside = i + 1 === reading.at || next?.tag === 'each' || next?.tag === 'aside'
  const qualify = has('qualify')
  if (qualify && beside && reading.qualifier === null) {
    reading.qualifier = qualify.word.replace(/了$/, '')
    return
  }
  const change = has('change')
  if (change && reading.change === null && change.direction) {
    reading.change = { direction: change.direction, word: change.word }
    return
  }
  const compare = has('compare')
  if (compare?.direction && reading.compared === null) reading.compared = compare.direction
  if (has('to') && reading.change === null) reading.to = true
  if (token.tag === 'each') reading.each = true
  if (ranks(tokens, reading, i) && reading.rankish === null) reading.rankish = i
  if (token.tag === 'yoy' && reading.versus === null) reading.versus = token.text
  if (token.text === '实际' || token.text === '名义') reading.versus ??= token.text
}

/** 保持西部第一: 保持 holds a rank, else a level. */
function ranks(tokens: readonly Token[], reading: Reading, i: number): boolean {
  const token = tokens[i]
  if (token?.tag === 'rankish') return true
  return tokens[reading.at]?.figure?.family === 'rank' && (token?.words.some(({ tag }) => tag === 'rankish') ?? false)
}

/** 占, 比, 较, 高于, 由, 居 inside the region, and the nouns (增速, 比重) that end it. */
function findRegionMarks(reading: Reading, tokens: readonly Token[]) {
  const start = reading.from
  for (let i = reading.subjectEnd - 1; i >= start; i--) {
    const token = tokens[i]
    if (!token) continue
    const has = (tag: WordTag) => token.words.some((word) => word.tag === tag)
    if (token.tag === 'share' && reading.share === null) reading.share = i
    if (token.tag === 'yoy' && reading.versus === null && /^[由从自]$/.test(tokens[i + 1]?.text ?? ''))
      reading.versus = token.text
    if (token.tag === 'each') reading.each = true
    if (ranks(tokens, reading, i) && reading.rankish === null) reading.rankish = i
    if ((token.text === '由' || token.text === '从') && reading.source === null) reading.source = i
    if (token.tag === 'than' && token.text !== '相比' && token.text !== '对比') takeComparison(reading, tokens, i)
    if (
      has('compare') &&
      reading.versusFrom === null &&
      i < reading.subjectEnd - 1 &&
      comparesHere(reading, tokens, i)
    ) {
      const direction = token.words.find((word) => word.tag === 'compare')?.direction ?? null
      reading.versusFrom = i
      reading.compared = direction
      reading.versus = spanText(tokens, i, reading.subjectEnd)
    }
    if (has('change') && reading.change === null && reading.versusFrom === null && i === reading.subjectEnd - 1) {
      const direction = token.words.find((word) => word.tag === 'change')?.direction
      if (direction) reading.change = { direction, word: token.text }
    }
  }
}

/** 超亿元企业达75家 names the enterprises; a count is compared only where something changed. */
function comparesHere(reading: Reading, tokens: readonly Token[], i: number): boolean {
  if (tokens[i + 1]?.tag === 'name' && /[百千万亿]/.test(tokens[i + 1]?.text ?? '')) return false
  const family = tokens[reading.at]?.figure?.family ?? ''
  if (/^(?:落后|滞后|超前|领先)$/.test(tokens[i]?.text ?? '') && !/^(?:points|percent|duration)$/.test(family))
    return false
  return family !== 'count' || reading.change !== null
}

function takeComparison(reading: Reading, tokens: readonly Token[], i: number) {
  if (reading.versusFrom !== null || i + 1 > reading.subjectEnd - 1) return
  const token = tokens[i]
  if (!token) return
  if (token.text === '与' || token.text === '同') {
    const last = tokens[reading.subjectEnd - 1]
    if (last?.text !== '相比' && last?.text !== '对比') return
  } else if (
    reading.change === null &&
    reading.compared === null &&
    !reading.to &&
    tokens[reading.at]?.figure?.family !== 'fold'
  )
    return
  reading.versusFrom = i
  reading.versus = spanText(tokens, i, reading.subjectEnd)
}

export function spanText(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += tokens[i]?.text ?? ''
  return text
}
