import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { placesByWord, routesByWord } from './places.ts'

/** What a row's route, port or place is called in both languages; words that no table knows stay as they were written. */
export interface TrainNames {
  route(written: string): Words
  place(written: string): Words
  /** hub, yard, border, end or gauge; null where no table knows the place */
  kind(written: string): string | null
}

export async function trainNames(tx: Tx): Promise<TrainNames> {
  const [routes, places] = [await routesByWord(tx), await placesByWord(tx)]
  const asWritten = (written: string): Words => ({ zh: written, en: written })
  return {
    route: (written) => routes.get(written)?.name ?? asWritten(written),
    place: (written) => places.get(written)?.name ?? asWritten(written),
    kind: (written) => places.get(written)?.kind ?? null,
  }
}
