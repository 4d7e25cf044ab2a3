import { Decimal } from 'decimal.js'
import type { GoodsLine } from './document.ts'
import type { ReturnLine, TaxBill } from './follow-up.ts'
import { amount } from './near-miss.ts'

/** What is wrong of a return or a tax bill, held against its list; `-625209` is customs' own code. */
export interface FollowUpFault {
  code: '-625209' | 'duty-not-zero' | 'tax-not-reduced' | 'tax-differs-from-order'
  details: Record<string, string>
}

/** Lines that go back without standing in the list: by number and goods code. */
export function returnFaults(lines: readonly ReturnLine[], goods: readonly GoodsLine[]): FollowUpFault[] {
  const listed = new Map(goods.map((line) => [line.number, line]))
  return lines.flatMap(({ number, code, name }) => {
    const line = listed.get(number)
    if (line && (code === '' || !line.code || line.code === code)) return []
    const details = { line: number, code, name, listed: line ? (line.code ?? '') : '' }
    return [{ code: '-625209' as const, details }]
  })
}

/** Rates of value added tax on goods, by the day they hold from. */
const valueAddedRates = [
  { from: '20170701', rates: ['0.17', '0.11'] },
  { from: '20180501', rates: ['0.16', '0.10'] },
  { from: '20190401', rates: ['0.13', '0.09'] },
] as const

/** Within the limits duty is nothing, and tax is 70 % of value added and consumption tax: what contradicts is told. */
export function billFaults(bill: TaxBill, saidAt: string, orderTax: string): FollowUpFault[] {
  const found: FollowUpFault[] = []
  if (!amount(bill.duty).isZero()) found.push({ code: 'duty-not-zero', details: { duty: bill.duty } })
  const whole = bill.lines.length > 0 && bill.lines.every((line) => isWhole(line, saidAt))
  if (whole) found.push({ code: 'tax-not-reduced', details: { tax: bill.valueAdded } })
  const tax = amount(bill.valueAdded).plus(amount(bill.consumption))
  if (orderTax !== '' && !tax.eq(amount(orderTax)))
    found.push({ code: 'tax-differs-from-order', details: { bill: tax.toFixed(), order: orderTax } })
  return found
}

/** Taxed at a full rate: value × rate to the fen, where there is no consumption tax. */
function isWhole({ value, valueAdded, consumption }: TaxBill['lines'][number], saidAt: string): boolean {
  if (amount(value).lte(0) || amount(valueAdded).lte(0) || !amount(consumption).isZero()) return false
  const rates = valueAddedRates.findLast(({ from }) => from <= saidAt.slice(0, 8))?.rates ?? []
  return rates.some((rate) => amount(value).times(rate).minus(amount(valueAdded)).abs().lte(oneFen))
}

const oneFen = new Decimal('0.01')
