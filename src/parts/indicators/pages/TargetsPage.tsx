import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay, useSession } from '#web/session.ts'
import { type PaceAnswer, paceShape } from '../shapes.ts'
import { DayField } from './DayField.tsx'
import { PaceRule } from './PaceRule.tsx'
import { TargetHistory } from './TargetHistory.tsx'
import { TargetRows } from './TargetRows.tsx'
import { TargetTable } from './TargetTable.tsx'
import { YearSentence } from './YearSentence.tsx'
import './targets-page.css'

const ReviseTargetSheet = lazy(() => import('./ReviseTargetSheet.tsx'))

/** All targets of a year: against the calendar, against the season, where they will end, what that takes, and by which rule. */
export default function TargetsPage() {
  const t = useWords()
  const may = useMay()
  const { year, on, steer } = useYearAddress()
  const [revising, setRevising] = useState(false)
  const pace = useEndpoint(paceShape, { query: { year, on } }, { placeholderData: (before) => before })
  const { data } = pace
  return (
    <Page
      title={t({ zh: '目标', en: 'Targets' })}
      sentence={
        data && <YearSentence year={data.year} counts={data.counts} targets={data.targets} slowest={slowestOf(data)} />
      }
      deeds={
        <>
          <PeriodPicker
            value={String(year)}
            kinds={['year']}
            onChange={(next) => steer({ year: next, on: undefined })}
          />
          <DayField
            words={{ zh: '看哪一天', en: 'On which day' }}
            value={on ?? data?.on ?? ''}
            onChange={(day) => steer({ on: day || undefined })}
          />
          {may('indicators/manage') && (
            <Button type="primary" onClick={() => setRevising(true)}>
              <T zh="设定或调整目标" en="Set or revise a target" />
            </Button>
          )}
        </>
      }
      help="leader/targets"
      wide
    >
      {pace.error && <ErrorState problem={pace.error} onRetry={() => pace.refetch()} />}
      {!data && !pace.error && <Loading lines={12} />}
      {data && !pace.error && <Body pace={data} waiting={pace.isPlaceholderData} />}
      {revising && (
        <Suspense>
          <ReviseTargetSheet year={year} onClose={() => setRevising(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function Body({ pace, waiting }: { pace: PaceAnswer; waiting: boolean }) {
  const t = useWords()
  const { targets, others, year } = pace
  return (
    <div aria-busy={waiting}>
      {targets.length === 0 && others.length === 0 && <NoTargets />}
      {targets.length > 0 && (
        <>
          <TargetRows targets={targets} />
          <Part
            title={t({ zh: '逐项', en: 'One by one' })}
            note={t({ zh: '百分比以目标为 100', en: 'percentages are of the target' })}
          >
            <TargetTable targets={targets} />
          </Part>
        </>
      )}
      {others.length > 0 && (
        <Part title={t({ zh: '年内各时期的目标', en: 'Targets of periods within the year' })}>
          <div className="targets-others">
            <TargetRows targets={others} />
          </div>
        </Part>
      )}
      <Part title={t({ zh: '怎么判定', en: 'How it is judged' })}>
        <PaceRule pace={pace} />
      </Part>
      <TargetHistory year={year} />
    </div>
  )
}

function slowestOf({ targets }: PaceAnswer) {
  const slowest = targets.find(({ status, gap }) => status === 'behind' && gap !== null)
  return slowest?.gap ? { ...slowest, gap: slowest.gap } : null
}

/** Year and day stand in the address; the year of the records unless told. */
function useYearAddress() {
  const today = useSession().data?.today ?? ''
  const [search, setSearch] = useSearchParams()
  const on = search.get('on') ?? undefined
  const asked = Number(search.get('year') ?? (on ?? today).slice(0, 4))
  const steer = (change: Record<string, string | undefined>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
      return next
    })
  return { year: asked, on, steer }
}

function NoTargets() {
  return (
    <Empty title={<T zh="这一年还没有目标" en="No targets for this year" />}>
      <T
        zh="负责人可在右上角设定目标；数据包的 targets.csv 也会带来目标。设定后每天对照时序和季节说明进度。"
        en="A lead sets them at the upper right, and targets.csv of a zone package brings them. From then on every day is held against the calendar and the season."
      />
    </Empty>
  )
}
