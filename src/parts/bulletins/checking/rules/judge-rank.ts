import { Decimal } from 'decimal.js'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact, Rank } from '#parts/indicators/shapes.ts'
import { exactly } from '../interval.ts'
import { borneOut, factBehind, type Judgement, namesOf, notCheckable, spokenAgainst } from './judgement.ts'

const wider = /全国|全省|省内|中部|世界|全球/
const amountSaid = /总量|规模|总额|绝对/

/** A place in a ranking: the fact's own value where it is one, else the place among the peers that were supplied. */
export function judgeRank(claim: Claim, fact: Fact, rank: Rank | null): Judgement {
  const about = { ...namesOf(fact), indicator: fact.indicator, scope: claim.scope ?? null, period: fact.period }
  if (claim.value === null) return notCheckable('no-number', about, fact.period)
  const own = fact.unit === '位' ? fact.value : rank === null ? null : String(rank.rank)
  if (own === null || wider.test(claim.scope ?? '')) return notCheckable('no-rank', about, fact.period)
  if (rank?.by === 'change' && fact.unit !== '位' && amountSaid.test(claim.indicator))
    return notCheckable('no-rank', about, fact.period)
  const known = { printed: new Decimal(own), ...exactly(own) }
  const held = { claim, known, fact: factBehind(fact, 'rank', own, '位'), names: namesOf(fact) }
  const among = /^前/.test(claim.text) ? known.printed.lte(claim.value) : known.printed.eq(claim.value)
  return among ? borneOut('equal', held) : spokenAgainst('rank-differs', held, 'contradicted', null)
}
