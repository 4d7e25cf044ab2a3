import type { LaidOut } from '../lay-out.ts'
import type { RunPlace, WordPlace } from './place.ts'
import type { WordFile } from './word-draft.ts'

/** A comment to be put on a stretch of the text, and what is to stand in its place. */
export interface Wanted {
  start: number
  end: number
  words: string
  correction?: string
}

/** What is put at a point of a run, in this order when several meet: the new words, ends of comments, beginnings of comments. */
export type Mark =
  | { kind: 'insert'; words: string }
  | { kind: 'end'; comment: number }
  | { kind: 'start'; comment: number }

/** An element of words within a run, with the points where it is cut and the stretches that are deleted. */
export interface CutWords {
  place: WordPlace
  text: string
  cuts: Map<number, Mark[]>
  deleted: [number, number][]
}

export interface RunEdit {
  run: RunPlace
  before: Mark[]
  after: Mark[]
  words: Map<number, CutWords>
}

export interface Edits {
  runs: Map<RunPlace, RunEdit>
  /** words of each comment that found a place, in their order */
  comments: string[]
}

type Placed = LaidOut<WordPlace>['places'][number]

/** What to do to which runs of the document, for comments in the order of the text. */
export function editsOf(word: WordFile, wanted: readonly Wanted[]): Edits {
  const edits: Edits = { runs: new Map(), comments: [] }
  let corrected = 0
  for (const one of wanted) {
    const found = placesIn(word.laidOut.places, one)
    const [first, last] = [found[0], found.at(-1)]
    if (!first || !last) continue
    const writes = one.correction !== undefined && one.start >= corrected && isWritable(found, one)
    const said = one.correction === undefined || writes ? one.words : `${one.words}\n→ ${one.correction}`
    const comment = edits.comments.push(said) - 1
    put(edits, word, first, one.start, { kind: 'start', comment })
    put(edits, word, last, one.end, { kind: 'end', comment })
    if (!writes) continue
    corrected = one.end
    put(edits, word, last, one.end, { kind: 'insert', words: one.correction! })
    for (const placed of found) remove(edits, word, placed, one)
  }
  return edits
}

/** The places that a stretch covers some of; the nearest before it when it covers none. */
function placesIn(places: readonly Placed[], { start, end }: Wanted): Placed[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.end > start) high = middle
    else low = middle + 1
  }
  const found: Placed[] = []
  for (let at = low; at < places.length && places[at]!.start < end; at++) found.push(places[at]!)
  if (found.length > 0) return found
  const nearest = places[Math.max(0, low - 1)]
  return nearest ? [nearest] : []
}

/** Words of the document in one piece: no paragraph ends within, and no note, text box or formula has a part in it. */
function isWritable(found: readonly Placed[], { start, end }: Wanted): boolean {
  let at = start
  for (const { place, start: from, end: to } of found) {
    if (place.part !== 'document' || place.whole || from > at) return false
    at = to
  }
  return at >= end
}

function put(edits: Edits, word: WordFile, placed: Placed, at: number, mark: Mark): void {
  const { place } = placed
  const host = place.part === 'document' ? place.run : word.references.get(`${place.part} ${place.note}`)
  if (!host) return
  const edit = editOf(edits, host)
  if (place.part !== 'document' || place.whole) {
    if (mark.kind === 'start') edit.before.push(mark)
    else edit.after.push(mark)
    return
  }
  const { cuts } = wordsAt(edit, word, placed)
  const offset = Math.min(Math.max(at - placed.start, 0), placed.end - placed.start)
  cuts.set(offset, [...(cuts.get(offset) ?? []), mark])
}

function remove(edits: Edits, word: WordFile, placed: Placed, { start, end }: Wanted): void {
  const words = wordsAt(editOf(edits, placed.place.run), word, placed)
  const from = Math.max(start - placed.start, 0)
  const to = Math.min(end, placed.end) - placed.start
  words.deleted.push([from, to])
  for (const cut of [from, to]) if (!words.cuts.has(cut)) words.cuts.set(cut, [])
}

function editOf({ runs }: Edits, run: RunPlace): RunEdit {
  const edit = runs.get(run) ?? { run, before: [], after: [], words: new Map() }
  runs.set(run, edit)
  return edit
}

function wordsAt(edit: RunEdit, { laidOut }: WordFile, { place, start, end }: Placed): CutWords {
  const words = edit.words.get(place.from) ?? {
    ...{ place, text: laidOut.text.slice(start, end), cuts: new Map(), deleted: [] },
  }
  edit.words.set(place.from, words)
  return words
}
