import type { RefusalTexts } from '#kernel/refusal.ts'

/** What a reader is told when a formula or the catalogue it stands in does not hold. */
export const formulaRefusals = {
  'indicators/formula-unreadable': {
    problem: {
      zh: '公式第 {position} 个字符处读不懂:此处是“{found}”,应为 {expected}。公式:{formula}',
      en: 'The formula cannot be read at character {position}: found "{found}", expected {expected}. Formula: {formula}',
    },
    cure: {
      zh: '按提示改正该处;名称写在英文双引号内,例如 measure("trade/trains.departures", direction = "outbound")。',
      en: 'Mend that place; names stand in straight double quotes, as in measure("trade/trains.departures", direction = "outbound").',
    },
  },
  'indicators/unknown-name': {
    problem: {
      zh: '指标 {indicator} 的公式用到了不存在的名称“{name}”({kind},第 {position} 个字符)。',
      en: 'The formula of {indicator} uses the name "{name}", which does not exist ({kind}, character {position}).',
    },
    cure: {
      zh: '相近的名称:{nearest}。改正名称,或先声明它。',
      en: 'Nearest names: {nearest}. Correct the name, or declare it first.',
    },
  },
  'indicators/cycle': {
    problem: {
      zh: '指标互相引用成环:{path}(自 {from} 起)。',
      en: 'Indicators refer to each other in a circle: {path} (from {from}).',
    },
    cure: {
      zh: '断开其中一环:让其中一个指标改由台账度量或填报项计算。',
      en: 'Break one link: compute one of them from ledger measures or reported items instead.',
    },
  },
  'indicators/unit-mismatch': {
    problem: {
      zh: '指标 {indicator} 的计量单位不符:{where} 处左为“{left}”,右为“{right}”(第 {position} 个字符)。',
      en: 'The units of {indicator} do not agree: in {where}, "{left}" meets "{right}" (character {position}).',
    },
    cure: {
      zh: '只有同一量纲才能相加减或比较;改用同类数据,或改正声明的单位。',
      en: 'Only amounts of one kind can be added or compared; use data of the same kind, or correct the declared unit.',
    },
  },
} as const satisfies RefusalTexts
