import { Link, useParams } from 'react-router'
import type { Reply } from '#web/client.ts'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { trainShape } from '../trains/train-shapes.ts'
import { trainPath } from './board-words.ts'
import { TrainBoxes } from './TrainBoxes.tsx'
import { TrainCargo } from './TrainCargo.tsx'
import { TrainLegs } from './TrainLegs.tsx'
import { TrainOrigin } from './TrainOrigin.tsx'
import { TrainSentence } from './TrainSentence.tsx'
import './train-page.css'

export type Train = Reply<typeof trainShape>

/** One train: its way with planned and actual days, its boxes in order, what they make together, and where the row came from. */
export default function TrainPage() {
  const t = useWords()
  const { number = '', day = '' } = useParams()
  const { data, error, refetch } = useEndpoint(trainShape, { params: { number, day } })
  return (
    <Page
      title={number}
      trail={[{ title: t({ zh: '班列', en: 'Trains' }), to: '/opening/trains' }]}
      sentence={data && <TrainSentence train={data} />}
      deeds={data && <Neighbours train={data} />}
      help="leader/train"
      wide
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={14} />}
      {data && (
        <div className="train-page">
          {data.plan?.reason && (
            <div className="train-reason">
              <T zh="计划所记原因：" en="Reason given in the plan: " />
              <span lang="zh-CN">{data.plan.reason}</span>
            </div>
          )}
          {data.legs.length > 0 && (
            <Part
              title={t({ zh: '行程', en: 'Its way' })}
              note={t({ zh: '实心已过，空心未到', en: 'solid: passed; hollow: still ahead' })}
            >
              <TrainLegs train={data} />
            </Part>
          )}
          {data.train && <TrainCargo train={data} />}
          {data.train && <TrainBoxes train={data} />}
          {data.train && <TrainOrigin train={data} />}
        </div>
      )}
    </Page>
  )
}

function Neighbours({ train: { previous, next } }: { train: Train }) {
  return (
    <nav className="train-neighbours">
      {previous && (
        <Link to={trainPath(previous)} rel="prev">
          ‹ <T zh="前一列" en="Train before" /> {previous.number}
        </Link>
      )}
      {next && (
        <Link to={trainPath(next)} rel="next">
          <T zh="后一列" en="Next train" /> {next.number} ›
        </Link>
      )}
    </nav>
  )
}
