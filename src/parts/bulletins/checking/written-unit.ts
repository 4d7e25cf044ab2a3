import { Decimal } from 'decimal.js'
import { knownEntry } from '#kernel/unit-catalogue.ts'
import { convert } from '#kernel/units.ts'

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
]

/** Units whose own name begins like a scale. */
const ownName = /^(?:千(?:瓦|米|克|伏|焦)|百分)/

const otherNames: Readonly<Record<string, string>> = {
  元人民币: '元',
  人民币: '元',
  平米: '平方米',
  平方: '平方米',
  平方千米: '平方公里',
  立方: '立方米',
  度: '千瓦时',
  度电: '千瓦时',
  班列: '列',
  趟: '列',
  百分点: '个百分点',
  个点: '个百分点',
  名: '人',
  TEU: '标箱',
  标准箱: '标箱',
  国际标准箱: '标箱',
}

const known = new Map<string, { power: number; bare: string }>()

/** A unit as a text writes it, its scale as a power of ten and what is left: 亿人次 is 8 and 人次. */
export function writtenUnit(unit: string): { power: number; bare: string } {
  const found = known.get(unit)
  if (found) return found
  const scale = ownName.test(unit) ? undefined : scales.find(([word]) => unit.startsWith(word))
  const bare = unit.slice(scale?.[0].length ?? 0)
  const read = { power: scale?.[1] ?? 0, bare: otherNames[bare] ?? bare }
  if (known.size < 2000) known.set(unit, read)
  return read
}

/** How many of `to` one of `from` is; null where they do not measure the same thing, or one is not known. */
export function conversion(from: string, to: string): Decimal | null {
  if (from === to) return one
  const pair = `${from} ${to}`
  const found = conversions.get(pair)
  if (found !== undefined) return found
  const ratio = ratioOf(from, to)
  if (conversions.size < 10_000) conversions.set(pair, ratio)
  return ratio
}

const one = new Decimal(1)
const conversions = new Map<string, Decimal | null>()

function ratioOf(from: string, to: string): Decimal | null {
  const [source, target] = [writtenUnit(from), writtenUnit(to)]
  const powers = new Decimal(10).pow(source.power - target.power)
  if (source.bare === target.bare) return powers
  const [here, there] = [knownEntry(source.bare), knownEntry(target.bare)]
  if (!here || !there || here.dimension !== there.dimension || here.dimension === 'piece') return null
  return convert(one, source.bare, target.bare).times(powers)
}
