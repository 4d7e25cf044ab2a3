import { choice, day, decimal, text, uscc, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'

export const parcelManifests = ledger({
  name: 'trade/parcel-manifests',
  words: { zh: '跨境包裹清单', en: 'Parcel manifests' },
  grain: { zh: '一行一天、一个方向、一种监管方式、一个国家(地区)、一家企业', en: 'one row a day, direction, customs mode, country and enterprise' },
  source: { zh: '海关跨境电子商务监管清单汇总', en: 'customs manifests of cross-border e-commerce, summed by day' },
  columns: {
    day: day({ words: { zh: '日期', en: 'Day' }, headings: ['申报日期', '放行日期', 'date'] }),
    direction: choice({
      words: { zh: '方向', en: 'Direction' },
      headings: ['进出口', '进出口方向', '进出口标志'],
      choices: { import: { zh: '进口', en: 'import' }, export: { zh: '出口', en: 'export' } },
    }),
    mode: choice({
      words: { zh: '监管方式', en: 'Customs mode' },
      headings: ['贸易方式', '监管代码', '业务模式'],
      choices: {
        '9610': { zh: '跨境贸易电子商务', en: 'retail, direct' },
        '1210': { zh: '保税跨境贸易电子商务', en: 'retail, bonded' },
        '9710': { zh: '跨境电商企业对企业直接出口', en: 'B2B, direct export' },
        '9810': { zh: '跨境电商出口海外仓', en: 'B2B, overseas warehouse' },
      },
    }),
    country: text({
      words: { zh: '国家(地区)', en: 'Country or region' },
      headings: ['国家', '国别', '国别(地区)', '起运国', '目的国', 'country'],
      longest: 2,
      note: { zh: 'ISO 3166-1 两位字母代码，如 DE、US', en: 'ISO 3166-1 alpha-2 code, such as DE or US' },
    }),
    enterprise: uscc({ words: { zh: '统一社会信用代码', en: 'Unified social credit code' }, headings: ['企业代码', '信用代码', '申报企业代码', '企业'] }),
    parcels: whole({ words: { zh: '包裹数', en: 'Parcels' }, headings: ['包裹数量', '包裹', '清单数', '票数', '件数'], unit: '包', min: 1 }),
    value: decimal({ words: { zh: '货值', en: 'Value' }, headings: ['金额', '货值(人民币)', '总值', '金额(元)'], unit: '元', places: 2, min: 0 }),
    weight: decimal({ words: { zh: '重量', en: 'Weight' }, headings: ['毛重', '净重', '毛重(千克)', '重量(kg)', '重量(公斤)'], unit: '千克', places: 3, min: 0 }),
  },
  key: ['day', 'direction', 'mode', 'country', 'enterprise'],
  day: 'day',
  checks: [
    {
      name: 'country-code',
      severity: 'reject',
      passes: (row) => /^[A-Z]{2}$/.test(row.country),
      meaning: { zh: '国家(地区)不是 ISO 3166-1 两位大写字母代码', en: 'The country is not an ISO 3166-1 code of two capital letters' },
      cure: { zh: '请填两位字母代码，如德国 DE、美国 US、中国香港 HK', en: 'Write the two-letter code, such as DE, US or HK' },
    },
    {
      name: 'mode-fits-direction',
      severity: 'reject',
      passes: (row) => row.direction === 'export' || row.mode === '9610' || row.mode === '1210',
      meaning: { zh: '9710 和 9810 只用于出口', en: '9710 and 9810 are for exports only' },
      cure: { zh: '请核对方向，或把监管方式改为 9610、1210', en: 'See to the direction, or change the mode to 9610 or 1210' },
    },
    {
      name: 'weight-of-a-parcel',
      severity: 'warn',
      passes: (row) => row.weight.lte(100 * row.parcels),
      meaning: { zh: '平均每个包裹超过 100 千克', en: 'More than 100 kg a parcel on average' },
      cure: { zh: '请看重量单位是否为克；应填千克', en: 'See whether the weight is in grams; it should be in kilograms' },
    },
  ],
  measures: {
    parcels: { words: { zh: '包裹数', en: 'Parcels' }, sum: 'parcels', unit: '包' },
    value: { words: { zh: '货值', en: 'Value' }, sum: 'value', unit: '元' },
    weight: { words: { zh: '重量', en: 'Weight' }, sum: 'weight', unit: '千克' },
  },
  dimensions: ['direction', 'mode', 'country'],
  examples: {
    good: [
      { day: '2018-06-01', direction: '进口', mode: '1210', country: 'DE', enterprise: '91410100MA44UQJ03U', parcels: '1200', value: '182,400.00', weight: '960.5' },
      { day: '2018/6/1', direction: 'export', mode: '9610', country: 'US', enterprise: '91410100MA44UQJ03U', parcels: '300', value: '21000', weight: '150' },
      { day: '2018年6月2日', direction: '出口', mode: '9810', country: 'RU', enterprise: '91410100MA44UQJ03U', parcels: '15', value: '30000.5', weight: '220.125' },
    ],
    bad: [
      { row: { day: '2018-06-31', direction: '进口', mode: '1210', country: 'DE', enterprise: '91410100MA44UQJ03U', parcels: '1', value: '1', weight: '1' }, fails: 'day' },
      { row: { day: '2018-06-01', direction: '进口', mode: '9999', country: 'DE', enterprise: '91410100MA44UQJ03U', parcels: '1', value: '1', weight: '1' }, fails: 'choice' },
      { row: { day: '2018-06-01', direction: '进口', mode: '9710', country: 'DE', enterprise: '91410100MA44UQJ03U', parcels: '1', value: '1', weight: '1' }, fails: 'mode-fits-direction' },
      { row: { day: '2018-06-01', direction: '进口', mode: '1210', country: '德国', enterprise: '91410100MA44UQJ03U', parcels: '1', value: '1', weight: '1' }, fails: 'country-code' },
      { row: { day: '2018-06-01', direction: '进口', mode: '1210', country: 'DE', enterprise: '91410100MA44UQJ030', parcels: '1', value: '1', weight: '1' }, fails: 'uscc' },
      { row: { day: '2018-06-01', direction: '进口', mode: '1210', country: 'DE', enterprise: '91410100MA44UQJ03U', parcels: '0', value: '1', weight: '1' }, fails: 'too-small' },
      { row: { day: '2018-06-01', direction: '进口', mode: '1210', country: 'DE', enterprise: '91410100MA44UQJ03U', parcels: '1', value: '1', weight: '900' }, fails: 'weight-of-a-parcel' },
      { row: { day: '2018-06-01', direction: '进口', mode: '1210', country: 'DE', enterprise: '9.14101E+17', parcels: '1', value: '1', weight: '1' }, fails: 'digits-lost' },
    ],
  },
})
