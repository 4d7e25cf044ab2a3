import { useSearchParams } from 'react-router'
import { periodOf } from '#kernel/period.ts'
import { useSession } from '#web/session.ts'

/** The period and unit a template is tried on; both stand in the address. */
export interface PeriodTried {
  period: string
  area: string | undefined
  steer(change: { period?: string; area?: string | undefined }): void
}

export function usePeriodTried(kind: 'year' | 'half' | 'quarter' | 'month' | 'any'): PeriodTried {
  const today = useSession().data?.today ?? new Date().toISOString().slice(0, 10)
  const [search, setSearch] = useSearchParams()
  const steer = (change: { period?: string; area?: string | undefined }) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const usual = periodOf(kind === 'any' ? 'half' : kind, today).text
  return { period: search.get('period') ?? usual, area: search.get('area') ?? undefined, steer }
}
