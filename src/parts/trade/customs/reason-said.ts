import { type Details, type Locale, say, type Words } from '#kernel/i18n/words.ts'
import { hintWords } from './hint-words.ts'
import { reasonWords } from './reason-words.ts'
import { type Mismatch, officialOf } from './reasons.ts'

export const kindWords: Record<'order' | 'payment' | 'waybill' | 'list', Words> = {
  order: { zh: '订单', en: 'order' },
  payment: { zh: '支付单', en: 'payment' },
  waybill: { zh: '运单', en: 'waybill' },
  list: { zh: '清单', en: 'list' },
}

const fieldWords: Record<string, Words> = {
  emsNo: { zh: '账册编号（emsNo）', en: 'account book (emsNo)' },
  areaCode: { zh: '区内企业代码（areaCode）', en: 'area code (areaCode)' },
  itemRecordNo: { zh: '备案料号（itemRecordNo）', en: 'record number (itemRecordNo)' },
  trafNo: { zh: '运输工具编号（trafNo）', en: 'transport (trafNo)' },
  voyageNo: { zh: '航班航次号（voyageNo）', en: 'voyage (voyageNo)' },
  billNo: { zh: '提运单号（billNo）', en: 'bill (billNo)' },
}

/** A reason in a reader's words: its name, what it says of this order, the near miss where there is one, and what to do. */
export interface ReasonSaid {
  short: string
  told: string
  hint: string
  cure: string
  /** of customs' own system; empty where it lists none */
  official: string
}

export function reasonSaid({ code, details, hint }: Mismatch, locale: Locale): ReasonSaid {
  const { short, told, cure } = reasonWords[code]
  const filled = filledOf(details, locale)
  return {
    ...{ short: say(short, locale), told: say(told, locale, filled), cure: say(cure, locale, filled) },
    ...{ hint: hint ? say(hintWords[hint], locale) : '', official: officialOf[code] },
  }
}

/** One side of a difference: whose document says it, and what it says. */
export interface Side {
  of: Words
  value: string
}

/** What two documents, or two fields, say differently; empty where the reason is no difference. */
export function sidesOf({ code, details }: Mismatch): Side[] {
  if (code === 'sum-of-paid') return [side('sum', details), side('paid', details)]
  if (details['here'] !== undefined) {
    const where = kindWords[details['where'] as keyof typeof kindWords]
    return [
      { of: { zh: '其他单证', en: 'other documents' }, value: details['here'] },
      { of: where ?? { zh: '另一单证', en: 'another' }, value: details['there'] ?? '' },
    ]
  }
  const told = Object.keys(details).filter((name) => name in sideWords)
  return told.map((name) => side(name, details))
}

const sideWords: Record<string, Words> = {
  ...kindWords,
  sum: { zh: '各项合计', en: 'sum of its parts' },
  paid: { zh: '实付', en: 'amount paid' },
  gross: { zh: '毛重', en: 'gross weight' },
  net: { zh: '净重', en: 'net weight' },
  packs: { zh: '件数', en: 'parcels' },
  value: { zh: '金额', en: 'value' },
  limit: { zh: '限值', en: 'limit' },
  bill: { zh: '税单', en: 'tax bill' },
  type: { zh: '证件类型', en: 'type of document' },
}

function side(name: string, details: Record<string, string>): Side {
  return { of: sideWords[name]!, value: details[name] ?? '' }
}

/** Details with documents and fields called by their names. */
function filledOf(details: Record<string, string>, locale: Locale): Details {
  const named = (text: string, words: Record<string, Words>) =>
    text.split(' ').map((one) => (words[one] ? say(words[one], locale) : one))
  return {
    ...Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value === '' ? '—' : value])),
    ...(details['where'] === undefined ? {} : { where: named(details['where'], kindWords) }),
    ...(details['fields'] === undefined ? {} : { fields: named(details['fields'], fieldWords) }),
  }
}
