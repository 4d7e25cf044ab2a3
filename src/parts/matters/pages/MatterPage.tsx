import { Link, useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { type MatterShown, showMatter } from '../desk/matter-shapes.ts'
import { MatterDeeds } from './MatterDeeds.tsx'
import { MatterFacts } from './MatterFacts.tsx'
import { MatterPhotos } from './MatterPhotos.tsx'
import { MatterReporters } from './MatterReporters.tsx'
import { MatterSentence } from './MatterSentence.tsx'
import { MatterSteps } from './MatterSteps.tsx'
import { MatterTimes } from './MatterTimes.tsx'
import { MatterWishes } from './MatterWishes.tsx'
import { matterPath } from './matter-words.ts'
import { SupervisionOrders } from './SupervisionOrders.tsx'
import './matters.css'
import './matter.css'

/** One matter: where it stands and until when, what may be done, who took which time, and every step. */
export default function MatterPage() {
  const t = useWords()
  const { number = '' } = useParams()
  const shown = useEndpoint(showMatter, { params: { number } }, { refetchInterval: 60_000 })
  return (
    <Page
      title={shown.data?.row.title ?? number}
      trail={[{ title: t({ zh: '事项总览', en: 'All matters' }), to: '/matters/board' }]}
      help="clerk/matters"
      {...(shown.data ? { sentence: <MatterSentence matter={shown.data} /> } : {})}
    >
      {shown.error && <ErrorState problem={shown.error} onRetry={() => void shown.refetch()} />}
      {!shown.error && !shown.data && <Loading lines={12} />}
      {shown.data && <OpenMatter matter={shown.data} />}
    </Page>
  )
}

function OpenMatter({ matter }: { matter: MatterShown }) {
  const t = useWords()
  const may = useMay()
  return (
    <div className="matters matter">
      <MatterFacts matter={matter} />
      <p className="matter-words" lang="zh-CN">
        {matter.description}
      </p>
      <MatterPhotos matter={matter} />
      <Alike matter={matter} />
      {matter.deeds.length > 0 && <MatterDeeds key={matter.row.version} matter={matter} />}
      {matter.passages.length > 0 && (
        <Part
          title={t({ zh: '时间花在哪里', en: 'Where the time went' })}
          note={t({ zh: '点开一行，看时限怎样逐段算出', en: 'open a line to see how its deadline comes about' })}
        >
          <MatterTimes matter={matter} />
        </Part>
      )}
      {matter.wishes.length > 0 && (
        <Part title={t({ zh: '延期、挂账和申诉', en: 'Extensions, suspensions and appeals' })}>
          <MatterWishes wishes={matter.wishes} now={matter.now} />
        </Part>
      )}
      {(may('matters/supervise') || (may('matters/work') && matter.row.dutyUnit)) && (
        <Part title={t({ zh: '督办函', en: 'Supervision orders' })}>
          <SupervisionOrders matter={matter.row.number} />
        </Part>
      )}
      <Part title={t({ zh: '办理过程', en: 'Course' })}>
        <MatterSteps matter={matter} />
      </Part>
      {matter.reporters > 0 && <MatterReporters matter={matter} />}
    </div>
  )
}

/** Matters that may be the same, and those that already are one with it. */
function Alike({ matter: { similar, merged, mergedInto } }: { matter: MatterShown }) {
  const links = (rows: readonly { number: string; title: string; metres?: number }[]) =>
    rows.map((row, nth) => (
      <span key={row.number}>
        {nth > 0 && '；'}
        <Link to={matterPath(row)} lang="zh-CN">
          {row.title}
        </Link>{' '}
        <small>
          {row.number}
          {row.metres !== undefined && ` · ${row.metres} m`}
        </small>
      </span>
    ))
  return (
    <div className="matter-alike">
      {mergedInto && (
        <p>
          <T zh="已并入：" en="Merged into: " />
          {links([mergedInto])}
        </p>
      )}
      {merged.length > 0 && (
        <p>
          <T zh="并进来的：" en="Merged into this one: " />
          {links(merged)}
        </p>
      )}
      {similar.length > 0 && (
        <p data-state="warning">
          <span aria-hidden>▲ </span>
          <T zh="附近 50 米、24 小时内的同类事项：" en="Like matters within 50 m and 24 hours: " />
          {links(similar)}
        </p>
      )}
    </div>
  )
}
