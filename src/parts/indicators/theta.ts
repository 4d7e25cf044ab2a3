/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000), lines 0 and 2 in equal parts, with multiplicative seasonal adjustment
 * when the data show a season (figures.md 6.1: OWA .907 on M4 monthly). Plain numbers: a forecast is no published figure.
 */
export function thetaForecast(values: readonly number[], horizon: number, season = 12): number[] {
  if (values.length === 0 || horizon <= 0) return []
  const indices = isSeasonal(values, season) ? seasonalIndices(values, season) : null
  const adjusted = indices ? values.map((value, at) => value / indices[at % season]!) : [...values]
  const line = regression(adjusted)
  const curved = adjusted.map((value, at) => 2 * value - line(at))
  const level = smoothedLevel(curved)
  return Array.from({ length: horizon }, (_, step) => {
    const at = values.length + step
    return ((line(at) + level) / 2) * (indices ? indices[at % season]! : 1)
  })
}

const TEN_PERCENT_TWO_SIDED = 1.645

/**
 * Whether the series repeats itself a season apart: autocorrelation at that lag, beyond 1.645/√n, once the year-on-year slope is
 * taken out. Needs two full seasons and values above zero. (The M4 form of the test adds the nearer lags to its limit; a smooth season is all nearer lags,
 * and in the three years a zone has it would be denied its own season.)
 */
export function isSeasonal(values: readonly number[], season = 12): boolean {
  if (values.length < 2 * season || values.some((value) => !(value > 0))) return false
  const slope = sum(values.slice(season).map((value, at) => value - values[at]!)) / (values.length - season) / season
  const level = sum(values.map((value, at) => value - slope * at)) / values.length
  const rest = values.map((value, at) => value - slope * at - level)
  const power = sum(rest.map((value) => value * value))
  // What is left of an exact line is rounding noise, not a season.
  if (power <= 1e-18 * sum(values.map((value) => value * value))) return false
  const together = sum(rest.slice(season).map((value, at) => value * rest[at]!))
  return together / power > TEN_PERCENT_TWO_SIDED / Math.sqrt(values.length)
}

/** Classical multiplicative indices, one a position of the season, mean 1: mean ratio to the centred moving average. */
export function seasonalIndices(values: readonly number[], season = 12): number[] {
  const half = Math.floor(season / 2)
  const ratios: number[][] = Array.from({ length: season }, () => [])
  for (let at = half; at < values.length - half; at++) {
    const around = values.slice(at - half, at + half + 1)
    const ends = season % 2 === 0 ? (around[0]! + around.at(-1)!) / 2 : 0
    ratios[at % season]!.push(values[at]! / ((sum(around) - ends) / season))
  }
  const raw = ratios.map((found) => (found.length > 0 ? sum(found) / found.length : 1))
  const mean = sum(raw) / season
  return raw.map((index) => index / mean)
}

function regression(values: readonly number[]): (at: number) => number {
  const middle = (values.length - 1) / 2
  const mean = sum(values) / values.length
  const spread = sum(values.map((_, at) => (at - middle) ** 2))
  const slope = spread === 0 ? 0 : sum(values.map((value, at) => (at - middle) * (value - mean))) / spread
  return (at) => mean + slope * (at - middle)
}

/** Last level of simple exponential smoothing, weight and first level by least squares of the one-step errors. */
function smoothedLevel(values: readonly number[]): number {
  const smoothed = (weight: number) => smooth(values, weight)
  let [low, high] = bracket((weight) => smoothed(weight).error)
  for (let step = 0; step < 30; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3]
    if (smoothed(left).error < smoothed(right).error) high = right
    else low = left
  }
  const candidates = [smoothed((low + high) / 2), smoothed(1)]
  return candidates.reduce((best, candidate) => (candidate.error < best.error ? candidate : best)).level
}

/** The stretch between the neighbours of the best of a coarse grid of weights. */
function bracket(errorOf: (weight: number) => number): [number, number] {
  const grid = Array.from({ length: 21 }, (_, at) => Math.max(0.01, at / 20))
  const errors = grid.map(errorOf)
  const best = errors.indexOf(Math.min(...errors))
  return [grid[Math.max(0, best - 1)]!, grid[Math.min(grid.length - 1, best + 1)]!]
}

/** One-step errors are linear in the first level (e = a − b·first), so its best value has a closed form. */
function smooth(values: readonly number[], weight: number): { error: number; level: number } {
  let [known, share] = [0, 1]
  let [aa, ab, bb] = [0, 0, 0]
  for (const value of values) {
    const a = value - known
    aa += a * a
    ab += a * share
    bb += share * share
    known += weight * a
    share *= 1 - weight
  }
  const first = ab / bb
  return { error: Math.max(0, aa - (ab * ab) / bb), level: known + share * first }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
