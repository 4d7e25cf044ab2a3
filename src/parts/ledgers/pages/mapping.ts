import type { LedgerShown } from '../shapes.ts'
import type { HeadingFound, Preview } from './reply-types.ts'

/** What a person says of the file's headings: heading → column, null to leave it out. */
export type Mapping = Readonly<Record<string, string | null>>

/** Columns as they were recognised, with a guess taken for each heading that looks like one. */
export function mappingGuessed({ headings }: Pick<Preview, 'headings'>): Mapping {
  return Object.fromEntries(
    headings.filter(isTheirs).map(({ heading, column, guess }) => [heading, column ?? guess ?? null]),
  )
}

/** Whether somebody has to look: a required column is missing, or a heading looks like a column and is not it. */
export function needsMapping({ headings, missing }: Pick<Preview, 'headings' | 'missing'>): boolean {
  return missing.length > 0 || headings.some((heading) => heading.how === 'unknown' && heading.guess !== undefined)
}

/** Only what differs from what the ledger knows by itself goes to the server. */
export function sentMapping({ headings }: Pick<Preview, 'headings'>, mapping: Mapping): Mapping {
  const said = headings.filter(isTheirs).flatMap(({ heading, column, guess }) => {
    const now = mapping[heading] ?? null
    return now !== column || guess !== undefined ? [[heading, now] as const] : []
  })
  return Object.fromEntries(said)
}

/** Required columns that the mapping leaves without a heading. */
export function columnsMissing(ledger: Pick<LedgerShown, 'columns'>, mapping: Mapping): string[] {
  const filled = new Set(Object.values(mapping))
  return ledger.columns.filter((column) => !column.optional && !filled.has(column.name)).map((column) => column.name)
}

/** Columns that two headings claim. */
export function columnsTwice(mapping: Mapping): string[] {
  const claimed = Object.values(mapping).filter((column) => column !== null)
  return [...new Set(claimed.filter((column, place) => claimed.indexOf(column) !== place))]
}

/** Empty headings and those our own workbook of rejected rows adds are nobody's business. */
export const isTheirs = ({ how }: HeadingFound): boolean => how !== 'ours'
