import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react'
import type { Bounds, Place } from '#kernel/place.ts'
import type { ZoneDrawing } from '#parts/org/boundary-shapes.ts'
import { useWords, type Words } from '#web/locale.tsx'
import { useWidth } from '../use-width.ts'
import { MapOutlines } from './MapOutlines.tsx'
import { placeAt, type Size, type Spot, scaleBar, scaleOf, type View, worldOf } from './map-view.ts'
import { type Steering, useMapView } from './use-map-view.ts'
import './map-ground.css'

/** What those who draw on the ground know of it. */
export interface Ground {
  view: View
  size: Size
  /** pixels from the map's origin: inside the drawing */
  at: (place: Place) => Spot
  /** pixels of the window of the map: for what lies over the drawing */
  over: (place: Place) => Spot
  zoom: Steering['zoom']
}

interface GroundProps {
  words: Words
  drawing: ZoneDrawing
  area: Bounds
  height: number
  /** a press on the ground itself */
  onPress?: (place: Place) => void
  /** a press on a mark with a `data-key` */
  onMark?: (key: string, byFinger: boolean, ground: Ground) => void
  /** the mark that the mouse points at */
  onPoint?: (key: string | null) => void
  /** marks, inside the drawing */
  marks: (ground: Ground) => ReactNode
  /** what lies over it: tips */
  over?: (ground: Ground) => ReactNode
}

const MapTiles = lazy(() => import('./MapTiles.tsx'))

/** The ground of every map: tiles if there are any, outlines, scale, and the hands that move it. */
export function MapGround({ words, drawing, area, height, onPress, onMark, onPoint, marks, over }: GroundProps) {
  const t = useWords()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const size = useMemo(() => ({ width: Math.max(1, width), height }), [width, height])
  const { view, zoom, whole, onKeyDown } = useMapView(place, area, size, {
    press: (spot, key, byFinger) =>
      key === null ? onPress?.(placeAt(view, size, spot)) : onMark?.(key, byFinger, ground),
    pointAt: (key) => onPoint?.(key),
  })
  const at = useMemo(() => projectionOf(area, view.zoom), [area, view.zoom])
  const origin = worldOf({ longitude: area.west, latitude: area.north })
  const scale = scaleOf(view.zoom)
  const [left, top] = [size.width / 2 - (view.x - origin.x) * scale, size.height / 2 - (view.y - origin.y) * scale]
  const ground: Ground = { view, size, at, over: (one) => shifted(at(one), left, top), zoom }
  return (
    <div
      ref={place}
      className="map-ground"
      style={{ height }}
      role="application"
      aria-label={t(words)}
      aria-description={t(howTo)}
      data-tiles={drawing.tiles ? true : undefined}
      onKeyDown={onKeyDown}
    >
      {drawing.tiles && width > 0 && (
        <Suspense fallback={null}>
          <MapTiles tiles={drawing.tiles} view={view} />
        </Suspense>
      )}
      {width > 0 && (
        <svg width={size.width} height={height} aria-hidden>
          <g transform={`translate(${left.toFixed(1)} ${top.toFixed(1)})`}>
            <MapOutlines drawing={drawing} zoom={view.zoom} at={at} />
            {marks(ground)}
          </g>
        </svg>
      )}
      {width > 0 && over?.(ground)}
      <Buttons zoom={zoom} whole={whole} />
      {width > 0 && <Scale view={view} />}
      {drawing.tiles?.credit && <small className="map-credit">{drawing.tiles.credit}</small>}
    </div>
  )
}

const howTo: Words = {
  zh: '方向键移动，加减号缩放，0 看全区；图上的内容下面另有文字列表。',
  en: 'Arrow keys move, plus and minus zoom, 0 shows the whole zone; what is on the map is listed in words below it.',
}

function Buttons({ zoom, whole }: Pick<Steering, 'zoom' | 'whole'>) {
  const t = useWords()
  return (
    <div className="map-buttons">
      <button type="button" aria-label={t({ zh: '放大', en: 'Closer' })} onClick={() => zoom(1)}>
        <PlusOutlined />
      </button>
      <button type="button" aria-label={t({ zh: '缩小', en: 'Farther' })} onClick={() => zoom(-1)}>
        <MinusOutlined />
      </button>
      <button type="button" onClick={whole}>
        {t({ zh: '全区', en: 'All' })}
      </button>
    </div>
  )
}

function Scale({ view }: { view: View }) {
  const t = useWords()
  const { metres, pixels } = scaleBar(view, 96)
  const [long, unit] = metres >= 1000 ? [metres / 1000, { zh: '公里', en: 'km' }] : [metres, { zh: '米', en: 'm' }]
  return (
    <span className="map-scale" style={{ width: pixels }} aria-hidden>
      {long} {t(unit)}
    </span>
  )
}

const shifted = ({ x, y }: Spot, left: number, top: number): Spot => ({ x: x + left, y: y + top })

/** Pixels from the north-west corner of the area, so that moving the map moves the drawing as a whole. */
function projectionOf(area: Bounds, zoom: number): (place: Place) => Spot {
  const origin = worldOf({ longitude: area.west, latitude: area.north })
  const scale = scaleOf(zoom)
  return (place) => {
    const { x, y } = worldOf(place)
    return { x: (x - origin.x) * scale, y: (y - origin.y) * scale }
  }
}
