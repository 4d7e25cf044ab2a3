import type { Words } from '#web/locale.tsx'
import { bases } from '../sections.ts'
import type { Change, Fact } from '../shapes.ts'

export function basisWords(basis: string): Words {
  return basis in bases ? bases[basis as keyof typeof bases] : { zh: basis, en: basis }
}

export const factStatusWords: Record<Fact['status'], Words> = {
  computed: { zh: '由台账计算', en: 'computed' },
  provisional: { zh: '初步数', en: 'provisional' },
  accepted: { zh: '已审核', en: 'accepted' },
  locked: { zh: '已锁定', en: 'locked' },
  missing: { zh: '无数据', en: 'no data' },
}

/** Why a change cannot be told, short enough for a tile. */
export const noChangeWords: Record<NonNullable<Change['reason']>, Words> = {
  'current-missing': { zh: '本期无数据', en: 'no figure yet' },
  'base-missing': { zh: '无同期数', en: 'no earlier figure' },
  'base-not-positive': { zh: '同期数不为正', en: 'earlier figure not above zero' },
  'not-published': { zh: '增速未公布', en: 'growth not published' },
  'not-comparable': { zh: '与同期不可比', en: 'not comparable' },
  'period-open': { zh: '时期未结束', en: 'period still open' },
}

export const originWords: Record<Change['origin'], Words> = {
  published: { zh: '公布数', en: 'as published' },
  supplied: { zh: '按报送的同期数计算', en: 'from the base reported with it' },
  computed: { zh: '按台账同期计算', en: 'from our own records' },
}

export const betterWords: Record<Fact['betterWhen'], Words> = {
  higher: { zh: '越高越好', en: 'higher is better' },
  lower: { zh: '越低越好', en: 'lower is better' },
  neither: { zh: '不分好坏', en: 'neither is better' },
}

export const growthRuleWords: Record<'published' | 'supplied' | 'computed' | 'none', Words> = {
  published: { zh: '采用公布的增速，不再重算', en: 'growth as published, never recomputed' },
  supplied: { zh: '用随报的同期数计算', en: 'computed from the base reported with it' },
  computed: { zh: '用自己的同期记录计算，同口径同天数', en: 'computed from our own records, like for like to the day' },
  none: { zh: '不计算增速', en: 'no growth is told' },
}
