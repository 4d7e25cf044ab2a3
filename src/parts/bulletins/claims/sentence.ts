import type { Claim } from './claim.ts'
import { readAmount } from './kinds/amount.ts'
import { readChangePct } from './kinds/change-pct.ts'
import { readChangePoints } from './kinds/change-points.ts'
import { readCompletion } from './kinds/completion.ts'
import { readMultiple } from './kinds/multiple.ts'
import { readPace } from './kinds/pace.ts'
import { readRank } from './kinds/rank.ts'
import { readShare } from './kinds/share.ts'
import { placesOf, subjectsOf, withLentUnit, withPersons } from './lists.ts'
import { modalitiesOf, modalityBehind } from './modality.ts'
import { type PeriodState, periodAfter, periodInWords } from './period-state.ts'
import { rankWordsOf } from './rank-words.ts'
import { type Reading, readLeft } from './reading.ts'
import { forwardText } from './sieve.ts'
import type { Finding, Memory, Recogniser, Site } from './site.ts'
import { subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

/** What runs on from sentence to sentence: the time spoken of, what the last claim was about, what the paragraph is about. */
export interface Running {
  period: PeriodState
  /** The first period of the document: every paragraph starts from it. */
  main: PeriodState | null
  memory: Memory | null
  topic: string | null
  documentYear: number | null
}

export interface Read {
  claims: { token: Token; claim: Omit<Claim, 'text' | 'start'> }[]
  rankWords: { from: number; to: number; indicator: string; scope: string | null }[]
}

const recognisers: readonly Recogniser[] = [
  readPace,
  readCompletion,
  readRank,
  readMultiple,
  readChangePoints,
  readShare,
  readChangePct,
  readAmount,
]

export function newParagraph(running: Running) {
  if (running.main) running.period = running.main
  running.memory = null
  running.topic = null
}

/** Reads one sentence from left to right and moves `running` along. */
export function readSentence(tokens: readonly Token[], running: Running, tick: () => void): Read {
  const places = placesOf(tokens)
  const modalities = modalitiesOf(tokens, running.documentYear)
  const stack: { memory: Memory | null; period: PeriodState }[] = []
  const readings = new Map<number, Reading>()
  const amounts: string[] = []
  const claims: Read['claims'] = []
  let clauseFrom = 0
  let partial = false
  let lastFigure = -1
  let structured = 0
  for (const [at, token] of tokens.entries()) {
    tick()
    if (token.tag === 'period') takePeriod(tokens, at, running)
    if (token.text === '其中') partial = true
    if (token.tag === 'open') stack.push({ memory: running.memory, period: running.period })
    if (token.tag === 'close') restore(stack, running)
    if (token.tag === 'mark' && token.text !== '、') {
      if (lastFigure < clauseFrom) takeTopic(tokens, clauseFrom, at, running, claims.length)
      if (/[；。\n]/.test(token.text)) partial = false
      clauseFrom = at + 1
    }
    if (!token.figure) continue
    const place = places.get(at) ?? { first: at, place: 0, places: 1 }
    const reading = place.place === 0 ? readLeft(tokens, at) : sharedReading(readings, place.first, tokens, at)
    readings.set(at, reading)
    const paired = pairOf(tokens, at, lastFigure, readings)
    const site: Site = {
      tokens,
      at,
      figure: withPersons(withLentUnit(tokens, at, token.figure), forwardText(tokens as Token[], at, 10)),
      reading: paired?.reading ?? reading,
      memory: running.memory,
      topic: running.topic,
      behind: forwardText(tokens as Token[], at, 16),
      pair: paired ? 'to' : opensPair(tokens, at, reading) ? 'from' : null,
      place: place.place,
      places: place.places,
    }
    const finding =
      token.reason === 'structure' ? industryShare(structured++) : distributed(recognise(site), site, amounts)
    lastFigure = at
    const modality = modalities[at] ?? modalityBehind(site.behind, running.period, running.main)
    claims.push({ token, claim: claimOf(site, finding, running, modality, partial) })
    if (finding.kind === 'level' || finding.kind === 'count') if (!finding.delta) amounts.push(finding.indicator)
    if (!(finding.kind === 'rank' && finding.delta)) remember(running, finding)
    running.topic = null
  }
  return { claims, rankWords: rankWordsOf(tokens, running.memory) }
}

function recognise(site: Site): Finding {
  for (const read of recognisers) {
    const found = read(site)
    if (found) return found
  }
  return { kind: 'level', indicator: site.memory?.base ?? '', direction: null }
}

function remember(running: Running, finding: Finding) {
  const base = finding.base ?? finding.indicator
  if (finding.delta && running.memory) return
  running.memory = {
    base,
    phrase: finding.phrase ?? base,
    kind: finding.kind,
    direction: finding.direction,
    whole: finding.whole ?? null,
  }
}

function restore(stack: { memory: Memory | null; period: PeriodState }[], running: Running) {
  const kept = stack.pop()
  if (!kept) return
  running.memory = kept.memory
  running.period = kept.period
}

/** A period is what the text speaks of, unless it is only compared with (比2019年) or measures a pair (由去年的12%). */
function takePeriod(tokens: readonly Token[], at: number, running: Running) {
  const read = tokens[at]?.period
  if (!read || (read.day && !read.until)) return
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (before && (before.tag === 'than' || before.words.some(({ tag }) => tag === 'compare'))) return
  if (after && /^(?:相比|对比)/.test(after.text)) return
  if (after?.text === '的' && tokens[at + 2]?.figure && /^(?:times|fold)$/.test(tokens[at + 2]?.figure?.family ?? ''))
    return
  if (before && /^(?:是|为|相当于)$/.test(before.text) && after?.text === '的') return
  if (/^(?:完成|占|达到)$/.test(before?.text ?? '') && /^(?:目标|任务|计划|预算)/.test(after?.text ?? '')) return
  running.period = periodAfter(running.period, read)
  if (!running.main && !read.until) running.main = running.period
}

/** A clause without a figure may name what the next one is about: 外贸出口逆势上扬，完成67.9亿元. */
function takeTopic(tokens: readonly Token[], from: number, to: number, running: Running, claimed: number) {
  if (claimed > 0 && running.memory) return
  let end = from
  while (end < to && end < from + 24) {
    const token = tokens[end]
    if (
      !token ||
      (end > from && ['change', 'level', 'adverb', 'rankish', 'yoy'].includes(token.tag) && token.text.length > 1)
    )
      break
    end += 1
  }
  if (end - from < 1) return
  const subject = subjectOf(tokens, from, end)
  const plain = subject.text
  if (
    plain.length < 2 ||
    plain.length > 24 ||
    subject.verbal ||
    /[“”（）、]|^(?:方面|看|来看|总体)|(?:方面|来看|看)$/.test(plain)
  )
    return
  running.topic = plain
}

function sharedReading(readings: Map<number, Reading>, first: number, tokens: readonly Token[], at: number): Reading {
  const known = readings.get(first)
  return known ? { ...known, at } : readLeft(tokens, at)
}

/** 从A提高到B: no mark between the two, 从 or 由 before the first, 到 or 至 before the second. */
function pairOf(
  tokens: readonly Token[],
  at: number,
  last: number,
  readings: Map<number, Reading>,
): { reading: Reading } | null {
  const first = last >= 0 ? readings.get(last) : undefined
  const own = readings.get(at)
  if (!first || !own || first.source === null || !joinsPair(tokens, last, at)) return null
  return {
    reading: {
      ...first,
      at,
      change: own.change ?? first.change,
      to: own.to,
      qualifier: own.qualifier,
      each: own.each,
      rate: first.rate,
    },
  }
}

function joinsPair(tokens: readonly Token[], one: number, other: number): boolean {
  if (other - one > 12) return false
  let toward = false
  for (let i = one + 1; i < other; i++) {
    const token = tokens[i]
    if (!token || token.tag === 'figure' || token.tag === 'open') return false
    if (token.tag === 'mark') return false
    if (/(?:到|至|为|转|变)$/.test(token.text)) toward = true
  }
  return toward
}

function opensPair(tokens: readonly Token[], at: number, reading: Reading): boolean {
  if (reading.source === null) return false
  for (let i = at + 1; i < Math.min(tokens.length, at + 13); i++) if (tokens[i]?.figure) return joinsPair(tokens, at, i)
  return false
}

function industryShare(place: number): Finding {
  const indicator = ['第一产业', '第二产业', '第三产业'][place % 3] ?? ''
  return { kind: 'share', indicator, base: indicator, direction: null, whole: '地区生产总值' }
}

/** 分别: each figure of the list takes its own subject, or its own thing compared with. */
function distributed(finding: Finding, site: Site, amounts: readonly string[]): Finding {
  const { places, place, reading } = site
  if (places < 2) return finding
  const n = places
  const base = finding.base ?? finding.indicator
  const own = subjectsOf(base, n)
  const tail = finding.indicator.startsWith(base) ? finding.indicator.slice(base.length) : ''
  if (own) return renamed(finding, own[place] ?? base, tail)
  const versus = finding.versus ? versusOf(finding.versus, n) : null
  if (versus) return { ...finding, versus: versus[place] ?? null }
  const spoken = subjectOf(site.tokens, reading.from, reading.subjectEnd).text
  if (reading.each && spoken === '' && amounts.length >= n) return renamed(finding, amounts.at(place - n) ?? base, tail)
  return finding
}

function renamed(finding: Finding, base: string, tail: string): Finding {
  return {
    ...finding,
    indicator: `${base}${tail}`,
    base,
    phrase: `${base}${finding.kind === 'change_pct' ? '增速' : tail}`,
  }
}

function versusOf(versus: string, n: number): string[] | null {
  const verb = /^(?:比|较|与|高于|低于|快于|慢于|高出|好于)/.exec(versus)?.[0]
  const against = verb ? subjectsOf(versus.slice(verb.length), n) : null
  return against && verb ? against.map((name) => `${verb}${name}`) : null
}

const plainQualifiers = /^(?:仅|只|最高|最低|约为)$/

function claimOf(
  site: Site,
  finding: Finding,
  running: Running,
  modality: Claim['modality'] | null,
  partial: boolean,
): Omit<Claim, 'text' | 'start'> {
  const { figure, reading, pair } = site
  const amount = finding.kind === 'level' || finding.kind === 'count'
  const front = site.place === 0 || site.places === 1 || reading.qualifier ? reading.qualifier : null
  const qualifier = (front && !plainQualifiers.test(front) ? front : null) ?? figure.qualifier ?? behindQualifier(site)
  return {
    indicator: finding.indicator,
    value: figure.value,
    ...(figure.upper === undefined ? {} : { upper: figure.upper }),
    unit: figure.unit,
    kind: finding.kind,
    direction: finding.direction,
    period: periodInWords(running.period, running.documentYear),
    of: amount && !finding.delta ? null : finding.indicator,
    ...(qualifier ? { qualifier } : {}),
    ...(finding.versus ? { versus: finding.versus } : {}),
    ...(finding.whole ? { whole: finding.whole } : {}),
    ...(finding.scope ? { scope: finding.scope } : {}),
    ...(modality ? { modality } : {}),
    ...(pair ? { role: pair } : {}),
    ...(finding.delta ? { delta: true as const } : {}),
    ...(partial ? { partial: true as const } : {}),
  }
}

function behindQualifier({ behind }: Site): string | null {
  return /^(?:左右|以上|以内|以下|上下)/.exec(behind)?.[0] ?? null
}
