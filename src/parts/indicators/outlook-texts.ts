import type { RefusalTexts } from '#kernel/refusal.ts'

/** Why there is no outlook. They come as values ({@link NoOutlook}), and as words wherever an outlook is asked for. */
export const outlookRefusals = {
  'indicators/history-too-short': {
    problem: {
      zh: '历史数据只有 {years} 个完整年度,不足以预测(至少 {needed} 年)。',
      en: 'There are {years} full years of history, too few to forecast (at least {needed}).',
    },
    cure: {
      zh: '导入更早年份的台账或月报后再看。',
      en: 'Import the ledgers or monthly reports of earlier years, then look again.',
    },
  },
  'indicators/history-broken': {
    problem: {
      zh: '月度数据有缺月或重复,无法预测。',
      en: 'A month is missing or doubled in the monthly data, so it cannot be forecast.',
    },
    cure: { zh: '补齐缺少的月份。缺报不等于零。', en: 'Supply the missing months. Missing is not zero.' },
  },
  'indicators/period-not-forecast': {
    problem: {
      zh: '该时期不是一年以内的整月,不作预测。',
      en: 'The period is not made of whole months within a year, so it is not forecast.',
    },
    cure: {
      zh: '改问全年、半年、季度或整月区间。',
      en: 'Ask for a year, a half, a quarter or a range of whole months.',
    },
  },
} as const satisfies RefusalTexts
