import { Decimal } from 'decimal.js'
import { inUnit } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { complementsIn } from './complement-sums.ts'
import { holdsExactly, type Said, said } from './judgement.ts'
import { alike, bareUnit, isAmount, type Scene, type Seen } from './scene.ts'
import { oneList, sameRound, sumOf, sumSaid } from './summing.ts'

const mostParts = 30
/** How many figures of the sentence before count as wholes of this one. */
const farthest = 8

/**
 * Parts against their whole. Only a list that is complete by its words can fail: a known pair or triple (进口 and 出口), a list
 * that 其余 closes, 两者合计. Any other list is a statement only where it does add up, and fails only by a part that is
 * larger than everything it could be a part of.
 */
export function sumsIn(scene: Scene): Said[] {
  const found: Said[] = []
  for (const [at, sentence] of scene.sentences.entries()) {
    const amounts = sentence.filter(isAmount)
    if (amounts.length === 0) continue
    const before = earlierAmounts(scene, at)
    const taken = new Set<number>()
    for (const unit of new Set(amounts.map(bareUnit))) {
      const like = amounts.filter((one) => bareUnit(one) === unit)
      found.push(...complementsIn(like, before, taken), ...totalsIn(like, taken), ...restsIn(like, taken))
    }
    found.push(...listsIn(amounts, before, taken))
  }
  return found
}

/** The amounts of the sentence before, where it stands in the same paragraph. */
function earlierAmounts(scene: Scene, at: number): readonly Seen[] {
  const [sentence, last] = [scene.sentences[at], scene.sentences[at - 1]]
  const [one, other] = [sentence?.[0], last?.[0]]
  return one && other && last && one.paragraph === other.paragraph ? last.filter(isAmount).slice(-farthest) : []
}

const totalled = /(?:两|二|三|四|五)(?:者|项|类|部分)(?:合计|总计|共计|相加|之和)[^，。；]{0,8}$/

/** 进口3亿元、出口5亿元，两者合计8亿元: as many parts as the words say. */
function totalsIn(amounts: readonly Seen[], taken: Set<number>): Said[] {
  const found: Said[] = []
  for (const [at, whole] of amounts.entries()) {
    const words = totalled.exec(whole.lead)
    const n = words ? ' 一二三四五'.indexOf(words[0].charAt(0).replace('两', '二')) : 0
    const parts = amounts.slice(at - n, at)
    if (n < 2 || at < n || !oneList(parts) || taken.has(whole.place)) continue
    const [first] = parts
    const allowed = first && sameRound(whole, first) ? sumOf(parts, whole) : null
    if (!allowed) continue
    taken.add(whole.place)
    found.push(sumSaid(holdsExactly(whole, allowed), [...parts, whole], allowed.interval))
  }
  return found
}

const rest = /(?:其余|剩余|余下|另有)(?:的)?[^，。；、]{0,6}$/

/** 企业120家，其中工业50家，其余70家为服务业. */
function restsIn(amounts: readonly Seen[], taken: Set<number>): Said[] {
  const found: Said[] = []
  for (const [at, last] of amounts.entries()) {
    if (!rest.test(last.lead) || taken.has(last.place)) continue
    const opens = lastIndex(amounts, at, ({ lead }) => lead.includes('其中'))
    const [whole, parts] = [amounts[opens - 1], amounts.slice(opens, at + 1)]
    if (opens < 1 || !whole || parts.length < 2 || nested(parts) || !oneList(parts) || !sameRound(whole, last)) continue
    const allowed = sumOf(parts, whole)
    const verdict = allowed && holdsExactly(whole, allowed)
    if (!allowed || !verdict || (verdict === 'no' && /^另有/.test(rest.exec(last.lead)?.[0] ?? ''))) continue
    for (const { place } of [...parts, whole]) taken.add(place)
    found.push(sumSaid(verdict, [...parts, whole], allowed.interval))
  }
  return found
}

/** 甲报告4例，2例来自…，其余2例来自…: the end of the list divides a part of it, and an aside in brackets is no list. */
function nested(parts: readonly Seen[]): boolean {
  if (/（[^）]*其中/.test(parts[0]?.lead ?? '')) return true
  let tail = new Decimal(0)
  for (let i = parts.length - 1; i > 0; i--) {
    tail = tail.plus(parts[i]?.point ?? 0)
    if (i < parts.length - 1 && parts[i - 1]?.point?.eq(tail)) return true
  }
  return false
}

