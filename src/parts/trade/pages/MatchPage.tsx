import { keepPreviousData } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { type TableSteering, useTableAddress } from '#web/kit/table-address.ts'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type MatchOverview, matchOverview } from '../customs/match-shapes.ts'
import { reasonWords } from '../customs/reason-words.ts'
import { MatchAges } from './MatchAges.tsx'
import { MatchOrders } from './MatchOrders.tsx'
import { MatchPlatforms } from './MatchPlatforms.tsx'
import { MatchReasons } from './MatchReasons.tsx'
import { MatchSummary } from './MatchSummary.tsx'
import { filterIn, searchWith } from './match-address.ts'
import { daysBetween, daysSaid, flowWords, grouped, ordersIn, rateOf } from './match-words.ts'
import './match.css'
import './match-tabs.css'

/** The three-document match: how much of it agrees, why the rest does not, how long it has waited, and whose it is. */
export default function MatchPage() {
  const t = useWords()
  const steering = useTableAddress({ size: 20 })
  const { flow } = filterIn(steering)
  const overview = useEndpoint(matchOverview, { query: flow ? { flow } : {} }, { placeholderData: keepPreviousData })
  return (
    <Page
      title={t({ zh: '三单对碰', en: 'Three-document match' })}
      help="clerk/customs-match"
      {...(overview.data && ordersIn(overview.data.counts) > 0
        ? { sentence: <MatchSentence {...overview.data} /> }
        : {})}
      deeds={
        <>
          <Flows steering={steering} />
          <Link to="/opening/customs/messages">
            <T zh="报文与接收" en="Messages" />
          </Link>
        </>
      }
    >
      {overview.error && <ErrorState problem={overview.error} onRetry={() => overview.refetch()} />}
      {!overview.error && !overview.data && <Loading lines={12} />}
      {overview.data && <OpenMatch overview={overview.data} steering={steering} />}
    </Page>
  )
}

function OpenMatch({ overview, steering }: { overview: MatchOverview; steering: TableSteering }) {
  const list = useRef<HTMLDivElement>(null)
  const { flow } = filterIn(steering)
  if (ordersIn(overview.counts) === 0 && !flow) return <NoOrders />
  const goToList = () => list.current?.scrollIntoView({ block: 'start' })
  return (
    <div className="match">
      <MatchSummary overview={overview} flow={flow} onPick={goToList} />
      <div className="match-why">
        <MatchReasons overview={overview} flow={flow} onPick={goToList} />
        <MatchAges overview={overview} flow={flow} onPick={goToList} />
      </div>
      <MatchPlatforms overview={overview} flow={flow} onPick={goToList} />
      <div ref={list} className="match-list">
        <MatchOrders overview={overview} steering={steering} />
      </div>
    </div>
  )
}

/** Of 400 orders 321 agree; what is wrong most often, and what has waited longest. */
function MatchSentence({ counts, reasons, platforms, today }: MatchOverview) {
  const t = useWords()
  const { locale } = useLocale()
  const { matched, waiting, mismatch } = counts
  const numbers = {
    orders: grouped(ordersIn(counts)),
    matched: grouped(matched),
    waiting: grouped(waiting),
    mismatch: grouped(mismatch),
  }
  const [top] = reasons
  const oldest = platforms.flatMap((platform) => platform.oldest ?? []).sort()[0]
  return (
    <>
      {t(
        {
          zh: '{orders} 单里 {matched} 单三单一致（{rate}），{mismatch} 单不一致，{waiting} 单在等单证',
          en: 'Of {orders} orders {matched} agree ({rate}), {mismatch} do not, {waiting} wait for a document',
        },
        { ...numbers, rate: rateOf(counts) },
      )}
      {top &&
        t(
          { zh: '；最多的原因是“{reason}”（{count} 单）', en: '; most often: {reason} ({count})' },
          { reason: t(reasonWords[top.reason].short), count: grouped(top.orders) },
        )}
      {oldest &&
        t(
          { zh: '，最久的一单已经 {days}', en: '; the oldest has waited {days}' },
          { days: daysSaid(daysBetween(oldest, today), locale) },
        )}
      {locale === 'zh' ? '。' : '.'}
    </>
  )
}

function Flows({ steering }: { steering: TableSteering }) {
  const t = useWords()
  const { flow } = filterIn(steering)
  const choices = [undefined, 'import', 'export'] as const
  return (
    <nav className="match-flows" aria-label={t({ zh: '进口或出口', en: 'Import or export' })}>
      {choices.map((choice) => (
        <Link
          key={choice ?? 'both'}
          to={searchWith({ flow: choice })}
          aria-current={flow === choice ? 'true' : undefined}
        >
          {t(choice ? flowWords[choice] : { zh: '进出口', en: 'Both' })}
        </Link>
      ))}
    </nav>
  )
}

function NoOrders() {
  return (
    <Empty
      title={<T zh="还没有接收报文" en="No messages yet" />}
      deed={
        <Link to="/opening/customs/messages">
          <T zh="去接收或试读报文" en="Receive messages, or try one" />
        </Link>
      }
    >
      <T
        zh="收到订单、支付单、运单和清单后，这里会说明每一单对上没有；没对上的，说明差在哪里、找谁改。"
        en="Once orders, payments, waybills and lists are here, this page says of each order whether they agree, and where not, why and who mends it."
      />
    </Empty>
  )
}
