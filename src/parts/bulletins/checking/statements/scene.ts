import { Decimal } from 'decimal.js'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import { type Interval, printedInterval } from '../interval.ts'
import { writtenUnit } from '../written-unit.ts'

/** A claim where it stands: the words before and behind it in its sentence, and what its print allows. */
export interface Seen {
  /** place among the claims */
  place: number
  claim: Claim
  end: number
  sentence: number
  paragraph: number
  /** the words between the claim before it in the sentence, or the sentence's start, and it; at most 80 characters */
  lead: string
  /** the words behind it up to the next claim of the sentence; at most 30 characters */
  tail: string
  /** in its own unit, signed: a fall of 3% is -3.05 to -2.95 */
  interval: Interval | null
  /** the printed number itself, signed as the interval; null where it has none or stands for an open range */
  point: Decimal | null
}

/** The claims of a text by sentence and by paragraph, in order. */
export interface Scene {
  text: string
  seen: readonly Seen[]
  sentences: readonly (readonly Seen[])[]
}

const longestLead = 80
const longestTail = 30
/** A sentence of more is cut, so that no look back can grow with the text. */
const mostInSentence = 60

export function sceneOf(claims: readonly Claim[], text: string): Scene {
  const seen: Seen[] = []
  const sentences: Seen[][] = []
  const stretch = { from: 0, paragraph: 0 }
  let at = 0
  for (const [place, claim] of claims.entries()) {
    const start = claim.start
    for (; at < start; at++) {
      if (!ends(text.charAt(at))) continue
      stretch.from = at + 1
      if (text.charAt(at) === '\n') stretch.paragraph += 1
    }
    const before = seen.at(-1)
    const same = before !== undefined && before.end > stretch.from && (sentences.at(-1)?.length ?? 0) < mostInSentence
    const from = Math.max(same ? before.end : stretch.from, start - longestLead)
    const one: Seen = {
      place,
      claim,
      end: start + claim.text.length,
      sentence: same ? before.sentence : sentences.length,
      paragraph: stretch.paragraph,
      lead: plainWords(text.slice(from, start)),
      tail: plainWords(tailOf(text, start + claim.text.length, claims[place + 1]?.start)),
      ...printOf(claim, text),
    }
    seen.push(one)
    if (same) sentences.at(-1)?.push(one)
    else sentences.push([one])
  }
  return { text, seen, sentences }
}

/** An amount of something: no rate, no increase, no part of a from-to pair, nothing hoped for unless `hoped`. */
export function isAmount({ claim, interval }: Seen): boolean {
  return (
    (claim.kind === 'level' || claim.kind === 'count') &&
    interval !== null &&
    claim.delta === undefined &&
    claim.role === undefined &&
    claim.unit !== null &&
    !/[%‰成倍番]$|百分点/.test(claim.unit)
  )
}

export function isActual({ claim }: Seen): boolean {
  return claim.modality === undefined
}

/** Whether both measure in the same thing: 万包 and 亿包, 亿元 and 万元. */
export function alike(one: Seen, other: Seen): boolean {
  return bareUnit(one) === bareUnit(other)
}

export function bareUnit({ claim }: Seen): string {
  return writtenUnit(claim.unit ?? '').bare
}

/** Digits behind the point as printed. */
export function placesOf({ claim }: Seen): number {
  return claim.value?.split('.')[1]?.length ?? 0
}

const lastYear = /(?:上年|去年|上一年)(?:同期|全年|同月)?(?:的|为|是|数|数为|仅|只有|仅为|完成|实现|达到|同期数)*$/

/** 去年同期53天: the figure of a year ago, said right before it. */
export function saysLastYear({ lead }: Seen): boolean {
  return lastYear.test(lead)
}

function ends(char: string): boolean {
  return char === '。' || char === '！' || char === '？' || char === '\n'
}

function tailOf(text: string, from: number, next: number | undefined): string {
  const stretch = text.slice(from, Math.min(from + longestTail, Math.max(from, next ?? text.length)))
  const stop = /[。！？\n]/.exec(stretch)
  return stop ? stretch.slice(0, stop.index) : stretch
}

/** Half-width marks and marks that cannot be seen would hide the words from the patterns. */
function plainWords(words: string): string {
  return words
    .replace(/[\s*_`\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, '')
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(':', '：')
}

const qualifiedBefore = /(?:大约|约为|约|将近|接近|近|超过|突破|超|逾|不足|不到)(?:了|为)?[-+]?$/
const qualifiedBehind = /^(?:左右|上下|以上|以内|以下|多|余)/

function printOf(claim: Claim, text: string): Pick<Seen, 'interval' | 'point'> {
  const qualifier = claim.qualifier ?? qualifierIn(claim, text)
  const printed = printedInterval({ ...claim, qualifier })
  if (!printed || claim.value === null) return { interval: null, point: null }
  const rate = claim.kind === 'change_pct' || claim.kind === 'change_points' || claim.kind === 'pace'
  const falls = rate && claim.direction === 'down' && !claim.role && !claim.value.startsWith('-')
  const open = claim.upper !== undefined || qualifier !== undefined
  const value = new Decimal(claim.value)
  const interval = falls ? { low: printed.high.neg(), high: printed.low.neg() } : printed
  return { interval, point: open ? null : falls ? value.neg() : value }
}

/** 增幅约为21.5%: said before or behind the number, though the claim does not carry it. */
function qualifierIn({ start, text: figure }: Claim, text: string): string | undefined {
  const before = qualifiedBefore.exec(text.slice(Math.max(0, start - 4), start))?.[0]
  if (before) return before.replace(/(?<!约)为$|了$|[-+]$/g, '')
  const end = start + figure.length
  return qualifiedBehind.exec(text.slice(end, end + 2))?.[0]
}
