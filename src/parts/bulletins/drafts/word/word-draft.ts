import { Refusal, refuse } from '#kernel/refusal.ts'
import { type Draft, type DraftNote, draftNotes } from '../draft.ts'
import { type LaidOut, layOut } from '../lay-out.ts'
import { openPackage, type Package } from './package.ts'
import type { RunPlace, WordPlace } from './place.ts'
import type { Story, WordNode } from './reading.ts'
import { mainPartOf, type Relation, relationsOf } from './relations.ts'
import { storyOf } from './story.ts'
import { type Style, stylesOf } from './styles.ts'
import { xmlText } from './xml.ts'

/** A Word file that was read, with all that is needed to write into it. */
export interface WordFile {
  file: Package
  main: string
  relations: Relation[]
  /** text of the parts that were read, and their names in the file */
  parts: Partial<Record<WordPlace['part'], { name: string; xml: string }>>
  laidOut: LaidOut<WordPlace>
  counts: Story['counts']
  /** runs of the document that refer to its notes, by part and id */
  references: Map<string, RunPlace>
}

/** Reads a .docx; refuses what cannot be read whole, and a file without words. */
export async function readWord(bytes: Uint8Array): Promise<Omit<Draft, 'name'>> {
  const { laidOut, counts } = await openWord(bytes)
  const { text, blocks } = laidOut
  if (blocks.length === 0) {
    if (counts.pictures) refuse('bulletins/draft-no-text', { pictures: counts.pictures })
    refuse('bulletins/draft-empty')
  }
  return { format: 'docx', text, blocks, notes: notesOf(counts) }
}

export async function openWord(bytes: Uint8Array): Promise<WordFile> {
  const file = await openPackage(bytes)
  const main = await mainPartOf(file)
  const relations = await relationsOf(file, main)
  const style = await stylesIn(file, relations)
  const xml = xmlText((await file.read(main))!)
  const document = await storyOf(xml, 'document', style)
  const word: WordFile = {
    ...{ file, main, relations, parts: { document: { name: main, xml } }, laidOut: layOut([]) },
    ...{ counts: document.counts, references: new Map() },
  }
  const nodes = [...document.body]
  for (const part of ['footnotes', 'endnotes'] as const)
    for (const node of await notesIn(word, part, document, style)) nodes.push(node)
  countOutside(word)
  return { ...word, laidOut: layOut(nodes) }
}

async function stylesIn(file: Package, relations: readonly Relation[]): Promise<(id: string) => Style> {
  const name = relations.find(({ type }) => type === 'styles')?.target
  const bytes = name === undefined ? null : await file.read(name)
  return stylesOf(bytes ? xmlText(bytes) : '<none/>')
}

/** The notes that the text refers to, in its order, as paragraphs after it; a part that cannot be read is said, not fatal. */
async function notesIn(
  word: WordFile,
  part: 'footnotes' | 'endnotes',
  document: Story,
  style: (id: string) => Style,
): Promise<WordNode[]> {
  const references = document.references.filter((reference) => reference.part === part)
  const name = word.relations.find(({ type }) => type === part)?.target
  if (references.length === 0 || name === undefined) return []
  try {
    const xml = xmlText((await word.file.read(name)) ?? refuse('bulletins/draft-damaged'))
    const story = await storyOf(xml, part, style)
    word.parts[part] = { name, xml }
    for (const [code, count] of Object.entries(story.counts) as [DraftNote['code'], number][]) add(word, code, count)
    return references.flatMap(({ id, run }) => {
      if (word.references.has(`${part} ${id}`)) return []
      word.references.set(`${part} ${id}`, run)
      return (story.notes.get(id) ?? []).map(asNote)
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'bulletins/draft-doctype') throw error
    add(word, 'unreadable-part', 1)
    return []
  }
}

function asNote(node: WordNode): WordNode {
  if (node.kind === 'table') return node
  const { pieces, after, runsOn } = node
  return { kind: 'footnote', pieces, after, ...(runsOn ? { runsOn } : {}) }
}

/** What the package holds beside its text: macros, content from elsewhere. */
function countOutside(word: WordFile): void {
  const { file, relations } = word
  if (file.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) add(word, 'macros', 1)
  const outside = relations.filter(({ external, type }) => external && type !== 'hyperlink').length
  if (outside > 0) add(word, 'external-links', outside)
}

function add({ counts }: WordFile, code: DraftNote['code'], count: number): void {
  counts[code] = (counts[code] ?? 0) + count
}

export function notesOf(counts: Story['counts']): DraftNote[] {
  return draftNotes.flatMap((code) => (counts[code] ? [{ code, count: counts[code] }] : []))
}
