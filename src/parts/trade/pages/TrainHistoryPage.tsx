import { useSearchParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { trainHistoryShape } from '../trains/history-shapes.ts'
import { ComparePublished } from './ComparePublished.tsx'
import { HistoryTables } from './HistoryTables.tsx'
import { HistoryYears } from './HistoryYears.tsx'
import { type History, type What, whatWords } from './history-words.ts'
import { TrainDoors } from './TrainDoors.tsx'
import './train-history.css'

const drawn = ['trains', 'value', 'weight'] as const

/** What others published about the trains: by scope, with sources, what follows apart, checks, and the zone's own rows beside. */
export default function TrainHistoryPage() {
  const t = useWords()
  const [search, setSearch] = useSearchParams()
  const what = drawn.find((one) => one === search.get('what')) ?? 'trains'
  const { data, error, refetch } = useEndpoint(trainHistoryShape)
  return (
    <Page
      title={t({ zh: '历年公布数据', en: 'Published history' })}
      trail={[{ title: t({ zh: '班列', en: 'Trains' }), to: '/opening/trains' }]}
      sentence={data && data.figures.length > 0 && <HistorySentence history={data} />}
      deeds={<TrainDoors here="history" />}
      help="leader/train-history"
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data && data.figures.length === 0 && <NoHistory />}
      {data && data.figures.length > 0 && (
        <div className="train-history">
          <Part
            title={t({ zh: '各年', en: 'By year' })}
            note={t({
              zh: '虚线处统计范围改变，两边不能相比',
              en: 'at a broken rule the scope changes; the two sides do not compare',
            })}
            deeds={
              <WhatTabs
                what={what}
                onChoose={(next) => setSearch(next === 'trains' ? {} : { what: next }, { replace: true })}
              />
            }
          >
            <HistoryYears history={data} what={what} />
          </Part>
          <HistoryTables history={data} />
          <ComparePublished history={data} />
        </div>
      )}
    </Page>
  )
}

function HistorySentence({ history: { checks, figures, scopes } }: { history: History }) {
  const t = useWords()
  const broken = checks.filter(({ holds }) => !holds).length
  const used = scopes.filter(({ code }) => figures.some(({ scope }) => scope === code)).length
  return t(
    {
      zh: '{figures} 个公布数分属 {used} 种统计范围，彼此不连成一条线；{all} 项核对中 {holding} 项相符、{broken} 项不符。',
      en: '{figures} published figures of {used} scopes that are never drawn as one line; of {all} checks {holding} hold and {broken} do not.',
    },
    { figures: figures.length, used, all: checks.length, holding: checks.length - broken, broken },
  )
}

function WhatTabs({ what, onChoose }: { what: What; onChoose: (what: (typeof drawn)[number]) => void }) {
  const t = useWords()
  return (
    <fieldset className="train-choices" aria-label={t({ zh: '看什么', en: 'What is drawn' })}>
      {drawn.map((one) => (
        <button key={one} type="button" aria-pressed={one === what} onClick={() => onChoose(one)}>
          {t(whatWords[one])}
        </button>
      ))}
    </fieldset>
  )
}

function NoHistory() {
  return (
    <Empty title={<T zh="还没有公布数据" en="No published figures yet" />}>
      <T
        zh="数据包的 trade/train-history.csv 带来公布数，每个数写明统计范围和来源；加载后这里分范围列出并互相核对。"
        en="trade/train-history.csv of a zone package brings them, each with its scope and source; once loaded they stand here by scope and are held against each other."
      />
    </Empty>
  )
}
