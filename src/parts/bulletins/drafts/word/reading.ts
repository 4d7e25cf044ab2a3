import type { DraftNoteCode } from '../draft.ts'
import type { Node, Paragraph, Piece } from '../lay-out.ts'
import type { Field, fieldsOf } from './fields.ts'
import type { RunPlace, WordPlace } from './place.ts'
import type { Style } from './styles.ts'
import type { OpenTable } from './tables.ts'
import type { Tag } from './xml.ts'

export type WordNode = Node<WordPlace>

/** A part that holds paragraphs, read to its final state: insertions in, deletions and hidden words out. */
export interface Story {
  /** of the document its body; empty of footnotes and endnotes */
  body: WordNode[]
  /** footnotes or endnotes by id */
  notes: Map<string, WordNode[]>
  /** notes that the final text refers to, in order, with the run that does */
  references: { part: 'footnotes' | 'endnotes'; id: string; run: RunPlace }[]
  counts: Partial<Record<DraftNoteCode, number>>
}

export interface OpenRun {
  place: RunPlace
  /** what its own properties say; undefined when they do not */
  hidden?: boolean
  styleHidden: boolean
  raised: boolean
}

export interface OpenParagraph extends Paragraph<WordPlace> {
  styleHidden: boolean
}

/** The reading of one part: what is open at this point of it. */
export interface Reading {
  part: WordPlace['part']
  style: (id: string) => Style
  story: Story
  /** names of the open elements, the outermost first */
  path: string[]
  /** insertions (w:ins, w:moveTo) that are open */
  insertions: Tag[]
  /** lists that take finished paragraphs and tables; the last is the innermost */
  lists: WordNode[][]
  paragraphs: OpenParagraph[]
  runs: OpenRun[]
  tables: OpenTable[]
  /** of each open choice between versions, whether one was taken */
  choices: boolean[]
  fields: ReturnType<typeof fieldsOf>
  /** pieces within the code of a field, which go when the field ends */
  inCode: { piece: Piece<WordPlace>; field: Field }[]
  /** id of the open footnote or endnote */
  note?: string
  /** words of the element being read, when they are words */
  words?: string[]
  /** depth of the element that is passed over; 0 when none is */
  skipping: number
}

/** What is done when an element opens, or, with the offset behind it, when it closes. */
export type Deed = (reading: Reading, tag: Tag, to: number) => void
export type Deeds = Record<string, Deed>

export const parentOf = ({ path }: Reading) => path.at(-1) ?? ''
export const grandparentOf = ({ path }: Reading) => path.at(-2) ?? ''

/** Passes over the element that opens, and all in it. */
export function passOver(reading: Reading): void {
  reading.skipping = reading.path.length + 1
}

export function count({ story }: Reading, code: DraftNoteCode): void {
  story.counts[code] = (story.counts[code] ?? 0) + 1
}
