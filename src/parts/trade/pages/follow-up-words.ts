import type { Words } from '#web/locale.tsx'

const kinds: Record<string, Words> = {
  receipt: { zh: '回执', en: 'Receipt' },
  cancellation: { zh: '撤销申请', en: 'Cancellation' },
  return: { zh: '退货申请', en: 'Return' },
  'waybill-status': { zh: '运单状态', en: 'State of the waybill' },
  arrival: { zh: '运抵', en: 'Arrival' },
  departure: { zh: '离境', en: 'Departure' },
  'tax-bill': { zh: '电子税单', en: 'Tax bill' },
  'tax-status': { zh: '税单状态', en: 'State of the tax bill' },
  'format-error': { zh: '格式错误', en: 'Format error' },
}

export const followUpWords = (kind: string): Words => kinds[kind] ?? { zh: '其他报文', en: 'Other message' }

const abouts: Record<string, Words> = {
  order: { zh: '订单', en: 'order' },
  payment: { zh: '支付单', en: 'payment' },
  waybill: { zh: '运单', en: 'waybill' },
  list: { zh: '清单', en: 'list' },
  cancellation: { zh: '撤销', en: 'cancellation' },
  return: { zh: '退货', en: 'return' },
  message: { zh: '报文', en: 'message' },
}

export const aboutWords = (about: string): Words => abouts[about] ?? { zh: '单证', en: 'document' }

/** States of receipts as the specification numbers them; a negative one is an error. */
const statuses: Record<string, Words> = {
  '1': { zh: '电子口岸已暂存', en: 'saved' },
  '2': { zh: '电子口岸申报中', en: 'declaring' },
  '3': { zh: '发送海关成功', en: 'sent to customs' },
  '4': { zh: '发送海关失败', en: 'not sent to customs' },
  '100': { zh: '海关退单', en: 'rejected' },
  '120': { zh: '海关入库', en: 'stored' },
  '300': { zh: '人工审核', en: 'checked by hand' },
  '399': { zh: '海关审结', en: 'closed' },
  '500': { zh: '查验', en: 'inspection' },
  '505': { zh: '转关', en: 'transferred' },
  '600': { zh: '挂起', en: 'suspended' },
  '800': { zh: '放行', en: 'released' },
  '899': { zh: '结关', en: 'cleared' },
}

export function statusWords(status: string): Words {
  const known = statuses[status]
  if (known) return { zh: `${known.zh}（${status}）`, en: `${known.en} (${status})` }
  if (status.startsWith('-')) return { zh: `出错（${status}）`, en: `error (${status})` }
  return { zh: status, en: status }
}

/** What in a return or a tax bill does not fit its list or order. */
const faults: Record<string, Words> = {
  '-625209': {
    zh: '退货第 {line} 行（{name}）不在原清单里',
    en: 'Line {line} of the return ({name}) is not in the list',
  },
  'duty-not-zero': { zh: '限值以内关税应为 0，税单写 {duty}', en: 'Within the limit duty is 0; the bill says {duty}' },
  'tax-not-reduced': {
    zh: '税款 {tax} 像是全额征收，限值以内应按 70%',
    en: 'Tax of {tax} looks like the full rate; within the limit 70% is due',
  },
  'tax-differs-from-order': {
    zh: '税单 {bill}，订单代扣 {order}：多退少补',
    en: 'Billed {bill}, withheld by the order {order}: settle the difference',
  },
}

export const faultWords = (code: string): Words => faults[code] ?? { zh: code, en: code }
