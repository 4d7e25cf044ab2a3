import { type OrderMade, orderMessage, paymentMessage } from './sample-messages.ts'

/** Messages to try the reading with: one that keeps to the specification, one that does not, and the payment of a retried order. */
export function sampleNamed(name: 'good' | 'departing' | 'retried'): { name: string; text: string } {
  if (name === 'good') return { name: 'CEB311-good.xml', text: laidOut(orderMessage(orders)) }
  if (name === 'retried') return { name: 'CEB411-retried.xml', text: laidOut(paymentMessage([tried])) }
  return { name: 'CEB311-departing.xml', text: laidOut(orderMessage(departing)) }
}

const orders: readonly OrderMade[] = [{ no: 'TRY20180630001' }, { no: 'TRY20180630002' }]

/** Paid under the number of the first try, of which the order that stands knows nothing. */
const tried: OrderMade = { no: 'TRY20180630001-1', payment: { payTransactionId: 'T-TRY20180630001' } }

const departing: readonly OrderMade[] = [
  { no: 'TRY20180630003', order: { appTime: '2018-06-30 10:15' } },
  { no: 'TRY20180630004', order: { guid: '4cde1cfd-eded-46b1-946c-b8022e42fc94', goodsValue: '1,200.00' } },
  { no: 'TRY20180630005', order: { currency: 'CNY', buyerIdType: '2' }, orderLine: { gmodel: '' } },
]

/** One element a line, so that places can be found by eye. */
const laidOut = (text: string) => text.replaceAll(/>\s*<(?!\/[a-z])/g, '>\n<')
