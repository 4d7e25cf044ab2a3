import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePhone } from '#web/appearance.tsx'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { type MapView, ZoneMap } from '#web/kit/ZoneMap.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { lights } from '../desk/light.ts'
import { mapOfMatters } from '../desk/map-shapes.ts'
import type { MatterRow } from '../desk/row-shapes.ts'
import { inflows, inflowWords, stateWords } from '../engine/states.ts'
import { MatterTab } from './MatterTab.tsx'
import { counted, lightWords, litTotal, matterPath } from './matter-words.ts'
import { remainingSaid } from './remaining.ts'
import '#web/kit/plain-field.css'
import './matters.css'
import './matter-map.css'

type Drawn = Reply<typeof mapOfMatters>

/** Until the map has told what it shows: the zone and its surroundings. */
const first: MapView = { west: 113.6, south: 34.6, east: 114, north: 34.85, zoom: 11 }

/** Where the open matters are, by their lights; few are drawn one by one, many are counted. */
export default function MatterMapPage() {
  const t = useWords()
  const { filters, steer } = useTableAddress()
  const [view, setView] = useState(first)
  const light = filters['light'] as MatterRow['light'] | undefined
  const inflow = filters['inflow'] as MatterRow['inflow'] | undefined
  const drawn = useEndpoint(
    mapOfMatters,
    { query: { ...view, light, inflow } },
    { placeholderData: keepPreviousData, refetchInterval: 60_000 },
  )
  const choose = (name: string, value: string | undefined) => {
    const { [name]: _, ...others } = filters
    steer({ filters: value ? { ...others, [name]: value } : others })
  }
  return (
    <Page
      title={t({ zh: '事项地图', en: 'Map of matters' })}
      sentence={drawn.data && <MapSentence drawn={drawn.data} />}
      deeds={
        <Link to="/matters/board">
          <T zh="列表" en="List" />
        </Link>
      }
      help="leader/matters"
      wide
    >
      <div className="matters">
        <nav className="matter-tabs" aria-label={t({ zh: '灯色', en: 'Light' })}>
          <MatterTab chosen={!light} words={t({ zh: '全部', en: 'All' })} onChoose={() => choose('light', undefined)} />
          {lights.map((one) => (
            <MatterTab
              key={one}
              chosen={light === one}
              words={t(lightWords[one])}
              onChoose={() => choose('light', one)}
            />
          ))}
          <select
            className="plain-field"
            aria-label={t({ zh: '来源', en: 'Source' })}
            value={inflow ?? ''}
            onChange={(event) => choose('inflow', event.target.value || undefined)}
          >
            <option value="">{t({ zh: '来源：全部', en: 'Source: all' })}</option>
            {inflows.map((one) => (
              <option key={one} value={one}>
                {t(inflowWords[one])}
              </option>
            ))}
          </select>
        </nav>
        {drawn.error && <ErrorState problem={drawn.error} onRetry={() => void drawn.refetch()} />}
        <div className="matter-map">
          <MapDrawn drawn={drawn.data} onView={setView} />
          {drawn.data && <InSight drawn={drawn.data} />}
        </div>
      </div>
    </Page>
  )
}

/** 图上在办 312 件：超时 21 件，将到时限 9 件；另有 4 件没有位置。 */
function MapSentence({ drawn: { counts, placeless } }: { drawn: Drawn }) {
  const t = useWords()
  const said = t(
    {
      zh: '图中在办 {all} 件：超时 {behind} 件，将到时限 {warning} 件',
      en: '{all} open matters in sight: {behind} overdue, {warning} near their limit',
    },
    { all: counted(litTotal(counts)), behind: counted(counts.behind), warning: counted(counts.warning) },
  )
  const more =
    placeless > 0
      ? t({ zh: '；另有 {placeless} 件没有位置', en: '; {placeless} have no place' }, { placeless: counted(placeless) })
      : ''
  return <>{said + more + t({ zh: '。', en: '.' })}</>
}

function MapDrawn({ drawn, onView }: { drawn: Drawn | undefined; onView: (view: MapView) => void }) {
  const t = useWords()
  const phone = usePhone()
  return (
    <ZoneMap
      words={{ zh: '在办事项的位置', en: 'Where the open matters are' }}
      height={phone ? 340 : 560}
      onView={onView}
      stateWords={lightWords}
      points={(drawn?.points ?? []).map((point) => ({
        ...{ key: point.number, longitude: point.longitude, latitude: point.latitude, state: point.light },
        ...{
          name: point.title,
          words: `${t(point.categoryName)} · ${t(stateWords[point.state])}`,
          to: matterPath(point),
        },
      }))}
      clusters={(drawn?.clusters ?? []).map(({ longitude, latitude, count, lit }) => ({
        ...{ key: `${longitude} ${latitude}`, longitude, latitude, count, counts: lit },
      }))}
    />
  )
}

/** The same as a list, for whoever does not see the map: the most urgent in sight. */
function InSight({ drawn: { points, clusters, now } }: { drawn: Drawn }) {
  const t = useWords()
  const { locale } = useLocale()
  if (points.length === 0)
    return (
      <p className="matter-map-note">
        {clusters.length > 0 ? (
          <T zh="放大地图，就会逐件列出。" en="Zoom in, and they are listed one by one." />
        ) : (
          <T zh="这一片没有在办事项。" en="No open matter lies here." />
        )}
      </p>
    )
  return (
    <ol className="matter-map-list" aria-label={t({ zh: '图中事项', en: 'Matters in sight' })}>
      {points.slice(0, 60).map((point) => (
        <li key={point.number} data-state={point.light}>
          <Link to={matterPath(point)} lang="zh-CN">
            {point.title}
          </Link>
          <small>
            {t(stateWords[point.state])}
            {point.dueAt && ` · ${remainingSaid(Date.parse(point.dueAt) - Date.parse(now), locale)}`}
          </small>
        </li>
      ))}
    </ol>
  )
}
