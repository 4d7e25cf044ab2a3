import type { Words } from '#kernel/i18n/words.ts'
import type { Hint } from './reasons.ts'

/** The near miss in a sentence: what a difference most likely is. */
export const hintWords: Record<Hint, Words> = {
  tax: {
    zh: '差额正好等于税款：支付金额没有含税，或多含了一次',
    en: 'The difference is exactly the tax: it was left out, or counted twice',
  },
  discount: {
    zh: '差额正好等于优惠：一边减了优惠，一边没有减',
    en: 'The difference is exactly the discount: one side took it off, the other did not',
  },
  freight: {
    zh: '差额正好等于运杂费：一边没有算运费',
    en: 'The difference is exactly the freight: one side left it out',
  },
  insurance: {
    zh: '差额正好等于保费：一边没有算保费',
    en: 'The difference is exactly the insurance: one side left it out',
  },
  retried: {
    zh: '重试支付：第一次没有付成，平台换了订单编号或流水号，支付单或订单没有跟着改',
    en: 'a retried payment: the first try failed, the platform took another number, and one side kept the old one',
  },
  partial: {
    zh: '付得比订单少：可能只付了一部分，或另一部分的支付单还没有到',
    en: 'Less was paid than ordered: a part, or the rest has not come yet',
  },
  split: {
    zh: '几份单证加起来正好相等：这一单是分开支付或分开发运的',
    en: 'Several documents add up exactly: it was paid or sent in parts',
  },
  spelling: { zh: '只差全角半角、空格或括号', en: 'Only width, blanks or brackets differ' },
  'company-form': {
    zh: '只差“有限公司”与“有限责任公司”这类称呼',
    en: 'Only the form of company differs (有限公司, 有限责任公司)',
  },
  traditional: { zh: '只差繁体与简体', en: 'Only traditional and simplified characters differ' },
  rounding: { zh: '只差一分：多半是舍入', en: 'One fen apart: most likely rounding' },
  'digits-swapped': { zh: '两个相邻的数字颠倒了', en: 'Two neighbouring digits are swapped' },
  'one-digit': { zh: '只有一位不同', en: 'One character differs' },
  'check-digit': {
    zh: '其中一个证件号码的校验位不对：多半是录错了',
    en: 'One of the numbers fails its check digit: most likely mistyped',
  },
}
