import type { Draft } from './draft.ts'

/** A character that nobody sees and that joins what stands on either side (U+2060). */
const unseen = '\u2060'

/**
 * `Draft.text` with every mark and address of Markdown blotted out, character for character: as long as the text, so offsets hold, and what
 * the figures are searched in. Of other drafts it is the text.
 */
export function wordsOf({ text, markup = [] }: Pick<Draft, 'text' | 'markup'>): string {
  const parts: string[] = []
  let at = 0
  for (const [start, end] of markup) {
    if (end <= at) continue
    parts.push(text.slice(at, start), unseen.repeat(end - Math.max(at, start)))
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}
