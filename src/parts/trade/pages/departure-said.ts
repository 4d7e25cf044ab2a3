import { say } from '#kernel/i18n/words.ts'
import type { Locale } from '#web/locale.tsx'
import { breakWords, departureWords } from '../ceb/departure-words.ts'
import type { DepartureShown, MessageShown } from '../customs/message-shapes.ts'

/** What a departure is and how it is mended. */
export function departureSaid(departure: DepartureShown, locale: Locale): { problem: string; cure: string } {
  const { problem, cure } = departureWords[departure.code]
  const details = {
    ...departure,
    wanted: departure.wanted || '—',
    words: nameOf(departure),
  }
  return { problem: say(problem, locale, details), cure: say(cure, locale, details) }
}

/** Why a message could not be read to its end. */
export function breakSaid(
  broken: NonNullable<MessageShown['broken']>,
  locale: Locale,
): { problem: string; cure: string } {
  const known = breakWords[broken.code as keyof typeof breakWords]
  if (!known) return { problem: broken.code, cure: '' }
  return { problem: say(known.problem, locale, { ...broken }), cure: say(known.cure, locale, { ...broken }) }
}

/** `CEB311Message/Order[2]/OrderHead/orderNo` without the places of its documents. */
export const fieldPath = (path: string): string => path.replaceAll(/\[\d+\]/g, '')

/** A field by the name that people use; the schema's own note where it has none here. */
function nameOf({ path, words }: DepartureShown): string {
  const element = fieldPath(path).split('/').at(-1)!.replace('@', '')
  return plainNames[element] ?? (words || element)
}

/** Fields whose note in the schema is a rule or a sentence. */
const plainNames: Record<string, string> = {
  ...{ guid: '报文序号', appType: '报送类型', appTime: '报送时间', appStatus: '业务状态', version: '版本号' },
  ...{ currency: '币制', packNo: '件数', weight: '毛重', grossWeight: '毛重', netWeight: '净重', freight: '运杂费' },
  ...{ goodsValue: '商品金额', discount: '优惠', taxTotal: '代扣税款', acturalPaid: '实付', amountPaid: '支付金额' },
  ...{ buyerIdType: '证件类型', payerIdType: '证件类型', buyerIdNumber: '证件号码', payerIdNumber: '支付人证件号码' },
  ...{
    payerName: '支付人姓名',
    orderNo: '订单编号',
    logisticsNo: '运单编号',
    copNo: '企业内部编号',
    invtNo: '清单编号',
  },
  ...{
    gmodel: '规格型号',
    gname: '商品名称',
    itemName: '商品名称',
    gcode: '商品编码',
    country: '国家（地区）',
    qty: '数量',
  },
  ...{
    tradeMode: '监管方式',
    declTime: '申报日期',
    ieDate: '进出口日期',
    price: '单价',
    totalPrice: '总价',
    unit: '计量单位',
  },
}
