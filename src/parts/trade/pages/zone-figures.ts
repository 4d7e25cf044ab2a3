import type { Reply } from '#web/client.ts'
import { useEndpoint } from '#web/client.ts'
import { useMay, useSession } from '#web/session.ts'
import { figureShape } from '../free-trade/shapes.ts'
import { periodTo } from './free-trade-words.ts'

export type ZoneFigure = Reply<typeof figureShape>

/** The four figures of the zone as everybody prints them, and the day they are counted from. */
export interface ZoneFigures {
  enterprises: ZoneFigure | undefined
  capital: ZoneFigure | undefined
  reforms: ZoneFigure | undefined
  innovations: ZoneFigure | undefined
  since: string | undefined
  /** answered, refused, or not to be asked */
  settled: boolean
}

export function useZoneFigures(): ZoneFigures {
  const { data: session } = useSession()
  const enabled = useMay()('indicators/read') && session !== undefined
  const period = periodTo(session?.today ?? '')
  const enterprises = useFigure('ftz.enterprises', period, enabled)
  const capital = useFigure('ftz.capital', period, enabled)
  const reforms = useFigure('ftz.reforms', period, enabled)
  const innovations = useFigure('ftz.innovations', period, enabled)
  return {
    ...{ enterprises: enterprises.data, capital: capital.data, reforms: reforms.data, innovations: innovations.data },
    since: enterprises.data?.inputs[0]?.since ?? undefined,
    settled: !enabled || enterprises.data !== undefined || enterprises.error !== null,
  }
}

/** A zone whose catalogue has no such figure shows its register all the same. */
function useFigure(code: string, period: string, enabled: boolean) {
  return useEndpoint(figureShape, { params: { code }, query: { period } }, { enabled, retry: false })
}
