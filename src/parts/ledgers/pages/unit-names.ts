import { unitTreeShape } from '#parts/org/shapes.ts'
import { useEndpoint } from '#web/client.ts'
import type { Words } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'

/** Names of units by their code. */
export type UnitNames = ReadonlyMap<string, Words>

/** The units of today by name, with those the person may act for. */
export function useUnits(): { names: UnitNames; mine: { code: string; words: Words; depth: number }[] } {
  const today = useSession().data?.today
  const { data } = useEndpoint(unitTreeShape, { query: today ? { on: today } : {} }, { staleTime: 5 * 60_000 })
  const all = (data?.units ?? []).map(({ code, nameZh, nameEn, depth, inScope }) => {
    return { code, words: { zh: nameZh, en: nameEn }, depth, inScope }
  })
  return { names: new Map(all.map((unit) => [unit.code, unit.words])), mine: all.filter((unit) => unit.inScope) }
}
