import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Bounds } from '#kernel/place.ts'
import { useWords, type Words } from '../locale.tsx'
import { Empty } from './Empty.tsx'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'
import { type Ground, MapGround } from './map/MapGround.tsx'
import { type MapCluster, MapMarks, type MapPoint } from './map/MapMarks.tsx'
import { seenIn } from './map/map-view.ts'
import { useArea, useDrawing } from './map/use-drawing.ts'
import { type State, StateMark, states } from './StateMark.tsx'
import './zone-map.css'

export type { MapCluster, MapPoint } from './map/MapMarks.tsx'

/** What is seen, with the zoom of web maps: what a server makes clusters for. */
export type MapView = Bounds & { zoom: number }

interface ZoneMapProps {
  /** what the map is of, for those who do not see it */
  words: Words
  points: readonly MapPoint[]
  clusters?: readonly MapCluster[]
  /** told once the map is drawn and 200 ms after it was moved */
  onView?: ((view: MapView) => void) | undefined
  /** instead of going to the point's page */
  onPoint?: ((key: string) => void) | undefined
  chosen?: string | null | undefined
  /** other words of states than those of StateMark */
  stateWords?: Partial<Record<State, Words>>
  height?: number
}

const none: readonly MapCluster[] = []

/** The zone with things in it: marks by state, clusters that the server made, and the same as a list in words. */
export function ZoneMap(props: ZoneMapProps) {
  const { words, points, clusters = none, onView, onPoint, chosen = null, stateWords, height = 420 } = props
  const t = useWords()
  const go = useNavigate()
  const { data: drawing, error, refetch } = useDrawing()
  const area = useArea(drawing, points)
  const [told, setTold] = useState<{ key: string; touched: boolean } | null>(null)
  const press = (key: string, byFinger: boolean, ground: Ground) => {
    const cluster = clusters.find((one) => one.key === key)
    if (cluster) return ground.zoom(2, ground.over(cluster))
    const to = points.find((one) => one.key === key)?.to
    onPoint?.(key)
    if (byFinger) setTold({ key, touched: true })
    else if (!onPoint && to) go(to)
  }
  const shown = { ...states, ...mapWords(stateWords) }
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />
  if (!drawing) return <Loading />
  if (!area) return <Empty title={t({ zh: '还没有边界，也没有可标的地点', en: 'No boundary and no places yet' })} />
  const point = points.find(({ key }) => key === told?.key)
  const cluster = clusters.find(({ key }) => key === told?.key)
  return (
    <div className="zone-map">
      <MapGround
        {...{ words, drawing, area, height }}
        onPress={() => setTold(null)}
        onMark={press}
        onPoint={(key) =>
          setTold((before) => (before?.touched ? before : key === null ? null : { key, touched: false }))
        }
        marks={(ground) => (
          <>
            <Watch ground={ground} onView={onView} />
            <MapMarks {...{ at: ground.at, far: ground.view.zoom < 11.7, points, clusters, chosen }} />
          </>
        )}
        over={(ground) => (
          <>
            {point && (
              <Tip ground={ground} at={point}>
                {told?.touched && point.to ? <Link to={point.to}>{point.name}</Link> : <b>{point.name}</b>}
                <StateMark state={point.state} words={shown[point.state].words} />
                {point.words && <span>{point.words}</span>}
              </Tip>
            )}
            {cluster && (
              <Tip ground={ground} at={cluster}>
                <b>
                  {t({ zh: '此处 {count} 件，点开细看', en: '{count} here; press to come closer' }, { ...cluster })}
                </b>
                <Counts counts={cluster.counts ?? {}} shown={shown} />
              </Tip>
            )}
          </>
        )}
      />
      <InWords {...{ points, clusters, shown, onPoint }} />
    </div>
  )
}

type Shown = Record<State, { words: Words }>

const mapWords = (words: Partial<Record<State, Words>> = {}) =>
  Object.fromEntries(Object.entries(words).map(([state, own]) => [state, { words: own }])) as Partial<Shown>

function Counts({ counts, shown }: { counts: Partial<Record<State, number>>; shown: Shown }) {
  const some = (Object.keys(states) as State[]).filter((state) => counts[state])
  return some.map((state) => (
    <span key={state}>
      <StateMark state={state} words={shown[state].words} /> {counts[state]}
    </span>
  ))
}

function Tip({ ground, at, children }: { ground: Ground; at: MapPoint | MapCluster; children: ReactNode }) {
  const { x, y } = ground.over(at)
  const below = y < 96
  return (
    <div
      className="map-tip"
      data-below={below || undefined}
      style={{ left: Math.max(110, Math.min(ground.size.width - 110, x)), top: below ? y + 14 : y - 14 }}
    >
      {children}
    </div>
  )
}

/** Tells of the view some time after it came to rest. */
function Watch({ ground, onView }: { ground: Ground; onView: ((view: MapView) => void) | undefined }) {
  const { view, size } = ground
  const listener = useRef(onView)
  listener.current = onView
  useEffect(() => {
    if (!listener.current) return
    const timer = setTimeout(() => listener.current?.({ ...seenIn(view, size), zoom: view.zoom }), 200)
    return () => clearTimeout(timer)
  }, [view, size])
  return null
}

const MOST = 200

/** What is on the map, in words. */
function InWords({
  points,
  clusters,
  shown,
  onPoint,
}: { points: readonly MapPoint[]; clusters: readonly MapCluster[]; shown: Shown } & Pick<ZoneMapProps, 'onPoint'>) {
  const t = useWords()
  const inClusters = clusters.reduce((sum, { count }) => sum + count, 0)
  return (
    <details className="map-words">
      <summary>
        {t(
          { zh: '以文字列出图上的 {count} 件', en: 'The {count} on the map in words' },
          { count: points.length + inClusters },
        )}
      </summary>
      <ul>
        {points.slice(0, MOST).map((point) => (
          <li key={point.key}>
            <StateMark state={point.state} words={shown[point.state].words} />{' '}
            {onPoint ? (
              <button type="button" onClick={() => onPoint(point.key)}>
                {point.name}
              </button>
            ) : point.to ? (
              <Link to={point.to}>{point.name}</Link>
            ) : (
              point.name
            )}
            {point.words && <span>{point.words}</span>}
          </li>
        ))}
        {points.length > MOST && (
          <li>
            {t(
              { zh: '另有 {more} 件，放大后列出。', en: 'And {more} more; come closer to list them.' },
              { more: points.length - MOST },
            )}
          </li>
        )}
        {inClusters > 0 && (
          <li>
            {t(
              {
                zh: '{count} 件聚成 {many} 处，放大后列出。',
                en: '{count} stand together at {many} places; come closer to list them.',
              },
              { count: inClusters, many: clusters.length },
            )}
          </li>
        )}
      </ul>
    </details>
  )
}
