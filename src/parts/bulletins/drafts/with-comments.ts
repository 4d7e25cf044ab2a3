import { type AsyncZippable, zip } from 'fflate'
import { refuse } from '#kernel/refusal.ts'
import type { Draft } from './draft.ts'
import { commentParts } from './word/comments-part.ts'
import { editsOf } from './word/edits.ts'
import type { Package } from './word/package.ts'
import { rewritten } from './word/rewrite.ts'
import { openWord } from './word/word-draft.ts'

/** What a comment says of a stretch of `Draft.text`; `correction` is put in its place as a tracked change. */
export interface DraftComment {
  start: number
  end: number
  words: string
  correction?: string
}

/**
 * The Word file of a draft with a comment at each place. Runs are split with their properties kept. Words of notes, text boxes and formulas
 * are commented at the run of the text that holds them, and their correction is said in the comment instead of written. Of corrections that
 * overlap the first is written. Refuses `bulletins/draft-changed` when the bytes are not the file that was read.
 */
export async function withComments(
  bytes: Uint8Array,
  draft: Pick<Draft, 'name' | 'text'>,
  comments: readonly DraftComment[],
  by: { author: string; at: Date },
): Promise<Uint8Array> {
  const word = await openWord(bytes)
  if (word.laidOut.text !== draft.text) refuse('bulletins/draft-changed', { file: draft.name })
  const wanted = comments
    .filter(({ start, end }) => start >= 0 && start < end && end <= draft.text.length)
    .map((one) => ({
      ...one,
      start: one.start - within(draft.text, one.start),
      end: one.end + within(draft.text, one.end),
    }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  if (wanted.length === 0) return bytes
  const edits = editsOf(word, wanted)
  const { parts, firstId } = await commentParts(word, edits.comments, by)
  const { name, xml } = word.parts.document!
  parts.set(name, rewritten(xml, edits, { ...by, firstId }))
  return zipped(word.file, parts)
}

/** 1 when an offset would cut a character of two units, else 0. */
const within = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) && at > 0 ? 1 : 0)

/** The package with some of its parts changed, in its order; the same parts give the same bytes. */
async function zipped(file: Package, changed: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const mtime = new Date(1980, 0, 1)
  const files: AsyncZippable = {}
  for (const name of new Set([...file.names, ...changed.keys()])) {
    const xml = changed.get(name)
    const content = xml === undefined ? (await file.read(name))! : Buffer.from(inUtf8(xml))
    files[name] = [content, { mtime, level: packed.test(name) ? 0 : 6 }]
  }
  return new Promise((done, fail) => zip(files, (error, made) => (error ? fail(error) : done(made))))
}

/** What is compressed already. */
const packed = /\.(?:png|jpe?g|gif|emz|wmz|docx|xlsx|pptx|zip|mp4|odttf)$/i

/** Whatever the part was written in, it is UTF-8 now. */
const inUtf8 = (xml: string) => xml.replace(/^(<\?xml[^>]*?encoding=)["'][^"']*["']/, '$1"UTF-8"')
