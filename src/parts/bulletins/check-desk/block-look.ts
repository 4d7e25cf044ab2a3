import type { DraftBlock } from '../drafts/draft.ts'

export type Look = 'title' | 'heading1' | 'heading2' | 'heading3' | 'body' | 'note'

/**
 * How a block is drawn. The draft's first heading is its title. A pasted text has no headings: its first line without a stop looks like a
 * title, and lines numbered as headings are (一、（一）) look like headings.
 */
export function lookOf({ kind, level = 1, start }: DraftBlock, words: string): Look {
  if (kind === 'footnote') return 'note'
  const first = words.trim() !== '' && start <= 2
  if (kind === 'heading') return level === 1 && first ? 'title' : `heading${Math.min(level, 3) as 1 | 2 | 3}`
  const line = kind === 'paragraph' && words.length <= 40 && !/[。；！？：:，,]$/.test(words.trim())
  if (!line) return 'body'
  if (/^\s*[一二三四五六七八九十]+、/.test(words)) return 'heading1'
  if (/^\s*（[一二三四五六七八九十]+）/.test(words)) return 'heading2'
  return first ? 'title' : 'body'
}
