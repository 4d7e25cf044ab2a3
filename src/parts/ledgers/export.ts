import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre'
import type { Tx, Work } from '#kernel/db/work.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import type { Column } from './columns.ts'
import { withinDays } from './days.ts'
import { headingOf } from './headings.ts'
import { leafDays } from './leaf-rows.ts'
import type { Ledger } from './ledger.ts'
import { longRead } from './long-read.ts'
import { rowsQuery } from './read-rows.ts'
import { namesOf, rowValues, versionColumns } from './row-values.ts'
import type { RowsAsked } from './rows.ts'

const group = 5000

/**
 * A ledger's rows as a file that imports again unchanged, streamed from one snapshot: CSV in UTF-8 with a byte order mark, text that a
 * spreadsheet would take for a formula behind an apostrophe; or a workbook with numbers as numbers.
 */
export function exportRows(
  work: Work,
  ledger: Ledger,
  asked: RowsAsked & { format: 'csv' | 'xlsx'; locale: Locale },
): Readable {
  const rows = longRead(work, (tx) => rowsInGroups(tx, ledger, asked))
  if (asked.format === 'csv') return Readable.from(csvOf(ledger, rows, asked.locale))
  const sheet = {
    name: ledger.words[asked.locale].slice(0, 31),
    columns: headings(ledger, asked.locale).map((header) => ({ header, width: 16 })),
    freezePane: { rows: 1 },
  }
  return Readable.fromWeb(writeXlsxStream(cellsOf(ledger, rows, asked.locale), sheet) as ReadableStream)
}

async function* csvOf(
  ledger: Ledger,
  groups: AsyncIterable<(string | null)[][]>,
  locale: Locale,
): AsyncGenerator<string> {
  const columns = Object.values(ledger.columns)
  yield `\ufeff${csvLine(headings(ledger, locale))}`
  for await (const rows of groups) {
    yield rows
      .map((row) =>
        csvLine(row.map((value, place) => guarded(columns[place]!, worded(columns[place]!, value, locale)))),
      )
      .join('')
  }
}

async function* cellsOf(
  ledger: Ledger,
  groups: AsyncIterable<(string | null)[][]>,
  locale: Locale,
): AsyncGenerator<(string | number | null)[]> {
  const columns = Object.values(ledger.columns)
  for await (const rows of groups)
    for (const row of rows) yield row.map((value, place) => asCell(columns[place]!, value, locale))
}

/** Headings with their units, which the import knows in both languages. */
function headings(ledger: Ledger, locale: Locale): string[] {
  return Object.values(ledger.columns).map((column) => (locale === 'zh' ? headingOf(column) : column.words.en))
}

function worded(column: Column, value: string | null, locale: Locale): string {
  return value === null ? '' : (column.choices?.[value]?.[locale] ?? value)
}

function guarded(column: Column, text: string): string {
  return column.kind === 'text' && /^['=+\-@]/.test(text) ? `'${text}` : text
}

function asCell(column: Column, value: string | null, locale: Locale): string | number | null {
  if (value === null) return null
  // A spreadsheet keeps fifteen digits: longer numbers stay text.
  const isNumber = (column.kind === 'whole' || column.kind === 'decimal') && value.replace(/\D/g, '').length <= 15
  return isNumber ? Number(value) : worded(column, value, locale)
}

/** A ledger in leaves goes out day by day: no order of all its rows is made. */
async function* rowsInGroups(tx: Tx, ledger: Ledger, asked: RowsAsked): AsyncGenerator<(string | null)[][]> {
  const days = ledger.leaves && (await leafDays(tx, ledger, asked))
  if (!days) {
    yield* groupsOf(tx, ledger, asked)
    return
  }
  for (const day of days)
    yield* groupsOf(tx, ledger, asked, (bind) => withinDays(namesOf(ledger), bind(day), bind(day)))
}

async function* groupsOf(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked,
  within?: (bind: (value: unknown) => string) => string,
): AsyncGenerator<(string | null)[][]> {
  const names = namesOf(ledger)
  const { where, order, values } = await rowsQuery(tx, ledger, asked, within)
  await tx.client.query(
    `declare exported no scroll cursor for select ${versionColumns(names, 't')} from ${names.rows} t where ${where} order by ${order}`,
    values,
  )
  for (;;) {
    const { rows } = await tx.client.query<Record<string, unknown>>(`fetch ${group} from exported`)
    if (rows.length === 0) break
    yield rows.map((row) => Object.values(rowValues(ledger, names, row)))
  }
  await tx.client.query('close exported')
}
