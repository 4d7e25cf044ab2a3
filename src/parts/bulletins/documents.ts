import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { docxOf } from './docx.ts'
import type { Drawn } from './drawn.ts'
import { doorOf, type PrintedFigure, type Source } from './figure-kinds.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import type { Tree } from './tree.ts'

export const formats = ['docx', 'html', 'md'] as const
export type Format = (typeof formats)[number]

export interface ToDraw extends Pick<Drawn, 'state' | 'sha256'> {
  tree: Tree
  printed: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
  asOf: Date | null
}

const types: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

/** The bulletin as a file; its figures link to the server at `base` (`http://127.0.0.1:3000`). */
export async function documentOf(drawing: ToDraw, format: Format, base: string): Promise<FileAnswer> {
  const { tree, printed, sources, state, sha256 } = drawing
  const asOf = drawing.asOf?.toISOString() ?? null
  const keys = new Map(printed.map(({ place, key }) => [place, key]))
  const door = (figure: number) => `${base}${doorOf(sources.get(keys.get(figure)!)!, asOf)}`
  const drawn: Drawn = { tree, state, sha256, doorOf: door }
  return { name: `${fileName(tree.title)}.${format}`, type: types[format], content: await contentOf(drawn, format) }
}

function contentOf(drawn: Drawn, format: Format): Promise<Buffer> | string {
  if (format === 'docx') return docxOf(drawn)
  return format === 'html' ? htmlOf(drawn) : markdownOf(drawn)
}

/** The title without what a file system or a header would not take. */
function fileName(title: string): string {
  return (
    title
      .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 80) || 'bulletin'
  )
}
