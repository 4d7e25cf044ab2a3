/** Shares of a target in percent, as decimal strings (33.5 means 33.5%). */
export interface Pace {
  completion: string | null
  /** share of the period's days that have passed */
  calendar?: string | null
  /** share that earlier years had reached by this day */
  seasonal?: string | null
  outlook?: { value: string; low: string; high: string } | null
}

interface Place {
  left: string
  width?: string
}

type Places = Partial<Record<'done' | 'outlook' | 'range' | 'calendar' | 'seasonal', Place>> &
  Record<'whole' | 'target', Place>

/** The bar ends at the target unless something lies past it, at most at 160%. */
export function endOf(pace: Pace): number {
  return Math.min(160, Math.max(100, numberOf(pace.completion) ?? 0, numberOf(pace.outlook?.high) ?? 0))
}

/** Where each part of the bar stands; `end` is what stands at its right edge, in percent of the target. */
export function barOf(pace: Pace, end = endOf(pace)): Places {
  const done = numberOf(pace.completion)
  const outlook = pace.outlook && {
    value: Number(pace.outlook.value),
    low: Number(pace.outlook.low),
    high: Number(pace.outlook.high),
  }
  const at = (share: number) => `${(Math.min(share, end) / end) * 100}%`
  const span = (from: number, to: number) => ({
    left: at(from),
    width: `${((Math.min(to, end) - Math.min(from, end)) / end) * 100}%`,
  })
  const mark = (share: number | null) => (share === null ? undefined : { left: at(share) })

  const places: Places = { whole: span(0, 100), target: { left: at(100) } }
  if (done !== null) places.done = span(0, done)
  if (outlook) {
    places.outlook = span(0, outlook.value)
    places.range = span(outlook.low, outlook.high)
  }
  const calendar = mark(numberOf(pace.calendar))
  const seasonal = mark(numberOf(pace.seasonal))
  if (calendar) places.calendar = calendar
  if (seasonal) places.seasonal = seasonal
  return places
}

/** 33.5 → `33.5%`; at most one decimal, since the bar shows no more. */
export function printShare(share: string | null | undefined): string {
  const value = numberOf(share)
  return value === null ? '—' : `${value.toFixed(1).replace(/\.0$/, '')}%`
}

function numberOf(share: string | null | undefined): number | null {
  return share === null || share === undefined || share === '' ? null : Number(share)
}
