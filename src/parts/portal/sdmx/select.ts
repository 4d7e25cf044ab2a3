import { refuse } from '#kernel/refusal.ts'
import type { Cell } from './cube.ts'
import { seriesDimensions } from './names.ts'
import type { DataQuery } from './query.ts'

/** Cells that say the same deed over the same time: what stands, or one of the past's disseminations. */
export interface Portion {
  action: 'Information' | 'Replace' | 'Delete'
  validFrom: Date | null
  validTo: Date | null
  cells: readonly Cell[]
}

/** More cells than this are not answered at once. */
export const CELLS_MOST = 100_000

/** The cells a query asks for, in portions; none where nothing fits. Refuses `portal/sdmx-too-large` (413). */
export function select(cells: readonly Cell[], query: DataQuery, most = CELLS_MOST): Portion[] {
  const fitting = cells.filter((cell) => isWanted(cell, query))
  const timely = fitting.filter(({ vintage }) => query.includeHistory || vintage.validTo === null)
  const since = query.updatedAfter
  const fresh = since ? timely.filter(({ vintage }) => vintage.validFrom > since) : timely
  // Of what was never told to this reader, its end need not be told either.
  const told = since || query.includeHistory ? fresh : fresh.filter(({ vintage }) => vintage.value !== null)
  const chosen = endsOf(told, query)
  if (chosen.length > most) return refuse('portal/sdmx-too-large', { most, found: chosen.length }, 413)
  if (query.includeHistory) return byValidity(chosen)
  const [kept, gone] = [chosen.filter(hasValue), chosen.filter((cell) => !hasValue(cell))]
  return [portion(since ? 'Replace' : 'Information', kept, query.asOf), portion('Delete', gone, query.asOf)].filter(
    (one) => one.cells.length > 0,
  )
}

const hasValue = ({ vintage }: Cell) => vintage.value !== null

export const seriesOf = ({ key }: Cell) => seriesDimensions.map((dimension) => key[dimension]).join('.')

function isWanted(cell: Cell, { keys, conditions }: DataQuery): boolean {
  const fitsKey = keys.some((wanted) =>
    seriesDimensions.every((dimension) => wanted[dimension]?.includes(cell.key[dimension]) ?? true),
  )
  return fitsKey && conditions.every((condition) => condition.fits(cell))
}

/** The first and the last periods of each series; with both, both ends. */
function endsOf(cells: readonly Cell[], { first, last }: DataQuery): readonly Cell[] {
  if (first === undefined && last === undefined) return cells
  return [...Map.groupBy(cells, seriesOf).values()].flatMap((series) => {
    const times = [...new Set(series.map(({ time }) => time))]
    const kept = new Set([...times.slice(0, first ?? 0), ...(last === undefined ? [] : times.slice(-last))])
    return series.filter(({ time }) => kept.has(time))
  })
}

function byValidity(cells: readonly Cell[]): Portion[] {
  const spans = Map.groupBy(cells, ({ vintage }) =>
    [vintage.validFrom.toISOString(), vintage.validTo?.toISOString() ?? '', vintage.value === null].join(' '),
  )
  return [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, portionCells]) => {
      const { validFrom, validTo, value } = portionCells[0]!.vintage
      return { action: value === null ? 'Delete' : 'Replace', validFrom, validTo, cells: portionCells }
    })
}

function portion(action: Portion['action'], cells: readonly Cell[], asOf: Date | undefined): Portion {
  return { action, cells, validFrom: asOf ?? null, validTo: asOf ?? null }
}
