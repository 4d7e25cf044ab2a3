import { parseDecimal } from '#kernel/decimal.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'

/** One line of a CSV file of the zone package, by heading. */
export interface ZoneRow {
  line: number
  cell(heading: string): string
  /** plain digits */
  digits(heading: string): string
}

/** The rows of a plain CSV file (no quotes needed in these files); refuses `indicators/file-unreadable` with file, line and what is wrong. */
export function zoneRows(zone: ZonePackage, file: string, headings: readonly string[]): ZoneRow[] {
  const [first = '', ...lines] = zone.text(file).trim().split(/\r?\n/)
  const found = first.split(',').map((heading) => heading.trim())
  const missing = headings.filter((heading) => !found.includes(heading))
  if (missing.length > 0) unreadable(file, 1, missing.join(', '))
  return lines.map((text, index) => rowOf({ file, line: index + 2, cells: text.split(',') }, found))
}

function rowOf(at: { file: string; line: number; cells: string[] }, headings: readonly string[]): ZoneRow {
  if (at.cells.length !== headings.length) unreadable(at.file, at.line, `${at.cells.length} ≠ ${headings.length}`)
  const cell = (heading: string) => at.cells[headings.indexOf(heading)]?.trim() ?? ''
  return {
    line: at.line,
    cell,
    digits: (heading) => {
      try {
        return parseDecimal(cell(heading)).toFixed()
      } catch {
        return unreadable(at.file, at.line, `${heading}: ${cell(heading)}`)
      }
    },
  }
}

function unreadable(file: string, line: number, problem: string): never {
  return refuse('indicators/file-unreadable', { file: `${file}:${line}`, problem })
}
