import { geoConicConformal, geoGraticule, geoInterpolate, geoPath } from 'd3-geo'
import { useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import land from 'world-atlas/land-110m.json'
import { useWidth } from '#web/kit/use-width.ts'
import { useWords } from '#web/locale.tsx'
import { type Corridors, drawn, type Edge, edgesOf, movedAside, type Point } from './corridor-edges.ts'
import { labelsFor } from './map-labels.ts'
import './corridor-map.css'

const topology = land as unknown as Topology
const outlines = feature(topology, topology.objects['land']!)
const graticule = geoGraticule().step([10, 10])()

interface MapProps {
  corridors: Corridors
  /** the corridor that the table points at */
  lit: number | null
  onTold: (edge: Edge | null) => void
}

/** Outlines of the land, the routes as two lines side by side whose width is the number of trains, ports and ends by name. */
export default function CorridorMap({ corridors, lit, onTold }: MapProps) {
  const t = useWords()
  const go = useNavigate()
  const ground = useRef<HTMLDivElement>(null)
  const width = useWidth(ground)
  const [told, setTold] = useState<string | null>(null)
  const height = Math.round(Math.max(230, width * (width < 600 ? 0.66 : 0.46)))
  const edges = useMemo(() => edgesOf(corridors.corridors), [corridors])
  const map = useMemo(() => projected(corridors, edges, { width, height }), [corridors, edges, width, height])
  const labels = labelsFor(
    map.places
      .filter(({ kind }) => kind !== 'gauge')
      .map(({ code, name, x, y }) => ({ key: code, text: t(name), x, y })),
    { width, height },
    map.places,
    map.passed,
  )
  const tell = (edge: Edge | null) => {
    setTold(edge?.key ?? null)
    onTold(edge)
  }
  const bright = ({ key, corridors: users }: Edge) => told === key || (lit !== null && users.includes(lit))
  const dimmed = told !== null || lit !== null
  return (
    <div ref={ground} className="corridor-map">
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} data-dimmed={dimmed || undefined}>
          <title>{t({ zh: '班列通道图', en: 'Map of the corridors' })}</title>
          <path className="map-grid" d={map.grid} />
          <path className="map-land" d={map.land} />
          {map.lines.map(({ edge, out, back, wide }) => (
            <a
              key={edge.key}
              href={boardOf(corridors, edge)}
              className="map-edge"
              aria-label={t(
                {
                  zh: '{from}—{to}：去程 {outbound} 列，回程 {return} 列',
                  en: '{from}–{to}: {outbound} trains out, {return} back',
                },
                { ...edge, from: t(nameOf(corridors, edge.from)), to: t(nameOf(corridors, edge.to)) },
              )}
              data-bright={bright(edge) || undefined}
              onMouseEnter={() => tell(edge)}
              onMouseLeave={() => tell(null)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                go(boardOf(corridors, edge))
              }}
              onFocus={() => tell(edge)}
              onBlur={() => tell(null)}
            >
              <path className="map-reach" d={out.d} />
              <path className="map-out" d={out.d} strokeWidth={wide.outbound} />
              <path className="map-back" d={back.d} strokeWidth={wide.return} />
            </a>
          ))}
          {map.places.map(({ code, x, y, kind }) => (
            <circle
              key={code}
              className="map-place"
              data-kind={kind}
              cx={x}
              cy={y}
              r={kind === 'hub' ? 5 : kind === 'gauge' ? 2 : 3.5}
            />
          ))}
          {labels.map(({ key, text, left, middle }) => (
            <text key={key} x={left} y={middle} dominantBaseline="central">
              {text}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}

/** The trains of a stretch on the board: by its port or its route where all on it share one. */
function boardOf({ corridors }: Corridors, { corridors: users }: Edge): string {
  const query = new URLSearchParams()
  const shared = (of: 'port' | 'route') => {
    const all = new Set(users.map((index) => corridors[index]![of].zh))
    if (all.size === 1) query.set(`f.${of}`, [...all][0]!)
  }
  shared('port')
  shared('route')
  return `/opening/trains${query.size ? `?${query}` : ''}`
}

function nameOf({ places }: Corridors, code: string) {
  return places.find((place) => place.code === code)?.name ?? { zh: code, en: code }
}

const order = { hub: 0, end: 1, border: 2, gauge: 3 }

function projected(corridors: Corridors, edges: readonly Edge[], frame: { width: number; height: number }) {
  const { width, height } = frame
  const inset = Math.max(24, width * 0.05)
  const points = { type: 'MultiPoint' as const, coordinates: corridors.places.map(({ lon, lat }) => [lon, lat]) }
  const middle = points.coordinates.length > 0 ? mean(points.coordinates.map(([lon]) => lon!)) : 60
  const projection = geoConicConformal().parallels([35, 55]).rotate([-middle, 0])
  if (points.coordinates.length > 1)
    projection.fitExtent(
      [
        [inset, inset * 1.3],
        [width - inset * 1.6, height - inset],
      ],
      points,
    )
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const path = geoPath(projection)
  const at = new Map(corridors.places.map(({ code, lon, lat }) => [code, [lon, lat] as const]))
  const most = Math.max(1, ...edges.flatMap(({ outbound, return: back }) => [outbound, back]))
  const widest = width < 600 ? 7 : 13
  const wideOf = (trains: number) => (trains === 0 ? 0 : Math.max(1, (trains / most) * widest))
  const lines = edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)]
    if (!from || !to) return []
    const along = geoInterpolate([...from], [...to])
    return [{ edge, line: Array.from({ length: 33 }, (_, step) => projection(along(step / 32)) as Point) }]
  })
  return {
    passed: lines.flatMap(({ line }) => line.map(([x, y]) => ({ x, y }))),
    land: path(outlines) ?? '',
    grid: path(graticule) ?? '',
    places: corridors.places
      .map((place) => {
        const [x, y] = projection([place.lon, place.lat]) ?? [0, 0]
        return { ...place, x, y }
      })
      .toSorted((a, b) => order[a.kind] - order[b.kind]),
    lines: lines.map(({ edge, line }) => {
      const wide = { outbound: wideOf(edge.outbound), return: wideOf(edge.return) }
      // The two ways lie edge to edge, a hair apart.
      const out = { d: drawn(movedAside(line, -(wide.outbound / 2 + 0.6))) }
      const back = { d: drawn(movedAside(line, wide.return / 2 + 0.6)) }
      return { edge, wide, out, back }
    }),
  }
}

const mean = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
