import { Refusal, refuse } from '#kernel/refusal.ts'
import { contentKindOf } from './content-kind.ts'
import type { Draft, DraftFormat } from './draft.ts'
import { readHtml } from './html-draft.ts'
import { readMarkdown } from './markdown-draft.ts'
import { blocksOfText, textOfFile } from './text-draft.ts'
import { readWord } from './word/word-draft.ts'

/** No draft of an office is larger; what is, is pictures. */
export const mostMegabytes = 20

/**
 * Reads a draft by what the file is: .docx (to its final state), .html, .md, .txt in UTF-8, UTF-16 with a mark or GB18030. What its name
 * says wrongly is noted (`other-kind`). Nothing of it is run and nothing is fetched. Refuses, each with the file's name: `bulletins/draft-empty`,
 * `draft-no-text` (pictures only), `draft-too-large`, `draft-too-long`, `draft-too-deep`, `draft-damaged`, `draft-locked`, `draft-old-word`,
 * `draft-pdf`, `draft-format`, `draft-zip-bomb`, `draft-doctype`, `draft-unreadable`.
 */
export async function readDraft(bytes: Uint8Array, name: string): Promise<Draft> {
  return named(name, async () => {
    if (bytes.length > mostMegabytes * 2 ** 20) refuse('bulletins/draft-too-large', { limit: mostMegabytes }, 413)
    if (contentKindOf(bytes) === 'zip') return marked(await readWord(bytes), name)
    return marked(await draftOfText(textOfFile(bytes), name), name)
  })
}

/** A text that was pasted, or typed into the page: Markdown when the name given says so, or when it has a table in Markdown. */
export function pasteDraft(text: string, name = ''): Draft {
  if (text.length > mostMegabytes * 2 ** 20)
    refuse('bulletins/draft-too-large', { limit: mostMegabytes, file: name }, 413)
  if (!/\S/.test(text)) refuse('bulletins/draft-empty', { file: name })
  const format = formatByName(name) === 'md' || hasMarkdownTable(text) ? 'md' : 'txt'
  return { name, ...(format === 'md' ? readMarkdown(text) : plainText(text)) }
}

/** The line under a table's head: `| --- | ---: |`. */
function hasMarkdownTable(text: string): boolean {
  return /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/m.test(text)
}

type Read = Omit<Draft, 'name'>

async function draftOfText(text: string, name: string): Promise<Read> {
  if (!/\S/.test(text)) refuse('bulletins/draft-empty')
  const opening = text.slice(0, 2000)
  if (/^\s*<\?xml\b/.test(opening) && !/<html\b/i.test(opening)) refuse('bulletins/draft-format', { looks: 'XML' })
  const named = formatByName(name)
  if (named === 'html' || /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html)\b/i.test(opening))
    return readHtml(text)
  return named === 'md' ? readMarkdown(text) : plainText(text)
}

const plainText = (text: string): Read => ({ format: 'txt', text, blocks: blocksOfText(text), notes: [] })

const endings: Record<string, DraftFormat> = {
  ...{ docx: 'docx', docm: 'docx', dotx: 'docx', dotm: 'docx', html: 'html', htm: 'html', xhtml: 'html' },
  ...{ md: 'md', markdown: 'md', txt: 'txt', text: 'txt' },
}

const formatByName = (name: string): DraftFormat | undefined => endings[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '']

/** A name without an ending says nothing wrong; any other must say what the file is. */
function marked(read: Read, name: string): Draft {
  const wrong = /\.\w+$/.test(name) && formatByName(name) !== read.format
  return { name, ...read, notes: wrong ? [...read.notes, { code: 'other-kind', count: 1 }] : read.notes }
}

/** Says the file's name in whatever is refused. */
async function named(file: string, read: () => Promise<Draft>): Promise<Draft> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.details, file }, error.status)
    throw error
  }
}
