import type { Words } from '#kernel/i18n/words.ts'
import type { ReasonCode } from './reasons.ts'

/** What a reason is called in a list, what it says of one order (filled from its details), and what to do, by whom. */
export interface ReasonWords {
  short: Words
  told: Words
  cure: Words
}

/** `{where}`, `{here}` and the like are filled with the names of documents, fields with their Chinese names: see reason-said.ts. */
export const reasonWords: Record<ReasonCode, ReasonWords> = {
  'order-missing': {
    short: { zh: '缺少订单', en: 'No order' },
    told: { zh: '其他单证已到，订单还没有到', en: 'Other documents came, the order has not' },
    cure: {
      zh: '请电商平台报送订单，订单编号与其他单证一字不差',
      en: 'The platform sends the order under the very same order number',
    },
  },
  'payment-missing': {
    short: { zh: '缺少支付单', en: 'No payment' },
    told: { zh: '没有任何支付单写着这个订单编号', en: 'No payment names this order number' },
    cure: {
      zh: '请支付企业报送支付单；若已报送，核对支付单里的订单编号和电商平台代码',
      en: 'The payment company sends the payment; if it was sent, check the order number and platform code in it',
    },
  },
  'payment-under-other-order': {
    short: { zh: '支付单写着另一个订单编号', en: 'Payment names another order' },
    told: {
      zh: '同一支付流水号的支付单已到，但写的订单编号是 {order}',
      en: 'The payment of this transaction came, but under order number {order}',
    },
    cure: {
      zh: '重试支付后，请支付企业用变更报文（appType=2）把支付单的订单编号改成这一单的',
      en: 'After a retried payment the payment company sends a change (appType 2) with this order’s number',
    },
  },
  'waybill-missing': {
    short: { zh: '缺少运单', en: 'No waybill' },
    told: { zh: '没有找到这一单的运单', en: 'No waybill was found for this order' },
    cure: {
      zh: '请物流企业报送运单，运单编号与清单一致',
      en: 'The carrier sends the waybill with the number that the list names',
    },
  },
  'list-missing': {
    short: { zh: '缺少清单', en: 'No list' },
    told: { zh: '三单已到或在等，清单还没有申报', en: 'The list has not been declared yet' },
    cure: { zh: '请申报企业申报清单', en: 'The declarant sends the list' },
  },
  'list-cancelled': {
    short: { zh: '清单已撤销', en: 'List was cancelled' },
    told: { zh: '清单 {list} 已被海关撤销', en: 'Customs cancelled the list {list}' },
    cure: {
      zh: '如仍要进出境，请重新申报清单；否则不用处理',
      en: 'Declare a new list if the parcel is still to go; otherwise nothing is to be done',
    },
  },
  'several-lists': {
    short: { zh: '一单多份清单', en: 'Several lists' },
    told: { zh: '同一订单申报了 {count} 份清单', en: 'One order has {count} lists' },
    cure: { zh: '请申报企业撤销多余的清单，只留一份', en: 'The declarant cancels the others and keeps one' },
  },
  'sum-of-paid': {
    short: { zh: '实付不等于各项合计', en: 'Paid is not the sum' },
    told: {
      zh: '商品＋运杂费＋税款－优惠＝{sum}，订单实付写的是 {paid}',
      en: 'Goods + freight + tax − discount make {sum}; the order says {paid} was paid',
    },
    cure: {
      zh: '请电商平台核对订单的商品金额、运杂费、税款、优惠和实付',
      en: 'The platform checks the order’s goods value, freight, tax, discount and amount paid',
    },
  },
  'paid-differs': {
    short: { zh: '实付与支付金额不同', en: 'Amounts paid differ' },
    told: { zh: '订单实付 {order}，支付单 {payment}', en: 'The order says {order}, the payment {payment}' },
    cure: {
      zh: '请电商平台和支付企业核对：订单实付（acturalPaid）应等于支付金额（amountPaid）',
      en: 'Platform and payment company compare acturalPaid with amountPaid: they must be equal',
    },
  },
  'transaction-differs': {
    short: { zh: '支付流水号不同', en: 'Transactions differ' },
    told: { zh: '订单写 {order}，支付单是 {payment}', en: 'The order names {order}, the payment is {payment}' },
    cure: {
      zh: '请电商平台把订单的支付流水号改成实际成功的那一笔',
      en: 'The platform changes the order to the transaction that succeeded',
    },
  },
  'payer-differs': {
    short: { zh: '支付企业不同', en: 'Payment companies differ' },
    told: { zh: '订单写 {order}，支付单是 {payment}', en: 'The order names {order}, the payment came from {payment}' },
    cure: {
      zh: '请电商平台核对订单里的支付企业代码',
      en: 'The platform checks the payment company’s code in the order',
    },
  },
  'currency-not-yuan': {
    short: { zh: '币制不是人民币', en: 'Not in yuan' },
    told: {
      zh: '订单币制 {order}，支付单币制 {payment}',
      en: 'Currency of the order {order}, of the payment {payment}',
    },
    cure: {
      zh: '进口限定人民币：币制填 142，金额换算后重报',
      en: 'Imports are in yuan only: write 142 and convert the amounts',
    },
  },
  'buyer-number-differs': {
    short: { zh: '订购人证件号不同', en: 'Buyer’s numbers differ' },
    told: { zh: '{where}里的证件号码与其他单证不同', en: 'The identity number in {where} is another one' },
    cure: {
      zh: '订购人、支付人、清单订购人应为同一人；请不同的一方更正',
      en: 'Buyer, payer and the list’s buyer are one person; the one that differs is corrected',
    },
  },
  'buyer-number-case': {
    short: { zh: '证件号末位大小写不同', en: 'Number’s last letter differs in case' },
    told: {
      zh: '{where}里证件号码末位 X 的大小写不同',
      en: 'The X that ends the number is written in another case in {where}',
    },
    cure: { zh: '统一用大写 X', en: 'Write a capital X everywhere' },
  },
  'buyer-name-differs': {
    short: { zh: '订购人姓名不同', en: 'Buyer’s names differ' },
    told: { zh: '{where}里的姓名与其他单证不同', en: 'The name in {where} is another one' },
    cure: {
      zh: '以证件上的姓名为准，请不同的一方更正',
      en: 'The name on the card holds; the one that differs is corrected',
    },
  },
  'id-type-not-card': {
    short: { zh: '证件类型不是身份证', en: 'Not an identity card' },
    told: { zh: '{where}的证件类型是 {type}', en: 'The type of document in {where} is {type}' },
    cure: { zh: '证件类型填 1（身份证）', en: 'Write 1, identity card' },
  },
  'consignee-differs': {
    short: { zh: '收货人不同', en: 'Consignees differ' },
    told: { zh: '订单与运单的收货人姓名不同', en: 'Order and waybill name different consignees' },
    cure: {
      zh: '请物流企业按订单更正运单，或请平台变更订单',
      en: 'The carrier corrects the waybill, or the platform changes the order',
    },
  },
  'telephone-differs': {
    short: { zh: '收货电话不同', en: 'Telephones differ' },
    told: { zh: '订单与运单的收货人电话不同', en: 'Order and waybill give different telephones' },
    cure: {
      zh: '请物流企业按订单更正运单；虚拟号也要两边一致',
      en: 'The carrier corrects the waybill; a relay number must stand in both',
    },
  },
  'address-differs': {
    short: { zh: '收货地址不同', en: 'Addresses differ' },
    told: { zh: '订单与运单的收货地址不同', en: 'Order and waybill give different addresses' },
    cure: {
      zh: '请物流企业用订单里的地址原文，不增删楼号、区划',
      en: 'The carrier uses the order’s address to the letter',
    },
  },
  'waybill-number-differs': {
    short: { zh: '运单编号不同', en: 'Waybill numbers differ' },
    told: { zh: '清单写 {list}，运单是 {waybill}', en: 'The list names {list}, the waybill is {waybill}' },
    cure: {
      zh: '换过运单号的，请申报企业变更清单',
      en: 'If the parcel was relabelled, the declarant changes the list',
    },
  },
  'lines-differ': {
    short: { zh: '商品行对不上', en: 'Goods lines differ' },
    told: {
      zh: '订单 {order} 行，清单 {list} 行，或序号不同',
      en: 'Order with {order} lines, list with {list}, or other line numbers',
    },
    cure: {
      zh: '清单的商品序号（gnum）应与订单逐行一致',
      en: 'The list’s line numbers (gnum) follow the order’s one by one',
    },
  },
  'goods-names-differ': {
    short: { zh: '商品名称不同（提示）', en: 'Goods named differently (hint)' },
    told: {
      zh: '第 {line} 行：订单“{order}”，清单“{list}”',
      en: 'Line {line}: “{order}” in the order, “{list}” in the list',
    },
    cure: { zh: '不影响对碰；建议统一品名', en: 'It does not block; use one name' },
  },
  'goods-value-differs': {
    short: { zh: '清单合计与商品金额不同（提示）', en: 'List’s total differs (hint)' },
    told: {
      zh: '订单商品金额 {order}，清单各行合计 {list}',
      en: 'Goods value of the order {order}, lines of the list add up to {list}',
    },
    cure: {
      zh: '不影响对碰；核对优惠是否分摊到行',
      en: 'It does not block; see whether a discount was spread over the lines',
    },
  },
  'platform-name-differs': {
    short: { zh: '平台名称写法不同', en: 'Platform spelled differently' },
    told: { zh: '“{here}”与{where}里的“{there}”', en: '“{here}” and, in {where}, “{there}”' },
    cure: {
      zh: '三单和清单都用海关注册登记的全称，括号全角半角也要一致',
      en: 'All documents use the name registered with customs, brackets of the same width',
    },
  },
  'seller-name-differs': {
    short: { zh: '电商企业名称写法不同', en: 'Seller spelled differently' },
    told: { zh: '“{here}”与{where}里的“{there}”', en: '“{here}” and, in {where}, “{there}”' },
    cure: { zh: '都用海关注册登记的全称', en: 'Use the name registered with customs' },
  },
  'bonded-fields-missing': {
    short: { zh: '保税清单缺项', en: 'Bonded list lacks fields' },
    told: { zh: '清单缺 {fields}', en: 'The list lacks {fields}' },
    cure: {
      zh: '1210 清单必须有账册编号、区内企业代码和备案料号',
      en: 'A 1210 list needs account book, area code and record numbers',
    },
  },
  'direct-fields-missing': {
    short: { zh: '直购清单缺项', en: 'Direct list lacks fields' },
    told: { zh: '清单缺 {fields}', en: 'The list lacks {fields}' },
    cure: { zh: '9610 清单必须有运输工具、航班航次号和提运单号', en: 'A 9610 list needs transport, voyage and bill' },
  },
  'weight-not-positive': {
    short: { zh: '重量为零', en: 'No weight' },
    told: { zh: '毛重 {gross}，净重 {net}', en: 'Gross {gross}, net {net}' },
    cure: { zh: '填实际重量，大于 0', en: 'Write the weight, above 0' },
  },
  'net-over-gross': {
    short: { zh: '净重大于毛重', en: 'Net over gross' },
    told: { zh: '净重 {net}，毛重 {gross}', en: 'Net {net}, gross {gross}' },
    cure: { zh: '多半填反了，请申报企业更正清单', en: 'Probably the wrong way round; the declarant corrects the list' },
  },
  'packs-not-one': {
    short: { zh: '件数不是 1', en: 'Not one parcel' },
    told: { zh: '清单件数 {packs}', en: 'The list says {packs} parcels' },
    cure: { zh: '一份清单一个包裹；多件的拆成几份', en: 'One list is one parcel: split it' },
  },
  'order-over-limit': {
    short: { zh: '超过单次限值', en: 'Over the single limit' },
    told: { zh: '商品金额 {value}，限值 {limit} 元', en: 'Goods of {value}, the limit is {limit} yuan' },
    cure: { zh: '按一般贸易申报，或由消费者分单购买', en: 'Declare as general trade, or the buyer orders separately' },
  },
  'person-over-yearly-limit': {
    short: { zh: '超过年度限值', en: 'Over the yearly limit' },
    told: {
      zh: '{year} 年已用 {spent} 元，这一单 {value} 元，限值 {limit} 元',
      en: '{spent} yuan spent in {year}, this order {value}, the limit is {limit}',
    },
    cure: { zh: '超出部分按一般贸易申报，或退单', en: 'Declare it as general trade, or cancel the order' },
  },
}
