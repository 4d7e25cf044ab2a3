/** Which figure: its period, its unit (the zone unless told) and as of when (now unless told). */
export interface Asked {
  period?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
}

/** The page of an indicator, e.g. `/figures/trains.count?period=2018-H1`. */
export function figureAddress(code: string, asked: Asked = {}): string {
  return `/figures/${encodeURIComponent(code)}${queryOf(asked)}`
}

/** The lineage of one figure: what every number leads to. */
export function lineageAddress(code: string, asked: Asked = {}): string {
  return `/figures/${encodeURIComponent(code)}/lineage${queryOf(asked)}`
}

function queryOf({ period, area, asOf }: Asked): string {
  const query = new URLSearchParams()
  if (period) query.set('period', period)
  if (area) query.set('area', area)
  if (asOf) query.set('asOf', asOf)
  return query.size ? `?${query}` : ''
}
