import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { OrderShown } from '../customs/order-shapes.ts'
import { reasonSaid } from '../customs/reason-said.ts'
import type { Mismatch, ReasonCode } from '../customs/reasons.ts'
import { orderPath } from './match-address.ts'

/** Each reason with its near miss and what to do about it, by whom. */
export function MatchOrderReasons({ order }: { order: OrderShown }) {
  const t = useWords()
  if (order.mismatches.length === 0) return null
  return (
    <Part title={t({ zh: '差在哪里，怎么改', en: 'What is wrong, and what to do' })}>
      {order.claimedBy.map(({ platform, orderNo }) => (
        <p key={orderNo} className="match-order-claimed">
          <T
            zh="这份支付单的流水号写在另一个订单里，多半是那一单的支付单："
            en="Another order names the transaction of this payment; most likely it is that order’s: "
          />
          <Link to={orderPath({ flow: order.flow, platform, orderNo })}>{orderNo}</Link>
        </p>
      ))}
      <ol className="match-order-reasons">
        {(order.mismatches as Mismatch[]).map((mismatch) => (
          <Reason key={`${mismatch.code} ${JSON.stringify(mismatch.details)}`} mismatch={mismatch} order={order} />
        ))}
      </ol>
    </Part>
  )
}

/** Reasons that a document yet to come takes away. */
const waits: ReadonlySet<ReasonCode> = new Set([
  ...(['order-missing', 'payment-missing', 'waybill-missing', 'list-missing', 'list-cancelled'] as const),
])

function Reason({ mismatch, order }: { mismatch: Mismatch; order: OrderShown }) {
  const { locale } = useLocale()
  const { code, rule, details, warns } = mismatch
  const { short, told, hint, cure, official } = reasonSaid(mismatch, locale)
  const other = code === 'payment-under-other-order' ? details['order'] : undefined
  return (
    <li>
      <p className="match-order-reason">
        <StateMark state={warns ? 'warning' : waits.has(code) ? 'none' : 'behind'} words={{ zh: short, en: short }} />
        <small>
          {rule}
          {official && <T zh=" · 海关代码 {official}" en=" · customs code {official}" official={official} />}
        </small>
      </p>
      <p>
        {told}
        {locale === 'zh' ? '。' : '.'}
        {other && (
          <>
            {' '}
            <Link to={orderPath({ flow: order.flow, platform: order.platform, orderNo: other })}>
              <T zh="看那一单" en="See that order" />
            </Link>
          </>
        )}
      </p>
      {hint && (
        <p className="match-order-hint">
          <T zh="多半是：" en="Most likely: " />
          {hint}
        </p>
      )}
      <p className="match-order-cure">
        <T zh="怎么改：" en="What to do: " />
        {cure}
      </p>
    </li>
  )
}
