import { attribute, isOn, readXml, type Tag } from './xml.ts'

/** What a style says of the paragraphs and runs that use it, its parents included. */
export interface Style {
  /** 1 to 9 when its paragraphs are headings */
  level?: number
  /** its paragraphs are items of a list */
  item?: boolean
  hidden?: boolean
}

interface Written extends Style {
  name: string
  basedOn?: string
  /** it says itself that its paragraphs are body text */
  body?: boolean
}

/** Styles by their id (ISO/IEC 29500-1, 17.7). Names are English in every language's Word; WPS and hands write 标题 1 as well. */
export async function stylesOf(xml: string): Promise<(id: string) => Style> {
  const written = new Map<string, Written>()
  let style: Written | undefined
  const path: string[] = []
  await readXml(xml, {
    open(tag) {
      if (tag.name === 'w:style') {
        style = { name: '' }
        written.set(attribute(tag, 'styleId') ?? '', style)
      } else if (style) readProperty(style, tag, path.at(-1) ?? '')
      path.push(tag.name)
    },
    close(tag) {
      path.pop()
      if (tag.name === 'w:style') style = undefined
    },
  })
  const resolved = new Map<string, Style>()
  return (id) => resolve(id, written, resolved)
}

function readProperty(style: Written, tag: Tag, parent: string): void {
  const value = attribute(tag, 'val') ?? ''
  if (tag.name === 'w:name' && parent === 'w:style') style.name = value
  else if (tag.name === 'w:basedOn') style.basedOn = value
  else if (tag.name === 'w:outlineLvl') {
    const level = levelOf(value)
    if (level === undefined) style.body = true
    else style.level = level
  } else if (tag.name === 'w:numId') style.item = value !== '0'
  else if (tag.name === 'w:vanish' && parent === 'w:rPr') style.hidden = isOn(tag)
}

/** 0 to 8 are headings, 9 is body text (ISO/IEC 29500-1, 17.3.1.20). */
export function levelOf(outline: string): number | undefined {
  return /^[0-8]$/.test(outline) ? Number(outline) + 1 : undefined
}

function resolve(id: string, written: ReadonlyMap<string, Written>, resolved: Map<string, Style>): Style {
  const chain: { id: string; own: Written }[] = []
  let style: Style | undefined
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    style = resolved.get(at)
    const own: Written | undefined = written.get(at)
    if (style || !own) break
    seen.add(at)
    chain.push({ id: at, own })
    at = own.basedOn
  }
  for (const { id: place, own } of chain.reverse()) {
    style = inherited(own, style ?? {})
    resolved.set(place, style)
  }
  return style ?? unknownStyle(id)
}

function inherited(own: Written, parent: Style): Style {
  const { level: above, ...rest } = parent
  const level = own.body ? undefined : (own.level ?? levelByName(own.name) ?? above)
  return {
    ...rest,
    ...(own.item === undefined ? {} : { item: own.item }),
    ...(own.hidden === undefined ? {} : { hidden: own.hidden }),
    ...(level === undefined ? {} : { level }),
  }
}

function levelByName(name: string): number | undefined {
  const found = /^(?:heading|标题|標題) ?([1-9])$/i.exec(name.trim())
  if (found) return Number(found[1])
  return /^(?:title|标题|標題|大标题|公文标题)$/i.test(name.trim()) ? 1 : undefined
}

/** A file without its styles still names its headings. */
function unknownStyle(id: string): Style {
  const level = /^heading([1-9])$/i.exec(id)?.[1]
  return level === undefined ? {} : { level: Number(level) }
}
