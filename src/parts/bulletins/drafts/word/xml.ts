import { setImmediate as breath } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { refuse } from '#kernel/refusal.ts'
import { holdTo } from '../lay-out.ts'

/** An element as it opens: its name with our own prefix for its namespace (`w:p`), and where it stands in the text. */
export interface Tag {
  name: string
  attributes: Record<string, string>
  /** offset of its `<` */
  from: number
  /** offset behind the `>` of its start */
  opened: number
}

export interface XmlReader {
  open(tag: Tag): void
  /** `to` is the offset behind the element */
  close?(tag: Tag, to: number): void
  text?(words: string): void
}

const deepest = 1000
const mostElements = 1_000_000
const slice = 1 << 18
/** Bindings of prefixes written down in all: some tens for a drawing, so that no file can make it a long work. */
const mostCopied = 5_000_000

/** Namespaces of OOXML, transitional and strict (ISO/IEC 29500-1 annex A, part 4), by the prefix that we say. */
const prefixes = new Map<string, string>(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
    'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
  }),
)

/** The text of an XML part: UTF-8, or UTF-16 with a mark (ECMA-376 part 2, 6.1.4). Refuses `bulletins/draft-damaged`. */
export function xmlText(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes)
  } catch {
    return refuse('bulletins/draft-damaged')
  }
}

/**
 * Reads XML to its reader, letting others work in between. Entities other than the five of XML are not known, and a document type is
 * refused (`bulletins/draft-doctype`), so nothing outside is ever asked for. Refuses `draft-damaged` and `draft-too-deep`.
 */
export async function readXml(xml: string, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  const names = namesOf()
  const open: Tag[] = []
  let elements = 0
  parser.on('error', () => refuse('bulletins/draft-damaged'))
  parser.on('doctype', () => refuse('bulletins/draft-doctype'))
  parser.on('opentag', ({ name, attributes }) => {
    const opened = parser.position
    const tag = { name: names.enter(name, attributes), attributes, from: xml.lastIndexOf('<', opened - 1), opened }
    if (open.push(tag) > deepest) refuse('bulletins/draft-too-deep', { limit: deepest })
    elements += 1
    holdTo(elements, mostElements)
    reader.open(tag)
  })
  parser.on('closetag', () => {
    const tag = open.pop()!
    names.leave(open.length)
    reader.close?.(tag, parser.position)
  })
  const words = (text: string) => reader.text?.(text)
  parser.on('text', words)
  parser.on('cdata', words)
  for (let at = 0; at < xml.length; at += slice) {
    parser.write(xml.slice(at, at + slice))
    await breath()
  }
  parser.close()
}

/** Names with our prefixes; a binding of a prefix holds to the end of its element. */
function namesOf() {
  let bound = new Map<string, string>()
  let known = new Map<string, string>()
  const before: { depth: number; bound: Map<string, string> }[] = []
  let depth = 0
  let copied = 0
  const bind = (attributes: Record<string, string>) => {
    const found = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    if (found.every(([name, space]) => bound.get(name.slice(6)) === space)) return
    before.push({ depth, bound })
    bound = new Map([...bound, ...found.map(([name, space]): [string, string] => [name.slice(6), space])])
    copied += bound.size
    if (copied > mostCopied) refuse('bulletins/draft-damaged')
    known = new Map()
  }
  const nameOf = (raw: string): string => {
    const colon = raw.indexOf(':')
    const prefix = prefixes.get(bound.get(colon < 0 ? '' : raw.slice(0, colon)) ?? '') ?? '?'
    return `${prefix}:${raw.slice(colon + 1)}`
  }
  return {
    enter(raw: string, attributes: Record<string, string>): string {
      for (const name in attributes) {
        if (!name.startsWith('xmlns')) continue
        bind(attributes)
        break
      }
      depth += 1
      let name = known.get(raw)
      if (name === undefined) {
        name = nameOf(raw)
        known.set(raw, name)
      }
      return name
    },
    leave(to: number): void {
      depth = to
      if (before.at(-1)?.depth !== to) return
      bound = before.pop()!.bound
      known = new Map()
    },
  }
}

/** An attribute by its name, whatever prefix the file gives it. */
export function attribute({ attributes }: Tag, local: string): string | undefined {
  const plain = attributes[`w:${local}`] ?? attributes[local]
  if (plain !== undefined) return plain
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}

/** An on-off property: there is on, unless it says otherwise (ISO/IEC 29500-1, 17.17.4). */
export function isOn(tag: Tag): boolean {
  return !['0', 'false', 'off'].includes(attribute(tag, 'val') ?? 'true')
}
