import type { Amount, Line } from '../report.ts'
import type { Asked, FileTimes, Loaded } from './load.ts'

const subject = 'parcels'
const measured = { kind: 'measured' as const }

/** What a load came to, as lines of the report; of an interrupted one as far as it got. */
export function linesOf(loaded: Loaded): Line[] {
  const { files, asked } = loaded
  if (files.length === 0) return []
  const rows = sum(files, ({ rows }) => rows)
  const size = rows.toLocaleString('en')
  const lines: Line[] = [
    ...ratesOf(`${size} rows, every file`, files),
    ...ratesOf(
      `${size} rows, files first of their month`,
      files.filter(({ first }) => first),
    ),
    ...ratesOf(
      `${size} rows, files into a month with rows`,
      files.filter(({ first }) => !first),
    ),
  ]
  for (const { rows: all, corrected, ours } of loaded.corrections) {
    const fresh = { ...rateOf(files, 'ours'), ...measured, what: 'new rows, every file' }
    const what = `${size} rows, then ${all.toLocaleString('en')} of which ${corrected.toLocaleString('en')} corrected`
    lines.push({ subject, what, measured: { value: (all * 1000) / ours, unit: 'rows/s' }, limit: fresh })
  }
  const aim = { value: 500, unit: 'MB' as const, kind: 'aim' as const, what: 'memory of the importing process' }
  const peak: Amount = { value: loaded.peakBytes / 1e6, unit: 'MB' }
  return [
    ...lines,
    { subject, what: `${size} rows, peak memory of the import`, measured: peak, limit: aim },
    ...diskOf(size, rows, loaded),
    ...asked.flatMap(figureLines),
    ...flatOf(asked),
  ]
}

function ratesOf(what: string, files: readonly FileTimes[]): Line[] {
  if (files.length === 0) return []
  const ours = rateOf(files, 'ours')
  const keyed = { ...rateOf(files, 'keyed'), ...measured, what: 'COPY of them into a table with the key, as large' }
  const heap = { ...rateOf(files, 'heap'), ...measured, what: 'COPY of them into an empty heap' }
  return [
    { subject, what, measured: ours, limit: keyed },
    { subject, what, measured: ours, limit: heap },
  ]
}

/** All rows by all time: what somebody waits who loads them. */
function rateOf(files: readonly FileTimes[], of: 'ours' | 'keyed' | 'heap'): Amount {
  return { value: (sum(files, ({ rows }) => rows) * 1000) / sum(files, (file) => file[of]), unit: 'rows/s' }
}

function diskOf(size: string, rows: number, { bytes }: Loaded): Line[] {
  if (!bytes) return []
  const each = (value: number): Amount => ({ value: value / rows, unit: 'B/row' })
  const keyed = { ...each(bytes.keyed), ...measured, what: 'the table with the key' }
  return [
    { subject, what: `${size} rows on disk, with keys and indexes`, measured: each(bytes.rows), limit: keyed },
    { subject, what: `${size} rows on disk, all`, measured: { value: bytes.rows / 1e9, unit: 'GB' } },
    { subject, what: `${size} rows, their sums on disk`, measured: { value: bytes.beside / 1e6, unit: 'MB' } },
  ]
}

function figureLines({ rows, p50, p95, raw }: Asked): Line[] {
  const size = rows.toLocaleString('en')
  const ms = (value: number): Amount => ({ value, unit: 'ms' })
  const limit = { ...ms(raw), ...measured, what: 'the same sum over the rows' }
  const aim = { ...ms(20), kind: 'aim' as const, what: 'p95 at every size' }
  return [
    { subject, what: `a figure at ${size} rows, over HTTP, p50`, measured: ms(p50), limit },
    { subject, what: `a figure at ${size} rows, over HTTP, p95`, measured: ms(p95), limit },
    { subject, what: `a figure at ${size} rows, over HTTP, p95`, measured: ms(p95), limit: aim },
  ]
}

function flatOf(asked: readonly Asked[]): Line[] {
  const [first, last] = [asked[0], asked.at(-1)]
  if (!first || !last || first === last) return []
  const ms = (value: number): Amount => ({ value, unit: 'ms' })
  const limit = {
    ...ms(first.p50),
    ...measured,
    what: `the same at ${first.rows.toLocaleString('en')} rows (1 is flat)`,
  }
  return [{ subject, what: `the figure at ${last.rows.toLocaleString('en')} rows, p50`, measured: ms(last.p50), limit }]
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
