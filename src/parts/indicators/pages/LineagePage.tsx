import { Button } from 'antd'
import { useRef } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { downloadOf, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { evidenceShape, type Lineage, lineageShape } from '../shapes.ts'
import { AsOfSlider } from './AsOfSlider.tsx'
import { figureAddress } from './addresses.ts'
import { exactWords } from './FactFigure.tsx'
import { LineageSentence } from './LineageSentence.tsx'
import { LineageTree } from './LineageTree.tsx'
import { RowsBehind } from './RowsBehind.tsx'
import { WhichBar } from './WhichBar.tsx'
import { useWhich, type Which } from './which.ts'
import './lineage-page.css'

/** What a figure is made of, down to its rows; as of any moment; computed anew from the rows and found equal. */
export default function LineagePage() {
  const t = useWords()
  const { code = '' } = useParams()
  const which = useWhich()
  const { period, area, asOf } = which
  const kept = { placeholderData: (before: Lineage | undefined) => before }
  const lineage = useEndpoint(lineageShape, { params: { code }, query: { period, area, asOf } }, kept)
  const { data } = lineage
  const name = data ? t(data.fact.name) : code
  return (
    <Page
      title={t({ zh: '数据来历', en: 'Lineage' })}
      trail={[
        { title: t({ zh: '指标', en: 'Indicators' }), to: '/figures' },
        { title: name, to: figureAddress(code, which) },
      ]}
      sentence={data && <LineageSentence lineage={data} asOf={asOf} />}
      deeds={<Deeds code={code} which={which} ready={(data?.sources.length ?? 0) > 0} />}
      help="leader/lineage"
      wide
    >
      {lineage.error && <ErrorState problem={lineage.error} onRetry={() => lineage.refetch()} />}
      {!data && !lineage.error && <Loading lines={10} />}
      {data && !lineage.error && <Body code={code} which={which} lineage={data} waiting={lineage.isPlaceholderData} />}
    </Page>
  )
}

interface BodyProps {
  code: string
  which: Which
  lineage: Lineage
  waiting: boolean
}

function Body({ code, which, lineage, waiting }: BodyProps) {
  const [search, setSearch] = useSearchParams()
  const rows = useRef<HTMLDivElement>(null)
  const moments = useMoments(code, which, lineage)
  const input = Number(search.get('input') ?? 0)
  const choose = (next: number) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        next ? after.set('input', String(next)) : after.delete('input')
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  const open = (next: number) => {
    choose(next)
    rows.current?.scrollIntoView({ behavior: 'smooth', block: 'start' })
    rows.current?.focus({ preventScroll: true })
  }
  return (
    <div aria-busy={waiting} className="lineage-page">
      <AsOfSlider moments={moments} asOf={which.asOf} onChange={(asOf) => which.steer({ asOf })} />
      <LineageTree lineage={lineage} asked={which} onRows={open} />
      <Replay lineage={lineage} />
      {lineage.tree && lineage.sources.some((source) => source.parts.length > 0) ? (
        <div ref={rows} tabIndex={-1} className="lineage-rows">
          <RowsBehind code={code} asked={which} sources={lineage.sources} input={input} onInput={choose} />
        </div>
      ) : (
        <NoRows />
      )}
    </div>
  )
}

/** The stops of the slider are those of today's records, also while the page shows an earlier moment. */
function useMoments(code: string, { period, area, asOf }: Which, shown: Lineage): readonly string[] {
  const now = useEndpoint(lineageShape, { params: { code }, query: { period, area } }, { enabled: Boolean(asOf) })
  return asOf ? (now.data?.moments ?? shown.moments) : shown.moments
}

/** 重算：同样的数字. */
function Replay({ lineage: { replay, fact } }: { lineage: Lineage }) {
  const { locale } = useLocale()
  if (fact.value === null && replay.value === null) return null
  return (
    <p className="replay">
      {replay.equal ? (
        <StateMark state="on" words={{ zh: '同样的数字', en: 'Same digits' }} />
      ) : (
        <StateMark state="behind" words={{ zh: '数字不同', en: 'Different digits' }} />
      )}
      <span>
        {replay.from === 'rows' ? (
          <T zh="不用汇总表，从原始行重算一遍得 " en="Computed anew from the raw rows instead of the rollups: " />
        ) : (
          <T zh="从各批次留存的合计重算一遍得 " en="Computed anew from the sums that each batch left: " />
        )}
        <b>{replay.exact === null ? '—' : exactWords(replay.exact, fact.unit, locale)}</b>
      </span>
    </p>
  )
}

function Deeds({ code, which, ready }: { code: string; which: Which; ready: boolean }) {
  const { period, area, asOf } = which
  return (
    <>
      <WhichBar which={which} />
      <Button
        href={downloadOf(evidenceShape, { params: { code }, query: { period, area, asOf } })}
        disabled={!ready}
        download
      >
        <T zh="下载证据" en="Download evidence" />
      </Button>
    </>
  )
}

function NoRows() {
  return (
    <Empty title={<T zh="没有记录" en="No records" />}>
      <T
        zh="所选时期、单位和时点还没有任何入账。导入台账或审核填报后，这里就有来历。"
        en="Nothing has been recorded for this period, unit and moment. Once a ledger is imported or a report accepted, its lineage stands here."
      />
    </Empty>
  )
}
