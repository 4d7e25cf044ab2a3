import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type Cockpit, cockpitShape } from '../shapes.ts'
import { DayField } from './DayField.tsx'
import { Freshness } from './Freshness.tsx'
import { HeadlineTiles } from './HeadlineTiles.tsx'
import { LatelyChanged } from './LatelyChanged.tsx'
import { TargetRows } from './TargetRows.tsx'
import { YearSentence } from './YearSentence.tsx'
import './cockpit.css'

/** The year on one screen: one sentence, the targets by how far behind, the headline figures, and how fresh it all is. */
export default function CockpitPage() {
  const t = useWords()
  const [search] = useSearchParams()
  const on = search.get('on') ?? undefined
  const cockpit = useEndpoint(cockpitShape, { query: { on } }, { placeholderData: (before) => before })
  const { data } = cockpit
  return (
    <Page
      title={t({ zh: '驾驶舱', en: 'Cockpit' })}
      sentence={
        data && (
          <YearSentence
            year={data.year}
            counts={data.sentence}
            targets={data.pace.targets}
            slowest={data.sentence.slowest}
          />
        )
      }
      deeds={<Deeds on={data?.on ?? on} />}
      help="leader/cockpit"
      wide
    >
      {cockpit.error && <ErrorState problem={cockpit.error} onRetry={() => cockpit.refetch()} />}
      {!data && !cockpit.error && <Loading lines={12} />}
      {data && <Year cockpit={data} waiting={cockpit.isPlaceholderData} />}
    </Page>
  )
}

function Year({ cockpit, waiting }: { cockpit: Cockpit; waiting: boolean }) {
  const t = useWords()
  const { pace, headline, changed, freshness, year } = cockpit
  return (
    <div className="cockpit" aria-busy={waiting}>
      <div className="cockpit-targets">
        <Part
          title={t({ zh: '{year} 年目标', en: 'Targets of {year}' }, { year })}
          note={t({ zh: '最落后的在前；差距为百分点', en: 'most behind first; gaps in percentage points' })}
          deeds={
            <Link to="/targets">
              <T zh="全部目标" en="All targets" />
            </Link>
          }
        >
          {pace.targets.length > 0 ? <TargetRows targets={pace.targets} /> : <NoTargets />}
        </Part>
      </div>
      <div className="cockpit-figures">
        <Part
          title={t({ zh: '主要指标', en: 'Headline figures' })}
          note={t({
            zh: '细线为近两年累计同比，同组同一坐标，横线为零',
            en: 'lines: growth on the year over two years, one scale a group, the rule is zero',
          })}
          deeds={
            <Link to="/figures">
              <T zh="全部指标" en="All indicators" />
            </Link>
          }
        >
          {headline.length > 0 ? <HeadlineTiles headline={headline} /> : <NoFigures />}
        </Part>
      </div>
      <div className="cockpit-side">
        <Part title={t({ zh: '一天内的变化', en: 'Changed within a day' })}>
          <LatelyChanged changed={changed} />
        </Part>
        <Part title={t({ zh: '数据到哪天', en: 'Data runs to' })}>
          <Freshness sources={freshness} />
        </Part>
      </div>
    </div>
  )
}

/** The day looked at stands in the address, so that a view can be sent. */
function Deeds({ on }: { on: string | undefined }) {
  const [, setSearch] = useSearchParams()
  return (
    <>
      <DayField
        words={{ zh: '看哪一天', en: 'On which day' }}
        value={on ?? ''}
        onChange={(day) => day && setSearch({ on: day })}
      />
      <Link to="/screen">
        <Button tabIndex={-1}>
          <T zh="大屏" en="Big screen" />
        </Button>
      </Link>
    </>
  )
}

function NoTargets() {
  return (
    <Empty
      title={<T zh="今年还没有目标" en="No targets this year" />}
      deed={
        <Link to="/targets">
          <T zh="去设定目标" en="Set targets" />
        </Link>
      }
    >
      <T
        zh="设定目标后，这里每天说明哪个目标落后、落后多少、今后每月需要多少。"
        en="Once set, this place says every day which target is behind, by how much, and what each month must bring."
      />
    </Empty>
  )
}

function NoFigures() {
  return (
    <Empty title={<T zh="还没有主要指标" en="No headline figures" />}>
      <T
        zh="在数据包的 indicators 文件中把指标标为 headline，它就出现在这里。"
        en="Mark an indicator as headline in the zone package and it stands here."
      />
    </Empty>
  )
}
