import type { Locale, Words } from '#kernel/i18n/words.ts'
import { say } from '#kernel/i18n/words.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import type { PrintedFigure, Source } from './figure-kinds.ts'
import type { RecordBehind } from './origins.ts'
import type { DrawnPicture } from './pictures/svg.ts'
import type { Tree } from './tree.ts'

/** A tree with what a drawing of it needs: what each figure stands on and where it opens, and how the document stands. */
export interface Drawn {
  tree: Tree
  /** absolute address of the page on which a figure opens */
  doorOf(figure: number): string
  /** what the annex of the Word file tells; null leaves it out, and figures lead to their pages */
  annex: Annex | null
  /** drawings of the pictures, by their number */
  pictures: ReadonlyMap<string, DrawnPicture & { png?: Uint8Array | undefined }>
  state: 'draft' | 'issued' | 'withdrawn'
  /** hash of the frozen document; null for a draft */
  sha256: string | null
}

export interface Annex {
  printed: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
  /** the batches and reports behind each source; empty where they are not told */
  records: ReadonlyMap<string, readonly RecordBehind[]>
  /** address of the server that links lead to */
  base: string
  /** absolute address of the lineage of a source */
  doorTo(source: Source): string
}

/** What stands under the document: where its figures lead, and what it is not. */
export function noteOf({ state, sha256, tree }: Pick<Drawn, 'state' | 'sha256' | 'tree'>): string {
  return say(noteWords[state], tree.locale, { sha256: sha256?.slice(0, 16) ?? '' })
}

const noteWords: Record<Drawn['state'], Words> = {
  draft: {
    zh: '草稿：数字尚未固定。带链接的数字可点击，查看来历。',
    en: 'Draft: its figures are not frozen. Linked figures lead to their lineage.',
  },
  issued: {
    zh: '带链接的数字可点击，查看印发时的来历。校验值 {sha256}',
    en: 'Linked figures lead to their lineage as of the issue. Checksum {sha256}',
  },
  withdrawn: {
    zh: '本通报已撤回，仅供查阅。校验值 {sha256}',
    en: 'This bulletin has been withdrawn and is kept for reference. Checksum {sha256}',
  },
}

/** 2018年6月30日; 30 June 2018. */
export function dateWords(day: string, locale: Locale): string {
  return printPeriod(parsePeriod(day), locale)
}
