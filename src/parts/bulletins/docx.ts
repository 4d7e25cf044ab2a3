import { strToU8, type Zippable, zipSync } from 'fflate'
import { DocxBlocks } from './docx-blocks.ts'
import { lineageAnnex } from './docx-lineage.ts'
import { fontTable, footerOf, namespaces, numberingOf, sectionOf, settings } from './docx-sheet.ts'
import { stylesOf } from './docx-styles.ts'
import { declaration, paragraph, relationTypes, run, xml } from './docx-xml.ts'
import { type Drawn, dateWords, noteOf } from './drawn.ts'

/**
 * The bulletin as a Word file on the page of GB/T 9704-2012. Each figure carries a bookmark and leads to its entry in the annex, which
 * tells what it stands on and leads back. Nothing in it depends on the moment of drawing.
 */
export function docxOf(drawn: Drawn): Buffer {
  const { tree } = drawn
  const blocks = new DocxBlocks(drawn)
  const annex = drawn.annex ? lineageAnnex(drawn, drawn.annex, blocks) : ''
  const { relations } = blocks
  const footers = { odd: relations.file('footer', 'footer1.xml'), even: relations.file('footer', 'footer2.xml') }
  for (const name of ['styles', 'settings', 'numbering', 'fontTable']) relations.file(name, `${name}.xml`)
  const body = [
    paragraph('Title', run(tree.title)),
    ...tree.blocks.map((block) => blocks.block(block)),
    ...ending(drawn),
    annex,
    drawn.annex ? paragraph('Note', run(noteOf(drawn))) : '',
    sectionOf(tree.locale, footers),
  ]
  return zipped({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreOf(drawn),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body.join('')}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations.text(),
    'word/styles.xml': stylesOf(tree.locale),
    'word/settings.xml': settings,
    'word/numbering.xml': numberingOf(blocks.lists),
    'word/fontTable.xml': fontTable(),
    'word/footer1.xml': footerOf('right'),
    'word/footer2.xml': footerOf('left'),
    ...blocks.media,
  })
}

/** 落款和成文日期 four characters from the right edge; the note stands there or closes the annex, where there is one. */
function ending(drawn: Drawn): string[] {
  const { locale, closing } = drawn.tree
  return [
    paragraph('Text', '', { keepNext: true }),
    paragraph('Closing', run(closing.by), { keepNext: true }),
    paragraph('Closing', run(dateWords(closing.on, locale))),
    ...(drawn.annex ? [] : [paragraph('Note', run(noteOf(drawn)))]),
  ]
}

/** The day of the document stands for its moment, so that a bulletin drawn twice is one file. */
function coreOf({ tree }: Drawn): string {
  const at = `${tree.closing.on}T00:00:00Z`
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(tree.title)}</dc:title><dc:creator>${xml(tree.closing.by)}</dc:creator>${when('created')}${when('modified')}</cp:coreProperties>`
}

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
  ...[
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`),
  override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  override('/word/document.xml', `${office}.document.main+xml`),
  ...['styles', 'settings', 'numbering', 'fontTable'].map((name) =>
    override(`/word/${name}.xml`, `${office}.${name}+xml`),
  ),
  ...['footer1', 'footer2'].map((name) => override(`/word/${name}.xml`, `${office}.footer+xml`)),
].join('')}</Types>`

const packageRelations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationTypes}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

/** The first moment a zip can tell, in whatever time zone this runs. */
const zipMoment = new Date(1980, 0, 1)

function zipped(files: Record<string, string | Uint8Array>): Buffer {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return Buffer.from(zipSync(entries, { level: 6, mtime: zipMoment }))
}
