import { Link, useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type OrderShown, showMatchedOrder } from '../customs/order-shapes.ts'
import { reasonSaid } from '../customs/reason-said.ts'
import type { Mismatch } from '../customs/reasons.ts'
import { MatchOrderAfter } from './MatchOrderAfter.tsx'
import { MatchOrderGoods } from './MatchOrderGoods.tsx'
import { MatchOrderReasons } from './MatchOrderReasons.tsx'
import { MatchOrderTable } from './MatchOrderTable.tsx'
import { MatchOrderVersions } from './MatchOrderVersions.tsx'
import { searchWith } from './match-address.ts'
import { daysSaid, flowWords, stateMarks } from './match-words.ts'
import './match-order.css'
import './match-tabs.css'

/** One order: why it does not match, its documents side by side, and where each of them came from. */
export default function MatchOrderPage() {
  const t = useWords()
  const { flow = '', platform = '', order = '' } = useParams()
  const shown = useEndpoint(showMatchedOrder, {
    params: { flow: flow === 'export' ? 'export' : 'import', platform, order },
  })
  const trail = [{ title: t({ zh: '三单对碰', en: 'Three-document match' }), to: '/opening/customs' }]
  return (
    <Page
      title={order}
      trail={trail}
      help="clerk/customs-match"
      {...(shown.data ? { sentence: <OrderSentence {...shown.data} /> } : {})}
    >
      {shown.error && <ErrorState problem={shown.error} onRetry={() => shown.refetch()} />}
      {!shown.error && !shown.data && <Loading lines={12} />}
      {shown.data && <OpenOrder order={shown.data} />}
    </Page>
  )
}

function OpenOrder({ order }: { order: OrderShown }) {
  return (
    <div className="match-order">
      <OrderFacts {...order} />
      <MatchOrderReasons order={order} />
      <MatchOrderTable order={order} />
      <MatchOrderGoods order={order} />
      <MatchOrderAfter followUps={order.followUps} />
      <MatchOrderVersions order={order} />
    </div>
  )
}

/** 支付单写着另一个订单编号：…。多半是…。 */
function OrderSentence({ state, mismatches }: OrderShown) {
  const { locale } = useLocale()
  const t = useWords()
  const [first, ...others] = mismatches.filter(({ warns }) => !warns) as Mismatch[]
  if (!first || state === 'matched')
    return <>{t({ zh: '四份单证一致，这一单已对上。', en: 'The four documents agree: this order is matched.' })}</>
  const { told, hint } = reasonSaid(first, locale)
  const more =
    others.length > 0 ? t({ zh: '；另有 {count} 处', en: '; and {count} more' }, { count: others.length }) : ''
  const end = locale === 'zh' ? '。' : '.'
  const likely = locale === 'zh' ? `。${hint}` : `. ${hint.charAt(0).toUpperCase()}${hint.slice(1)}`
  return <>{`${told}${hint ? likely : ''}${more}${end}`}</>
}

function OrderFacts({ flow, platform, platformName, state, sentOn, days, changedAt }: OrderShown) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <dl className="match-order-facts">
      <div>
        <dt>
          <T zh="状态" en="State" />
        </dt>
        <dd>
          <StateMark {...stateMarks[state]} />
        </dd>
      </div>
      <div>
        <dt>
          <T zh="平台" en="Platform" />
        </dt>
        <dd>
          <Link to={`/opening/customs${searchWith({ flow, platform })}`} lang="zh-CN">
            {platformName || platform}
          </Link>
        </dd>
      </div>
      <div>
        <dt>
          <T zh="进出口" en="Flow" />
        </dt>
        <dd>{t(flowWords[flow])}</dd>
      </div>
      <div>
        <dt>
          <T zh="首份单证" en="First document" />
        </dt>
        <dd>
          <When at={sentOn} />
          {state !== 'matched' && <small>{` · ${daysSaid(days, locale)}`}</small>}
        </dd>
      </div>
      <div>
        <dt>
          <T zh="上次变化" en="Last changed" />
        </dt>
        <dd>
          <When at={changedAt} />
        </dd>
      </div>
    </dl>
  )
}
