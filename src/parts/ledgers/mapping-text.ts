import { refuse } from '#kernel/refusal.ts'
import type { Mapping } from './headings.ts'

/** Reads `{"heading": "column", "other": null}`; nothing is an empty mapping. Refuses `ledgers/mapping-unreadable`. */
export function mappingOf(text: string | undefined): Mapping {
  if (!text) return {}
  const mapping = parsed(text)
  const fits =
    typeof mapping === 'object' &&
    mapping !== null &&
    Object.values(mapping).every((column) => column === null || typeof column === 'string')
  return fits ? (mapping as Mapping) : refuse('ledgers/mapping-unreadable', {}, 400)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
