import type { SheetRow } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { closest } from './closest.ts'
import type { Column } from './columns.ts'
import type { Ledger } from './ledger.ts'
import type { Layout } from './row-checker.ts'

/** What a person said of headings: heading → column, or null to leave it out. */
export type Mapping = Readonly<Record<string, string | null>>

/** What one heading of a file was taken for. */
export interface HeadingFound {
  heading: string
  /** the column it fills, null when it fills none */
  column: string | null
  how: 'known' | 'mapped' | 'left-out' | 'ours' | 'unknown'
  /** for an unknown one: the column it may have meant */
  guess?: string
}

export interface Headings {
  /** the line they stand on */
  line: number
  /** as the file writes them, in its order */
  texts: string[]
  found: HeadingFound[]
  /** required columns that no heading fills */
  missing: string[]
  layout: Layout
}

/** The row of the first ten that knows most headings; titles above it are left alone. */
export function headingRow(ledger: Ledger, rows: readonly SheetRow[], mapping: Mapping = {}): number {
  const known = knownHeadings(ledger)
  const scores = rows
    .slice(0, 10)
    .map((row) => row.cells.filter((cell) => known.has(bare(cell)) || cell.trim() in mapping).length)
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

/** Reads a row as headings. Nothing is refused here; see {@link refuseUnusable}. */
export function readHeadings(ledger: Ledger, row: SheetRow, mapping: Mapping = {}): Headings {
  const known = knownHeadings(ledger)
  const taken = new Set<string>()
  const found = row.cells.map((cell): HeadingFound => {
    const heading = cell.trim()
    if (heading in mapping) {
      const column = mapping[heading]!
      if (column !== null && !ledger.columns[column]) unknownColumn(ledger, column)
      return column === null
        ? { heading, column, how: 'left-out' }
        : { heading, column: claim(taken, column, heading), how: 'mapped' }
    }
    if (ourHeadings.has(bare(heading)) || heading === '') return { heading, column: null, how: 'ours' }
    const column = known.get(bare(heading)) ?? byUnit(ledger, known, heading)
    return column
      ? { heading, column: claim(taken, column, heading), how: 'known' }
      : { heading, column: null, how: 'unknown' }
  })
  const free = Object.keys(ledger.columns).filter((name) => !taken.has(name))
  for (const heading of found) if (heading.how === 'unknown') guess(ledger, heading, free)
  return {
    line: row.line,
    texts: row.cells.map((cell) => cell.trim()),
    found,
    missing: free.filter((name) => !ledger.columns[name]!.optional),
    layout: new Map(
      found.flatMap((heading, place) => (heading.column === null ? [] : [[heading.column, place] as const])),
    ),
  }
}

/**
 * Refuses a file whose headings cannot be used: `ledgers/headings-missing` names the columns and the headings that may be them;
 * `ledgers/heading-unknown` a heading that looks like a column's but is not it, so that nothing is dropped in silence.
 */
export function refuseUnusable(ledger: Ledger, headings: Headings): void {
  const guesses = headings.found.filter((heading) => heading.guess)
  const columns = headings.missing.map((name) => ledger.columns[name]!.words.zh)
  const meant = guesses.map((heading) => `${heading.heading} → ${ledger.columns[heading.guess!]!.words.zh}`)
  if (columns.length > 0)
    refuse('ledgers/headings-missing', {
      columns,
      suggestion: meant.length > 0 ? meant : '—',
      found: headings.texts.slice(0, 30),
    })
  if (guesses.length > 0)
    refuse('ledgers/heading-unknown', {
      heading: guesses[0]!.heading,
      suggestion: ledger.columns[guesses[0]!.guess!]!.words.zh,
    })
}

/** Headings of the file that fill no column. */
export function ignoredHeadings(headings: Headings): string[] {
  return headings.found.filter((found) => found.column === null && found.how !== 'ours').map((found) => found.heading)
}

/** The heading the template and exports write: the column's Chinese words with its unit. */
export function headingOf(column: Column): string {
  return column.unit ? `${column.words.zh}(${column.unit})` : column.words.zh
}

/** The headings a rejected-rows workbook adds; they fill no column when it comes back. */
export const rejectedHeadings = {
  zh: { line: '行号', reason: '原因', cure: '处理办法' },
  en: { line: 'Line', reason: 'Reason', cure: 'What to do' },
} as const

const ourHeadings = new Set(Object.values(rejectedHeadings).flatMap((words) => Object.values(words).map(bare)))

function unknownColumn(ledger: Ledger, column: string): never {
  const known = Object.keys(ledger.columns)
  refuse('ledgers/mapping-unknown', { column, suggestion: closest(column, known) ?? '—', known })
}

function claim(taken: Set<string>, column: string, heading: string): string {
  if (taken.has(column)) refuse('ledgers/heading-twice', { heading, column })
  taken.add(column)
  return column
}

function guess(ledger: Ledger, heading: HeadingFound, free: readonly string[]): void {
  const names = new Map(
    free.flatMap((name) => synonyms(name, ledger.columns[name]!).map((text) => [text, name] as const)),
  )
  const nearest =
    closest(bare(heading.heading), [...names.keys()]) ?? closest(withoutBrackets(heading.heading), [...names.keys()])
  if (nearest) heading.guess = names.get(nearest)!
}

function knownHeadings(ledger: Ledger): Map<string, string> {
  return new Map(
    Object.entries(ledger.columns).flatMap(([name, column]) =>
      synonyms(name, column).map((text) => [text, name] as const),
    ),
  )
}

function synonyms(name: string, column: Column): string[] {
  return [name, column.words.zh, column.words.en, headingOf(column), ...column.headings].map(bare)
}

/** `货重（吨）` is 货重 when the column counts in 吨; in any other unit it is not. */
function byUnit(ledger: Ledger, known: ReadonlyMap<string, string>, heading: string): string | undefined {
  const column = known.get(withoutBrackets(heading))
  const said = /[(（]([^)）]*)[)）]\s*\*?$/.exec(heading)?.[1]?.trim()
  return column && said && said === ledger.columns[column]!.unit ? column : undefined
}

/** A heading without width, case, blanks, stars and punctuation. */
function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_\-()[\]【】:.、/]/g, '')
}

function withoutBrackets(heading: string): string {
  return bare(heading.replaceAll(/[(（【[][^)）】\]]*[)）】\]]/g, ''))
}
