import type { RefusalTexts } from '#kernel/refusal.ts'

export const trainRefusals = {
  'trade/train-unknown': {
    problem: { zh: '{day} 没有车次 {number} 的班列或计划', en: 'No train or plan {number} on {day}' },
    cure: { zh: '请核对车次和日期，或从班列页上选取', en: 'See to number and day, or choose it on the board' },
  },
} satisfies RefusalTexts
