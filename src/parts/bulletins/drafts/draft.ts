export type DraftFormat = 'docx' | 'html' | 'md' | 'txt'

/** A text as a reader of its final state sees it, ready to be searched for figures. */
export interface Draft {
  name: string
  format: DraftFormat
  /**
   * Of a docx or html the blocks joined by `\n`; of a txt or md the file's own characters, of which the blocks are ranges.
   * Every offset of the checker counts UTF-16 units of it.
   */
  text: string
  blocks: DraftBlock[]
  notes: DraftNote[]
  /** ranges `[start, end)` of an md that are marks and addresses, not words; {@link wordsOf} blots them out */
  markup?: [number, number][]
}

/** A stretch of `Draft.text` that is one paragraph, heading, list item, table cell or note. */
export interface DraftBlock {
  kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote'
  /** of a heading, 1 to 9 */
  level?: number
  start: number
  end: number
  cell?: Cell
}

/** Where a cell stands; `above` and `beside` are the headings of its column and row, empty for a heading itself. */
export interface Cell {
  /** place of the table in the draft, from 0 */
  table: number
  row: number
  column: number
  above: string
  beside: string
}

export const draftNotes = [
  'tracked-changes',
  'comments',
  'pictures',
  'text-boxes',
  'macros',
  'external-links',
  'embedded-objects',
  'unreadable-part',
  'hidden-text',
  'other-kind',
] as const

export type DraftNoteCode = (typeof draftNotes)[number]

/** What the reader of the report must know of the file: what was resolved, and what was left unread. */
export interface DraftNote {
  code: DraftNoteCode
  count: number
}
