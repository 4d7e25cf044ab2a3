import { refuse } from '#kernel/refusal.ts'
import type { Cell, Draft, DraftBlock } from './draft.ts'
import { holdTo } from './lay-out.ts'
import { inlineMarkup } from './markdown-inline.ts'
import { headingsOf } from './table-headings.ts'
import { type Line, lineAt } from './text-draft.ts'
import { wordsOf } from './words-of.ts'

interface Reading {
  text: string
  blocks: DraftBlock[]
  markup: [number, number][]
  pictures: number
  tables: number
  /** the paragraph or item that further lines go on */
  open?: DraftBlock
  /** the mark that will end the code being read */
  fence?: string
}

/**
 * The blocks of Markdown as ranges of the file's own text, read line by line: no nesting is followed, so the work grows with the length and
 * nothing else. Headings, items, tables of GFM, quotes, footnotes and code are known; what is marks and addresses is listed as `markup`.
 */
export function readMarkdown(text: string): Omit<Draft, 'name'> {
  const reading: Reading = { text, blocks: [], markup: [], pictures: 0, tables: 0 }
  let at = frontMatter(reading)
  for (let line = lineAt(text, at); line; line = lineAt(text, at)) at = readLine(reading, line)
  const { markup, pictures } = reading
  markup.sort(([a], [b]) => a - b)
  const words = wordsOf({ text, markup })
  const blocks = reading.blocks.filter(({ start, end }) => /[^\s\u2060]/.test(words.slice(start, end)))
  if (blocks.length === 0 && pictures > 0) refuse('bulletins/draft-no-text', { pictures })
  return { format: 'md', text, blocks, notes: pictures > 0 ? [{ code: 'pictures', count: pictures }] : [], markup }
}

/** Settings between two lines of `---` at the very top; where the text begins. */
function frontMatter({ text, markup }: Reading): number {
  const found = /^---[ \t]*\r?\n(?:[^\n]{0,2000}\n){0,200}?---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 1 << 16))
  if (!found) return 0
  markup.push([0, found[0].length])
  return found[0].length
}

