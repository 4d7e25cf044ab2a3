import { Decimal } from 'decimal.js'
import { type Interval, inUnit } from '../interval.ts'
import { type Said, said } from './judgement.ts'
import { plainName, plainPeriod } from './plain-names.ts'
import { bareUnit, isAmount, type Scene, type Seen } from './scene.ts'

/**
 * Figures that a document of one area prints of itself only once: the headline indicators. A bare name (产值, 出口) is said of
 * many things in one text, so that two values of it prove nothing.
 */
const headline =
  /^(?:地区生产总值|生产总值|GDP|规模以上工业增加值|规上工业增加值|规模以上工业总产值|规上工业总产值|固定资产投资|固定资产投资额|社会消费品零售总额|一般公共预算收入|地方一般公共预算收入|公共预算收入|财政收入|财政总收入|一般公共预算支出|税收收入|进出口总额|进出口总值|外贸进出口总额|外贸进出口总值|货物进出口总额|实际利用外资|实际使用外资|城镇新增就业|城镇登记失业率|城镇调查失业率|居民人均可支配收入|城镇居民人均可支配收入|农村居民人均可支配收入|全社会用电量|工业用电量|常住人口|城镇化率|常住人口城镇化率|居民消费价格|粮食总产量|粮食产量|商品房销售面积|房地产开发投资|规模以上服务业营业收入|中欧班列开行|跨境电商包裹|优良天数|PM2\.5平均浓度|PM10平均浓度)$/
const area =
  /全[国省市区县州镇]|我[国省市区县州镇]|[一-鿿]{1,3}(?:省|市|新区|区|县|州|旗|街道|港|集团|公司|城|镇|乡)|全球|世界|地方|中央|民营|国有|外资|农村|城镇|东部|中部|西部|东北/g

/** A report of several years or of aims ahead: only figures whose sentence says their period can be told apart. */
const spansYears = /年来|五年|“十|过去[一二三四五六七八九十]年|预期目标|主要目标|工作目标/

/** The same headline figure of the same period printed twice, with no value that rounds to both. */
export function twicesIn(scene: Scene): Said[] {
  const first = new Map<string, Seen>()
  const manyYears = spansYears.test(scene.text.slice(0, 200_000))
  const found: Said[] = []
  for (const seen of scene.seen) {
    const key = keyOf(seen)
    if (key === null || (manyYears && !ownPeriod(scene, seen))) continue
    const areas = areasBefore(scene, seen)
    const full = `${key}|${areas}`
    const known = first.get(full)
    if (!known) {
      first.set(full, seen)
      continue
    }
    if (known.sentence === seen.sentence) continue
    const verdict = twiceOf(known, seen)
    if (verdict) found.push(verdict)
  }
  return found
}

function keyOf(seen: Seen): string | null {
  const { claim, interval } = seen
  if (
    !interval ||
    claim.modality ||
    claim.role ||
    claim.partial ||
    claim.delta ||
    !headline.test(plainName(claim.indicator))
  )
    return null
  if (/^(?:、|和|与|及)|分别/.test(seen.lead) || /控制|以内/.test(seen.lead.slice(-8))) return null
  if (/^(?:的)?(?:年度|全年)?(?:目标|任务|计划)/.test(seen.tail)) return null
  if (claim.subject !== undefined && claim.subject !== '') return null
  const change = claim.kind === 'change_pct' && claim.unit === '%'
  const rate = claim.kind === 'level' && claim.unit === '%'
  if (!isAmount(seen) && !change && !rate) return null
  if (/（文中未写明）/.test(claim.period) && !/[年月季]/.test(claim.period)) return null
  if (change && !/^(?:|同比|比上年|较上年|比上年同期|较上年同期|比去年|同比名义)$/.test(claim.versus ?? '')) return null
  if (/实际|名义|可比|不变|两年|年均|平均|累计|环比|单月|当月/.test(seen.lead.slice(-24))) return null
  return [plainName(claim.indicator), plainPeriod(claim.period), change ? 'change' : 'amount', bareUnit(seen)].join('|')
}

/** The areas that the words before the figure name; a figure of another area is another figure. */
function areasBefore({ text }: Scene, seen: Seen): string {
  const { start, indicator } = seen.claim
  const stretch = text.slice(Math.max(0, start - 60), start)
  const opens = Math.max(stretch.lastIndexOf('。'), stretch.lastIndexOf('\n'), stretch.lastIndexOf('；'))
  const words = stretch
    .slice(opens + 1)
    .replaceAll(indicator, '')
    .replaceAll('地区', '')
  return [...new Set(words.match(area) ?? [])]
    .filter((name) => !own.test(name))
    .sort()
    .join('、')
}

/** A text of a zone names itself so, or not at all. */
const own = /^(?:全区|我区|.{0,3}经开区|.{0,3}开发区)$/

function ownPeriod(scene: Scene, { claim }: Seen): boolean {
  const stretch = scene.text.slice(Math.max(0, claim.start - 40), claim.start)
  const sentence = stretch.slice(Math.max(stretch.lastIndexOf('。'), stretch.lastIndexOf('\n')) + 1)
  return /[0-9]年|季度|[0-9]月|半年|全年|去年/.test(sentence)
}

function twiceOf(one: Seen, other: Seen): Said | null {
  const allowed = one.interval && inUnit(one.interval, one.claim.unit, other.claim.unit)
  if (!allowed || !other.interval) return null
  const same = meets(allowed, other.interval)
  if (same && one.claim.text === other.claim.text) return null
  return said('twice', same ? 'yes' : 'no', [one, other], allowed, {
    code: same ? 'twice-agrees' : 'twice-differs',
    details: { first: one.claim.text, second: other.claim.text, indicator: one.claim.indicator },
  })
}

/** 331 and 332 share only the edge 331.5, which no single rule rounds to both. */
function meets(one: Interval, other: Interval): boolean {
  const [low, high] = [Decimal.max(one.low, other.low), Decimal.min(one.high, other.high)]
  const exact = one.low.eq(one.high) || other.low.eq(other.high)
  return exact ? low.lte(high) : low.lt(high)
}
