import { fieldsOf } from './fields.ts'
import { closingParagraphs, openingParagraphs } from './paragraph-deeds.ts'
import type { WordPlace } from './place.ts'
import { count, type Deeds, passOver, type Reading, type Story } from './reading.ts'
import { closingRuns, openingRuns } from './run-deeds.ts'
import type { Style } from './styles.ts'
import { closingTables, openingTables } from './table-deeds.ts'
import { readXml, type XmlReader } from './xml.ts'

/**
 * Reads a part of a Word file to its final state; `part` says how its words are to be found again. Headings go by outline level and style,
 * numbers that Word draws itself are not invented, codes of fields and hidden words are left out, and nothing in it is run or fetched.
 */
export async function storyOf(xml: string, part: WordPlace['part'], style: (id: string) => Style): Promise<Story> {
  const story: Story = { body: [], notes: new Map(), references: [], counts: {} }
  const reading: Reading = {
    ...{ part, style, story, path: [], insertions: [], lists: [story.body], paragraphs: [], runs: [], tables: [] },
    ...{ choices: [], fields: fieldsOf(), inCode: [], skipping: 0 },
  }
  await readXml(xml, readerOf(reading))
  for (const { piece, field } of reading.inCode) if (field.ended) piece.text = ''
  return story
}

function readerOf(reading: Reading): XmlReader {
  return {
    open(tag) {
      if (reading.skipping === 0) opening.get(tag.name)?.(reading, tag, tag.opened)
      reading.path.push(tag.name)
    },
    close(tag, to) {
      if (reading.skipping === 0) closing.get(tag.name)?.(reading, tag, to)
      else if (reading.skipping === reading.path.length) reading.skipping = 0
      reading.path.pop()
    },
    text(words) {
      if (reading.skipping === 0) reading.words?.push(words)
    },
  }
}

/** Earlier properties, and properties that hold elements named like those of the text. */
const passedOver = [
  ...['pPrChange', 'rPrChange', 'tblPrChange', 'tblPrExChange', 'tcPrChange', 'trPrChange', 'sectPrChange'],
  ...['tblGridChange', 'numberingChange', 'sdtPr', 'sdtEndPr', 'sectPr', 'tblPr', 'tblGrid'],
].map((name): [string, typeof passOver] => [`w:${name}`, passOver])

const counted: Deeds = {
  'pic:pic': (reading) => count(reading, 'pictures'),
  'v:imagedata': (reading) => count(reading, 'pictures'),
  'o:OLEObject': (reading) => count(reading, 'embedded-objects'),
  'c:chart': (reading) => count(reading, 'embedded-objects'),
  'dgm:relIds': (reading) => count(reading, 'embedded-objects'),
  'w:commentReference': (reading) => count(reading, 'comments'),
  'w:altChunk': (reading) => count(reading, 'unreadable-part'),
  'w:subDoc': (reading) => count(reading, 'unreadable-part'),
}

const opening = new Map([
  ...passedOver,
  ...Object.entries({ ...openingParagraphs, ...openingRuns, ...openingTables, ...counted }),
])
const closing = new Map(Object.entries({ ...closingParagraphs, ...closingRuns, ...closingTables }))
