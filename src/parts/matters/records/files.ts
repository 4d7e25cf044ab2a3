import { CsvScanner } from '#kernel/files/csv-scanner.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'

/** A row of a zone's file by its headings. Reading a column that is not there, or empty where it must not be, is refused. */
export interface FileRow {
  line: number
  text(heading: string): string
  needed(heading: string): string
  wrong(heading: string): never
}

/** Rows of a CSV file of the package; none when there is no such file. Refuses `matters/record-unreadable`. */
export function rowsOf(zone: ZonePackage, file: string): FileRow[] {
  if (!zone.has(file)) return []
  const scanner = new CsvScanner(',')
  const [first, ...rows] = [...scanner.push(zone.text(file)), ...scanner.end()]
  const places = new Map(first?.cells.map((heading, place) => [heading.trim(), place]))
  return rows.map(({ line, cells }): FileRow => {
    const text = (heading: string) => cells[places.get(heading) ?? -1]?.trim() ?? ''
    const wrong = (heading: string) =>
      refuse('matters/record-unreadable', { file, line, column: heading, value: text(heading) })
    return { line, text, wrong, needed: (heading) => text(heading) || wrong(heading) }
  })
}

/** A minute in Shanghai as the files write it: 2018-06-29T17:30. */
export function momentIn(row: FileRow, heading: string): Date {
  const text = row.needed(heading)
  const moment = new Date(`${text}:00+08:00`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) ? moment : row.wrong(heading)
}
