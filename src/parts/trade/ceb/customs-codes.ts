import { readFileSync } from 'node:fs'

/** A currency or a country by the three digits that customs gives it, which are none of ISO's. */
interface CustomsCode {
  code: string
  /** ISO letters and numeric code, as people write them by mistake */
  iso: string
  numeric: string
  zh: string
}

/** Fields that hold a currency or a country. */
export const codedFields: Readonly<Record<string, 'currency' | 'country'>> = {
  ...{ currency: 'currency', fCurrency: 'currency', iCurrency: 'currency' },
  ...{ country: 'country', tradeCountry: 'country' },
}

/** Whether customs knows the code. Seldom used currencies and countries count by the ranges that are given out. */
export function isKnownCode(kind: 'currency' | 'country', code: string): boolean {
  const ranges = kind === 'currency' ? rareCurrencies : givenCountries
  return (
    (/^\d{3}$/.test(code) && ranges.some(([from, to]) => Number(code) >= from && Number(code) <= to)) ||
    codes(kind).some((one) => one.code === code)
  )
}

/** `502 美元` for USD, 840 and 520: the code that was most likely meant; empty where none is near. */
export function nearestCode(kind: 'currency' | 'country', written: string): string {
  const plain = written.trim().toUpperCase()
  const all = codes(kind)
  const found =
    all.find(({ iso, numeric, zh }) => plain === iso || plain === numeric || written.trim() === zh) ??
    all.find(({ code }) => swapped(code, plain)) ??
    all.find(
      ({ code }) => [...code].filter((digit, place) => digit !== plain[place]).length === 1 && plain.length === 3,
    )
  return found ? `${found.code} ${found.zh}` : ''
}

const swapped = (a: string, b: string) => b === `${a[1]}${a[0]}${a[2]}` || b === `${a[0]}${a[2]}${a[1]}`

const rareCurrencies = [
  // renminbi first: nearly every one is
  [142, 142],
  [111, 113],
  [118, 118],
  [127, 127],
  [201, 201],
  [301, 301],
  [304, 318],
] as const

const givenCountries = [
  [101, 149],
  [199, 260],
  [299, 316],
  [318, 331],
  [334, 359],
  [399, 449],
  [499, 504],
  [599, 625],
  [699, 702],
  [999, 999],
] as const

function codes(kind: 'currency' | 'country'): readonly CustomsCode[] {
  read ??= readCodes()
  return read.get(kind) ?? []
}

let read: Map<string, CustomsCode[]> | undefined

function readCodes(): Map<string, CustomsCode[]> {
  const text = readFileSync(new URL('./customs-codes.csv', import.meta.url), 'utf8')
  const rows = text.trim().split('\n').slice(1)
  const all = rows.map((row) => {
    const [kind, code, iso, numeric, zh] = row.split(',') as [string, string, string, string, string]
    return { kind, code, iso, numeric, zh }
  })
  return Map.groupBy(all, ({ kind }) => kind)
}
