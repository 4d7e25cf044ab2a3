import { Decimal } from 'decimal.js'
import { chineseValue } from '#parts/bulletins/claims/numerals.ts'
import { type Said, said } from './judgement.ts'
import { isActual, type Scene, type Seen } from './scene.ts'

const amongst =
  /(?:在)?(?:全[国省市区县州])?([0-9]{1,3}|[二两三四五六七八九十]{1,3})(?:个|家|所|座)[^，。；、0-9]{0,12}(?:中|内|里|间)?[^，。；、0-9]{0,8}(?:居|列|排|位|名|第)[^，。；0-9]{0,4}$/
const aspects = /总量|增速|增幅|增量|人均|规模|涨幅|降幅|总额|完成率|进度|同比|环比|累计|当月|面积|改善/g

/** A rank beyond the count of those ranked, and one indicator with two ranks in one scope. */
export function ranksIn(scene: Scene): Said[] {
  const first = new Map<string, Seen>()
  const found: Said[] = []
  for (const [at, seen] of scene.seen.entries()) {
    if (seen.claim.kind !== 'rank' || !seen.point || !isActual(seen) || seen.claim.role) continue
    const beyond = beyondCount(scene.seen[at - 1], seen)
    if (beyond) found.push(beyond)
    const key = keyOf(seen)
    if (key === null) continue
    const known = first.get(key)
    if (!known) first.set(key, seen)
    else if (known.point && !known.point.eq(seen.point) && known.paragraph !== seen.paragraph)
      found.push(twoRanks(known, seen))
  }
  return found
}

/** 在6个区中列第7. */
function beyondCount(before: Seen | undefined, seen: Seen): Said | null {
  const counted = before && before.sentence === seen.sentence && before.claim.kind === 'count' ? before : null
  const words = amongst.exec(`${counted && /^[^，。；]*$/.test(seen.lead) ? counted.claim.text : ''}${seen.lead}`)?.[1]
  const count = words === undefined ? null : numberOf(words)
  if (count === null || count < 2 || /倒数|后/.test(seen.lead.slice(-6))) return null
  const wrong = seen.point?.gt(count) ?? false
  const claims = counted ? [counted, seen] : [seen]
  return said(
    'rank',
    wrong ? 'no' : 'yes',
    claims,
    { low: new Decimal(1), high: new Decimal(count) },
    {
      code: wrong ? 'rank-beyond-count' : 'rank-within-count',
      details: { rank: seen.claim.text, count },
    },
  )
}

function numberOf(words: string): number | null {
  const value = /^[0-9]+$/.test(words) ? words : chineseValue(words.replace('两', '二'))
  return value === null || value === '' ? null : Number(value)
}

function keyOf({ claim, lead }: Seen): string | null {
  if (!claim.scope || claim.indicator.length < 4 || claim.subject) return null
  const aspect = (lead.match(aspects) ?? []).join('')
  return [claim.indicator, claim.scope, claim.period, claim.versus ?? '', aspect].join('|')
}

function twoRanks(one: Seen, other: Seen): Said {
  const rank = one.point ?? new Decimal(0)
  return said(
    'rank',
    'no',
    [one, other],
    { low: rank, high: rank },
    {
      code: 'two-ranks',
      details: { first: one.claim.text, second: other.claim.text, scope: other.claim.scope ?? '' },
    },
  )
}
