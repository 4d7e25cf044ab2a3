import type { Words } from '#web/locale.tsx'
import type { DepartureCode } from '../ceb/departure.ts'

/** What each departure is called in a filter. */
export const departureNames: Record<DepartureCode, Words> = {
  'wrong-root': { zh: '根节点名不对', en: 'wrong root' },
  'unknown-element': { zh: '未知节点', en: 'unknown element' },
  'missing-element': { zh: '缺节点', en: 'missing element' },
  'repeated-element': { zh: '节点重复', en: 'repeated element' },
  'wrong-order': { zh: '顺序不对', en: 'wrong order' },
  'missing-attribute': { zh: '缺属性', en: 'missing attribute' },
  'too-short': { zh: '太短', en: 'too short' },
  'too-long': { zh: '太长', en: 'too long' },
  'no-number': { zh: '不是数字', en: 'no number' },
  'no-whole-number': { zh: '不是整数', en: 'no whole number' },
  'too-many-digits': { zh: '位数太多', en: 'too many digits' },
  'too-many-decimals': { zh: '小数太多', en: 'too many decimals' },
  'wrong-namespace': { zh: '命名空间不对', en: 'wrong namespace' },
  'text-between': { zh: '多余文字', en: 'stray words' },
  'not-stated-value': { zh: '不在取值范围', en: 'value not stated' },
  'no-time': { zh: '不是时间', en: 'no moment' },
  'no-day': { zh: '不是日期', en: 'no day' },
  'no-guid': { zh: '序号不规范', en: 'no identifier' },
  'guid-lower-case': { zh: '序号小写', en: 'identifier in small letters' },
  'not-wanted-version': { zh: '版本号不对', en: 'wrong version' },
  'line-number-repeated': { zh: '商品序号重复', en: 'repeated line number' },
  'line-sum': { zh: '行总价不等于单价乘数量', en: 'line total' },
  'unknown-country': { zh: '国家代码未知', en: 'unknown country' },
  'unknown-currency': { zh: '币制代码未知', en: 'unknown currency' },
}

const types: Record<string, Words> = {
  ...{ '303': { zh: '订单', en: 'orders' }, '311': { zh: '订单', en: 'orders' } },
  ...{ '403': { zh: '收款单', en: 'receipts of payment' }, '411': { zh: '支付单', en: 'payments' } },
  ...{ '505': { zh: '运单', en: 'waybills' }, '511': { zh: '运单', en: 'waybills' } },
  ...{ '603': { zh: '清单', en: 'lists' }, '621': { zh: '清单', en: 'lists' } },
  ...{ '605': { zh: '撤销', en: 'cancellations' }, '623': { zh: '撤销', en: 'cancellations' } },
  ...{ '625': { zh: '退货', en: 'returns' }, '213': { zh: '退货', en: 'returns' } },
  ...{ '816': { zh: '电子税单', en: 'tax bills' }, '818': { zh: '税单状态', en: 'states of tax bills' } },
}

/** What a type of message brings; those with an even number answer the type before. */
export function messageWords(number: string): Words {
  const known = types[number]
  if (known) return known
  return Number(number) % 2 === 0 ? { zh: '回执', en: 'receipts' } : { zh: '其他', en: 'other' }
}
