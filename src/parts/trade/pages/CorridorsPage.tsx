import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'
import { corridorsShape } from '../trains/corridor-shapes.ts'
import { CorridorTable } from './CorridorTable.tsx'
import type { Corridors, Edge } from './corridor-edges.ts'
import { TrainDoors } from './TrainDoors.tsx'
import '#web/kit/plain-field.css'
import './corridors-page.css'

const CorridorMap = lazy(() => import('./CorridorMap.tsx'))

/** Where the trains go: the land, the routes as wide as their trains, and the same numbers in a table. */
export default function CorridorsPage() {
  const t = useWords()
  const today = useSession().data?.today ?? ''
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? today.slice(0, 4)
  const scope = (['europe', 'asia'] as const).find((one) => one === search.get('scope'))
  const { data, error, refetch, isPlaceholderData } = useEndpoint(
    corridorsShape,
    { query: { period, scope } },
    { placeholderData: (before) => before, enabled: period !== '' },
  )
  const steer = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      value ? next.set(name, value) : next.delete(name)
      return next
    })
  return (
    <Page
      title={t({ zh: '通道', en: 'Corridors' })}
      trail={[{ title: t({ zh: '班列', en: 'Trains' }), to: '/opening/trains' }]}
      sentence={data && <CorridorSentence corridors={data} />}
      deeds={<TrainDoors here="corridors" />}
      help="leader/corridors"
      wide
    >
      <div className="corridors-bar">
        {!error && <PeriodPicker value={period} onChange={(next) => steer('period', next)} />}
        <select
          className="plain-field"
          aria-label={t({ zh: '统计范围', en: 'Scope' })}
          value={scope ?? ''}
          onChange={(event) => steer('scope', event.target.value)}
        >
          <option value="">{t({ zh: '中欧和中亚', en: 'Europe and Central Asia' })}</option>
          <option value="europe">{t({ zh: '只看中欧', en: 'Europe only' })}</option>
          <option value="asia">{t({ zh: '只看中亚', en: 'Central Asia only' })}</option>
        </select>
        <ul className="corridors-key">
          <li data-way="outbound">
            <i aria-hidden /> <T zh="去程" en="outbound" />
          </li>
          <li data-way="return">
            <i aria-hidden /> <T zh="回程" en="return" />
          </li>
          <li className="corridors-wide">
            <T zh="线宽为列数" en="width: number of trains" />
          </li>
        </ul>
      </div>
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading shape="chart" height={480} />}
      {data && !error && <Body corridors={data} waiting={isPlaceholderData} />}
    </Page>
  )
}

function Body({ corridors, waiting }: { corridors: Corridors; waiting: boolean }) {
  const t = useWords()
  const [lit, setLit] = useState<number | null>(null)
  const [told, setTold] = useState<Edge | null>(null)
  if (corridors.corridors.length === 0)
    return (
      <Empty title={t({ zh: '这一时期没有班列', en: 'No trains in this period' })}>
        <T zh="请换一个时期或统计范围。" en="Choose another period or scope." />
      </Empty>
    )
  const nameOf = (code: string) =>
    t(corridors.places.find((place) => place.code === code)?.name ?? { zh: code, en: code })
  return (
    <div aria-busy={waiting}>
      <Suspense fallback={<Loading shape="chart" height={480} />}>
        <CorridorMap corridors={corridors} lit={lit} onTold={setTold} />
      </Suspense>
      <p className="corridors-told" aria-live="polite">
        {told ? (
          <T
            zh="{from}—{to}：去程 {out} 列，回程 {back} 列"
            en="{from}–{to}: {out} trains out, {back} back"
            from={nameOf(told.from)}
            to={nameOf(told.to)}
            out={told.outbound}
            back={told.return}
          />
        ) : (
          <T
            zh="指向或用 Tab 走到一段线，看这一段的列数；只画陆地轮廓，走向为示意。"
            en="Point at a stretch or reach it by Tab for its trains; only outlines of the land are drawn, and the lines are schematic."
          />
        )}
      </p>
      <CorridorTable corridors={corridors.corridors} onLit={setLit} />
    </div>
  )
}

function CorridorSentence({ corridors: { corridors } }: { corridors: Corridors }) {
  const t = useWords()
  const first = corridors[0]
  if (!first) return null
  const total = corridors.reduce((sum, { outbound, return: back }) => sum + outbound.trains + back.trains, 0)
  const ports = new Map<string, number>()
  for (const { port, outbound, return: back } of corridors)
    ports.set(t(port), (ports.get(t(port)) ?? 0) + outbound.trains + back.trains)
  const [port, most] = [...ports].toSorted(([, a], [, b]) => b - a)[0]!
  return t(
    {
      zh: '{total} 列分走 {ports} 个口岸、{routes} 条线路；{port}最多，{most} 列，占 {share}%。',
      en: '{total} trains over {ports} border ports and {routes} routes; most by {port}: {most}, or {share}%.',
    },
    {
      ...{ total, ports: ports.size, routes: new Set(corridors.map(({ route }) => route.zh)).size, port, most },
      share: ((most / total) * 100).toFixed(1),
    },
  )
}
