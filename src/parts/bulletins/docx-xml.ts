/** The few elements of WordprocessingML that a bulletin needs, as text: small, quick, and the same bytes for the same bulletin. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words for an element or attribute; characters that XML 1.0 has no place for are left out. */
export function xml(text: string): string {
  return text.replaceAll(notXml, '').replaceAll(/[&<>"]/g, (character) => entities[character]!)
}

const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export interface RunLook {
  bold?: boolean | undefined
  italic?: boolean | undefined
  /** a character style of styles.xml */
  style?: string | undefined
}

export function run(text: string, { bold, italic, style }: RunLook = {}): string {
  const look = `${style ? `<w:rStyle w:val="${style}"/>` : ''}${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
}

export const lineBreak = '<w:r><w:br/></w:r>'

/** A paragraph in one of the styles of styles.xml; `more` are properties after keepNext, in the schema's order. */
export function paragraph(style: string, content: string, { keepNext = false, more = '' } = {}): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${more}</w:pPr>${content}</w:p>`
}

/** A link inside the document, to a bookmark. */
export function linkTo(bookmark: string, content: string): string {
  return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${content}</w:hyperlink>`
}

export function cell(width: number, content: string): string {
  const look = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`
  return `<w:tc>${look}${content}</w:tc>`
}

/** No row is split over two pages; the head is repeated on each. */
export function row(cells: readonly string[], { head = false } = {}): string {
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

export function table(widths: readonly number[], rows: readonly string[]): string {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`
  const margins = `${margin('top', 20)}${margin('left', 80)}${margin('bottom', 20)}${margin('right', 80)}`
  const look = `<w:tblPr><w:tblW w:w="${all}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>`
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  return `<w:tbl>${look}${grid}${rows.join('')}</w:tbl>`
}

/** Bookmarks of one document: each name once, numbered as they come. */
export class Bookmarks {
  readonly #known = new Set<string>()

  /** The content under that name; without it where the name is taken. */
  around(name: string, content: string): string {
    if (this.#known.has(name)) return content
    this.#known.add(name)
    const id = this.#known.size
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`
  }
}

/** What word/document.xml refers to outside itself. */
export class Relations {
  readonly #known = new Map<string, string>()
  readonly #rows: string[] = []

  /** The id of a file of the package. */
  file(type: string, target: string): string {
    return this.#id(`${type} ${target}`, `Type="${relationTypes}/${type}" Target="${xml(target)}"`)
  }

  /** The id of an address outside. */
  address(target: string): string {
    const shown = `Type="${relationTypes}/hyperlink" Target="${xml(target)}" TargetMode="External"`
    return this.#id(`address ${target}`, shown)
  }

  text(): string {
    return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${this.#rows.join('')}</Relationships>`
  }

  #id(key: string, shown: string): string {
    const known = this.#known.get(key)
    if (known) return known
    const id = `rId${this.#known.size + 1}`
    this.#known.set(key, id)
    this.#rows.push(`<Relationship Id="${id}" ${shown}/>`)
    return id
  }
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
