import { AimOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { isInside, isPlace, type Place } from '#kernel/place.ts'
import type { ZoneDrawing } from '#parts/org/boundary-shapes.ts'
import { useLocale, useWords, type Words } from '../locale.tsx'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'
import { MapGround } from './map/MapGround.tsx'
import { useArea, useDrawing } from './map/use-drawing.ts'
import './place-picker.css'

interface PlacePickerProps {
  value: Place | null
  /** null: the place chosen lies outside the zone, or none is */
  onChange: (place: Place | null) => void
  words?: Words
  height?: number
  /** without the two numbers, for people who have none */
  plain?: boolean
}

type Trouble = 'outside' | 'unreadable' | 'refused' | 'away'

/** Chooses a place in the zone: by a press on the map, by where the person stands, or as two numbers. WGS-84. */
export function PlacePicker({
  value,
  onChange,
  words = { zh: '地点', en: 'Place' },
  height = 300,
  plain,
}: PlacePickerProps) {
  const t = useWords()
  const { locale } = useLocale()
  const { data: drawing, error, refetch } = useDrawing()
  const area = useArea(drawing, value ? [value] : nowhere)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [seeking, setSeeking] = useState(false)
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />
  if (!drawing) return <Loading />
  const take = (place: Place) => {
    const outside = drawing.zone !== null && !isInside(place, drawing.zone.polygons)
    setTrouble(outside ? 'outside' : null)
    onChange(outside ? null : { longitude: sixPlaces(place.longitude), latitude: sixPlaces(place.latitude) })
  }
  const seek = () => {
    setSeeking(true)
    ownPlace()
      .then(take, (reason: Trouble) => setTrouble(reason))
      .finally(() => setSeeking(false))
  }
  return (
    <div className="place-picker">
      {area && (
        <MapGround
          {...{ words, drawing, area, height }}
          onPress={take}
          marks={({ at }) => value && <Pin {...at(value)} />}
        />
      )}
      <div className="place-line">
        <Button icon={<AimOutlined />} loading={seeking} onClick={seek}>
          {t({ zh: '我的位置', en: 'My position' })}
        </Button>
        {!plain && (
          <Numbers
            key={`${value?.longitude} ${value?.latitude}`}
            value={value}
            onTake={take}
            onBad={() => setTrouble('unreadable')}
          />
        )}
      </div>
      <p className="place-told" data-trouble={trouble ?? undefined} aria-live="polite">
        {trouble
          ? t(troubles[trouble])
          : value
            ? whereabouts(value, drawing, locale)
            : t({ zh: '请在图上点一下，或用“我的位置”。', en: 'Press a point on the map, or use your position.' })}
      </p>
    </div>
  )
}

const nowhere: readonly Place[] = []
const sixPlaces = (degrees: number) => Number(degrees.toFixed(6))

const troubles: Record<Trouble, Words> = {
  outside: {
    zh: '这个点不在本区范围内，请在边界以内选点。',
    en: 'This point lies outside the zone; choose one inside the boundary.',
  },
  unreadable: {
    zh: '经纬度读不了，请写成 113.80 和 34.71 这样的数。',
    en: 'These are no coordinates; write numbers like 113.80 and 34.71.',
  },
  refused: {
    zh: '浏览器没有给出位置，请在图上点选。',
    en: 'The browser did not give your position; press a point on the map.',
  },
  away: { zh: '暂时得不到位置，请在图上点选。', en: 'Your position cannot be found now; press a point on the map.' },
}

function Pin({ x, y }: { x: number; y: number }) {
  return (
    <g className="place-pin" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <path d="M0 0C-3 -7 -9 -11 -9 -18A9 9 0 0 1 9 -18C9 -11 3 -7 0 0Z" />
      <circle cy={-18} r={3.5} />
    </g>
  )
}

/** Two numbers, taken together with Enter or on leaving. */
function Numbers({ value, onTake, onBad }: { value: Place | null; onTake: (place: Place) => void; onBad: () => void }) {
  const t = useWords()
  const [east, setEast] = useState(value ? String(value.longitude) : '')
  const [north, setNorth] = useState(value ? String(value.latitude) : '')
  const read = () => {
    if (east.trim() === '' || north.trim() === '') return
    const place = { longitude: Number(east), latitude: Number(north) }
    if (place.longitude === value?.longitude && place.latitude === value.latitude) return
    if (isPlace(place.longitude, place.latitude)) onTake(place)
    else onBad()
  }
  const field = { onPressEnter: read, onBlur: read, inputMode: 'decimal' as const, autoComplete: 'off' }
  return (
    <>
      <Input
        {...field}
        aria-label={t({ zh: '经度（WGS-84）', en: 'Longitude (WGS-84)' })}
        placeholder={t({ zh: '经度', en: 'Longitude' })}
        value={east}
        onChange={(event) => setEast(event.target.value)}
      />
      <Input
        {...field}
        aria-label={t({ zh: '纬度（WGS-84）', en: 'Latitude (WGS-84)' })}
        placeholder={t({ zh: '纬度', en: 'Latitude' })}
        value={north}
        onChange={(event) => setNorth(event.target.value)}
      />
    </>
  )
}

/** Office and community of a place, as the drawing has them. */
function whereabouts(place: Place, drawing: ZoneDrawing, locale: 'zh' | 'en'): string {
  const around = [drawing.offices, drawing.communities].flatMap((areas) =>
    areas.filter((area) => isInside(place, area.polygons)).slice(0, 1),
  )
  return around.map((area) => (locale === 'zh' ? area.nameZh : area.nameEn)).join(locale === 'zh' ? ' ' : ', ')
}

function ownPlace(): Promise<Place> {
  return new Promise((resolve, reject: (reason: Trouble) => void) => {
    if (!('geolocation' in navigator)) return reject('refused')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ longitude: coords.longitude, latitude: coords.latitude }),
      (problem) => reject(problem.code === problem.PERMISSION_DENIED ? 'refused' : 'away'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  })
}
