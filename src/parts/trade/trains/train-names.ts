import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { placesByWord, routesByWord } from './places.ts'

/** What a row's route, port or place is called in both languages; words that no table knows stay as they were written. */
export interface TrainNames {
  route(written: string): Words
  /** the ends of a route in the order they are run; null where no table knows it */
  way(written: string, direction: 'outbound' | 'return'): { from: Words; to: Words } | null
  place(written: string): Words
  /** hub, yard, border, end or gauge; null where no table knows the place */
  kind(written: string): string | null
}

export async function trainNames(tx: Tx): Promise<TrainNames> {
  const [routes, places] = [await routesByWord(tx), await placesByWord(tx)]
  const hubOf = (code: string) => {
    const place = places.get(code)
    return (place?.parent ? places.get(place.parent) : undefined) ?? place
  }
  const asWritten = (written: string): Words => ({ zh: written, en: written })
  return {
    route: (written) => routes.get(written)?.name ?? asWritten(written),
    way: (written, direction) => {
      const known = routes.get(written)
      if (!known) return null
      const [from, to] = [known.from, known.to].map((code) => hubOf(code)?.name ?? asWritten(code)) as [Words, Words]
      return direction === 'outbound' ? { from, to } : { from: to, to: from }
    },
    place: (written) => places.get(written)?.name ?? asWritten(written),
    kind: (written) => places.get(written)?.kind ?? null,
  }
}
