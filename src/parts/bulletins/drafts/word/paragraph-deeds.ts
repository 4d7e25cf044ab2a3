import { count, type Deeds, grandparentOf, parentOf, passOver, type Reading } from './reading.ts'
import { hideRun, isHidden } from './run-deeds.ts'
import { levelOf } from './styles.ts'
import { attribute, isOn, type Tag } from './xml.ts'

const ofMark = (reading: Reading) => parentOf(reading) === 'w:rPr' && grandparentOf(reading) === 'w:pPr'

/** Paragraphs and their properties, what was tracked, versions of one thing, and notes. */
export const openingParagraphs: Deeds = {
  'w:p': (reading) => {
    reading.paragraphs.push({ kind: 'paragraph', pieces: [], after: [], styleHidden: false })
  },
  'w:pStyle': (reading, tag) => {
    const paragraph = reading.paragraphs.at(-1)
    if (!paragraph || parentOf(reading) !== 'w:pPr') return
    const { level, item, hidden } = reading.style(attribute(tag, 'val') ?? '')
    paragraph.styleHidden = hidden === true
    if (level !== undefined) Object.assign(paragraph, { kind: 'heading', level })
    else if (item) paragraph.kind = 'item'
  },
  'w:outlineLvl': (reading, tag) => {
    const paragraph = reading.paragraphs.at(-1)
    if (!paragraph || parentOf(reading) !== 'w:pPr') return
    const level = levelOf(attribute(tag, 'val') ?? '')
    if (level !== undefined) Object.assign(paragraph, { kind: 'heading', level })
    else if (paragraph.kind === 'heading') {
      delete paragraph.level
      paragraph.kind = 'paragraph'
    }
  },
  'w:numId': (reading, tag) => {
    const paragraph = reading.paragraphs.at(-1)
    if (!paragraph || paragraph.kind === 'heading' || parentOf(reading) !== 'w:numPr') return
    paragraph.kind = attribute(tag, 'val') === '0' ? 'paragraph' : 'item'
  },
  'w:vanish': vanish,
  'w:specVanish': vanish,
  'w:ins': insertion,
  'w:moveTo': insertion,
  'w:del': deletion,
  'w:moveFrom': deletion,
  'mc:AlternateContent': ({ choices }) => {
    choices.push(false)
  },
  'mc:Choice': choose,
  'mc:Fallback': choose,
  'w:txbxContent': (reading) => {
    if (!isHidden(reading)) count(reading, 'text-boxes')
    reading.lists.push(reading.paragraphs.at(-1)?.after ?? reading.lists.at(-1)!)
  },
  'w:footnote': openNote,
  'w:endnote': openNote,
  'w:footnoteReference': (reading, tag) => refersTo(reading, tag, 'footnotes'),
  'w:endnoteReference': (reading, tag) => refersTo(reading, tag, 'endnotes'),
}

export const closingParagraphs: Deeds = {
  'w:p': (reading) => {
    const paragraph = reading.paragraphs.pop()
    if (!paragraph) return
    const { styleHidden: _, ...read } = paragraph
    reading.lists.at(-1)?.push(read)
  },
  'w:ins': ({ insertions }) => void insertions.pop(),
  'w:moveTo': ({ insertions }) => void insertions.pop(),
  'mc:AlternateContent': ({ choices }) => void choices.pop(),
  'w:txbxContent': ({ lists }) => void lists.pop(),
  'w:footnote': closeNote,
  'w:endnote': closeNote,
}

/** A hidden paragraph mark lets the next paragraph go on in its line, as a deleted one does. */
function vanish(reading: Reading, tag: Tag): void {
  const paragraph = reading.paragraphs.at(-1)
  if (ofMark(reading) && paragraph && isOn(tag)) paragraph.runsOn = true
  else hideRun(reading, tag)
}

function insertion(reading: Reading, tag: Tag): void {
  count(reading, 'tracked-changes')
  reading.insertions.push(tag)
}

/** Deleted words, the deleted end of a paragraph, or a deleted row (ISO/IEC 29500-1, 17.13.5). */
function deletion(reading: Reading): void {
  count(reading, 'tracked-changes')
  const paragraph = reading.paragraphs.at(-1)
  const row = reading.tables.at(-1)?.row
  if (ofMark(reading) && paragraph) paragraph.runsOn = true
  else if (parentOf(reading) === 'w:trPr' && row) row.gone = true
  passOver(reading)
}

/** Of several versions of one thing the first is read, so that nothing is read twice. */
function choose(reading: Reading): void {
  const innermost = reading.choices.length - 1
  if (innermost < 0) return
  if (reading.choices[innermost]) passOver(reading)
  else reading.choices[innermost] = true
}

function openNote(reading: Reading, tag: Tag): void {
  const nodes: Reading['lists'][number] = []
  reading.note = attribute(tag, 'id') ?? ''
  reading.story.notes.set(reading.note, nodes)
  reading.lists.push(nodes)
}

function closeNote(reading: Reading): void {
  delete reading.note
  reading.lists.pop()
}

function refersTo(reading: Reading, tag: Tag, part: 'footnotes' | 'endnotes'): void {
  const [run] = reading.runs
  if (run && !isHidden(reading)) reading.story.references.push({ part, id: attribute(tag, 'id') ?? '', run: run.place })
}
