import type { Words } from '#web/locale.tsx'
import type { Change, Fact } from '../shapes.ts'

const bases: Record<string, Words> = {
  'current-prices': { zh: '现价', en: 'current prices' },
  'comparable-prices': { zh: '总量按现价，增速按可比价', en: 'level at current prices, growth at comparable prices' },
  'comparable-scope': { zh: '总量按现价，增速按可比口径', en: 'level at current prices, growth at comparable scope' },
  count: { zh: '实物量', en: 'count' },
  measurement: { zh: '监测值', en: 'measurement' },
}

export const basisWords = (basis: string): Words => bases[basis] ?? { zh: basis, en: basis }

export const factStatusWords: Record<Fact['status'], Words> = {
  computed: { zh: '由台账计算', en: 'computed from ledgers' },
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
