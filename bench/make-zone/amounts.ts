/**
 * Shares `total` by integer weights so that the parts add up to it to the last unit: each part is the step between two
 * rounded running totals, and the last one carries what is left.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return weights.map(() => 0n)
  let weightSoFar = 0n
  let given = 0n
  return weights.map((weight) => {
    weightSoFar += weight
    const upToHere = (total * weightSoFar) / whole
    const part = upToHere - given
    given = upToHere
    return part
  })
}

/** Reads `46.8165` as 468165 when `places` is 4: integers only, never a binary float. */
export function units(text: string, places: number): bigint {
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  if (fraction.length > places) throw new Error(`${text} has more than ${places} decimals`)
  const value = BigInt(whole + fraction.padEnd(places, '0'))
  return negative ? -value : value
}

/** 468165 with 4 places as `46.8165`. */
export function printed(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const point = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return value < 0n ? `-${text}` : text
}

/** As `printed`, without zeros at the end: `331.00` is `331`. */
export function shortest(value: bigint, places: number): string {
  return places === 0 ? printed(value, 0) : printed(value, places).replace(/\.?0+$/, '')
}

/** a ÷ b to the nearest whole, halves upward; for positive numbers. */
export function divided(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b)
}

/** Growth of `value` over `base` in tenths of a percent, halves upward. */
export function growthTenths(value: bigint, base: bigint): bigint {
  return divided(value * 1000n, base) - 1000n
}
