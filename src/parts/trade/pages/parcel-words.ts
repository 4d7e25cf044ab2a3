import type { Words } from '#web/locale.tsx'
import type { ReconciledLine, ReconciledState } from '../parcels/parcel-shapes.ts'

export const directionWords: Record<ReconciledLine['direction'], Words> = {
  import: { zh: '进口', en: 'Import' },
  export: { zh: '出口', en: 'Export' },
}

/** Mark and word of a reconciled line. */
export const reconciledMarks: Record<ReconciledState, { state: 'on' | 'none' | 'warning' | 'behind'; words: Words }> = {
  same: { state: 'on', words: { zh: '一致', en: 'Agrees' } },
  differs: { state: 'behind', words: { zh: '不一致', en: 'Differs' } },
  'no-parcels': { state: 'warning', words: { zh: '缺单票', en: 'No single parcels' } },
  'no-manifest': { state: 'warning', words: { zh: '缺汇总', en: 'No manifest' } },
  'one-sided': { state: 'none', words: { zh: '只有一边登记', en: 'Kept on one side' } },
}

/** 1,234.50: a decimal string with its thousands parted, a minus as people print it. */
export function grouped(text: string): string {
  const [whole = '', places] = text.replace('-', '').split('.')
  const parted = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${text.startsWith('-') ? '−' : ''}${parted}${places ? `.${places}` : ''}`
}

/** A difference with its sign, nothing for none. */
export const signed = (text: string): string =>
  Number(text) === 0 ? '' : Number(text) > 0 ? `+${grouped(text)}` : grouped(text)

/** Rows of a ledger behind one line, as that ledger's page filters them. */
export function rowsAddress(
  ledger: 'parcels' | 'parcel-manifests',
  line: Pick<ReconciledLine, 'day' | 'direction' | 'mode' | 'country'>,
): string {
  const { day, direction, mode, country } = line
  const filters = { 'f.from': day, 'f.to': day, 'f.direction': direction, 'f.mode': mode, 'f.country': country }
  return `/ledgers/trade/${ledger}?${new URLSearchParams(filters)}`
}

/** Columns of a single parcel as a reader calls them. */
export const parcelColumnWords: Record<string, Words> = {
  declaredAt: { zh: '申报时间', en: 'Declared at' },
  direction: { zh: '方向', en: 'Direction' },
  mode: { zh: '监管方式', en: 'Customs mode' },
  country: { zh: '国家(地区)', en: 'Country' },
  hs: { zh: '商品编码', en: 'HS code' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  platform: { zh: '电商平台', en: 'Platform' },
  value: { zh: '货值(元)', en: 'Value (yuan)' },
  weight: { zh: '重量(千克)', en: 'Weight (kg)' },
  state: { zh: '状态', en: 'State' },
}
