import { memo } from 'react'
import type { State } from '../StateMark.tsx'
import type { Ground } from './MapGround.tsx'

/** A thing at a place, with its state. */
export interface MapPoint {
  key: string
  longitude: number
  latitude: number
  state: State
  name: string
  /** a second line */
  words?: string | undefined
  /** the page behind it */
  to?: string | undefined
}

/** Many things at about one place, counted by the server. */
export interface MapCluster {
  key: string
  longitude: number
  latitude: number
  count: number
  counts?: Partial<Record<State, number>> | undefined
}

interface MarksProps {
  at: Ground['at']
  /** marks of a small map seen from afar are smaller, so that they hide less of each other */
  far: boolean
  points: readonly MapPoint[]
  clusters: readonly MapCluster[]
  chosen: string | null
}

/** Marks of StateMark as shapes, so that colour is never the only sign; clusters as a number in a ring of its states. */
export const MapMarks = memo(function MapMarks({ at, far, points, clusters, chosen }: MarksProps) {
  return (
    <g>
      {points.map((point) => (
        <Mark key={point.key} point={point} at={at} r={far ? 4.5 : 6.5} chosen={point.key === chosen} />
      ))}
      {clusters.map((cluster) => (
        <Cluster key={cluster.key} cluster={cluster} at={at} />
      ))}
    </g>
  )
})

function Mark({ point, at, r, chosen }: { point: MapPoint; r: number; chosen: boolean } & Pick<MarksProps, 'at'>) {
  const { x, y } = at(point)
  return (
    <g
      className="map-point"
      data-key={point.key}
      data-state={point.state}
      data-chosen={chosen || undefined}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
    >
      <circle className="map-reach" r={14} />
      {chosen && <circle className="map-halo" r={r + 5} />}
      {point.state === 'warning' ? (
        <path className="map-mark" d={`M0 ${-r - 1}L${r + 1} ${r - 1}H${-r - 1}Z`} />
      ) : point.state === 'behind' ? (
        <rect className="map-mark" x={1 - r} y={1 - r} width={2 * r - 2} height={2 * r - 2} />
      ) : (
        <circle className="map-mark" r={r} />
      )}
    </g>
  )
}

const inRing: readonly State[] = ['behind', 'warning', 'on', 'ahead', 'none']

function Cluster({ cluster, at }: { cluster: MapCluster } & Pick<MarksProps, 'at'>) {
  const { x, y } = at(cluster)
  const radius = 11 + Math.min(13, Math.log10(cluster.count) * 4)
  const around = 2 * Math.PI * radius
  const all = inRing.reduce((sum, state) => sum + (cluster.counts?.[state] ?? 0), 0)
  let before = 0
  return (
    <g className="map-cluster" data-key={cluster.key} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <circle className="map-many" r={radius} />
      {inRing.map((state) => {
        const share = all === 0 ? 0 : ((cluster.counts?.[state] ?? 0) / all) * around
        const arc = (
          <circle
            key={state}
            className="map-share"
            data-state={state}
            r={radius}
            strokeDasharray={`${share} ${around}`}
            strokeDashoffset={-before}
          />
        )
        before += share
        return share > 0 && arc
      })}
      <text>{cluster.count >= 10_000 ? `${Math.round(cluster.count / 1000)}k` : cluster.count}</text>
    </g>
  )
}
