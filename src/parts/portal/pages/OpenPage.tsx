import { keepPreviousData } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { Sparkline } from '#web/charts/Sparkline.tsx'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type OpenList, type OpenListed, openShape } from '../shapes.ts'
import { OpenChange } from './OpenChange.tsx'
import { OpenFrame } from './OpenFrame.tsx'

/** What anybody may see: the figures by section with their latest value, and the bulletins. */
export default function OpenPage() {
  const t = useWords()
  const { locale } = useLocale()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const whole = useEndpoint(openShape, { query: {} })
  const found = useEndpoint(
    openShape,
    { query: { q: sought } },
    { enabled: sought !== '', placeholderData: keepPreviousData },
  )
  const shown = sought === '' ? whole.data : (found.data ?? whole.data)
  const all = whole.data
  return (
    <OpenFrame
      zone={all?.zone}
      title={t({ zh: '公开数据', en: 'Open figures' })}
      sentence={
        all &&
        t(
          {
            zh: '公开 {count} 项指标，数据截至{through}；每个数都可以查看历史、下载和引用。',
            en: '{count} indicators, up to {through}; every figure can be followed back, downloaded and quoted.',
          },
          { count: all.figures.length, through: printWhen(all.through, locale) },
        )
      }
    >
      {whole.error && <ErrorState problem={whole.error} onRetry={() => whole.refetch()} />}
      {!all && !whole.error && <Loading lines={14} />}
      {all && (
        <>
          <label className="open-search">
            <span className="for-readers">{t({ zh: '查找指标', en: 'Find an indicator' })}</span>
            <input
              type="search"
              value={typed}
              placeholder={t({ zh: '查找：名称、拼音或首字母', en: 'Find by name or code' })}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          {shown && <Sections list={shown} />}
          {shown?.figures.length === 0 && (
            <p className="open-nothing">
              <T zh="没有找到公开的指标；换一个词再试。" en="No open indicator found; try another word." />
            </p>
          )}
          <Bulletins list={all} />
        </>
      )}
    </OpenFrame>
  )
}

function Sections({ list: { sections, figures } }: { list: OpenList }) {
  const t = useWords()
  return sections.map(({ code, words }) => (
    <section key={code} className="open-section">
      <h2>{t(words)}</h2>
      <ul>
        {figures
          .filter(({ section }) => section === code)
          .map((figure) => (
            <Row key={figure.code} figure={figure} />
          ))}
      </ul>
    </section>
  ))
}

function Row({ figure: { code, name, latest, trend } }: { figure: OpenListed }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <li className="open-row">
      <Link to={`/open/figures/${code}`}>{t(name)}</Link>
      <span className="open-row-period">
        {latest ? printPeriod(parsePeriod(latest.period), locale) : '—'}
        {latest?.status === 'provisional' && (
          <>
            {' '}
            <T zh="○ 初步数" en="○ provisional" />
          </>
        )}
      </span>
      <span className="open-row-value">
        <Quantity value={latest?.value} unit={latest?.unit ?? ''} />
      </span>
      <OpenChange value={latest?.growth ?? null} unit={latest?.growthUnit ?? '%'} />
      <Sparkline marks={trend} label={t({ zh: '{name}的走势', en: 'Trend of {name}' }, { name: t(name) })} />
    </li>
  )
}

function Bulletins({ list: { bulletins } }: { list: OpenList }) {
  const t = useWords()
  if (bulletins.length === 0) return null
  return (
    <section className="open-section">
      <h2>
        <T zh="通报" en="Bulletins" />
      </h2>
      <ul>
        {bulletins.map(({ id, title, dated, state }) => (
          <li key={id} className="open-bulletin-row">
            <Link to={`/open/bulletins/${id}`}>{t(title)}</Link>
            <span>{state === 'withdrawn' ? <T zh="✕ 已撤回" en="✕ withdrawn" /> : <Dated day={dated} />}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dated({ day }: { day: string }) {
  const { locale } = useLocale()
  return <time dateTime={day}>{printWhen(day, locale)}</time>
}
