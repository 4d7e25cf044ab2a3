import { keepPreviousData } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { downloadOf, type Reply, useEndpoint, useSend } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { orderDocxShape, ordersShape, replyShape, resolveShape } from '../supervision/shapes.ts'
import { IssueOrder } from './IssueOrder.tsx'
import { matterPath } from './matter-words.ts'
import { kindWords, numberWords } from './order-words.ts'
import './inspections.css'

type Order = Reply<typeof ordersShape>['orders'][number]

/** Supervision orders, open ones first: the letter in Word, the reply, the end; of one matter when it is named. */
export function SupervisionOrders({ matter }: { matter?: string }) {
  const may = useMay()
  const [page, setPage] = useState(1)
  const [issuing, setIssuing] = useState(false)
  const size = matter ? 50 : 10
  const query = { page, size, ...(matter ? { matter } : {}) }
  const found = useEndpoint(ordersShape, { query }, { placeholderData: keepPreviousData })
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading lines={4} />
  const { orders, total, open, late } = found.data
  return (
    <div className="orders">
      <p className="orders-said">
        <T
          zh="共 {total} 份，未办结 {open} 份，逾期未复 {late} 份。"
          en="{total} in all, {open} open, {late} without a reply in time."
          {...{ total, open, late }}
        />{' '}
        {may('matters/supervise') && !issuing && (
          <Button size="small" onClick={() => setIssuing(true)}>
            <T zh="发督办函" en="Issue an order" />
          </Button>
        )}
      </p>
      {issuing && <IssueOrder {...(matter ? { matter } : {})} onDone={() => setIssuing(false)} />}
      <ul>
        {orders.map((order) => (
          <OrderLine key={order.id} order={order} />
        ))}
      </ul>
      {total > size && (
        <p className="evaluation-turn">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            <T zh="上一页" en="Back" />
          </Button>
          <span>
            {page} / {Math.ceil(total / size)}
          </span>
          <Button disabled={page * size >= total} onClick={() => setPage(page + 1)}>
            <T zh="下一页" en="Next" />
          </Button>
        </p>
      )}
    </div>
  )
}

function OrderLine({ order }: { order: Order }) {
  const t = useWords()
  const { locale } = useLocale()
  const [replying, setReplying] = useState(false)
  const resolve = useSend(resolveShape)
  return (
    <li data-late={order.late || undefined}>
      <p>
        <a href={downloadOf(orderDocxShape, { params: { id: order.id }, query: { lang: locale } })} download>
          {t(numberWords(order))}
        </a>{' '}
        {t(kindWords[order.kind])} · {t(order.to.name)} ·{' '}
        <Link to={matterPath(order.matter)}>{order.matter.title}</Link>
      </p>
      <small>
        <When at={order.issuedAt} /> <T zh="发出，限" en="issued, to be answered by" /> <When at={order.replyBy} />
        <T zh=" 前回复" en="" />
        {order.late && <b> {t({ zh: '■ 逾期未复', en: '■ no reply in time' })}</b>}
        {order.resolvedAt && <span> · {t({ zh: '已办结', en: 'ended' })}</span>}
      </small>
      {order.reply && (
        <blockquote>
          {order.reply}
          <small>
            {order.repliedBy} <When at={order.repliedAt!} />
          </small>
        </blockquote>
      )}
      {(order.mayReply || order.mayResolve) && !replying && (
        <p className="orders-deeds">
          {order.mayReply && (
            <Button size="small" onClick={() => setReplying(true)}>
              {order.reply ? <T zh="修改回复" en="Change the reply" /> : <T zh="回复" en="Reply" />}
            </Button>
          )}
          {order.mayResolve && (
            <Button
              size="small"
              loading={resolve.isPending}
              onClick={() => resolve.mutate({ params: { id: order.id }, body: {} })}
            >
              <T zh="办结" en="End it" />
            </Button>
          )}
        </p>
      )}
      <ProblemLine problem={resolve.error} />
      {replying && <ReplyForm order={order} onDone={() => setReplying(false)} />}
    </li>
  )
}

function ReplyForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useWords()
  const [words, setWords] = useState(order.reply ?? '')
  const reply = useSend(replyShape, { onDone })
  return (
    <form
      className="orders-form"
      onSubmit={(event) => {
        event.preventDefault()
        reply.mutate({ params: { id: order.id }, body: { words } })
      }}
    >
      <Input.TextArea
        aria-label={t({ zh: '回复内容', en: 'Words of the reply' })}
        value={words}
        rows={3}
        maxLength={2000}
        onChange={(event) => setWords(event.target.value)}
      />
      <ProblemLine problem={reply.error} />
      <p className="orders-deeds">
        <Button type="primary" htmlType="submit" loading={reply.isPending} disabled={words.trim().length < 2}>
          <T zh="回复" en="Reply" />
        </Button>
        <Button onClick={onDone}>
          <T zh="取消" en="Leave it" />
        </Button>
      </p>
    </form>
  )
}
