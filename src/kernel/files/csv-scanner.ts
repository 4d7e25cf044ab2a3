import { refuse } from '../refusal.ts'
import type { SheetRow } from './table.ts'

/** A record this long is no record: a quote was opened and never closed. */
const longestRecord = 1 << 20

/**
 * Cuts CSV text into records as it comes (RFC 4180: quotes, doubled quotes, line ends within quotes), with the line each record starts on.
 * Lines end with LF, CRLF or, in a file without LF, CR. Empty lines are counted and left out. A quote inside an unquoted cell is text.
 */
export class CsvScanner {
  readonly #delimiter: string
  readonly #newline: string
  #rest = ''
  #line = 1

  constructor(delimiter: string, newline: '\n' | '\r' = '\n') {
    this.#delimiter = delimiter
    this.#newline = newline
  }

  /** The records that are complete with this piece; refuses `ledgers/file-cut` with the line of a quote that does not close. */
  push(piece: string): SheetRow[] {
    const text = this.#rest + piece
    return text.includes('"') ? this.#slowly(text, false) : this.#quickly(text)
  }

  /** The last record, when the file does not end with a line end. */
  end(): SheetRow[] {
    return this.#rest === '' ? [] : this.#slowly(this.#rest, true)
  }

  /** The line that the next record starts on. */
  get line(): number {
    return this.#line
  }

  /** Lines that somebody else read. */
  pass(lines: number): void {
    this.#line += lines
  }

  /** Whether something stands after the last line end. */
  get unfinished(): boolean {
    return this.#rest !== ''
  }

  #quickly(text: string): SheetRow[] {
    const rows: SheetRow[] = []
    let start = 0
    for (let end = text.indexOf(this.#newline); end >= 0; end = text.indexOf(this.#newline, start)) {
      const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end
      if (stop > start) rows.push({ line: this.#line, cells: text.slice(start, stop).split(this.#delimiter) })
      this.#line += 1
      start = end + 1
    }
    this.#keep(text.slice(start))
    return rows
  }

  #slowly(text: string, last: boolean): SheetRow[] {
    const rows: SheetRow[] = []
    let start = 0
    while (start < text.length) {
      const record = this.#record(text, start, last)
      if (!record) break
      if (record.cells.length > 1 || record.cells[0] !== '') rows.push({ line: this.#line, cells: record.cells })
      this.#line += record.lines
      start = record.next
    }
    this.#keep(text.slice(start))
    return rows
  }

  #keep(rest: string) {
    if (rest.length > longestRecord) refuse('ledgers/file-cut', { line: this.#line })
    this.#rest = rest
  }

  #record(text: string, start: number, last: boolean): { cells: string[]; lines: number; next: number } | undefined {
    const cells: string[] = []
    let lines = 0
    let place = start
    for (;;) {
      let quoted = ''
      while (text[place] === '"') {
        const close = this.#closing(text, place + 1)
        if (close < 0) return last ? refuse('ledgers/file-cut', { line: this.#line }) : undefined
        // A quote right after a quoted stretch opens the next one: only in files that are not quite CSV.
        quoted += text.slice(place + 1, close).replaceAll('""', '"')
        place = close + 1
      }
      const end = this.#cellEnd(text, place)
      if (end >= text.length && !last) return undefined
      const cell = quoted + text.slice(place, end)
      lines += quoted.includes(this.#newline) ? quoted.split(this.#newline).length - 1 : 0
      const ends = end >= text.length || text[end] === this.#newline
      cells.push((ends && cell.endsWith('\r') ? cell.slice(0, -1) : cell).replaceAll('\r\n', '\n'))
      if (ends) return { cells, lines: lines + 1, next: Math.min(end + 1, text.length) }
      place = end + 1
    }
  }

  #closing(text: string, from: number): number {
    let close = text.indexOf('"', from)
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    return close
  }

  #cellEnd(text: string, from: number): number {
    let end = from
    while (end < text.length && text[end] !== this.#delimiter && text[end] !== this.#newline) end += 1
    return end
  }
}