/** Lists that are not complete by their words: they are a sum where they add up, and never where they do not. */
function listsIn(amounts: readonly Seen[], before: readonly Seen[], taken: Set<number>): Said[] {
  const found: Said[] = []
  for (let i = 0; i < amounts.length; i++) {
    const first = amounts[i]
    if (!first || taken.has(first.place) || !/其中|分别|包括|[：（]/.test(first.lead)) continue
    const among = first.lead.includes('其中')
    const whole = amounts[i - 1] ?? (among && /^其中/.test(first.lead) ? before.at(-1) : undefined)
    if (!whole) continue
    const parts = runFrom(amounts, i)
    const allowed = parts.length > 1 && sameRound(whole, first) ? sumOf(parts, whole) : null
    const verdict = allowed && near(parts, whole) && holdsExactly(whole, allowed)
    if (allowed && verdict && verdict !== 'no') {
      for (const { place } of [...parts, whole]) taken.add(place)
      found.push(sumSaid(verdict, [...parts, whole], allowed.interval))
    } else if (among) found.push(...tooLarge(first, i > 0 ? amounts.slice(0, i) : before))
  }
  return found
}

/** A part is larger than its whole only when it is larger than every amount that could be the whole. */
function tooLarge(part: Seen, earlier: readonly Seen[]): Said[] {
  const wholes = earlier.filter((whole) => alike(whole, part))
  const nearest = wholes.at(-1)
  if (
    !nearest ||
    !namesAlike(nearest, part) ||
    nearest !== earlier.at(-1) ||
    !wholes.every((whole) => sameRound(whole, part))
  )
    return []
  const ceilings = wholes.map((whole) => whole.interval && inUnit(whole.interval, whole.claim.unit, part.claim.unit))
  const over = ceilings.every((ceiling) => ceiling && part.interval?.low.gt(ceiling.high))
  const ceiling = nearest.interval && inUnit(nearest.interval, nearest.claim.unit, part.claim.unit)
  if (!over || !ceiling) return []
  const allowed = { low: new Decimal(0), high: ceiling.high }
  return [
    said('sum', 'no', [nearest, part], allowed, {
      code: 'part-over-whole',
      details: { part: part.claim.text, whole: nearest.claim.text },
    }),
  ]
}

const noParts = /顺差|逆差|净|差额|单产|平均|均|指数|价|率|每|GDP/

/** 营业收入 has a part 物流业营业收入; an index, an average or a balance has none. */
function namesAlike(whole: Seen, part: Seen): boolean {
  const [one, other] = [whole.claim.indicator, part.claim.indicator]
  if (/^(?:19|20)[0-9]{2}$/.test(part.claim.value ?? '')) return false
  const plain =
    !noParts.test(one + other + whole.lead.slice(-12) + part.lead.slice(-12)) &&
    !/[点分]$|\//.test(part.claim.unit ?? '')
  return plain && one.length > 1 && lastWord(one) === lastWord(other)
}

function lastWord(name: string): string {
  return name.replace(/(?:总额|总量|总数|总值|总计|额|量|数|值)$/, '').slice(-2)
}

function runFrom(amounts: readonly Seen[], from: number): Seen[] {
  const first = amounts[from]
  const run: Seen[] = []
  for (const one of amounts.slice(from, from + mostParts)) {
    if (!first || !sameRound(first, one) || (one !== first && one.lead.includes('其中'))) break
    run.push(one)
  }
  return run
}

const closeEnough = { low: new Decimal('0.95'), high: new Decimal('1.1') }

/** Where 超 or 近 leaves an end open, the printed numbers themselves must nearly add up. */
function near(parts: readonly Seen[], whole: Seen): boolean {
  if ([...parts, whole].every(({ point }) => point !== null)) return true
  let sum = new Decimal(0)
  for (const { claim } of parts) {
    const ratio = conversion(claim.unit ?? '', whole.claim.unit ?? '')
    sum = sum.plus(ratio?.times(claim.value ?? 0) ?? 0)
  }
  const printed = new Decimal(whole.claim.value ?? 0)
  return sum.gte(printed.times(closeEnough.low)) && sum.lte(printed.times(closeEnough.high))
}

function lastIndex(amounts: readonly Seen[], before: number, test: (seen: Seen) => boolean): number {
  for (let i = before - 1; i >= 0; i--) {
    const one = amounts[i]
    if (one && test(one)) return i
  }
  return -1
}
