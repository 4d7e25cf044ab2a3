import type { CheckReport } from '../checking/report.ts'
import type { DraftBlock, DraftFormat, DraftNote } from '../drafts/draft.ts'
import { movedBlocks, spliceOf } from './check-edits.ts'

/** The draft on the desk. */
export interface DeskDraft {
  /** grows with every change; a report names the round it is of */
  round: number
  name: string
  format: DraftFormat
  text: string
  /** of a docx or html, whose headings and tables the text alone does not tell */
  blocks: DraftBlock[] | undefined
  notes: DraftNote[]
  /** the file it came from; let go once a person has rewritten the text */
  file: File | null
  /** what a person did to it here */
  changed: 'no' | 'corrections' | 'freely'
}

export interface Desk {
  draft: DeskDraft | null
  /** drafts before each change and what was pointed at, the latest last */
  past: { draft: DeskDraft; at: number | null }[]
  /** the latest report; it may be of an earlier text */
  report: CheckReport | null
  /** where the chosen mark begins */
  at: number | null
  round: number
}

export type Deed =
  | { deed: 'lay'; text: string; name?: string; file?: File }
  | { deed: 'clear' }
  | { deed: 'type'; text: string }
  /** `next`: where to point afterwards, as the text stands before */
  | { deed: 'correct'; start: number; end: number; words: string; next: number | null }
  | { deed: 'undo' }
  | { deed: 'told'; report: CheckReport; round: number }
  | { deed: 'point'; at: number | null }

export const emptyDesk: Desk = { draft: null, past: [], report: null, at: null, round: 0 }

/** What a deed makes of the desk. */
export function desked(desk: Desk, deed: Deed): Desk {
  const { draft } = desk
  const round = desk.round + 1
  if (deed.deed === 'clear') return { ...emptyDesk, round }
  if (deed.deed === 'lay') {
    const { text, name = '', file = null } = deed
    const laid = { round, name: file?.name ?? name, format: 'txt' as const, text, blocks: undefined, notes: [], file }
    return { ...emptyDesk, round, draft: { ...laid, changed: 'no' } }
  }
  if (!draft) return desk
  if (deed.deed === 'point') return { ...desk, at: deed.at }
  if (deed.deed === 'told') return told(desk, draft, deed)
  if (deed.deed === 'undo') {
    const before = desk.past.at(-1)
    if (!before) return desk
    return { ...desk, round, draft: { ...before.draft, round }, at: before.at, past: desk.past.slice(0, -1) }
  }
  if (deed.deed === 'type') return changedTo(desk, draft, deed.text, 'freely')
  const text = draft.text.slice(0, deed.start) + deed.words + draft.text.slice(deed.end)
  const corrected = changedTo(desk, draft, text, draft.changed === 'freely' ? 'freely' : 'corrections')
  const grown = deed.words.length - (deed.end - deed.start)
  const at = deed.next === null ? deed.start : deed.next + (deed.next >= deed.end ? grown : 0)
  return { ...corrected, at }
}

function changedTo(desk: Desk, draft: DeskDraft, text: string, changed: DeskDraft['changed']): Desk {
  const splice = spliceOf(draft.text, text)
  if (!splice) return desk
  const round = desk.round + 1
  const blocks = draft.blocks && movedBlocks(draft.blocks, splice)
  const typing = changed === 'freely' && draft.changed === 'freely' && splice.removed + splice.inserted === 1
  const past = typing && desk.past.length > 0 ? desk.past : [...desk.past.slice(-99), { draft, at: desk.at }]
  const file = changed === 'freely' ? null : draft.file
  return { ...desk, round, past, draft: { ...draft, round, text, blocks, changed, file } }
}

/** A report came: the draft takes the text as it was read, unless it was changed meanwhile. */
function told(desk: Desk, draft: DeskDraft, { report, round }: { report: CheckReport; round: number }): Desk {
  if (draft.round !== round) return desk
  const { text, format, name } = report
  if (draft.changed !== 'no') return { ...desk, report, draft: { ...draft, text } }
  const blocks = format === 'docx' || format === 'html' ? report.blocks : undefined
  return { ...desk, report, draft: { ...draft, text, format, name, blocks, notes: report.notes } }
}
