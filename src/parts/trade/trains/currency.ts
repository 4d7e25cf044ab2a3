import { closest } from '#parts/ledgers/closest.ts'

/** The code of a currency (ISO 4217) that a cell names by its code, whatever its case, or by its Chinese or English name; nothing when it is none. */
export function currencyOf(written: string): string | undefined {
  const text = written.normalize('NFKC').trim()
  const code = text.toUpperCase()
  return codes.has(code) ? code : names.get(text.toLowerCase())
}

/** Whether this is the code itself, as rows keep it. */
export function isCurrency(code: string): boolean {
  return codes.has(code)
}

/** The code that was probably meant by one that is none. */
export function nearestCurrency(written: string): string | undefined {
  const known = currencyOf(written)
  if (known) return known
  const code = written.trim().toUpperCase().slice(0, 12)
  return closest(code, usual) ?? (code.length === 3 ? closest(code, [...codes]) : undefined)
}

const codes = new Set(Intl.supportedValuesOf('currency'))

/** What these trains are paid in, nearest to hand first. */
const usual = ['USD', 'EUR', 'CNY', 'RUB', 'KZT', 'PLN', 'UZS', 'GBP', 'JPY', 'HKD']

const names = new Map(
  (['zh', 'en'] as const).flatMap((locale) => {
    const display = new Intl.DisplayNames(locale, { type: 'currency' })
    return [...codes].map((code) => [(display.of(code) ?? code).toLowerCase(), code] as const)
  }),
)
for (const [name, code] of [
  ['美金', 'USD'],
  ['人民币元', 'CNY'],
  ['rmb', 'CNY'],
  ['坚戈', 'KZT'],
  ['卢布', 'RUB'],
] as const)
  names.set(name, code)
