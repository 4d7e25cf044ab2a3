import type { DraftBlock } from '../drafts/draft.ts'
import { wideCharacters } from './characters.ts'
import type { Claim, Extraction, NotClaim } from './claim.ts'
import { isHeading, takeHeading } from './headings.ts'
import { withLentUnits } from './lists.ts'
import { normalise, type PlainText } from './normalise.ts'
import { documentYearOf } from './period-state.ts'
import { piecesOf } from './pieces.ts'
import { newParagraph, newRunning } from './running.ts'
import { readSentence } from './sentence.ts'
import { siftFigures } from './sieve.ts'
import { type CellRead, isProse, newTable, readCell } from './table-cells.ts'
import { unitIn } from './table-headings.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface ExtractOptions {
  /** The year the document is about, when the text does not say it. */
  year?: number
  /** The blocks of the draft: headings name what follows, cells of tables are read by their row and column. */
  blocks?: readonly DraftBlock[]
  /** Numbers that are no claims are listed too, unless this is false. */
  notClaims?: boolean
  /** Called once a step; a test counts them to hold the work linear. */
  tick?: () => void
}

const longest = 800

/**
 * Every figure claim of a Chinese text, in order, with offsets into the text as given. Work grows with the length of the
 * text and nothing else: each sentence is cut at 800 characters, each look to either side is bounded.
 */
export function extractClaims(original: string, options: ExtractOptions = {}): Extraction {
  const found: Extraction = { claims: [], paceClaims: [], rankWords: [], notClaims: [], wide: wideCharacters(original) }
  for (const part of readClaims(original, options)) {
    for (const claim of part.claims) {
      found.claims.push(claim)
      if (claim.kind === 'pace' && claim.value !== null && claim.unit === null) found.paceClaims.push(claim.text)
    }
    found.rankWords.push(...part.rankWords)
    if (options.notClaims !== false) found.notClaims.push(...part.notClaims)
  }
  return found
}

/** The same sentence by sentence, for texts whose claims nobody wants to hold all at once. */
export function* readClaims(original: string, options: ExtractOptions = {}): Generator<Sentence> {
  const tick = options.tick ?? (() => undefined)
  const running = newRunning(options.year ?? documentYearOf(normalise(original.slice(0, 200_000)).text))
  const table = newTable()
  for (const piece of piecesOf(original, options.blocks)) {
    const plain = normalise(original.slice(piece.from, piece.to), piece.from)
    const cell = piece.block?.cell
    const read = cell ? readCell(plain.text, cell, running, table) : null
    if (read) {
      yield cellClaim(original, plain, read)
      continue
    }
    if (cell && !isProse(plain.text)) continue
    for (const { from, to, opensParagraph } of sentencesOf(plain.text, piece.opensParagraph)) {
      if (opensParagraph) newParagraph(running)
      if (to - from <= 40) running.tableUnit = unitIn(plain.text.slice(from, to)) ?? running.tableUnit
      const tokens = withLentUnits(siftFigures(tokensOf(plain.text, from, to, tick)))
      if (tokens.length <= 24 && (piece.heading || isHeading(tokens))) takeHeading(tokens, running)
      if (tokens.some(({ tag }) => spoken.has(tag)))
        yield sentenceClaims(original, plain, readSentence(tokens, running, tick), tokens)
    }
  }
}

const spoken = new Set<string>(['figure', 'period', 'rankish', 'name'])

/** What one sentence or one cell says. */
export type Sentence = Pick<Extraction, 'claims' | 'rankWords' | 'notClaims'>

interface Stretch {
  from: number
  to: number
  opensParagraph: boolean
}

function* sentencesOf(text: string, opens: boolean): Generator<Stretch> {
  let from = 0
  let opensParagraph = opens
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

function sentenceClaims(original: string, plain: PlainText, read: Read, tokens: readonly Token[]): Sentence {
  const claims = read.claims.map(({ token, claim }): Claim => ({ ...spanOf(original, plain, token), ...claim }))
  const rankWords = read.rankWords.map(({ from, to, indicator, scope }) => ({
    ...spanOf(original, plain, { start: from, end: to }),
    indicator,
    scope,
  }))
  const notClaims: NotClaim[] = []
  for (const token of tokens) {
    if (token.tag === 'period') notClaims.push({ ...spanOf(original, plain, token), reason: 'period' })
    else if (token.tag === 'name' && token.reason && /[0-9一二两三四五六七八九十百千万亿半]/.test(token.text))
      notClaims.push({ ...spanOf(original, plain, token), reason: token.reason })
  }
  return { claims, rankWords, notClaims }
}

function cellClaim(original: string, plain: PlainText, read: CellRead): Sentence {
  return { claims: [{ ...spanOf(original, plain, read), ...read.claim }], rankWords: [], notClaims: [] }
}

function spanOf(original: string, plain: PlainText, { start, end }: { start: number; end: number }) {
  const from = plain.at[start] ?? plain.base
  return { text: original.slice(from, (plain.at[end - 1] ?? from) + 1), start: from }
}
