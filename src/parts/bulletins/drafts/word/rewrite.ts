import type { CutWords, Edits, Mark, RunEdit } from './edits.ts'
import { raisedFigures } from './run-deeds.ts'

export interface By {
  author: string
  at: Date
}

export const wordSpaces = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
}

export const isStrict = (xml: string) => xml.includes(wordSpaces.strict)

interface Writing {
  author: string
  date: string
  xml: string
  space: string
  /** id of the first comment; those of tracked changes come behind the last */
  firstId: number
  nextId: number
}

/** The XML of the document with its runs cut and marked; all other bytes of it stay. */
export function rewritten(xml: string, edits: Edits, by: By & { firstId: number }): string {
  const space = isStrict(xml) ? wordSpaces.strict : wordSpaces.transitional
  const writing: Writing = {
    ...{ author: escaped(by.author), date: dateOf(by.at), xml, space },
    ...{ firstId: by.firstId, nextId: by.firstId + edits.comments.length },
  }
  const parts: string[] = []
  let at = 0
  for (const edit of [...edits.runs.values()].sort((a, b) => a.run.from - b.run.from)) {
    parts.push(xml.slice(at, edit.run.from), runOf(writing, edit))
    at = edit.run.to
  }
  parts.push(xml.slice(at))
  return parts.join('')
}

/** Content of a run between two marks: XML as it stands, or words written anew. */
type Chunk = { xml: string; deleted: boolean } | { mark: Mark }

function runOf(writing: Writing, edit: RunEdit): string {
  const { run, before, after, words } = edit
  const { xml } = writing
  const marks = (list: readonly Mark[]) => inOrder(list).map((mark) => markOf(writing, edit, mark))
  if (words.size === 0) return [...marks(before), xml.slice(run.from, run.to), ...marks(after)].join('')
  const chunks: Chunk[] = []
  let at = run.properties.to
  for (const cut of [...words.values()].sort((a, b) => a.place.from - b.place.from)) {
    chunks.push({ xml: xml.slice(at, cut.place.from), deleted: false }, ...chunksOf(writing, cut))
    at = cut.place.to
  }
  const end = xml.lastIndexOf('</', run.to - 1)
  chunks.push({ xml: xml.slice(at, end), deleted: false })
  return [...marks(before), ...assembled(writing, edit, chunks, xml.slice(end, run.to)), ...marks(after)].join('')
}

function chunksOf({ xml }: Writing, { place, text, cuts, deleted }: CutWords): Chunk[] {
  const raw = xml.slice(place.from, place.to)
  const name = nameOf(raw)
  const chunks: Chunk[] = []
  const points = [...new Set([0, ...cuts.keys(), text.length])].sort((a, b) => a - b)
  points.forEach((from, at) => {
    for (const mark of inOrder(cuts.get(from) ?? [])) chunks.push({ mark })
    const to = points[at + 1]
    if (to === undefined) return
    const gone = deleted.some(([start, end]) => start <= from && to <= end)
    const whole = from === 0 && to === text.length && !gone
    if (whole || !/(?:^|:)t$/.test(name)) chunks.push({ xml: raw, deleted: gone })
    else {
      const written = place.raised ? lowered(text.slice(from, to)) : text.slice(from, to)
      const element = gone ? name.replace(/t$/, 'delText') : name
      chunks.push({ xml: `<${element} xml:space="preserve">${escaped(written)}</${element}>`, deleted: gone })
    }
  })
  return chunks
}

/** Chunks as runs with the properties of the one they came from, deleted ones within w:del, marks between. */
function assembled(writing: Writing, edit: RunEdit, chunks: readonly Chunk[], close: string): string[] {
  const { xml } = writing
  const { from, opened, properties } = edit.run
  const open = xml.slice(from, opened) + xml.slice(properties.from, properties.to)
  const out: string[] = []
  let body = ''
  let gone = false
  const end = () => {
    if (body.trim() !== '') out.push(gone ? tracked(writing, edit, 'del', open + body + close) : open + body + close)
    body = ''
  }
  for (const chunk of chunks) {
    if ('mark' in chunk) {
      end()
      out.push(markOf(writing, edit, chunk.mark))
    } else if (chunk.xml !== '') {
      if (chunk.deleted !== gone) end()
      gone = chunk.deleted
      body += chunk.xml
    }
  }
  end()
  return out
}

const order = { insert: 0, end: 1, start: 2 }
const inOrder = (marks: readonly Mark[]) => marks.toSorted((a, b) => order[a.kind] - order[b.kind])

function markOf(writing: Writing, edit: RunEdit, mark: Mark): string {
  if (mark.kind === 'insert') return insertion(writing, edit, mark.words)
  const { prefix, declared } = prefixOf(writing, edit)
  const id = `${prefix}:id="${writing.firstId + mark.comment}"`
  if (mark.kind === 'start') return `<${prefix}:commentRangeStart${declared} ${id}/>`
  return `<${prefix}:commentRangeEnd${declared} ${id}/><${prefix}:r${declared}><${prefix}:commentReference ${id}/></${prefix}:r>`
}

/** New words in the dress of the old; an insertion of somebody else ends before ours and goes on behind it. */
function insertion(writing: Writing, edit: RunEdit, words: string): string {
  const { xml } = writing
  const { from, opened, properties, insertion: outer } = edit.run
  const open = xml.slice(from, opened)
  const name = nameOf(open)
  const text = name.replace(/r$/, 't')
  const run = `${open}${xml.slice(properties.from, properties.to)}<${text} xml:space="preserve">${escaped(words)}</${text}></${name}>`
  const inserted = tracked(writing, edit, 'ins', run)
  if (!outer) return inserted
  const tag = xml.slice(outer.from, outer.opened)
  return `</${nameOf(tag)}>${inserted}${tag}`
}

function tracked(writing: Writing, edit: RunEdit, kind: 'ins' | 'del', content: string): string {
  const { prefix, declared } = prefixOf(writing, edit)
  const { author, date } = writing
  const id = writing.nextId++
  return `<${prefix}:${kind}${declared} ${prefix}:id="${id}" ${prefix}:author="${author}" ${prefix}:date="${date}">${content}</${prefix}:${kind}>`
}

/** The file's own prefix when the run has one, for it is bound there; else ours with its binding. */
function prefixOf({ xml, space }: Writing, { run }: RunEdit): { prefix: string; declared: string } {
  const [prefix, local] = nameOf(xml.slice(run.from, run.opened)).split(':')
  if (local === 'r' && prefix) return { prefix, declared: '' }
  return { prefix: 'w', declared: ` xmlns:w="${space}"` }
}

const nameOf = (tag: string) => /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
export const dateOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z')

const lowered = (text: string) => text.replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(raisedFigures.indexOf(digit)))

/** Words as XML takes them: marks escaped, what XML cannot hold left out (XML 1.0, 2.2). */
export function escaped(words: string): string {
  return words
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
