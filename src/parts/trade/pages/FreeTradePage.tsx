import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { freeTradeShape, policiesShape } from '../free-trade/shapes.ts'
import { FreeTradeArrivals } from './FreeTradeArrivals.tsx'
import { FreeTradeDoubts } from './FreeTradeDoubts.tsx'
import { FreeTradeSearch } from './FreeTradeSearch.tsx'
import { FreeTradeSentence } from './FreeTradeSentence.tsx'
import { PolicyTable } from './PolicyTable.tsx'
import { useZoneFigures } from './zone-figures.ts'
import './free-trade.css'

/** The free trade zone: who came, with what capital, which reforms were copied and which cases went upward, and a search. */
export default function FreeTradePage() {
  const t = useWords()
  const figures = useZoneFigures()
  const asked = figures.since === undefined ? {} : { since: figures.since }
  const zone = useEndpoint(freeTradeShape, { query: asked }, { enabled: figures.settled })
  const policies = useEndpoint(policiesShape)
  const nothing = zone.data?.total.enterprises === 0 && zone.data.earlier === 0
  return (
    <Page
      title={t({ zh: '自贸区', en: 'Free trade zone' })}
      sentence={zone.data && !nothing && <FreeTradeSentence zone={zone.data} figures={figures} />}
      deeds={<Deeds />}
      help="clerk/free-trade"
    >
      {zone.error && <ErrorState problem={zone.error} onRetry={() => zone.refetch()} />}
      {!zone.data && !zone.error && <Loading lines={12} />}
      {nothing && <NoEnterprises />}
      {zone.data && !nothing && (
        <div className="free-trade">
          <FreeTradeDoubts zone={zone.data} since={figures.since} />
          <FreeTradeArrivals zone={zone.data} since={figures.since} />
        </div>
      )}
      {policies.data && (
        <div className="free-trade">
          <PolicyTable
            register={policies.data.reforms}
            title={t({ zh: '改革事项', en: 'Reform items' })}
            document={{ zh: '印发文件', en: 'Issued by' }}
            ledger="/ledgers/trade/ftz-reforms"
          />
          <PolicyTable
            register={policies.data.innovations}
            title={t({ zh: '创新案例', en: 'Innovation cases' })}
            document={{ zh: '报送对象', en: 'Sent to' }}
            ledger="/ledgers/trade/ftz-innovations"
          />
        </div>
      )}
      {zone.data && !nothing && (
        <Part title={t({ zh: '查找企业', en: 'Find an enterprise' })}>
          <FreeTradeSearch zone={zone.data} />
        </Part>
      )}
    </Page>
  )
}

function Deeds() {
  const may = useMay()
  if (!may('ledgers/import')) return null
  return (
    <Link to="/ledgers/trade/ftz-registrations/import">
      <T zh="导入入区登记" en="Import registrations" />
    </Link>
  )
}

function NoEnterprises() {
  return (
    <Empty title={<T zh="还没有入区企业" en="No enterprise yet" />} deed={<Deeds />}>
      <T
        zh="导入入区登记后，这里按月和区块列出新入区企业和注册资本，外商投资占多少，并可按名称（含曾用名）和信用代码查找；改革事项和创新案例各有台账，导入后按阶段列出。"
        en="Once registrations are imported, new enterprises and their capital stand here by month and block, with the share of foreign investment, to be found by present or former name and by code; reform items and innovation cases have ledgers of their own."
      />
    </Empty>
  )
}