/** Reads one line, or a table's lines; where the next begins. */
function readLine(reading: Reading, { start, end, next }: Line & { next: number }): number {
  const { text } = reading
  const fence = /^\s{0,3}(`{3,}|~{3,})/.exec(text.slice(start, Math.min(end, start + 200)))?.[1]
  if (reading.fence !== undefined || fence !== undefined) {
    readCode(reading, start, end, fence)
    return next
  }
  const from = afterQuotes(reading, start, end)
  const line = text.slice(from, end)
  if (line.trim() === '') {
    delete reading.open
    return next
  }
  if (line.includes('|') && isDelimiter(reading, next)) return readTable(reading, { start: from, end }, next)
  if (readHeading(reading, line, from) || readRule(reading, line, from)) return next
  if (/^ {0,3}\[[^\]^][^\]]{0,200}\]:/.test(line)) mark(reading, from, end)
  else readWords(reading, line, from)
  return next
}

function readCode(reading: Reading, start: number, end: number, fence: string | undefined): void {
  const { fence: open, text } = reading
  delete reading.open
  if (open === undefined && fence !== undefined) reading.fence = fence
  else if (open !== undefined && fence?.startsWith(open)) delete reading.fence
  else {
    if (/\S/.test(text.slice(start, end))) block(reading, { kind: 'paragraph', start, end })
    return
  }
  mark(reading, start, end)
}

/** Passes the marks of quotes; the words of a quote are words. */
function afterQuotes(reading: Reading, start: number, end: number): number {
  const { text } = reading
  let at = start
  while (at < end && /[ \t>]/.test(text.charAt(at))) at += 1
  if (!text.slice(start, at).includes('>')) return start
  mark(reading, start, at)
  return at
}

function readHeading(reading: Reading, line: string, from: number): boolean {
  const marks = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(line)
  const { open } = reading
  if (marks) {
    delete reading.open
    const words = line.slice(marks[0].length).trimEnd()
    const start = from + marks[0].length
    const end = start + withoutClosing(words).length
    mark(reading, from, start)
    mark(reading, end, from + line.length)
    if (end > start) inline(reading, block(reading, { kind: 'heading', level: marks[1]!.length, start, end }))
    return true
  }
  const under = line.trim()
  if (open?.kind !== 'paragraph' || !(/^=+$/.test(under) || /^-+$/.test(under))) return false
  Object.assign(open, { kind: 'heading', level: under.startsWith('=') ? 1 : 2 })
  mark(reading, from, from + line.length)
  delete reading.open
  return true
}

/** A heading may be closed by further `#`. */
function withoutClosing(words: string): string {
  let end = words.length
  while (end > 0 && words.charAt(end - 1) === '#') end -= 1
  return end < words.length && (end === 0 || /[ \t]/.test(words.charAt(end - 1)))
    ? words.slice(0, end).trimEnd()
    : words
}

function readRule(reading: Reading, line: string, from: number): boolean {
  const marks = line.replaceAll(/[ \t]/g, '')
  if (marks.length < 3 || !/^(?:-+|\*+|_+)$/.test(marks)) return false
  mark(reading, from, from + line.length)
  delete reading.open
  return true
}

function readWords(reading: Reading, line: string, from: number): void {
  const indent = line.length - line.trimStart().length
  const marker = /^(?:(?:[-*+]|(\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|(\[\^[^\]]{1,100}\]:)[ \t]*)/.exec(
    line.slice(indent, indent + 300),
  )
  // A number in the middle of a paragraph begins a list only when it is 1 (CommonMark 5.3).
  const begins = marker && !(reading.open?.kind === 'paragraph' && marker[1] !== undefined && Number(marker[1]) !== 1)
  const start = from + indent + (begins ? marker[0].length : 0)
  const end = from + line.trimEnd().length
  if (begins) mark(reading, from + indent, start)
  if (start >= end) return
  if (!begins && reading.open) reading.open.end = end
  else reading.open = block(reading, { kind: marker?.[2] ? 'footnote' : begins ? 'item' : 'paragraph', start, end })
  inline(reading, { start, end })
}

function block(reading: Reading, made: DraftBlock): DraftBlock {
  holdTo(reading.blocks.push(made))
  return made
}

function mark({ markup }: Reading, from: number, to: number): void {
  if (to > from) holdTo(markup.push([from, to]))
}

function inline(reading: Reading, { start, end }: Line): void {
  const { ranges, pictures } = inlineMarkup(reading.text, start, end)
  for (const [from, to] of ranges) mark(reading, from, to)
  reading.pictures += pictures
}

function isDelimiter({ text }: Reading, start: number): boolean {
  const line = lineAt(text, start)
  if (!line) return false
  const written = text.slice(line.start, line.end).trim()
  if (!/^[|:\- \t]+$/.test(written) || !written.includes('-') || !written.includes('|')) return false
  return cellsOf(written, 0).every(({ start: from, end }) => /^:?-+:?$/.test(written.slice(from, end)))
}

/** Reads a table from its heading, with the delimiters at `next`, to the next blank line; where that begins. */
function readTable(reading: Reading, head: Line, next: number): number {
  const { text } = reading
  delete reading.open
  const delimiter = lineAt(text, next)!
  mark(reading, delimiter.start, delimiter.end)
  const cells = rowCells(reading, head, 0)
  let at = delimiter.next
  for (let row = 1; ; row++) {
    const line = lineAt(text, at)
    if (!line || text.slice(line.start, line.end).trim() === '') break
    for (const cell of rowCells(reading, line, row)) cells.push(cell)
    holdTo(reading.blocks.length + cells.length)
    at = line.next
  }
  writeCells(reading, cells)
  return at
}

interface MarkdownCell extends Line {
  row: number
  column: number
}

function rowCells({ text }: Reading, { start, end }: Line, row: number): MarkdownCell[] {
  return cellsOf(text.slice(start, end), start).map((range, column) => ({ ...range, row, column }))
}

function writeCells(reading: Reading, cells: readonly MarkdownCell[]): void {
  const grid = cells.map(({ row, column }) => ({ row, column, width: 1, height: 1, heading: row === 0 }))
  const texts = cells.map(({ start, end }) =>
    reading.text.slice(start, Math.min(end, start + 200)).replaceAll(/[*`\\]/g, ''),
  )
  const headings = headingsOf(grid, texts)
  const table = reading.tables++
  cells.forEach(({ row, column, start, end }, at) => {
    if (start === end) return
    const cell: Cell = { table, row, column, ...headings[at]! }
    inline(reading, block(reading, { kind: 'cell', start, end, cell }))
  })
}

/** The cells of a row between its bars, as ranges without blanks around; `\|` is a bar within a cell. */
function cellsOf(row: string, offset: number): Line[] {
  const cells: Line[] = []
  let start = 0
  const cut = (end: number) => {
    const words = row.slice(start, end)
    const from = start + words.length - words.trimStart().length
    cells.push({ start: offset + from, end: offset + Math.max(from, start + words.trimEnd().length) })
    holdTo(cells.length)
    start = end + 1
  }
  for (let at = 0; at < row.length; at++) {
    if (row.charAt(at) === '\\') at += 1
    else if (row.charAt(at) === '|') cut(at)
  }
  cut(row.length)
  const first = row.trimStart().startsWith('|') ? 1 : 0
  const closed = row.trimEnd().endsWith('|') && cells.length > first + 1
  return cells.slice(first, closed ? -1 : undefined)
}
