import { Decimal } from 'decimal.js'
import { type Departure, departure } from './departure.ts'
import { type Element, textIn } from './element.ts'

/** Goods of one document: each number once, each total the product of quantity and price, to the rounding of the price. */
export function checkLines(document: Element, path: string, tell: (departure: Departure) => void): void {
  const numbers = new Set<string>()
  const counts = new Map<string, number>()
  for (const line of document.children) {
    if (line.name !== 'OrderList' && line.name !== 'InventoryList') continue
    const count = (counts.get(line.name) ?? 0) + 1
    counts.set(line.name, count)
    const place = `${path}/${line.name}[${count}]`
    const number = textIn(line, 'gnum')
    if (number !== '' && numbers.has(number)) tell(repeated(line, place, number, numbers))
    numbers.add(number)
    const sum = productBeside(line)
    if (sum) tell(at(line, 'totalPrice', 'line-sum', place, { found: textIn(line, 'totalPrice'), wanted: sum }))
  }
}

function repeated(line: Element, place: string, number: string, taken: ReadonlySet<string>): Departure {
  const free = Array.from({ length: taken.size + 1 }, (_, i) => String(i + 1)).find((one) => !taken.has(one))!
  return at(line, 'gnum', 'line-number-repeated', place, { found: number, wanted: free })
}

/** Quantity × price where the total is something else; prices are rounded to two decimals or more. */
function productBeside(line: Element): string | null {
  const [quantity, price, total] = ['qty', 'price', 'totalPrice'].map((name) => textIn(line, name)) as [
    string,
    string,
    string,
  ]
  if (![quantity, price, total].every((text) => /^\d+(?:\.\d+)?$/.test(text))) return null
  const product = new Decimal(quantity).times(price)
  const decimals = Math.max(2, price.split('.')[1]?.length ?? 0)
  const rounding = new Decimal(quantity).times(new Decimal(10).pow(-decimals)).div(2).plus('0.005')
  return product.minus(total).abs().lte(rounding) ? null : product.toFixed()
}

function at(
  line: Element,
  field: 'gnum' | 'totalPrice',
  code: 'line-sum' | 'line-number-repeated',
  place: string,
  told: { found: string; wanted: string },
): Departure {
  const child = line.children.find(({ name }) => name === field) ?? line
  const words = field === 'gnum' ? '商品序号' : '商品总价'
  return departure(code, { path: `${place}/${field}`, line: child.line, column: child.column, words, ...told })
}
