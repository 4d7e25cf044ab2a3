import { useCallback, useMemo } from 'react'
import { catalogueShape } from '#parts/indicators/shapes.ts'
import { type Reply, useEndpoint } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import type { Item } from './check-items.ts'

export type CatalogueEntry = Reply<typeof catalogueShape>['indicators'][number]

/** The catalogue by code. */
export function useCatalogue(): ReadonlyMap<string, CatalogueEntry> {
  const { data } = useEndpoint(catalogueShape, {}, { staleTime: 5 * 60_000 })
  return useMemo(() => new Map(data?.indicators.map((entry) => [entry.code, entry])), [data])
}

/** What an item is about: the indicator's name, else the words of the text. */
export type NameOf = (item: Item) => string

export function useNames(): NameOf {
  const t = useWords()
  const catalogue = useCatalogue()
  return useCallback(
    ({ finding }: Item) => {
      if (!finding) return t({ zh: '时序表述', en: 'Words about pace' })
      const entry = finding.indicator === null ? undefined : catalogue.get(finding.indicator)
      return entry ? t(entry.name) : finding.claim.indicator
    },
    [t, catalogue],
  )
}
