import { setImmediate as breath } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { refuse } from '#kernel/refusal.ts'
import { type Draft, type DraftNoteCode, draftNotes } from './draft.ts'
import { type HtmlTable, openHtmlTable } from './html-table.ts'
import { holdTo, layOut, type Node, type Paragraph } from './lay-out.ts'
import { raisedWords } from './word/run-deeds.ts'

type HtmlNode = Node<never>

interface Reading {
  /** open elements, the outermost first */
  path: string[]
  lists: HtmlNode[][]
  tables: HtmlTable<HtmlNode>[]
  /** the paragraph that words are added to */
  open?: Paragraph<never>
  /** words since the last tag */
  words: string[]
  /** paragraphs read */
  paragraphs: number
  /** words end with a blank, so that the next blank is dropped */
  blank: boolean
  /** depth of the element that is passed over; 0 when none is */
  skipping: number
  /** how many open elements keep their blanks */
  kept: number
  counts: Partial<Record<DraftNoteCode, number>>
}

const deepest = 1000
const slice = 1 << 18

/** Reads the words that a page shows. Scripts, styles, forms and hidden elements are left out, entities decoded, nothing fetched. */
export async function readHtml(html: string): Promise<Omit<Draft, 'name'>> {
  const body: HtmlNode[] = []
  const reading: Reading = {
    path: [],
    lists: [body],
    tables: [],
    words: [],
    paragraphs: 0,
    blank: true,
    skipping: 0,
    kept: 0,
    counts: {},
  }
  const parser = new Parser({
    onopentag: (name, attributes) => open(reading, name, attributes),
    onclosetag: (name) => close(reading, name),
    ontext: (text) => void (reading.skipping === 0 && reading.words.push(text)),
  })
  for (let at = 0; at < html.length; at += slice) {
    parser.write(html.slice(at, at + slice))
    await breath()
  }
  parser.end()
  flush(reading)
  endParagraph(reading)
  const { text, blocks } = layOut(body)
  const { counts } = reading
  if (blocks.length === 0 && counts.pictures) refuse('bulletins/draft-no-text', { pictures: counts.pictures })
  if (blocks.length === 0) refuse('bulletins/draft-empty')
  const notes = draftNotes.flatMap((code) => (counts[code] ? [{ code, count: counts[code] }] : []))
  return { format: 'html', text, blocks, notes }
}

const setOf = (names: string) => new Set(names.split(' '))
const passedOver = setOf(
  'head script style template noscript svg math canvas audio video iframe frame object embed applet textarea select button rt rp title del',
)
const fetching = setOf('iframe frame object embed applet link')
const blocks = setOf(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote pre section article aside header footer main nav figure figcaption address form fieldset legend details summary hr body html center',
)

function open(reading: Reading, name: string, attributes: Record<string, string>): void {
  flush(reading)
  reading.path.push(name)
  if (reading.path.length > deepest) refuse('bulletins/draft-too-deep', { limit: deepest })
  if (reading.skipping > 0) return
  if (name === 'img') count(reading, 'pictures')
  if (name === 'del' || name === 'ins') count(reading, 'tracked-changes')
  if (fetching.has(name)) count(reading, 'external-links')
  const hidden = isHidden(attributes)
  if (hidden) count(reading, 'hidden-text')
  if (hidden || passedOver.has(name)) {
    reading.skipping = reading.path.length
    return
  }
  if (name === 'br') addBreak(reading)
  if (!blocks.has(name)) return
  endParagraph(reading)
  if (name === 'pre') reading.kept += 1
  openTablePart(reading, name, attributes)
}

function isHidden({ hidden, style }: Record<string, string>): boolean {
  return hidden !== undefined || /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style ?? '')
}

function openTablePart(reading: Reading, name: string, attributes: Record<string, string>): void {
  const { tables, lists } = reading
  const table = tables.at(-1)
  if (name === 'table') tables.push(openHtmlTable())
  else if (name === 'tr') table?.openRow()
  else if (name === 'td' || name === 'th') {
    const nodes = table?.openCell(name === 'th', attributes['colspan'], attributes['rowspan'])
    lists.push(nodes ?? lists.at(-1)!)
  }
}

function close(reading: Reading, name: string): void {
  flush(reading)
  const depth = reading.path.length
  reading.path.pop()
  if (reading.skipping > 0) {
    if (reading.skipping === depth) reading.skipping = 0
    return
  }
  if (!blocks.has(name)) return
  endParagraph(reading, name)
  if (name === 'pre') reading.kept -= 1
  if (name === 'td' || name === 'th') reading.lists.pop()
  else if (name === 'table') {
    const table = reading.tables.pop()
    if (table) reading.lists.at(-1)!.push({ kind: 'table', cells: table.cells })
  }
}

/** What the innermost block that has a say makes of a paragraph; `closing` is the element that just left the path. */
function kindOf({ path }: Reading, closing: string | undefined): Pick<Paragraph<never>, 'kind' | 'level'> {
  for (const name of [closing ?? '', ...path.slice(-20).reverse()]) {
    if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name.charAt(1)) }
    if (name === 'li' || name === 'dd') return { kind: 'item' }
    if (name === 'td' || name === 'th' || name === 'div') break
  }
  return { kind: 'paragraph' }
}

function endParagraph(reading: Reading, closing?: string): void {
  const { open: paragraph, lists } = reading
  reading.blank = true
  if (!paragraph) return
  delete reading.open
  reading.paragraphs += 1
  holdTo(reading.paragraphs)
  const last = paragraph.pieces.at(-1)!
  last.text = last.text.trimEnd()
  lists.at(-1)!.push({ ...paragraph, ...kindOf(reading, closing) })
}

/** Adds the words since the last tag to the open paragraph. */
function flush(reading: Reading): void {
  if (reading.words.length === 0) return
  const text = reading.words.join('')
  reading.words = []
  const kept = reading.kept > 0 ? text : collapsed(reading, text)
  add(reading, reading.path.at(-1) === 'sup' ? raisedWords(kept) : kept)
}

function collapsed(reading: Reading, text: string): string {
  const blanks = text.replaceAll(/[ \t\n\r\f]+/g, ' ')
  return reading.blank && blanks.startsWith(' ') ? blanks.slice(1) : blanks
}

function addBreak(reading: Reading): void {
  if (!reading.open) return
  add(reading, '\n')
  reading.blank = true
}

function add(reading: Reading, text: string): void {
  if (text === '') return
  reading.open ??= { kind: 'paragraph', pieces: [], after: [] }
  reading.open.pieces.push({ text })
  reading.blank = /[ \n]$/.test(text)
}

function count({ counts }: Reading, code: DraftNoteCode): void {
  counts[code] = (counts[code] ?? 0) + 1
}
