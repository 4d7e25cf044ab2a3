import type { RunPlace } from './place.ts'
import { count, type Deeds, parentOf, passOver, type Reading } from './reading.ts'
import { attribute, isOn, type Tag } from './xml.ts'

const ofRun = ({ path }: Reading) => path.at(-1) === 'w:rPr' && path.at(-2) === 'w:r'

/** Runs and the words in them. */
export const openingRuns: Deeds = {
  'w:r': (reading, tag) => openRun(reading, tag, true),
  'm:oMath': (reading, tag) => openRun(reading, tag, false),
  'm:oMathPara': (reading, tag) => openRun(reading, tag, false),
  'w:rStyle': (reading, tag) => {
    const run = reading.runs.at(-1)
    if (run && ofRun(reading) && reading.style(attribute(tag, 'val') ?? '').hidden) run.styleHidden = true
  },
  'w:vertAlign': (reading, tag) => {
    const run = reading.runs.at(-1)
    if (run && ofRun(reading)) run.raised = attribute(tag, 'val') === 'superscript'
  },
  'w:t': (reading) => {
    if (parentOf(reading) === 'w:r') reading.words = []
  },
  'm:t': (reading) => {
    if (parentOf(reading) === 'm:r') reading.words = []
  },
  'm:den': (reading, tag) => addWords(reading, tag, tag.opened, '/'),
  'm:sup': (reading, tag) => addWords(reading, tag, tag.opened, '^'),
  'm:sub': (reading, tag) => addWords(reading, tag, tag.opened, '_'),
  'w:fldChar': (reading, tag) => {
    const type = attribute(tag, 'fldCharType')
    if (type === 'begin' || type === 'separate' || type === 'end') reading.fields[type]()
  },
  'w:rt': passOver,
  'w:rubyPr': passOver,
}

export const closingRuns: Deeds = {
  'w:r': closeRun,
  'm:oMath': closeRun,
  'm:oMathPara': closeRun,
  'w:rPr': (reading, tag, to) => {
    if (reading.path.at(-2) === 'w:r') reading.runs.at(-1)!.place.properties = { from: tag.from, to }
  },
  'w:t': closeWords,
  'm:t': closeWords,
  'w:tab': (reading, tag, to) => addMark(reading, tag, to, '\t'),
  'w:ptab': (reading, tag, to) => addMark(reading, tag, to, '\t'),
  'w:br': (reading, tag, to) => addMark(reading, tag, to, '\n'),
  'w:cr': (reading, tag, to) => addMark(reading, tag, to, '\n'),
  'w:noBreakHyphen': (reading, tag, to) => addMark(reading, tag, to, '\u2011'),
  'w:sym': (reading, tag, to) => addMark(reading, tag, to, symbolOf(tag)),
}

function openRun(reading: Reading, { from, opened }: Tag, divisible: boolean): void {
  const inserted = parentOf(reading) === 'w:ins' || parentOf(reading) === 'w:moveTo'
  const insertion = inserted ? reading.insertions.at(-1) : undefined
  const place: RunPlace = {
    ...{ from, opened, to: opened, properties: { from: opened, to: opened }, divisible },
    ...(insertion ? { insertion: { from: insertion.from, opened: insertion.opened } } : {}),
  }
  reading.runs.push({ place, styleHidden: reading.paragraphs.at(-1)?.styleHidden === true, raised: false })
}

function closeRun(reading: Reading, _tag: Tag, to: number): void {
  const run = reading.runs.pop()
  if (run) run.place.to = to
}

/** `w:vanish` of a run, once its properties are known. */
export function hideRun(reading: Reading, tag: Tag): void {
  const run = reading.runs.at(-1)
  if (run && ofRun(reading)) run.hidden = isOn(tag)
}

export function isHidden({ runs }: Reading): boolean {
  return runs.some(({ hidden, styleHidden }) => hidden ?? styleHidden)
}

function closeWords(reading: Reading, tag: Tag, to: number): void {
  const read = reading.words?.join('').replaceAll(/[\n\r\t]/g, ' ')
  delete reading.words
  if (read === undefined) return
  addWords(reading, tag, to, tag.attributes['xml:space'] === 'preserve' ? read : read.trim())
}

function addMark(reading: Reading, tag: Tag, to: number, words: string): void {
  // A w:tab of the paragraph's properties is a tab stop, not a tab: close finds its own name last on the path.
  if (reading.path.at(-2) === 'w:r') addWords(reading, tag, to, words)
}

function addWords(reading: Reading, { from }: Tag, to: number, words: string): void {
  const [outermost] = reading.runs
  const own = reading.runs.at(-1)
  const paragraph = reading.paragraphs.at(-1)
  if (!outermost || !own || !paragraph || words === '') return
  if (isHidden(reading)) {
    count(reading, 'hidden-text')
    return
  }
  const { part, note } = reading
  const text = own.raised ? raisedWords(words) : words
  const place = {
    ...{ part, run: outermost.place, from, to, raised: text !== words },
    whole: reading.runs.length > 1 || !outermost.place.divisible,
    ...(note === undefined ? {} : { note }),
  }
  const piece = { text, place }
  paragraph.pieces.push(piece)
  const field = reading.fields.code()
  if (field) reading.inCode.push({ piece, field })
}

export const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A raised figure is a power or a mark of a note, never a figure of the line: 10⁴, 平方米², 331亿元¹. */
export function raisedWords(words: string): string {
  return words.replaceAll(/[0-9]/g, (digit) => raisedFigures.charAt(Number(digit)))
}

/** Of symbol fonts only Symbol has figures and signs in it (ISO/IEC 29500-1, 17.3.3.30). */
function symbolOf(tag: Tag): string {
  const code = Number.parseInt(attribute(tag, 'char') ?? '', 16)
  if (!(code >= 32 && code < 0xffff)) return ''
  if (code < 0xe000 || code > 0xf8ff) return code >= 0xd800 && code < 0xe000 ? '' : String.fromCharCode(code)
  if (!/^symbol$/i.test(attribute(tag, 'font') ?? '')) return ''
  const low = code & 0xff
  return low >= 0x20 && low < 0x3a ? String.fromCharCode(low) : (symbols[low] ?? '')
}

const symbols: Record<number, string> = {
  176: '°',
  177: '±',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
  163: '≤',
  179: '≥',
}
