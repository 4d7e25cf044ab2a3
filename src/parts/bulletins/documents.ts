import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { docxOf } from './docx.ts'
import type { Drawn } from './drawn.ts'
import { doorOf, type PrintedFigure, type Source } from './figure-kinds.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import type { Records } from './origins.ts'
import { type Block, picturesOf, type Tree } from './tree.ts'

export const formats = ['docx', 'html', 'md'] as const
export type Format = (typeof formats)[number]

export interface ToDraw extends Pick<Drawn, 'state' | 'sha256'> {
  tree: Tree
  printed: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
  asOf: Date | null
  /** batches and reports for the annex of the Word file; it names none where they are not given */
  records?: Records | undefined
}

const types: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

/** The bulletin as a file; its figures link to the server at `base` (`http://127.0.0.1:3000`). The same bulletin gives the same bytes. */
export async function documentOf(drawing: ToDraw, format: Format, base: string): Promise<FileAnswer> {
  const { tree, printed, sources, state, sha256, records = new Map() } = drawing
  const asOf = drawing.asOf?.toISOString() ?? null
  const keys = new Map(printed.map(({ place, key }) => [place, key]))
  const doorTo = (source: Source) => `${base}${doorOf(source, asOf)}`
  const annex = { printed, sources, records, base, doorTo }
  const ofFigure = (figure: number) => doorTo(sources.get(keys.get(figure)!)!)
  return drawnDocument({ tree, state, sha256, doorOf: ofFigure, annex }, format)
}

/** A bulletin as a file whose figures lead where the caller says, with or without the annex. */
export async function drawnDocument(drawing: Omit<Drawn, 'pictures'>, format: Format): Promise<FileAnswer> {
  const { title, blocks } = drawing.tree
  const drawn: Drawn = { ...drawing, pictures: format === 'md' ? new Map() : await drawnPictures(blocks, format) }
  return { name: `${fileName(title)}.${format}`, type: types[format], content: contentOf(drawn, format) }
}

function contentOf(drawn: Drawn, format: Format): Buffer | string {
  if (format === 'docx') return docxOf(drawn)
  return format === 'html' ? htmlOf(drawn) : markdownOf(drawn)
}

/** The chart library is loaded with the first picture, not with the server. */
async function drawnPictures(blocks: readonly Block[], format: Format): Promise<Drawn['pictures']> {
  const pictures = picturesOf(blocks)
  if (pictures.length === 0) return new Map()
  const { svgOf } = await import('./pictures/svg.ts')
  const pngOf = format === 'docx' ? (await import('./pictures/png.ts')).pngOf : async () => undefined
  const drawn = new Map<string, DrawnWithPng>()
  for (const picture of pictures) {
    const drawing = svgOf(picture)
    drawn.set(picture.number, { ...drawing, png: await pngOf(drawing.svg) })
  }
  return drawn
}

type DrawnWithPng = Drawn['pictures'] extends ReadonlyMap<string, infer One> ? One : never

/** The title without what a file system or a header would not take. */
function fileName(title: string): string {
  return (
    title
      .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 80) || 'bulletin'
  )
}
