import type { Said } from './judgement.ts'
import { holdsExactly } from './judgement.ts'
import { alike, isActual, isAmount, type Scene, type Seen } from './scene.ts'
import { sumOf, sumSaid } from './summing.ts'

/** What is counted at a moment, or averaged, does not add up over months. */
const noFlow = /余额|均|率|指数|价|人口|存量|保有|在册|累计|总户数|总量|浓度|比重|占比/
const mostParts = 12

/** A quarter and its three months, a half-year and its quarters: printed in one sentence, they must add up. */
export function calendarSumsIn({ sentences }: Scene): Said[] {
  return sentences.flatMap((sentence) => {
    if (sentence.every(({ claim }) => claim.period === sentence[0]?.claim.period)) return []
    const amounts = sentence.filter((one) => isAmount(one) && isActual(one) && spanOf(one) !== null)
    return amounts.length < 3 ? [] : amounts.flatMap((whole, at) => partsOf(whole, amounts, at) ?? [])
  })
}

function partsOf(whole: Seen, amounts: readonly Seen[], at: number): Said | null {
  const parts = tiling(whole, amounts.slice(at + 1, at + 1 + mostParts)) ?? tilingBehind(whole, amounts, at)
  const allowed = parts && sumOf(parts, whole)
  return parts && allowed ? sumSaid(holdsExactly(whole, allowed), [...parts, whole], allowed.interval) : null
}

/** The parts that stand before their whole: 1月a、2月b、3月c，一季度共d. */
function tilingBehind(whole: Seen, amounts: readonly Seen[], at: number): Seen[] | null {
  const span = spanOf(whole)
  for (let n = Math.min(at, mostParts); span && n >= 2; n--) {
    const parts = tiling(whole, amounts.slice(at - n, at))
    if (parts?.length === n) return parts
  }
  return null
}

/** The figures from the first on whose months follow each other from the first month of the whole to its last. */
function tiling(whole: Seen, others: readonly Seen[]): Seen[] | null {
  const span = spanOf(whole)
  if (!span || noFlow.test(whole.claim.indicator)) return null
  const parts: Seen[] = []
  let next = span.from
  for (const one of others) {
    const part = spanOf(one)
    const same = alike(one, whole) && one.claim.indicator === whole.claim.indicator
    if (!part || !same || part.year !== span.year || part.from !== next || part.to > span.to) return null
    parts.push(one)
    next = part.to + 1
    if (part.to === span.to) return parts.length > 1 ? parts : null
  }
  return null
}

interface Span {
  year: string
  from: number
  to: number
}

function spanOf({ claim }: Seen): Span | null {
  const found = /^((?:19|20)[0-9]{2})年(.*)$/.exec(claim.period.replace(/（文中未写明）$/, ''))
  const [, year = '', part = ''] = found ?? []
  if (!found) return null
  const months = /^1-([0-9]{1,2})月$/.exec(part)
  if (months) return { year, from: 1, to: Number(months[1]) }
  const month = /^([0-9]{1,2})月$/.exec(part)
  if (month) return { year, from: Number(month[1]), to: Number(month[1]) }
  const quarter = '一二三四'.indexOf(/^([一二三四])季度$/.exec(part)?.[1] ?? '-')
  if (quarter >= 0) return { year, from: quarter * 3 + 1, to: quarter * 3 + 3 }
  if (part === '上半年') return { year, from: 1, to: 6 }
  if (part === '下半年') return { year, from: 7, to: 12 }
  if (part === '前三季度') return { year, from: 1, to: 9 }
  return part === '' ? { year, from: 1, to: 12 } : null
}
