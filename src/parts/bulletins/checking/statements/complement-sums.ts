import { type Complement, complementOf, mayBePart, mostParts, namedApart, namesPart } from './complements.ts'
import { holdsExactly, type Said } from './judgement.ts'
import { alike, type Seen } from './scene.ts'
import { oneList, sameRound, sumOf, sumSaid } from './summing.ts'

/** How many figures before its parts a whole may stand. */
const farthest = 8

export function complementsIn(amounts: readonly Seen[], before: readonly Seen[], taken: Set<number>): Said[] {
  const found: Said[] = []
  for (let i = 0; i < amounts.length; i++) {
    if (!mayBePart(partName(amounts[i]))) continue
    for (let n = mostParts; n > 1; n--) {
      const parts = amounts.slice(i, i + n)
      if (parts.length < n || !oneList(parts)) continue
      const complement = complementOf(parts.map(partName))
      if (!complement || !apart(parts)) continue
      const wholes = [...before, ...amounts.slice(Math.max(0, i - farthest), i)].reverse()
      const one = completeSum(
        parts,
        wholes.filter((whole) => canBeWhole(whole, parts, complement)),
        !complement.loose || standsAlone(amounts, i, n, before),
      )
      if (!one) continue
      for (const place of one.claims) taken.add(place)
      found.push(one)
    }
  }
  return found
}

/** 进口3300万包、货值46.8亿元: a bare 货值 is that of the imports. */
function partName(part: Seen | undefined): string {
  if (!part) return ''
  const { indicator, subject } = part.claim
  return part.claim.partial && subject !== undefined && bareAmount.test(indicator) ? subject : indicator
}

const bareAmount = /^(?:货值|货重|金额|产值|收入|面积|投资|投资额|重量|贸易额)$/

function apart(parts: readonly Seen[]): boolean {
  return namedApart(parts.map(partName), parts.map(({ lead, claim }) => lead + (claim.subject ?? '')).join(''))
}

function canBeWhole(whole: Seen, parts: readonly Seen[], complement: Complement): boolean {
  const [first] = parts
  if (!first || !sameRound(whole, first) || namesPart(complement, partName(whole))) return false
  if (partName(first) !== first.claim.indicator && whole.claim.indicator !== first.claim.indicator) return false
  const names = `${whole.claim.indicator}${whole.claim.subject ?? ''}`
  return complement.whole.test(names) && !(complement.unless?.test(names + first.claim.indicator) ?? false)
}

/** Wholes nearest first. It fails only where one whole is in question and nothing but its own rates stands between. */
function completeSum(parts: readonly Seen[], wholes: readonly Seen[], mayFail: boolean): Said | null {
  const [first] = parts
  if (!first) return null
  for (const whole of wholes) {
    const allowed = sumOf(parts, whole)
    const verdict = allowed && holdsExactly(whole, allowed)
    if (allowed && verdict !== 'no' && verdict) return sumSaid(verdict, [...parts, whole], allowed.interval)
  }
  const [whole] = wholes
  const allowed = whole && mayFail && wholes.length === 1 ? sumOf(parts, whole) : null
  if (!whole || !allowed || !follows(whole, first)) return null
  return sumSaid('no', [...parts, whole], allowed.interval)
}

/** The first part stands right behind its whole: in the same sentence, or opening the next with 其中 or 分…看. */
function follows(whole: Seen, first: Seen): boolean {
  if (whole.sentence === first.sentence) return !/[。；]/.test(first.lead) || /^[；，]?其中/.test(first.lead)
  return first.sentence === whole.sentence + 1 && /^(?:其中|分|按)/.test(first.lead)
}

/**
 * The whole right before the first part, in the same sentence or alone of its kind in the one before 其中, and no further
 * figure of the kind behind the last.
 */
function standsAlone(amounts: readonly Seen[], from: number, n: number, before: readonly Seen[]): boolean {
  const [first, next] = [amounts[from], amounts[from + n]]
  if (!first || (next && sameRound(first, next))) return false
  return (
    from === 1 || (from === 0 && /^其中/.test(first.lead) && before.filter((one) => alike(one, first)).length === 1)
  )
}
