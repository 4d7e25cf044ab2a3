import { Decimal } from 'decimal.js'
import { refuse } from './refusal.ts'

/** A unit of measure. `code` is how it is printed in Chinese (万元); one of it is `factor` of its dimension's base unit. */
export interface Unit {
  code: string
  dimension: string
  factor: Decimal
  zh: string
  en: string
}

/** A unit with what printing it takes. */
export interface Entry extends Unit {
  /** The same unit without its prefix: 包 for 万包. */
  bare: string
  /** Power of ten of the prefix: 0 for 包, 4 for 万包. */
  power: number
  /** The bare unit's English plural, or a currency's code. */
  plural: string
}

/** The catalogue's entry of a code or of another spelling of it. */
export function knownEntry(code: string): Entry | undefined {
  return catalogue.get(code) ?? catalogue.get(otherSpellings.get(code) ?? '')
}

/** As {@link knownEntry}; refuses `unit/unknown` with the nearest code. */
export function entryOf(code: string): Entry {
  return (
    knownEntry(code) ??
    refuse('unit/unknown', {
      unit: code.slice(0, 20),
      suggestion: nearest(code),
      known: bareUnits.map(([bare]) => bare),
    })
  )
}

export function isMoney(dimension: string): boolean {
  return dimension === 'CNY' || dimension === 'USD'
}

/** Eighty digits make the third of a 亩 disappear again when a result is cut to forty. */
export const Wide = Decimal.clone({ precision: 80 })

const prefixes: Record<string, { power: number; en: string }> = {
  千: { power: 3, en: 'thousand' },
  万: { power: 4, en: '10,000' },
  百万: { power: 6, en: 'million' },
  千万: { power: 7, en: '10 million' },
  亿: { power: 8, en: '100 million' },
  万亿: { power: 12, en: 'trillion' },
}

// code, dimension, factor to the dimension's base, English plural, prefixes it is also used with.
const bareUnits: readonly (readonly [string, string, string | Decimal, string, string?])[] = [
  ['元', 'CNY', '1', 'CNY', '千 万 百万 千万 亿 万亿'],
  ['美元', 'USD', '1', 'USD', '千 万 百万 千万 亿 万亿'],
  ['%', 'ratio', '0.01', '%'],
  ['‰', 'ratio', '0.001', '‰'],
  ['倍', 'ratio', '1', 'times'],
  ['个百分点', 'percentage-point', '1', 'percentage points'],
  ['包', 'parcel', '1', 'parcels', '万 亿'],
  ['单', 'order', '1', 'orders', '万 亿'],
  ['票', 'declaration', '1', 'declarations', '万 亿'],
  ['辆', 'vehicle', '1', 'vehicles', '万'],
  ['台', 'machine', '1', 'machines', '万 亿'],
  ['列', 'train', '1', 'trains', '万'],
  ['班', 'train', '1', 'trains'],
  ['架次', 'flight', '1', 'flights', '万'],
  ['标箱', 'TEU', '1', 'TEU', '万'],
  ['箱', 'container', '1', 'containers', '万'],
  ['吨', 'mass', '1', 'tonnes', '千 万 亿'],
  ['千克', 'mass', '0.001', 'kilograms', '万'],
  ['克', 'mass', '0.000001', 'grams'],
  ['平方米', 'area', '1', 'square metres', '万 亿'],
  ['平方公里', 'area', '1000000', 'square kilometres', '万'],
  ['公顷', 'area', '10000', 'hectares', '万'],
  ['亩', 'area', new Wide(2000).div(3), 'mu', '万'],
  ['立方米', 'volume', '1', 'cubic metres', '万 亿'],
  ['米', 'length', '1', 'metres', '万'],
  ['公里', 'length', '1000', 'kilometres', '万'],
  ['千瓦时', 'energy', '1', 'kilowatt-hours', '万 亿'],
  ['微克/立方米', 'concentration', '1', 'µg/m³'],
  ['毫克/立方米', 'concentration', '1000', 'mg/m³'],
  ['套', 'home', '1', 'homes', '万'],
  ['户', 'household', '1', 'households', '万'],
  ['栋', 'building', '1', 'buildings'],
  ['家', 'enterprise', '1', 'enterprises', '万'],
  ['人', 'person', '1', 'people', '万 亿'],
  ['名', 'person', '1', 'people'],
  ['人次', 'visit', '1', 'visits', '万 亿'],
  ['所', 'institution', '1', 'institutions'],
  ['个', 'piece', '1', 'items', '万'],
  ['项', 'piece', '1', 'items'],
  ['件', 'piece', '1', 'items', '万 亿'],
  ['条', 'piece', '1', 'items', '万'],
  ['起', 'case', '1', 'cases', '万'],
  ['份', 'document', '1', 'documents', '万'],
  ['次', 'time', '1', 'times', '万'],
  ['场', 'event', '1', 'events'],
  ['批', 'batch', '1', 'batches'],
  ['行', 'row', '1', 'rows', '万 亿'],
  ['题', 'question', '1', 'questions'],
  ['分', 'point', '1', 'points'],
  ['位', 'rank', '1', 'place in the ranking'],
  ['年', 'year', '1', 'years'],
  ['个月', 'month', '1', 'months'],
  ['天', 'day', '1', 'days'],
  ['工作日', 'working-day', '1', 'working days'],
  ['小时', 'hour', '60', 'hours'],
  ['分钟', 'hour', '1', 'minutes'],
]

const otherSpellings = new Map([
  ['％', '%'],
  ['百分点', '个百分点'],
  ['μg/m³', '微克/立方米'],
  ['µg/m³', '微克/立方米'],
  ['mg/m³', '毫克/立方米'],
  ['㎡', '平方米'],
  ['公斤', '千克'],
  ['TEU', '标箱'],
])

/** Every unit by its code. */
export const catalogue = new Map(bareUnits.flatMap(family).map((entry) => [entry.code, entry]))

function family([bare, dimension, factor, plural, used]: (typeof bareUnits)[number]): Entry[] {
  const one = new Wide(factor)
  const alone: Entry = {
    code: bare,
    dimension,
    factor: new Decimal(one),
    zh: bare,
    en: plural,
    bare,
    power: 0,
    plural,
  }
  const scaled = (used?.split(' ') ?? []).map((prefix): Entry => {
    const { power, en } = prefixes[prefix]!
    const code = `${prefix}${bare}`
    const words = isMoney(dimension) ? `${plural} ${en}` : `${en} ${plural}`
    return {
      code,
      dimension,
      factor: new Decimal(one.times(new Decimal(10).pow(power))),
      zh: code,
      en: words,
      bare,
      power,
      plural,
    }
  })
  return [alone, ...scaled]
}

/** The code that shares the most characters with what was written and has the fewest others. */
function nearest(code: string): string {
  const written = [...code.slice(0, 20)]
  const distance = (known: string) =>
    [...known].length + written.length - 3 * written.filter((c) => known.includes(c)).length
  return [...catalogue.keys()].reduce((best, known) => (distance(known) < distance(best) ? known : best))
}
