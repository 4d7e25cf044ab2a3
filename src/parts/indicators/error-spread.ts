/** What one series' forecasts missed by, and what those of its siblings did, all after the same number of months. */
export interface PastErrors {
  own: readonly number[]
  siblings: readonly (readonly number[])[]
}

export interface ErrorSpread {
  /** equally likely log errors, ascending */
  draws: number[]
  /** past errors they stand on */
  errors: number
  from: 'pooled-errors' | 'student'
}

/** The siblings' experience weighs as much as this many years of the series' own. */
const SIBLING_YEARS = 3
/** Fewer pooled errors have no quantiles worth the name; Student's distribution fills in. */
const QUANTILES_NEED = 20
const DRAWS = 199

/**
 * The spread of a forecast's log error (figures.md 6.3, recipe 3): errors of all siblings, each in units of its own series' spread,
 * set to this series' spread; that spread being its own past one shrunk towards the siblings'. Null without an own error.
 */
export function errorSpread({ own, siblings }: PastErrors): ErrorSpread | null {
  if (own.length === 0) return null
  const others = siblings.filter((errors) => errors.length > 0)
  const all = [own, ...others]
  const common = meanSquare(all.flat())
  const scale = shrunk(own, others.length > 0 ? common : null)
  const pooled = all
    .flatMap((errors) => errors.map((error) => standardised(error, shrunk(errors, common))))
    .sort((a, b) => a - b)
  if (pooled.length >= QUANTILES_NEED) {
    return {
      draws: levels().map((level) => quantile(pooled, level) * scale),
      errors: pooled.length,
      from: 'pooled-errors',
    }
  }
  const freedom = own.length + Math.min(SIBLING_YEARS, pooled.length - own.length)
  return {
    draws: levels().map((level) => studentQuantile(level, freedom) * scale),
    errors: pooled.length,
    from: 'student',
  }
}

/** Quantile of ascending values, straight between neighbours. */
export function quantile(ascending: readonly number[], level: number): number {
  const place = level * (ascending.length - 1)
  const [below, above] = [ascending[Math.floor(place)]!, ascending[Math.ceil(place)]!]
  return below + (above - below) * (place - Math.floor(place))
}

/** Quantile of Student's distribution with whole degrees of freedom, by halving. */
export function studentQuantile(level: number, freedom: number): number {
  if (level < 0.5) return -studentQuantile(1 - level, freedom)
  let [low, high] = [0, 1]
  while (studentBelow(high, freedom) < level) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (studentBelow(middle, freedom) < level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Share of Student's distribution below t ≥ 0: finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4. */
function studentBelow(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const odd = freedom % 2 === 1
  let term = odd ? cosine : 1
  let series = freedom === 1 ? 0 : term
  for (let power = odd ? 3 : 2; power <= freedom - 2; power += 2) {
    term *= (cosine * cosine * (power - 1)) / power
    series += term
  }
  const within = odd ? (2 / Math.PI) * (angle + sine * series) : sine * series
  return 0.5 + within / 2
}

function levels(): number[] {
  return Array.from({ length: DRAWS }, (_, at) => (at + 0.5) / DRAWS)
}

function shrunk(errors: readonly number[], common: number | null): number {
  if (common === null) return Math.sqrt(meanSquare(errors))
  return Math.sqrt((errors.length * meanSquare(errors) + SIBLING_YEARS * common) / (errors.length + SIBLING_YEARS))
}

function standardised(error: number, scale: number): number {
  return scale === 0 ? 0 : error / scale
}

function meanSquare(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length
}
