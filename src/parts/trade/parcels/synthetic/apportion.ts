/**
 * Shares `total` by weights so that the whole parts add up to it exactly: everybody gets the whole part of the true share, and what is left
 * goes one by one to the largest remainders (the earlier of equals first).
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return weights.map(() => 0n)
  const shares = weights.map((weight) => (total * weight) / whole)
  const remainders = weights.map((weight, place) => ({ place, rest: (total * weight) % whole }))
  remainders.sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))
  const left = Number(total - shares.reduce((sum, share) => sum + share, 0n))
  for (const { place } of remainders.slice(0, left)) shares[place]! += 1n
  return shares
}

/** What the source's half-year holds: 3300 and 2986 万包, 46.8 and 2.6 亿元 (in 分). */
const source = { rows: 62_860_000n, parcels: [33_000_000n, 29_860_000n], fen: [468_000_000_000n, 26_000_000_000n] }

/** Parcels and value in 分 of imports and exports for so many rows in all, in the source's proportions. */
export function totalsOf(rows: number): { parcels: [bigint, bigint]; fen: [bigint, bigint] } {
  const asked = BigInt(rows)
  const fenOfAll = (2n * asked * (source.fen[0]! + source.fen[1]!) + source.rows) / (2n * source.rows)
  const [importParcels, exportParcels] = apportion(asked, source.parcels)
  const held = source.fen.map((fen, direction) => ([importParcels, exportParcels][direction] === 0n ? 0n : fen))
  const [importFen, exportFen] = apportion(fenOfAll, held)
  return { parcels: [importParcels!, exportParcels!], fen: [importFen!, exportFen!] }
}
