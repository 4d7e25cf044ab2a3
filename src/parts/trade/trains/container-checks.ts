import type { Decimal } from 'decimal.js'
import { teuFits, teuOf } from './container-size.ts'
import { isCurrency, nearestCurrency } from './currency.ts'
import { containerNumberChecks } from './number-checks.ts'

/** What of a container's row the checks look at. */
interface ContainerRow {
  readonly container: string
  readonly size: string | null
  readonly teu: Decimal | null
  readonly load: string
  readonly hs: string | null
  readonly weight: Decimal
  readonly amount: Decimal | null
  readonly currency: string | null
  readonly rate: Decimal | null
  readonly value: Decimal
  readonly wagonCountry: string | null
}

const sizeChecks = [
  {
    name: 'size-asked',
    severity: 'warn' as const,
    column: 'teu' as const,
    passes: (row: ContainerRow) => row.teu !== null,
    meaning: {
      zh: '没有标箱数，箱型也看不出长度，这个箱没有计入标箱',
      en: 'no TEU, and no length to tell it by: the box counts in no TEU',
    },
    cure: {
      zh: '请补箱型（如 45G1、22G1）和标箱数',
      en: 'Add the size and type (45G1, 22G1) and the TEU',
    },
  },
  {
    name: 'teu-not-of-size',
    severity: 'warn' as const,
    column: 'teu' as const,
    passes: (row: ContainerRow) => !row.size || !row.teu || teuFits(row.size, row.teu.toFixed()),
    details: (row: ContainerRow) => ({ size: row.size, teu: row.teu?.toFixed(), expected: teuOf(row.size ?? '') }),
    meaning: { zh: '箱型 {size} 折 {expected} 标箱，写的是 {teu}', en: 'a {size} counts {expected} TEU, not {teu}' },
    cure: {
      zh: '请核对箱型和标箱数；45 英尺箱按 2 或 2.25 计都可以',
      en: 'See to the size and the TEU; a box of 45 feet may count 2 or 2.25',
    },
  },
  {
    name: 'weight-within-box',
    severity: 'reject' as const,
    column: 'weight' as const,
    passes: (row: ContainerRow) => row.weight.lte(36),
    meaning: { zh: '一个集装箱毛重超过 36 吨', en: 'a box of more than 36 tonnes' },
    cure: { zh: '请看单位是否为千克；应填吨', en: 'See whether it is in kilograms; it should be in tonnes' },
  },
  {
    name: 'empty-with-cargo',
    severity: 'warn' as const,
    column: 'load' as const,
    passes: (row: ContainerRow) => row.load !== 'empty' || (row.weight.lte(5) && row.value.isZero()),
    meaning: { zh: '空箱却有货重或货值', en: 'an empty box with cargo or value' },
    cure: { zh: '请核对空重；空箱的货值为 0', en: 'See whether it is empty; an empty box has no value' },
  },
  {
    name: 'loaded-without-weight',
    severity: 'warn' as const,
    column: 'weight' as const,
    passes: (row: ContainerRow) => row.load !== 'loaded' || row.weight.gt(0),
    meaning: { zh: '重箱没有重量', en: 'a loaded box without weight' },
    cure: { zh: '请补毛重，或改为空箱', en: 'Add the weight, or call it empty' },
  },
]

const moneyChecks = [
  {
    name: 'currency-unknown',
    severity: 'reject' as const,
    column: 'currency' as const,
    passes: (row: ContainerRow) => row.currency === null || isCurrency(row.currency),
    details: (row: ContainerRow) => ({ currency: row.currency, nearest: nearestCurrency(row.currency ?? '') ?? '—' }),
    meaning: { zh: '没有“{currency}”这个币种代码', en: 'there is no currency code "{currency}"' },
    cure: {
      zh: '请填三个大写字母的代码；是不是 {nearest}？',
      en: 'Write the code of three capitals; did you mean {nearest}?',
    },
  },
  {
    name: 'currency-missing',
    severity: 'warn' as const,
    column: 'currency' as const,
    passes: (row: ContainerRow) => row.amount === null || row.currency !== null,
    meaning: { zh: '有原币货值，没有币种', en: 'a value in its currency, but no currency' },
    cure: { zh: '请填币种，如 EUR、CNY', en: 'Write the currency, such as EUR or CNY' },
  },
  {
    name: 'value-not-amount-times-rate',
    severity: 'warn' as const,
    column: 'value' as const,
    passes: (row: ContainerRow) => {
      if (row.amount === null || row.rate === null) return true
      const expected = row.amount.times(row.rate)
      // Rates are published with four digits: what rounding makes of them is no disagreement.
      return expected.minus(row.value).abs().lte(expected.times('0.001').plus('0.01'))
    },
    details: (row: ContainerRow) => ({
      amount: row.amount?.toFixed(),
      currency: row.currency ?? '',
      rate: row.rate?.toFixed(),
      expected: row.amount?.times(row.rate ?? 0).toFixed(2),
      value: row.value.toFixed(),
    }),
    meaning: {
      zh: '{amount} {currency} × {rate} = {expected} 美元，写的是 {value}',
      en: '{amount} {currency} × {rate} = {expected} US dollars, not {value}',
    },
    cure: {
      zh: '请核对原币货值、汇率（一单位折多少美元）和美元货值',
      en: 'See to the amount, the rate (dollars for one unit) and the value',
    },
  },
]

const codeChecks = [
  {
    name: 'hs-not-a-chapter',
    severity: 'warn' as const,
    column: 'hs' as const,
    passes: (row: ContainerRow) => row.hs === null || (/^(0[1-9]|[1-8]\d|9[0-9])$/.test(row.hs) && row.hs !== '77'),
    details: (row: ContainerRow) => ({ hs: row.hs }),
    meaning: { zh: '“{hs}”不是 HS 章号', en: '"{hs}" is no chapter of the Harmonized System' },
    cure: { zh: '请填两位章号，01 至 97（77 空缺）', en: 'Write two digits, 01 to 97 (there is no 77)' },
  },
  {
    name: 'wagon-country-unknown',
    severity: 'warn' as const,
    column: 'wagonCountry' as const,
    passes: (row: ContainerRow) => row.wagonCountry === null || /^[A-Z]{2}$/.test(row.wagonCountry),
    meaning: { zh: '车辆国别不是两位大写字母', en: 'the wagon country is not two capitals' },
    cure: { zh: '请填国家代码，如 CN、KZ、PL', en: 'Write the code of the country, such as CN, KZ, PL' },
  },
]

/** Rules over one container of a train. Numbers, sizes and codes warn, because registers do hold wrong ones; what cannot be counted goes back. */
export const containerChecks = [...containerNumberChecks, ...sizeChecks, ...moneyChecks, ...codeChecks]
