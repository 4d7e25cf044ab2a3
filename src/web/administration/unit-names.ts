import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ask } from '../client.ts'
import { useLocale } from '../locale.tsx'

interface UnitTree {
  units: { code: string; parent: string | null; nameZh: string; nameEn: string }[]
}

/** The unit tree comes over the door of the organisation, since the shell imports no part. */
export function useUnitTree(): UnitTree['units'] {
  const { data } = useQuery({
    queryKey: ['/api/units', {}, {}],
    queryFn: ({ signal }) => ask('GET', '/api/units', undefined, signal) as Promise<UnitTree>,
  })
  return data?.units ?? []
}

/** A unit's name in the reader's language; a code the tree of today does not hold stays as it is. */
export function useUnitNames(): (code: string) => string {
  const units = useUnitTree()
  const { locale } = useLocale()
  return useCallback(
    (code) => {
      const unit = units.find((one) => one.code === code)
      return unit ? (locale === 'zh' ? unit.nameZh : unit.nameEn) : code
    },
    [units, locale],
  )
}
