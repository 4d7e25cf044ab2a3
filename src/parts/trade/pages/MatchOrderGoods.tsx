import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useWords } from '#web/locale.tsx'
import type { ComparedGoods, OrderShown } from '../customs/order-shapes.ts'

/** The lines of goods of order and list, by their numbers. */
export function MatchOrderGoods({ order: { goods } }: { order: OrderShown }) {
  const t = useWords()
  if (goods.length === 0) return null
  return (
    <Part title={t({ zh: '商品', en: 'Goods' })}>
      <table className="match-goods">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '序号', en: 'Line' })}</th>
            <th scope="col">{t({ zh: '订单', en: 'Order' })}</th>
            <th scope="col">{t({ zh: '清单', en: 'List' })}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {goods.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.line || '—'}</th>
              <Side side={line.order} />
              <Side side={line.list} />
              <td>
                <LineMark {...line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Side({ side }: { side: ComparedGoods['order'] }) {
  if (!side) return <td className="missing">—</td>
  return (
    <td>
      <span lang="zh-CN">{side.name}</span> {side.total !== '' && <Quantity value={side.total} unit="元" />}
    </td>
  )
}

function LineMark({ order, list }: ComparedGoods) {
  if (!order || !list) return <StateMark state="none" words={{ zh: '只有一边', en: 'one side only' }} />
  if (order.name !== list.name) return <StateMark state="warning" words={{ zh: '品名不同', en: 'named differently' }} />
  if (Number(order.total) !== Number(list.total))
    return <StateMark state="warning" words={{ zh: '金额不同', en: 'another amount' }} />
  return null
}
