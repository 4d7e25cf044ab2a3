import { Decimal } from 'decimal.js'
import { type Entry, knownEntry } from '#kernel/unit-catalogue.ts'
import { writtenUnit } from './written-unit.ts'

/** Units of one thing that a text counts with one word and a ledger with another: 件 and 包, 次 and 列, 户 and 家. */
const kin: readonly (readonly string[])[] = [
  ['家', '户', '个', '所'],
  ['辆', '台'],
  ['包', '件', '单', '票'],
  ['列', '班', '次', '架次'],
  ['人', '名', '人次'],
  ['起', '件', '个', '项', '宗'],
  ['份', '个', '件', '项'],
  ['栋', '个'],
  ['场', '次', '个'],
]
const spelled = new Map([
  ['趟', '列'],
  ['班列', '列'],
  ['班次', '列'],
  ['平米', '平方米'],
  ['万平米', '万平方米'],
  ['㎡', '平方米'],
  ['人民币', '元'],
  ['亿', '亿元'],
  ['亿元人民币', '亿元'],
  ['户企业', '家'],
  ['公斤', '千克'],
  ['户', '户'],
  ['宗', '个'],
  ['桩', '个'],
  ['间', '个'],
  ['处', '个'],
  ['座', '个'],
  ['例', '个'],
  ['种', '个'],
  ['百分点', '个百分点'],
  ['pct', '个百分点'],
])

/** What of a unit counts when figures are compared. */
type Kin = Pick<Entry, 'dimension' | 'factor' | 'bare' | 'power'>

/** The unit a text writes, as the catalogue knows it, also with a scale that nobody uses with it (亿辆). */
export function unitSaid(unit: string | null): Kin | undefined {
  if (unit === null) return undefined
  const name = spelled.get(unit) ?? unit
  const known = knownEntry(name)
  if (known) return known
  const { power, bare } = writtenUnit(name)
  const entry = knownEntry(bare)
  return entry && { ...entry, factor: entry.factor.times(new Decimal(10).pow(power)), power: entry.power + power }
}

/** Whether a figure in one unit may speak of a thing that is kept in the other. */
export function areKin(said: string | null, kept: string): boolean {
  const [a, b] = [unitSaid(said), unitSaid(kept)]
  if (!a || !b) return said === kept
  if (a.dimension === b.dimension) return true
  return kin.some((family) => family.includes(a.bare) && family.includes(b.bare))
}

/** The value in another unit of its kind; null where they measure different things. */
export function turned(value: Decimal, from: string, to: string): Decimal | null {
  const [a, b] = [unitSaid(from), unitSaid(to)]
  if (from === to) return value
  if (!a || !b || !areKin(from, to)) return null
  if (a.dimension !== b.dimension) return value.times(new Decimal(10).pow(a.power - b.power))
  return value.times(a.factor).div(b.factor)
}

/** 美元 against 元: both money, so that digits may be right and the currency wrong. */
export function areCurrencies(a: string, b: string): boolean {
  const money = (unit: string) => /元$/.test(unit)
  return money(a) && money(b) && unitSaid(a)?.dimension !== unitSaid(b)?.dimension
}
