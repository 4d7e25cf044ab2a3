import type { z } from 'zod'
import { refuse } from '#kernel/refusal.ts'
import type { Draft, DraftBlock } from '../drafts/draft.ts'
import { pasteDraft } from '../drafts/read-draft.ts'
import type { BlockShape } from './report-shapes.ts'
import { textLimit } from './shapes.ts'

type Sent = Pick<Draft, 'name' | 'format' | 'text' | 'notes'> & {
  blocks?: readonly z.output<typeof BlockShape>[] | undefined
}

/**
 * A text as a page sends it: pasted, or a file's text that was changed on the page and keeps its headings and tables. Refuses
 * `bulletins/check-empty`, `bulletins/check-text-long` (413) and `bulletins/check-blocks`.
 */
export function sentDraft({ blocks, ...sent }: Sent): Draft {
  if (sent.text.trim() === '') refuse('bulletins/check-empty')
  if (sent.text.length > textLimit) refuse('bulletins/check-text-long', { limit: textLimit }, 413)
  if (!blocks) return { ...pasteDraft(sent.text, sent.name), notes: sent.notes }
  let end = 0
  for (const block of blocks) {
    if (block.start < end || block.end < block.start || block.end > sent.text.length) refuse('bulletins/check-blocks')
    end = block.end
  }
  const { name, format, text, notes } = sent
  return { name, format, text, notes, blocks: blocks as DraftBlock[] }
}
