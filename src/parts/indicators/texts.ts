import type { RefusalTexts } from '#kernel/refusal.ts'
import { formulaRefusals } from './formula-texts.ts'
import { outlookRefusals } from './outlook-texts.ts'

export const refusals = {
  ...formulaRefusals,
  ...outlookRefusals,
  'indicators/unknown': {
    problem: { zh: '没有指标“{indicator}”。', en: 'There is no indicator "{indicator}".' },
    cure: {
      zh: '相近的指标：{nearest}。也可以在指标目录里按名称查找。',
      en: 'Nearest: {nearest}. Or look it up by name in the catalogue of indicators.',
    },
  },
  'indicators/file-unreadable': {
    problem: { zh: '文件 {file} 读不懂：{problem}', en: 'The file {file} cannot be read: {problem}' },
    cure: {
      zh: '请按提示改正该文件后重新加载；整包未作任何改动。',
      en: 'Correct the file there and load again; nothing of the package was taken.',
    },
  },
  'indicators/declared-twice': {
    problem: { zh: '指标 {indicator} 声明了两次。', en: 'The indicator {indicator} is declared twice.' },
    cure: { zh: '请只保留一处声明。', en: 'Keep one of the declarations.' },
  },
  'indicators/growth-not-reported': {
    problem: {
      zh: '指标 {indicator} 的增速规则为 {growth}，但自 {from} 起的公式不是单个填报项。',
      en: 'The growth of {indicator} is {growth}, but its formula from {from} is not one reported item.',
    },
    cure: {
      zh: '公式改为 item("…")，或把增速规则改为 computed。',
      en: 'Make the formula item("…"), or let its growth be computed.',
    },
  },
  'indicators/target-not-positive': {
    problem: {
      zh: '指标 {indicator} 的目标值“{value}”不大于零。',
      en: 'The target "{value}" of {indicator} is not above zero.',
    },
    cure: { zh: '请填写大于零的目标值。', en: 'Give a target above zero.' },
  },
  'indicators/target-unchanged': {
    problem: {
      zh: '指标 {indicator} 在 {period} 的目标与现行目标相同。',
      en: 'The target of {indicator} for {period} is the one in force already.',
    },
    cure: { zh: '请修改数值、方向或单位后再提交。', en: 'Change the value, the direction or the unit.' },
  },
  'indicators/input-unknown': {
    problem: {
      zh: '该数据没有第 {input} 个来源（共 {count} 个）。',
      en: 'The figure has no source number {input} (it has {count}).',
    },
    cure: { zh: '请从数据来历页面重新打开。', en: 'Open it again from the page of its lineage.' },
  },
  'indicators/moment-unreadable': {
    problem: { zh: '“{text}”不是一个时刻。', en: '"{text}" is not a moment.' },
    cure: {
      zh: '请写成 2018-07-01T08:00:00+08:00 这样的形式。',
      en: 'Write it like 2018-07-01T08:00:00+08:00.',
    },
  },
  'indicators/span-too-long': {
    problem: {
      zh: '逐月数据一次最多 {most} 个月，所问为 {from} 至 {to}。',
      en: 'A series has at most {most} months at a time; asked was {from} to {to}.',
    },
    cure: { zh: '请缩短时间范围。', en: 'Ask for a shorter span.' },
  },
} as const satisfies RefusalTexts
