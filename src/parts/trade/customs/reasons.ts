/** Why an order does not match, in the order in which the rules look. */
export const reasonCodes = [
  'order-missing',
  'payment-missing',
  'payment-under-other-order',
  'waybill-missing',
  'list-missing',
  'list-cancelled',
  'several-lists',
  'sum-of-paid',
  'paid-differs',
  'transaction-differs',
  'payer-differs',
  'currency-not-yuan',
  'buyer-number-differs',
  'buyer-number-case',
  'buyer-name-differs',
  'id-type-not-card',
  'consignee-differs',
  'telephone-differs',
  'address-differs',
  'waybill-number-differs',
  'lines-differ',
  'goods-names-differ',
  'goods-value-differs',
  'platform-name-differs',
  'seller-name-differs',
  'bonded-fields-missing',
  'direct-fields-missing',
  'weight-not-positive',
  'net-over-gross',
  'packs-not-one',
  'order-over-limit',
  'person-over-yearly-limit',
] as const

export type ReasonCode = (typeof reasonCodes)[number]

/** What a near miss is, where it can be told. */
export const hints = [
  // the difference is exactly this amount of the order
  'tax',
  'discount',
  'freight',
  'insurance',
  // one fen: somebody rounded
  'rounding',
  // paid more than once; paid in part; several that sum to the whole
  'retried',
  'partial',
  'split',
  // width, blanks, brackets, case; 有限公司 for 有限责任公司; traditional characters
  'spelling',
  'company-form',
  'traditional',
  // of numbers: two neighbours changed places, one character differs, an identity number fails its own check digit
  'digits-swapped',
  'one-digit',
  'check-digit',
] as const

export type Hint = (typeof hints)[number]

/** Why an order does not match. `hint` names the near miss where there is one; details fill the words. */
export interface Mismatch {
  code: ReasonCode
  /** M1 to M10 of the match's rules */
  rule: string
  details: Record<string, string>
  hint?: Hint
  /** told, without keeping the order from matching */
  warns?: true
}

/** The error that customs' own system returns for a reason; empty where the specification lists none. */
export const officialOf: Record<ReasonCode, string> = {
  'order-missing': '-301003',
  'payment-missing': '-401004',
  'payment-under-other-order': '-401004',
  'waybill-missing': '',
  'list-missing': '',
  'list-cancelled': '-623005',
  'several-lists': '-621004',
  'sum-of-paid': '-301008',
  'paid-differs': '-621001',
  'transaction-differs': '-401001',
  'payer-differs': '-401001',
  'currency-not-yuan': '-401009',
  'buyer-number-differs': '-621001',
  'buyer-number-case': '',
  'buyer-name-differs': '-621001',
  'id-type-not-card': '-621001',
  'consignee-differs': '',
  'telephone-differs': '',
  'address-differs': '',
  'waybill-number-differs': '',
  'lines-differ': '-621001',
  'goods-names-differ': '',
  'goods-value-differs': '',
  'platform-name-differs': '-621001',
  'seller-name-differs': '-621001',
  'bonded-fields-missing': '-621001',
  'direct-fields-missing': '-621001',
  'weight-not-positive': '-621001',
  'net-over-gross': '-621001',
  'packs-not-one': '-621001',
  'order-over-limit': '-621005',
  'person-over-yearly-limit': '-621018',
}
