import type { Words } from '#kernel/i18n/words.ts'

/** What an inspection adds to a matter, in words; the public table and the pages print them. */
export const levels = ['central', 'province', 'city'] as const
export type Level = (typeof levels)[number]
export const levelWords: Record<Level, Words> = {
  central: { zh: '中央', en: 'Central' },
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
}

export const pollutions = ['air', 'water', 'noise', 'soil', 'waste', 'ecology', 'other'] as const
export type Pollution = (typeof pollutions)[number]
export const pollutionWords: Record<Pollution, Words> = {
  air: { zh: '大气', en: 'Air' },
  water: { zh: '水', en: 'Water' },
  noise: { zh: '噪声', en: 'Noise' },
  soil: { zh: '土壤', en: 'Soil' },
  waste: { zh: '固体废物', en: 'Waste' },
  ecology: { zh: '生态', en: 'Ecology' },
  other: { zh: '其他', en: 'Other' },
}

/** What the coordinates of a list are measured in; maps of the country shift them. */
export const datums = ['wgs84', 'gcj02', 'bd09'] as const
export type Datum = (typeof datums)[number]
export const datumWords: Record<Datum, Words> = {
  wgs84: { zh: '国家 2000 或 GPS（WGS-84）', en: 'CGCS2000 or GPS (WGS-84)' },
  gcj02: { zh: '高德、腾讯地图（GCJ-02）', en: 'Amap or Tencent maps (GCJ-02)' },
  bd09: { zh: '百度地图（BD-09）', en: 'Baidu maps (BD-09)' },
}

export const findings = ['true', 'partly', 'false'] as const
export type Finding = (typeof findings)[number]
export const findingWords: Record<Finding, Words> = {
  true: { zh: '属实', en: 'True' },
  partly: { zh: '部分属实', en: 'Partly true' },
  false: { zh: '不属实', en: 'Not true' },
}

/** How far an issue has come, as the public tables of inspections say it. */
export const progresses = ['done', 'staged', 'under-way', 'late'] as const
export type Progress = (typeof progresses)[number]
export const progressWords: Record<Progress, Words> = {
  done: { zh: '已办结', en: 'Rectified' },
  staged: { zh: '阶段性办结', en: 'Rectified for this stage' },
  'under-way': { zh: '办理中', en: 'Under way' },
  late: { zh: '逾期', en: 'Overdue' },
}

/** Done when struck off or closed; late once the batch's day has passed without either. */
export function progressOf(issue: { state: string; acceptedAt: Date | null; dueOn: string }, today: string): Progress {
  if (
    issue.acceptedAt !== null ||
    ['closed', 'forced-closed', 'cancelled', 'not-accepted', 'merged'].includes(issue.state)
  )
    return 'done'
  if (issue.state === 'staged') return 'staged'
  return today > issue.dueOn ? 'late' : 'under-way'
}
