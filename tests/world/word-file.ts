import { strToU8, type Zippable, zipSync } from 'fflate'

const transitional = 'http://schemas.openxmlformats.org'
const namespaces = {
  transitional: {
    w: `${transitional}/wordprocessingml/2006/main`,
    r: `${transitional}/officeDocument/2006/relationships`,
    m: `${transitional}/officeDocument/2006/math`,
  },
  strict: {
    w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
    r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
    m: 'http://purl.oclc.org/ooxml/officeDocument/math',
  },
}

export interface WordFileParts {
  /** XML within w:body, or the whole part when it begins with `<?xml` */
  body: string
  footnotes?: string
  endnotes?: string
  comments?: string
  styles?: string
  strict?: boolean
  /** further relations of the document, as XML */
  relations?: string
  /** parts by name, in place of or beside those above */
  parts?: Record<string, string | Uint8Array>
}

/** A small Word file from XML written by hand. */
export function wordFile({ body, strict = false, relations = '', parts = {}, ...rest }: WordFileParts): Uint8Array {
  const spaces = namespaces[strict ? 'strict' : 'transitional']
  const root = (name: string, content: string) =>
    content.startsWith('<?xml')
      ? content
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${spaces.w}" xmlns:r="${spaces.r}" xmlns:m="${spaces.m}" xmlns:mc="${transitional}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="${transitional}/drawingml/2006/picture">${content}</w:${name}>`
  const given = Object.entries(rest) as [string, string][]
  const links = given.map(
    ([name], at) => `<Relationship Id="rId${at + 1}" Type="${spaces.r}/${name}" Target="${name}.xml"/>`,
  )
  const made: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(given.map(([name]) => name)),
    '_rels/.rels': relationList(
      `<Relationship Id="rId1" Type="${spaces.r}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': body.startsWith('<?xml') ? body : root('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': relationList(links.join('') + relations),
    ...Object.fromEntries(given.map(([name, content]) => [`word/${name}.xml`, root(name, content)])),
    ...parts,
  }
  const files = Object.entries(made).map(([name, content]): [string, Zippable[string]] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(files))
}

const relationList = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${transitional}/package/2006/relationships">${content}</Relationships>`

function contentTypes(names: readonly string[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides = names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${name}+xml"/>`)
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${transitional}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${overrides.join('')}</Types>`
}

/** A paragraph of runs written as XML, or of plain words. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`

/** A run of words. */
export const r = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`

/** A table; a cell is its words or, when it begins with `<`, its XML. */
export const table = (...rows: string[][]) => `<w:tbl><w:tblPr/>${rows.map((cells) => row(cells)).join('')}</w:tbl>`

export const row = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`

export const tc = (words: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${words.startsWith('<') ? words : p(words)}</w:tc>`
