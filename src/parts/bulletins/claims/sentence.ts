import type { Claim, Modality } from './claim.ts'
import { claimOf } from './claim-of.ts'
import { distributed, memoryInList } from './distribution.ts'
import { readAmount } from './kinds/amount.ts'
import { readChangePct } from './kinds/change-pct.ts'
import { readChangePoints } from './kinds/change-points.ts'
import { readCompletion } from './kinds/completion.ts'
import { readMultiple } from './kinds/multiple.ts'
import { readPace } from './kinds/pace.ts'
import { readRank } from './kinds/rank.ts'
import { readShare } from './kinds/share.ts'
import { type Place, placesOf, withPersons } from './lists.ts'
import { modalitiesOf, modalityBehind } from './modality.ts'
import { opensPair, pairedReading } from './pairs.ts'
import type { PeriodState } from './period-state.ts'
import { rankWordsOf } from './rank-words.ts'
import { type Reading, readLeft, spanText } from './reading.ts'
import { memoryOf, type Running, remember, returnPeriod, takePeriod, takeTopic } from './running.ts'
import { forwardText } from './sieve.ts'
import { bracketed, type Finding, type Memory, type Recogniser, type Site } from './site.ts'
import { subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

export interface Read {
  claims: { token: Token; claim: Omit<Claim, 'text' | 'start'> }[]
  rankWords: { from: number; to: number; indicator: string; scope: string | null }[]
}

/** The first that knows the figure has it. */
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

interface Passage {
  tokens: readonly Token[]
  running: Running
  places: Map<number, Place>
  modalities: (Modality | null)[]
  readings: Map<number, Reading>
  /** What was spoken of when a bracket opened. */
  outside: { memory: Memory | null; period: PeriodState; partial: boolean }[]
  /** The amounts of this sentence, for 分别 behind them. */
  amounts: Memory[]
  /** The members of the list that is being read, and of the one before it. */
  list: Memory[]
  listBefore: Memory[]
  /** 与2015年相比，: holds for every change of the sentence. */
  against: string | null
  /** 比上年增加98亿斤，增长0.7%: what the increase before was against. */
  increase: { versus: string; base: string } | null
  /** Among whom the last rank of the sentence was. */
  among: string | null
  /** 3641个断面中，: what the shares behind it are of. */
  group: string | null
  clauseFrom: number
  lastFigure: number
  partial: boolean
  /** 其中，a；b；c: the list of parts goes on behind a semicolon. */
  listed: boolean
  /** Which things were named as parts. */
  parts: Set<string>
  /** Claims since the last semicolon. */
  claimed: number
  structured: number
  claims: Read['claims']
}

/** Reads one sentence from left to right and moves `running` along. */
export function readSentence(tokens: readonly Token[], running: Running, tick: () => void): Read {
  const passage: Passage = {
    tokens,
    running,
    places: placesOf(tokens),
    modalities: modalitiesOf(tokens, running),
    readings: new Map(),
    outside: [],
    amounts: [],
    list: [],
    listBefore: [],
    against: null,
    increase: null,
    among: null,
    group: null,
    clauseFrom: 0,
    lastFigure: -1,
    partial: false,
    listed: false,
    parts: new Set(),
    claimed: 0,
    structured: 0,
    claims: [],
  }
  for (const [at, token] of tokens.entries()) {
    tick()
    pass(passage, at, token)
    if (token.figure) takeFigure(passage, at, token)
  }
  return { claims: passage.claims, rankWords: rankWordsOf(tokens, running.memory) }
}

function pass(passage: Passage, at: number, token: Token) {
  const { running, tokens } = passage
  if (token.tag === 'period') takePeriod(tokens, at, running)
  if (token.text === '其中') {
    passage.partial = true
    passage.listed = /^[，：]$/.test(tokens[at + 1]?.text ?? '')
  }
  if (token.tag === 'open')
    passage.outside.push({ memory: running.memory, period: running.period, partial: passage.partial })
  if (token.tag === 'close') {
    const outside = passage.outside.pop()
    if (outside) {
      running.memory = outside.memory
      running.period = outside.period
      passage.partial = outside.partial
    }
  }
  if (token.tag !== 'mark' || token.text === '、') return
  if (passage.lastFigure < passage.clauseFrom) takeTopic(tokens, passage.clauseFrom, at, running, passage.claimed)
  returnPeriod(running, /[。\n]/.test(token.text) ? 'sentence' : 'clause')
  takeGroup(passage, at)
  passage.against = againstBefore(passage, at) ?? passage.against
  if (token.text === '：') running.topic = null
  if (/[；。\n]/.test(token.text)) {
    if (token.text !== '；' || !passage.listed) passage.partial = false
    passage.claimed = 0
    running.subject = null
  }
  passage.clauseFrom = at + 1
}

/** 浓度在168个城市中排名…: what is ranked stands before the group. */
function groupLed({ tokens, reading, at }: Site): string | null {
  const led = tokens.findIndex(({ text }, i) => i >= reading.from && i < at && text === '在')
  if (led < 0) return null
  const { text, rate } = subjectOf(tokens, reading.from, led)
  const named = `${text}${rate?.word ?? ''}`
  return named.length >= 2 ? named : null
}

function againstBefore({ tokens, clauseFrom, lastFigure }: Passage, at: number): string | null {
  if (lastFigure >= clauseFrom || at - clauseFrom > 8) return null
  return /^(?:与|同|较|和).{2,20}相比$/.exec(spanText(tokens, clauseFrom, at))?.[0] ?? null
}

/** What a figure takes over from the figures before it in the sentence. */
function completed(finding: Finding, site: Site, passage: Passage): Finding {
  const base = finding.base ?? finding.indicator
  const moves = /^(?:change_pct|change_points|multiple)$/.test(finding.kind) || finding.delta === true
  if (moves && !finding.versus && passage.against) finding.versus = passage.against
  if (finding.kind === 'change_pct' && !finding.versus && passage.increase?.base === base)
    finding.versus = passage.increase.versus
  passage.increase = finding.delta && finding.versus ? { versus: finding.versus, base } : null
  if (finding.kind === 'rank' && !finding.delta) {
    finding.scope ??= passage.among
    passage.among = finding.scope ?? null
  }
  if (finding.kind !== 'share') return finding
  if (!finding.whole && passage.group) finding.whole = passage.group
  if (site.reading.share !== null) {
    if (finding.whole) passage.running.whole = finding.whole
    else if (passage.running.whole) finding.whole = passage.running.whole
  }
  return finding
}

function takeGroup(passage: Passage, at: number) {
  const { tokens, clauseFrom, lastFigure } = passage
  if (lastFigure < clauseFrom || at - lastFigure > 12) return
  const text = spanText(tokens, lastFigure, at)
  if (!text.endsWith('中') || /(?:其|集|当)中$/.test(text)) return
  const area = tokens[lastFigure - 1]?.tag === 'area' ? (tokens[lastFigure - 1]?.text ?? '') : ''
  passage.group = text.slice(0, -1)
  passage.among = `${area}${passage.group}`
}

function takeFigure(passage: Passage, at: number, token: Token) {
  const { running } = passage
  const site = siteOf(passage, at, token)
  const finding =
    token.reason === 'structure' ? industryShare(passage.structured++) : distributed(recognise(site), site)
  completed(finding, site, passage)
  const planned = finding.inner && /预算|计划|目标|任务/.test(finding.indicator) ? 'plan' : null
  const modality =
    passage.modalities[at] ?? planned ?? modalityBehind(site.behind, running.period, running.main) ?? running.planned
  const base = finding.base ?? finding.indicator
  const partial = site.reading.each && site.places > 1 ? passage.parts.has(base) : passage.partial
  if (partial) passage.parts.add(base)
  passage.claims.push({ token, claim: claimOf(site, finding, running, modality, partial) })
  passage.claimed += 1
  returnPeriod(running, 'figure')
  if (finding.kind === 'count' && /^[^，。；、]{1,10}[中里](?:的|综合)?(?:排|位|居|列|名|稳|跃)/.test(site.behind)) {
    running.topic = groupLed(site) ?? running.topic
    passage.lastFigure = at
    return
  }
  const memory = memoryOf(finding)
  if (finding.inner) {
    passage.lastFigure = at
    return
  }
  if ((finding.kind === 'level' || finding.kind === 'count') && !finding.delta) passage.amounts.push(memory)
  if (site.places > 1) passage.list = site.place === 0 ? [memory] : [...passage.list, memory]
  remember(running, finding)
  if (site.place + 1 >= site.places) running.topic = null
  running.moved = null
  passage.lastFigure = at
}

function siteOf(passage: Passage, at: number, token: Token): Site {
  const { tokens, running, readings } = passage
  const place = passage.places.get(at) ?? { first: at, place: 0, places: 1 }
  const shared = place.place === 0 ? undefined : readings.get(place.first)
  const own = shared ? turned({ ...shared, at }, tokens) : (shareOfAmount(passage, at) ?? readLeft(tokens, at))
  readings.set(at, own)
  const paired = pairedReading(tokens, passage.lastFigure, own, readings.get(passage.lastFigure))
  const figure = token.figure as NonNullable<Token['figure']>
  const site: Site = {
    tokens,
    at,
    figure: withPersons(figure, forwardText(tokens, at, 10)),
    reading: paired ?? own,
    memory: running.memory,
    topic: running.topic,
    heading: running.heading,
    partial: passage.partial,
    recent: running.recent,
    moved: running.moved,
    behind: forwardText(tokens, at, 16),
    pair: paired ? 'to' : opensPair(tokens, at, own) ? 'from' : null,
    place: place.place,
    places: place.places,
  }
  if (place.place === 0 && place.places > 1) passage.listBefore = passage.list
  return { ...site, memory: bracketed(site) ?? memoryInList(site, passage.amounts, passage.listBefore) }
}

/** 分别增长4%和下降2%: a figure of the list with a verb of its own. */
function turned(reading: Reading, tokens: readonly Token[]): Reading {
  const verb = tokens[reading.at - 1]?.words.find(({ tag }) => tag === 'change')
  return verb?.direction ? { ...reading, change: { direction: verb.direction, word: verb.word } } : reading
}

/** 占年初预算10065万元的43.2%: the share goes on from where the amount was read. */
function shareOfAmount({ tokens, readings }: Passage, at: number): Reading | null {
  const before = readings.get(at - 2)
  if (tokens[at - 1]?.text !== '的' || !before) return null
  const led =
    before.share !== null || tokens.slice(before.from, at).some(({ text }) => /^(?:完成|为|达到?)$/.test(text))
  return led ? { ...before, at, subjectEnd: at, predicateFrom: at } : null
}

/** 较2023年的36.3%: the same figure of another time. */
function sameThen({ tokens, at, memory, figure }: Site): Finding | null {
  let i = at - 1
  while (tokens[i]?.words.some(({ tag }) => tag === 'qualify')) i -= 1
  const then = tokens[i]?.text === '的' && tokens[i - 1]?.tag === 'period'
  const against = tokens[i - 2]?.words.some(({ tag }) => tag === 'than' || tag === 'compare')
  if (!then || !against || !memory || /^(?:times|fold|points|rank|pace)$/.test(figure.family)) return null
  const percent = figure.family === 'percent'
  if (percent !== /^(?:share|change_pct|completion)$/.test(memory.kind) && memory.kind !== 'level') return null
  const { base, phrase, kind, whole } = memory
  return { kind, indicator: base, base, phrase, whole, direction: kind === 'change_pct' ? memory.direction : null }
}

function recognise(site: Site): Finding {
  const same = sameThen(site)
  if (same) return same
  for (const read of recognisers) {
    const found = read(site)
    if (found) return found
  }
  return { kind: 'level', indicator: site.memory?.base ?? '', direction: null }
}

function industryShare(place: number): Finding {
  const indicator = ['第一产业', '第二产业', '第三产业'][place % 3] ?? ''
  return { kind: 'share', indicator, base: indicator, direction: null, whole: '地区生产总值' }
}
