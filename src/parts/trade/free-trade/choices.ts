import type { Words } from '#kernel/i18n/words.ts'

/** Whose money an enterprise stands on; the last two of the first three count as foreign-invested. */
export const kinds = {
  domestic: { zh: '内资企业', en: 'domestic' },
  foreign: { zh: '外商投资企业', en: 'foreign-invested' },
  hmt: { zh: '港澳台投资企业', en: 'invested from Hong Kong, Macao or Taiwan' },
  branch: { zh: '分支机构', en: 'branch' },
} as const satisfies Record<string, Words>

/** Kinds that a share of foreign investment counts, as the statistics of the commerce departments do. */
export const foreignKinds: readonly string[] = ['foreign', 'hmt']

/** Currencies in which capital is subscribed, by their ISO 4217 codes. */
export const currencies = {
  CNY: { zh: '人民币', en: 'yuan' },
  USD: { zh: '美元', en: 'US dollar' },
  EUR: { zh: '欧元', en: 'euro' },
  HKD: { zh: '港元', en: 'Hong Kong dollar' },
  JPY: { zh: '日元', en: 'yen' },
  GBP: { zh: '英镑', en: 'pound sterling' },
  KRW: { zh: '韩元', en: 'won' },
  SGD: { zh: '新加坡元', en: 'Singapore dollar' },
  TWD: { zh: '新台币', en: 'New Taiwan dollar' },
  AUD: { zh: '澳大利亚元', en: 'Australian dollar' },
  CAD: { zh: '加拿大元', en: 'Canadian dollar' },
  CHF: { zh: '瑞士法郎', en: 'Swiss franc' },
  RUB: { zh: '卢布', en: 'rouble' },
  MOP: { zh: '澳门元', en: 'pataca' },
} as const satisfies Record<string, Words>
