import { CsvScanner } from '#kernel/files/csv-scanner.ts'
import { type Day, isDay } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'

/** One line of a file of the zone package, its cells by heading. */
export interface Line {
  line: number
  /** trimmed; empty when the file has no such column */
  cell(heading: string): string
  /** refuses `org/zone-file-unreadable` */
  day(heading: string): Day
  oneOf<T extends string>(heading: string, known: readonly T[]): T
}

/** The lines of a CSV file of the package; none when there is no such file. */
export function linesOf(zone: ZonePackage, file: string): Line[] {
  if (!zone.has(file)) return []
  const scanner = new CsvScanner(',')
  const [first, ...rows] = [...scanner.push(zone.text(file)), ...scanner.end()]
  const headings = first?.cells.map((heading) => heading.trim()) ?? []
  return rows.map(({ line, cells }) => {
    const cell = (heading: string) => cells[headings.indexOf(heading)]?.trim() ?? ''
    const unreadable = (column: string) =>
      refuse('org/zone-file-unreadable', { file, line, column, value: cell(column).slice(0, 40) })
    return {
      line,
      cell,
      day: (heading) => (isDay(cell(heading)) ? cell(heading) : unreadable(heading)),
      oneOf: (heading, known) => known.find((one) => one === cell(heading)) ?? unreadable(heading),
    }
  })
}

/** Lines in the order of their `on` days, as history is written. */
export function inDayOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => (a.day('on') < b.day('on') ? -1 : 1))
}

/** CSV with a line end after every row; cells are quoted where they must be (RFC 4180). */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  const cell = (text: string | null) =>
    /[",\r\n]/.test(text ?? '') ? `"${text!.replaceAll('"', '""')}"` : (text ?? '')
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('')
}
