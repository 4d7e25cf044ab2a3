import path from 'node:path'
import { refuse } from '#kernel/refusal.ts'
import type { Package } from './package.ts'
import { attribute, readXml, xmlText } from './xml.ts'

/** One relation of a part (ECMA-376 part 2, 6.5.3); `target` is a name in the package unless it is external. */
export interface Relation {
  id: string
  /** the last word of its type: styles, footnotes, comments … the same in transitional and strict files */
  type: string
  target: string
  external: boolean
}

/** Where the relations of a part stand; of the package itself for ''. */
export function relationsName(part: string): string {
  return path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`)
}

export async function relationsOf(file: Package, part: string): Promise<Relation[]> {
  const bytes = await file.read(relationsName(part))
  const relations: Relation[] = []
  if (!bytes) return relations
  await readXml(xmlText(bytes), {
    open(tag) {
      if (tag.name !== 'rel:Relationship') return
      const written = attribute(tag, 'Target') ?? ''
      const external = attribute(tag, 'TargetMode') === 'External'
      relations.push({
        ...{ id: attribute(tag, 'Id') ?? '', external },
        type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? written : path.posix.join(written.startsWith('/') ? '' : path.posix.dirname(part), written),
      })
    },
  })
  return relations.map((relation) => ({ ...relation, target: relation.target.replace(/^\//, '') }))
}

const word = /wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled/i

/** The main part of a Word file; refuses `bulletins/draft-format` with what other kind of zip it is. */
export async function mainPartOf(file: Package): Promise<string> {
  const main = (await relationsOf(file, '')).find(({ type }) => type === 'officeDocument')?.target
  const name = file.nameOf(main ?? 'word/document.xml')
  const types = await file.read('[Content_Types].xml')
  if (name !== undefined && (!types || word.test(xmlText(types)))) return name
  return refuse('bulletins/draft-format', { looks: await otherKind(file, main) })
}

async function otherKind(file: Package, main: string | undefined): Promise<string> {
  if (main?.startsWith('xl/')) return 'XLSX'
  if (main?.startsWith('ppt/')) return 'PPTX'
  if (file.nameOf('OFD.xml')) return 'OFD'
  const mimetype = (await file.read('mimetype'))?.toString('latin1', 0, 100) ?? ''
  if (mimetype.includes('opendocument.text')) return 'ODT'
  if (mimetype.includes('epub')) return 'EPUB'
  return file.names.some((name) => /^Index\/Document\.iwa$/.test(name)) ? 'Pages' : 'ZIP'
}
