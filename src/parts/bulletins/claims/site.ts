import type { ClaimKind, Direction } from './claim.ts'
import type { Figure } from './figure.ts'
import type { Reading } from './reading.ts'
import { type Subject, subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

/** What the last claim was about, for the clauses that do not say it again. */
export interface Memory {
  /** The indicator without 增速, 比重 and the like. */
  base: string
  /** As it would be named when something is said of the figure itself (X增速, X占Y的比重). */
  phrase: string
  kind: ClaimKind
  direction: Direction | null
  whole: string | null
  /** 减少税负a亿元、收费b亿元: the verb in front of the first. */
  lead?: Direction
}

/** One figure with everything a recogniser needs to say what it means. */
export interface Site {
  tokens: readonly Token[]
  at: number
  figure: Figure
  reading: Reading
  memory: Memory | null
  /** Noun or clause before this one that no figure has used (装备制造业高位发展，…). */
  topic: string | null
  /** Which way the topic has moved: 出口保持正增长，达到3.3%. */
  moved: Direction | null
  /** The last two things spoken of, for 前者 and 后者. */
  recent: readonly string[]
  /** Behind 其中. */
  partial: boolean
  /** What the heading above the paragraph names. */
  heading: string | null
  /** Up to 16 characters behind the figure. */
  behind: string
  /** Second half of a 由…提高到… pair: whose subject is that of the first. */
  pair: 'from' | 'to' | null
  /** Place in a list that shares a verb (分别增长 a、b), from 0. */
  place: number
  places: number
}

/** What a recogniser found. `base` and `phrase` go into the memory. */
export interface Finding {
  kind: ClaimKind
  indicator: string
  direction: Direction | null
  base?: string
  phrase?: string
  whole?: string | null
  scope?: string | null
  versus?: string | null
  delta?: boolean
  lead?: Direction
  /** The whole that the next figure is a share of (占年初预算10065万元的43.2%): not what is spoken of. */
  inner?: boolean
}

export type Recogniser = (site: Site) => Finding | null

/** Where the subject ends: before 占, 比…, 高于…, 由…, whichever stands first; `upTo` cuts it shorter still. */
export function ownSubject(site: Site, upTo?: number): Subject {
  const { reading, tokens } = site
  const ends = [reading.share, reading.versusFrom, reading.source, upTo ?? null, reading.subjectEnd]
  const end = Math.min(...ends.filter((mark): mark is number => mark !== null))
  const subject = subjectOf(tokens, reading.from, Math.max(end, reading.from))
  const meant = /^前者/.test(subject.text) ? site.recent.at(-2) : /^后者/.test(subject.text) ? site.recent.at(-1) : null
  return meant ? { ...subject, text: `${meant}${subject.text.slice(2)}` } : subject
}

/** The indicator in words: its own, else the clause's topic, else what the last claim was about. */
export function baseOf(site: Site, own: string): string {
  return own !== '' ? own : (site.topic ?? site.memory?.base ?? site.heading ?? '')
}

/** Text of the tokens in [from, to). */
export function wordsBetween(site: Site, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += site.tokens[i]?.text ?? ''
  return text
}

/** 高于全省平均增速（16.8%）: a figure alone in a bracket belongs to the noun before the bracket. */
export function bracketed(site: Site): Memory | null {
  const { reading, tokens } = site
  const open = tokens[reading.from - 1]
  const before = tokens[reading.from - 2]
  if (open?.tag !== 'open' || !before || before.figure || ownSubject(site).text !== '') return null
  if (before.words.some(({ tag }) => tag === 'behind' || tag === 'change')) return null
  let from = reading.from - 1
  while (from > 0 && from > reading.from - 14) {
    const token = tokens[from - 1]
    if (
      !token ||
      token.figure ||
      token.tag === 'mark' ||
      token.words.some(({ tag }) => tag === 'compare' || tag === 'than')
    )
      break
    from -= 1
  }
  const { text, rate } = subjectOf(tokens, from, reading.from - 1)
  const base = text === '' ? wordsBetween(site, from, reading.from - 1) : `${text}${rate?.word ?? ''}`
  if (text === '' && !rate) return null
  return { base, phrase: base, kind: rate ? 'change_pct' : 'level', direction: rate?.direction ?? null, whole: null }
}
