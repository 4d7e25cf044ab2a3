import type { Claim, Extraction } from './claim.ts'
import { withLentUnits } from './lists.ts'
import { normalise, type PlainText } from './normalise.ts'
import { documentYearOf, noPeriod } from './period-state.ts'
import { newParagraph, type Running } from './running.ts'
import { readSentence } from './sentence.ts'
import { siftFigures } from './sieve.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface ExtractOptions {
  /** The year the document is about, when the text does not say it. */
  year?: number
  /** Called once a step; a test counts them to hold the work linear. */
  tick?: () => void
}

const longest = 800

/**
 * Every figure claim of a Chinese text, in order, with offsets into the text as given. Work grows with the length of the
 * text and nothing else: each sentence is cut at 800 characters, each look to either side is bounded.
 */
export function extractClaims(original: string, options: ExtractOptions = {}): Extraction {
  const plain = normalise(original)
  const tick = options.tick ?? (() => undefined)
  const year = options.year ?? documentYearOf(plain.text)
  const running: Running = {
    period: noPeriod,
    main: null,
    memory: null,
    topic: null,
    subject: null,
    documentYear: year,
  }
  const found: Extraction = { claims: [], paceClaims: [], rankWords: [], notClaims: [] }
  for (const { from, to, opensParagraph } of sentencesOf(plain.text)) {
    if (opensParagraph) newParagraph(running)
    const tokens = withLentUnits(siftFigures(tokensOf(plain.text, from, to, tick)))
    if (tokens.some(({ tag }) => tag === 'figure' || tag === 'period' || tag === 'rankish' || tag === 'name'))
      take(found, plain, original, readSentence(tokens, running, tick), tokens)
  }
  return found
}

interface Stretch {
  from: number
  to: number
  opensParagraph: boolean
}

function* sentencesOf(text: string): Generator<Stretch> {
  let from = 0
  let opensParagraph = true
  let lastMark = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '，' || char === '；' || char === '、') lastMark = i + 1
    const ends = char === '。' || char === '！' || char === '？' || char === '\n'
    const full = i - from >= longest
    if (!ends && !full) continue
    const to = ends ? i + 1 : lastMark > from ? lastMark : i + 1
    yield { from, to, opensParagraph }
    opensParagraph = char === '\n'
    from = to
    i = to - 1
  }
  if (from < text.length) yield { from, to: text.length, opensParagraph }
}

type Read = ReturnType<typeof readSentence>

function take(found: Extraction, plain: PlainText, original: string, read: Read, tokens: readonly Token[]) {
  const span = (from: number, to: number) => {
    const start = plain.at[from] ?? 0
    return { text: original.slice(start, (plain.at[to - 1] ?? start) + 1), start }
  }
  for (const { token, claim } of read.claims) {
    const whole: Claim = { ...span(token.start, token.end), ...claim }
    found.claims.push(whole)
    if (whole.kind === 'pace' && whole.value !== null && whole.unit === null) found.paceClaims.push(whole.text)
  }
  for (const { from, to, indicator, scope } of read.rankWords)
    found.rankWords.push({ ...span(from, to), indicator, scope })
  for (const token of tokens) {
    if (token.tag === 'period') found.notClaims.push({ ...span(token.start, token.end), reason: 'period' })
    else if (token.tag === 'name' && token.reason && /[0-9一二两三四五六七八九十百千万亿半]/.test(token.text))
      found.notClaims.push({ ...span(token.start, token.end), reason: token.reason })
  }
}
