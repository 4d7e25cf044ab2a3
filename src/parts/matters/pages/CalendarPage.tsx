import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { calendarShape } from '../calendar/shapes.ts'
import { stageWords } from '../engine/states.ts'
import { reasonWords } from '../standards/reason-words.ts'
import { CalendarChange } from './CalendarChange.tsx'
import { CalendarMonths } from './CalendarMonths.tsx'
import './matters.css'
import './inspections.css'
import './calendar.css'

export type Calendar = Reply<typeof calendarShape>

/** When the zone works: hours, holidays with their make-up days, limits of the desks, and every version there was. */
export default function CalendarPage() {
  const t = useWords()
  const may = useMay()
  const [year, setYear] = useState<number | undefined>()
  const query = year === undefined ? {} : { year }
  const found = useEndpoint(calendarShape, { query }, { placeholderData: keepPreviousData })
  return (
    <Page
      title={t({ zh: '工作日历', en: 'Working calendar' })}
      sentence={found.data && <Sentence calendar={found.data} />}
      help="leader/calendar"
    >
      <div className="matters calendar">
        {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
        {!found.data && !found.error && <Loading lines={10} />}
        {found.data && (
          <>
            <Year year={found.data.year} today={found.data.today} onTurn={setYear} />
            <Part title={<T zh="各环节时限" en="Limits of the desks' own stages" />}>
              <Limits rules={found.data.inForce} />
            </Part>
            {may('matters/standards') && (
              <Part
                title={<T zh="修改" en="Change it" />}
                note={
                  <T
                    zh="先预览哪些时限会变，再启用；已办结的不变"
                    en="Look at which deadlines move, then put it in force; what has ended keeps its own"
                  />
                }
              >
                <CalendarChange key={found.data.inForce.id} calendar={found.data} />
              </Part>
            )}
            <Part title={<T zh="版本" en="Versions" />}>
              <Versions versions={found.data.versions} />
            </Part>
          </>
        )}
      </div>
    </Page>
  )
}

function Sentence({ calendar: { inForce, years } }: { calendar: Calendar }) {
  const t = useWords()
  return (
    <>
      {t(
        {
          zh: '每个工作日 {hours}；{first} 至 {last} 年的放假安排已知，其他年份的时限不作推算。',
          en: 'Each working day {hours}; holidays are known from {first} to {last}, and deadlines of other years are refused, not guessed.',
        },
        { hours: hoursSaid(inForce.hours), first: years[0] ?? '—', last: years.at(-1) ?? '—' },
      )}
    </>
  )
}

export const hoursSaid = (hours: Calendar['inForce']['hours']) => hours.map(([from, to]) => `${from}–${to}`).join('  ')

interface YearProps {
  year: Calendar['year']
  today: string
  onTurn: (year: number) => void
}

function Year({ year: whole, today, onTurn }: YearProps) {
  const t = useWords()
  const { year, known } = whole
  return (
    <section className="calendar-year">
      <header>
        <Button size="small" aria-label={t({ zh: '上一年', en: 'Year before' })} onClick={() => onTurn(year - 1)}>
          ‹
        </Button>
        <h2>{year}</h2>
        <Button size="small" aria-label={t({ zh: '下一年', en: 'Next year' })} onClick={() => onTurn(year + 1)}>
          ›
        </Button>
      </header>
      {!known && (
        <p className="calendar-unknown">
          <T
            zh="这一年的放假安排尚未公布或录入：到这一年的时限不推算，办理时会拒绝并说明。国务院办公厅公布后，在下面录入放假日和调休上班日（至少含元旦、春节、国庆节）。"
            en="The holidays of this year are not known yet: deadlines that reach into it are refused with words, not guessed. Once the State Council has published them, enter days off and make-up days below (New Year's Day, Spring Festival and National Day at least)."
          />
        </p>
      )}
      {known && <CalendarMonths year={whole} today={today} />}
    </section>
  )
}

function Limits({ rules }: { rules: Calendar['inForce'] }) {
  const t = useWords()
  return (
    <dl className="calendar-limits">
      {rules.limits.map(({ stage, words }) => (
        <div key={stage}>
          <dt>{t(stageWords[stage])}</dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Versions({ versions }: { versions: Calendar['versions'] }) {
  return (
    <ul className="standards-versions">
      {versions.map(({ id, hours, days, reason, at, by }, place) => (
        <li key={id}>
          <T zh="第 {id} 版" en="Version {id}" id={id} /> {place === 0 && <T zh="（在用）" en="(in force)" />} ·{' '}
          <When at={at} /> · {by}
          <small>
            {hoursSaid(hours)} · <T zh="本区另定 {n} 天" en="{n} days of the zone's own" n={days.length} /> ·{' '}
            <T {...reasonWords(reason)} />
          </small>
        </li>
      ))}
    </ul>
  )
}
