import { createHash } from 'node:crypto'
import type { Source } from './figure-kinds.ts'
import type { Tree } from './tree.ts'

/** SHA-256 of the value's JSON with its keys in order, so that what comes back from the database hashes alike. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex')
}

/** The hash of a bulletin: over the texts of its languages, Chinese first, and every fact behind a figure. */
export function bulletinDigest(trees: readonly Tree[], sources: ReadonlyMap<string, Source>): string {
  return digestOf({ texts: trees.map(digestOf), facts: Object.fromEntries(sources) })
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]))
}
