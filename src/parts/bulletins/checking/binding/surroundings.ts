import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { DraftBlock } from '#parts/bulletins/drafts/draft.ts'

/** What stands around a claim: its clause, its sentence to either side, what came before it in the paragraph, its heading. */
export interface Surroundings {
  clause: string
  /** the clause before */
  near: string
  before: string
  after: string
  earlier: string
  heading: string
  /** headings of the column and row of a cell */
  cell: string
}

const sentenceEnd = /[。！？!?\n\r]/
const clauseEnd = /[，。；：！？,;!?\n\r]/
const reach = { clause: 60, sentence: 160, earlier: 160, after: 80 }

/** Reads the surroundings of claims in the order of the text; each look to either side is bounded. */
export function surroundingsIn(words: string, blocks: readonly DraftBlock[] = []) {
  const { text, place } = seen(words)
  const places = blocks.filter(({ start, end }) => end > start)
  let at = 0
  let heading = ''
  return ({ start, text: figure }: Claim): Surroundings => {
    while (at < places.length && places[at]!.end <= start) {
      const block = places[at]!
      if (block.kind === 'heading') heading = words.slice(block.start, block.end)
      at += 1
    }
    const block = places[at]
    const cell = block?.cell && block.start <= start ? `${block.cell.beside} ${block.cell.above}` : ''
    return { ...around(text, place(start), place(start + figure.length)), heading, cell }
  }
}

function around(text: string, start: number, end: number): Omit<Surroundings, 'heading' | 'cell'> {
  const opened = backTo(text, start, sentenceEnd, reach.sentence)
  const clauseFrom = backTo(text, start, clauseEnd, reach.clause)
  const nearFrom = Math.max(opened, backTo(text, Math.max(opened, clauseFrom - 1), clauseEnd, reach.clause))
  const paragraph = backTo(text, opened, /[\n\r]/, reach.earlier)
  return {
    clause: text.slice(clauseFrom, forthTo(text, end, clauseEnd, reach.clause)),
    near: text.slice(nearFrom, Math.max(nearFrom, clauseFrom)),
    before: text.slice(opened, start),
    after: text.slice(end, forthTo(text, end, sentenceEnd, reach.after)),
    earlier: text.slice(paragraph, opened),
  }
}

const unseen = '\u2060'

/** The text without what a reader does not see, and the place in it of a place in the words, for places that only grow. */
function seen(words: string): { text: string; place: (at: number) => number } {
  if (!words.includes(unseen)) return { text: words, place: (at) => at }
  let [from, hidden] = [0, 0]
  const place = (at: number) => {
    if (at < from) [from, hidden] = [0, 0]
    for (; from < at; from++) if (words.charAt(from) === unseen) hidden += 1
    return at - hidden
  }
  return { text: words.replaceAll(unseen, ''), place }
}

function backTo(text: string, from: number, mark: RegExp, most: number): number {
  let at = from
  while (at > 0 && from - at < most && !mark.test(text.charAt(at - 1))) at -= 1
  return at
}

function forthTo(text: string, from: number, mark: RegExp, most: number): number {
  let at = from
  while (at < text.length && at - from < most && !mark.test(text.charAt(at))) at += 1
  return at
}
