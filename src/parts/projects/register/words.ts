import type { Words } from '#kernel/i18n/words.ts'

/** The main line of a project's life, in order; what comes before `signed` is investment promotion. */
export const lineStages = {
  lead: { zh: '线索', en: 'lead' },
  contact: { zh: '对接', en: 'contact' },
  visit: { zh: '考察', en: 'site visit' },
  negotiation: { zh: '洽谈', en: 'negotiation' },
  framework: { zh: '框架协议', en: 'framework agreement' },
  signed: { zh: '签约', en: 'signed' },
  permits: { zh: '手续办理', en: 'permits' },
  started: { zh: '开工', en: 'started' },
  structure: { zh: '主体结构', en: 'main structure' },
  'fit-out': { zh: '装修和设备安装', en: 'fit-out' },
  trial: { zh: '试运行', en: 'trial run' },
  production: { zh: '投产或交付使用', en: 'in production or use' },
  capacity: { zh: '达产', en: 'at capacity' },
} as const satisfies Record<string, Words>

/** Beside the main line: a project is lost, or rests until it is taken up again. */
export const asideStages = {
  lost: { zh: '流失', en: 'lost' },
  suspended: { zh: '暂停', en: 'suspended' },
  resumed: { zh: '恢复', en: 'taken up again' },
} as const satisfies Record<string, Words>

export const stages = { ...lineStages, ...asideStages } as const
export type LineStage = keyof typeof lineStages
export type Stage = keyof typeof stages
export const stageOrder = Object.keys(lineStages) as LineStage[]

export const projectKinds = {
  industrial: { zh: '产业', en: 'industrial' },
  school: { zh: '学校', en: 'school' },
  hospital: { zh: '医院', en: 'hospital' },
  park: { zh: '公园绿化', en: 'parks and greening' },
  road: { zh: '道路', en: 'road' },
  water: { zh: '水系', en: 'water' },
  housing: { zh: '安置房', en: 'resettlement housing' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Words>
export type ProjectKind = keyof typeof projectKinds

export const programmes = {
  'double-ten-industry': { zh: '双十工程·产业', en: 'Double Ten, industry' },
  'double-ten-livelihood': { zh: '双十工程·民生', en: 'Double Ten, livelihood' },
  none: { zh: '一般项目', en: 'no programme' },
} as const satisfies Record<string, Words>
export type Programme = keyof typeof programmes

export const leadSources = {
  own: { zh: '自主对接', en: 'own approach' },
  enterprise: { zh: '以商招商', en: 'through an enterprise' },
  agency: { zh: '委托招商', en: 'through an agency' },
  fair: { zh: '展会推介', en: 'fair or roadshow' },
  expansion: { zh: '区内企业增资', en: 'expansion of a resident' },
  government: { zh: '政府计划', en: 'government plan' },
} as const satisfies Record<string, Words>

export const evidenceKinds = {
  agreement: { zh: '协议编号', en: 'agreement number' },
  permit: { zh: '许可证号', en: 'permit number' },
  photo: { zh: '带日期的照片', en: 'dated photo' },
  meter: { zh: '表计读数', en: 'meter reading' },
  invoice: { zh: '首张发票', en: 'first invoice' },
  acceptance: { zh: '验收文号', en: 'acceptance document' },
  note: { zh: '说明', en: 'note' },
} as const satisfies Record<string, Words>
export type EvidenceKind = keyof typeof evidenceKinds

export const lossReasons = {
  land: { zh: '用地', en: 'land' },
  energy: { zh: '能耗指标', en: 'energy quota' },
  policy: { zh: '政策条件', en: 'policy terms' },
  price: { zh: '成本价格', en: 'cost' },
  partner: { zh: '合作方变化', en: 'partner withdrew' },
  market: { zh: '市场变化', en: 'market' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Words>
export type LossReason = keyof typeof lossReasons

export const milestoneOutcomes = {
  open: { zh: '未到', en: 'open' },
  'on-time': { zh: '按期完成', en: 'met on time' },
  late: { zh: '逾期完成', en: 'met late' },
} as const satisfies Record<string, Words>
export type MilestoneOutcome = keyof typeof milestoneOutcomes
