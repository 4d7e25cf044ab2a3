import type { Reply } from '#web/client.ts'
import type { previewImport } from '../import-shapes.ts'
import type { LedgerShown } from '../shapes.ts'

/** A column as its declaration prints it. */
export type LedgerColumn = LedgerShown['columns'][number]

/** What a file's headings would fill. */
export type Preview = Reply<typeof previewImport>
export type HeadingFound = Preview['headings'][number]
