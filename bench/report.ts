import { styleText } from 'node:util'

/** What was measured, in a unit: more of a rate is better, less of everything else. */
export interface Amount {
  value: number
  unit: 'rows/s' | 'requests/s' | 'ms' | 's' | 'KB' | 'MB' | 'GB' | 'B/row' | '%'
}

/** One measurement against what it could be at best, measured in the same run, or against the aim. */
export interface Line {
  subject: string
  what: string
  measured: Amount
  limit?: Amount & { what: string; kind: 'measured' | 'aim' }
}

/** A subject, or a part of it, that could not be measured. */
export interface Missing {
  subject: string
  what: string
  why: string
}

export interface Report {
  machine: Record<string, string | number>
  at: string
  seconds: number
  lines: Line[]
  missing: Missing[]
}

/** How many times as good as the limit: 1 is the limit itself, 0.5 half as fast as it, 2 twice as fast. */
export function ratioOf({ measured, limit }: Line): number | undefined {
  if (!limit) return undefined
  const scale = limit.unit === measured.unit ? 1 : limit.unit === 's' ? 1000 : 0.001
  const share = measured.value / (limit.value * scale)
  return measured.unit.endsWith('/s') ? share : 1 / share
}

export function printJson(report: Report): string {
  const lines = report.lines.map((line) => ({ ...line, ratio: ratioOf(line) }))
  return JSON.stringify({ ...report, lines }, null, 2)
}

/** The report as one table, with the machine above it and what is missing below. */
export function printTable(report: Report): string {
  const cells = report.lines.map((line) => [
    line.subject,
    line.what,
    printed(line.measured),
    line.limit ? printed(line.limit) : '',
    line.limit ? `${line.limit.kind === 'aim' ? 'aim: ' : ''}${line.limit.what}` : '',
    line.limit ? ratioOf(line)!.toFixed(2) : '',
  ])
  const machine = Object.entries(report.machine).map(([name, value]) => `${name} ${value}`)
  const missing = report.missing.map(({ subject, what, why }) => `${subject}: ${what} was not measured: ${why}`)
  return [machine.join(' · '), '', ...tableOf(cells), '', ...missing, `${report.at}, ${report.seconds} s`].join('\n')
}

const headings = ['subject', 'what', 'measured', 'limit', 'of what', 'ratio']

function tableOf(cells: readonly string[][]): string[] {
  const rows = [headings, ...cells]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (rightwards.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
  return [styleText('bold', lines[0]!, { stream: process.stdout }), ...lines.slice(1)]
}

const rightwards = new Set([2, 3, 5])

function printed({ value, unit }: Amount): string {
  const digits = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 1 ? 3 : 2)
  return `${digits} ${unit}`
}
