import type { Tx } from '#kernel/db/work.ts'
import { lineageOf } from '#parts/indicators/indicators.ts'
import type { Source } from './figure-kinds.ts'

/** A batch or a report that a figure stands on, as of the moment of the document. */
export interface RecordBehind {
  title: string
  /** page of the batch or the report */
  path: string
  /** batch number; null for a report */
  batch: number | null
  /** rows of the batch in the figure */
  rows: number
}

export type Records = ReadonlyMap<string, readonly RecordBehind[]>

/** What an issued bulletin stood on never changes, so that it is looked up once. */
const known = new Map<string, Promise<Records>>()
const MOST_KNOWN = 16

/** The records behind the facts of an issued bulletin, by source; the same for everybody who downloads it. */
export function recordsOf(
  tx: Tx,
  { sha256, sources, asOf }: { sha256: string; sources: ReadonlyMap<string, Source>; asOf: Date },
): Promise<Records> {
  const before = known.get(sha256)
  if (before) return before
  const found = lookUp(tx, sources, asOf)
  known.set(sha256, found)
  found.catch(() => known.delete(sha256))
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
  return found
}

async function lookUp(tx: Tx, sources: ReadonlyMap<string, Source>, asOf: Date): Promise<Records> {
  const records = new Map<string, RecordBehind[]>()
  for (const [key, source] of sources) {
    if (source.of === 'counts') continue
    const { indicator, area, period } = source.of === 'fact' ? source.fact : { ...source.row, ...spanOf(source) }
    // Charts ask for every month of two years; the figure of the last one tells their records.
    if (/^\d{4}-01\/\d{4}-\d\d$/.test(period)) continue
    const { sources: inputs } = await lineageOf(tx, { indicator, period, area, asOf })
    const parts = inputs.flatMap((input) => input.parts)
    const behind = parts.map(({ title, path, batch, rows }): RecordBehind => ({ title, path, batch, rows }))
    records.set(key, [...new Map(behind.map((record) => [record.path, record])).values()])
  }
  return records
}

const spanOf = ({ row, on, area }: Extract<Source, { of: 'pace' }>) => ({
  period: `${row.period.slice(0, 4)}-01-01/${on}`,
  area,
})
