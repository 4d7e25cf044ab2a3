import type { Tx } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import { lineageOf } from '#parts/indicators/indicators.ts'
import type { PrintedFigure, Source } from './figure-kinds.ts'
import type { Picture } from './pictures/picture.ts'
import { picturesOf, type Tree } from './tree.ts'

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
export function recordsOf(tx: Tx, bulletin: Standing & { sha256: string }): Promise<Records> {
  const text = `${bulletin.sha256} ${bulletin.tree.locale}`
  const before = known.get(text)
  if (before) return before
  const found = lookUp(tx, bulletin)
  known.set(text, found)
  found.catch(() => known.delete(text))
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
  return found
}

/** What a document says and stands on. */
interface Standing {
  tree: Tree
  printed: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
  asOf: Date
}

async function lookUp(tx: Tx, { tree, printed, sources, asOf }: Standing): Promise<Records> {
  // A chart draws every month of two years; the text's own figures tell the records.
  const charted = new Set(
    picturesOf(tree.blocks).flatMap(({ form, series }) => (form === 'trend' ? placesIn(series) : [])),
  )
  const ofText = new Set(printed.flatMap(({ place, key }) => (charted.has(place) ? [] : [key])))
  const records = new Map<string, RecordBehind[]>()
  // A figure and its target's pace stand on the same records over the same days.
  const told = new Map<string, RecordBehind[]>()
  for (const [key, source] of sources) {
    if (source.of === 'counts' || !ofText.has(key)) continue
    const { indicator, area, period } = source.of === 'fact' ? source.fact : { ...source.row, ...spanOf(source) }
    const { start, end } = parsePeriod(period)
    const days = `${indicator} ${area} ${start} ${end}`
    const behind = told.get(days) ?? (await behindFigure(tx, { indicator, period, area, asOf }))
    told.set(days, behind)
    records.set(key, behind)
  }
  return records
}

async function behindFigure(tx: Tx, asked: Parameters<typeof lineageOf>[1]): Promise<RecordBehind[]> {
  const { sources: inputs } = await lineageOf(tx, asked)
  const parts = inputs.flatMap((input) => input.parts)
  const behind = parts.map(({ title, path, batch, rows }): RecordBehind => ({ title, path, batch, rows }))
  return [...new Map(behind.map((record) => [record.path, record])).values()]
}

const placesIn = (series: Picture['series']) => series.flatMap(({ points }) => points.map(({ figure }) => figure))

const spanOf = ({ row, on, area }: Extract<Source, { of: 'pace' }>) => ({
  period: `${row.period.slice(0, 4)}-01-01/${on}`,
  area,
})
