import { bothWays } from './phrase.ts'

/** Words in which parts of a name may be found, and how much finding them there tells. */
export interface Source {
  text: string
  weight: number
}

/** How much of a name its sources tell: `mean` over its characters, `least` of any one. */
export interface Covered {
  mean: number
  least: number
}

/**
 * Lays a name on its sources: each character takes the weight of the best source that holds it within a piece of two
 * characters or more. `implied` are endings that a unit or kind says without words (面积 of 平方米), at their own weight.
 */
export function coverage(name: string, sources: readonly Source[], implied: readonly Source[] = []): Covered {
  const weights = new Array<number>(name.length).fill(0)
  for (const { text, weight } of sources) lay(name, text, weight, weights)
  for (const { text, weight } of implied) {
    const at = name.indexOf(text)
    if (at >= 0) for (let i = at; i < at + text.length; i++) weights[i] = Math.max(weights[i] ?? 0, weight)
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return { mean: name.length === 0 ? 0 : total / name.length, least: Math.min(1, ...weights) }
}

/** What of a phrase is not found in the name, piece by piece. */
export function leftOver(phrase: string, name: string): string {
  const weights = new Array<number>(phrase.length).fill(0)
  lay(phrase, name, 1, weights)
  return [...weights.keys()].map((i) => (weights[i] ? '' : phrase.charAt(i))).join('')
}

function lay(name: string, text: string, weight: number, weights: number[]): void {
  for (let from = 0; from < name.length; ) {
    const length = longestAt(name, from, text)
    const enough = length >= 2 || (length === 1 && (name.charAt(from) === bothWays || name.length === 1))
    if (!enough) {
      from += 1
      continue
    }
    for (let i = from; i < from + length; i++) weights[i] = Math.max(weights[i] ?? 0, weight)
    // A shorter piece may begin inside a longer one and reach past it (开行 of 新开 and 开行).
    from += length > 2 ? length - 1 : 1
  }
}

function longestAt(name: string, from: number, text: string): number {
  let length = 0
  while (from + length < name.length && text.includes(name.slice(from, from + length + 1))) length += 1
  return length
}
