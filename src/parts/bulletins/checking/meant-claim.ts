import type { Claim } from '../claims/claim.ts'
import type { Surroundings } from './binding/surroundings.ts'

/** What of a pace a claim gives: the calendar's share, the season's, or the gap to either. */
export type PacePart = 'calendar' | 'seasonal' | 'gap' | 'seasonal-gap'

/** A claim as it is held against the records. */
export interface Meant {
  claim: Claim
  pacePart: PacePart | null
  /** of what is aimed at, not of what is */
  aim: boolean
}

/** 与全年目标相比，中欧班列完成45.7%. */
const completedWords = /(?:目标|任务|计划).*(?:完成|达到)(?:了|率为?)?$/s
const unseen = /[\u2060\u200b-\u200f\ufeff]/g
const aimWords = /(?:目标|计划|任务|预期)(?:任务|值|数|为|是|定为|：|:)*(?:超过|突破|达到|不低于|不少于|至少|超)?$/
const aimBehind = /^(?:以上)?的?(?:年度|全年|年初|预期)*(?:目标|任务|计划|预算)/
const doneWords = /已(?:经|累计)?(?:完成|实现|达到?|开行|交付|开工|签约)[^，。；]{0,4}$/

/**
 * A claim with what its place says of it: a percentage in a column of changes is a change, a minus sign beside the direction it
 * already has says nothing new, 目标 and 已完成 right before the figure decide whether it is aimed at or done.
 */
export function meantClaim(claim: Claim, around: Surroundings): Meant {
  const head = around.before.slice(-24)
  const targeted = claim.modality === 'target' || claim.modality === 'plan'
  const amount = claim.kind === 'level' || claim.kind === 'count'
  const change = amount && claim.delta && claim.unit === '%'
  const completed = claim.kind === 'level' && claim.unit === '%' && completedWords.test(around.before)
  const pacePart = pacePartOf(claim)
  const reached =
    pacePart !== null || completed || claim.kind === 'completion' || claim.kind === 'pace' || doneWords.test(head)
  return {
    claim: {
      ...claim,
      indicator: bare(claim.indicator.replace(unseen, ''), pacePart),
      ...(change ? { kind: 'change_pct' as const } : {}),
      ...(completed ? { kind: 'completion' as const } : {}),
      ...(claim.direction === 'down' && claim.value?.startsWith('-') ? { value: claim.value.slice(1) } : {}),
    },
    ...{ pacePart, aim: (amount && aimBehind.test(around.after)) || (!reached && (targeted || aimWords.test(head))) },
  }
}

const paceEndings: readonly (readonly [RegExp, PacePart])[] = [
  [/(?:往年|历年|常年)?(?:同期进度|季节进度)$/, 'seasonal'],
  [/(?:时序|均衡|序时)进度$/, 'calendar'],
  [/(?:进度)?差距$/, 'gap'],
]

function pacePartOf({ indicator, kind, versus = '', unit }: Claim): PacePart | null {
  const points = kind === 'change_points' || kind === 'pace' || unit === '个百分点'
  if (points && /往年|历年|常年/.test(versus)) return 'seasonal-gap'
  if (points && /时序|均衡进度|序时/.test(versus)) return 'gap'
  if (kind !== 'level' && kind !== 'share' && !points) return null
  return paceEndings.find(([ending]) => ending.test(indicator))?.[1] ?? null
}

/** The indicator without what is said of it: 增速, 时序进度, the figure of its row's heading. */
function bare(indicator: string, part: PacePart | null): string {
  const stem = part === null ? indicator : paceEndings.reduce((rest, [ending]) => rest.replace(ending, ''), indicator)
  return stem.replace(/(?:同比|累计)?(?:增速|增幅|增长率|降幅|增长)$/, '') || indicator
}
