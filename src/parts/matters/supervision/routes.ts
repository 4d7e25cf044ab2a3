import { read } from '#kernel/db/work.ts'
import { type Route, reads, works, writes } from '#kernel/http/route.ts'
import { say } from '#kernel/i18n/words.ts'
import { issueOrder, replyToOrder, resolveOrder } from './orders.ts'
import { escalationsShown, orderShown, ordersShown } from './queries.ts'
import { escalationsShape, issueOrderShape, orderDocxShape, ordersShape, replyShape, resolveShape } from './shapes.ts'

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const orderRoutes: readonly Route[] = [
  reads(ordersShape, (tx, { query }, { roots }) => ordersShown(tx, query, roots)),
  reads(escalationsShape, (tx, _asked, { roots }) => escalationsShown(tx, roots)),
  writes(issueOrderShape, async (tx, { body }, { roots }) => ({ id: await issueOrder(tx, body, roots) })),
  writes(replyShape, async (tx, { params, body }, { roots }) => {
    await replyToOrder(tx, params.id, body.words, roots)
    return params
  }),
  writes(resolveShape, async (tx, { params }, { roots }) => {
    await resolveOrder(tx, params.id, roots)
    return params
  }),
  works(orderDocxShape, async (work, { params, query }, { roots }) => {
    const order = await read(work, (tx) => orderShown(tx, params.id, roots))
    // The drawing library is large and few ask for a letter.
    const { orderDocx, orderNumber, orderTitle } = await import('./order-docx.ts')
    const t = (words: { zh: string; en: string }) => say(words, query.lang)
    return {
      ...{ name: `${t(orderTitle)} ${t(orderNumber(order))}.docx`, type: wordFile },
      content: await orderDocx(order, t),
    }
  }),
]
