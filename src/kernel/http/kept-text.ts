import { refuse } from '../refusal.ts'

/**
 * Refuses text that no database keeps as it was sent: a NUL character, or half of a surrogate pair. Looks at every text in the value,
 * names of fields too. Refuses `kernel/text-not-kept` (400) with the place.
 */
export function refuseUnkeptText(part: string, value: unknown): void {
  const waiting: { place: string; value: unknown }[] = [{ place: part, value }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { place, value: here } = next
    if (typeof here === 'string' && !isKept(here)) refuse('kernel/text-not-kept', { place: place.slice(0, 200) }, 400)
    if (typeof here !== 'object' || here === null) continue
    for (const [name, inner] of Object.entries(here)) {
      if (!isKept(name)) refuse('kernel/text-not-kept', { place: place.slice(0, 200) }, 400)
      waiting.push({ place: `${place}.${name}`, value: inner })
    }
  }
}

const isKept = (text: string) => !text.includes('\u0000') && text.isWellFormed()
