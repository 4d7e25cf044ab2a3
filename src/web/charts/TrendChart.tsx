import { lazy, Suspense, useMemo } from 'react'
import { useAppearance, useMedia } from '../appearance.tsx'
import { Loading } from '../kit/Loading.tsx'
import { sansFamily } from '../tokens.ts'
import type { Trend } from './series.ts'
import { trendOption } from './trend.ts'

const Drawing = lazy(() => import('./Drawing.tsx'))

/** Series by period with the target line and the outlook fan. Keep `trend` stable (useMemo) to avoid redrawing. */
export function TrendChart({ trend, height = 280 }: { trend: Trend; height?: number }) {
  const { tokens } = useAppearance()
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const option = useMemo(() => trendOption(trend, { tokens, family: sansFamily, moves: !calm }), [trend, tokens, calm])
  return (
    <figure style={{ position: 'relative', height, margin: 0 }} aria-label={trend.title}>
      <Suspense fallback={<Loading shape="chart" height={height} />}>
        <Drawing option={option} />
      </Suspense>
    </figure>
  )
}
