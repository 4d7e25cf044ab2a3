import type { Words } from '#kernel/i18n/words.ts'

/**
 * How a gap becomes a word. The official wording 时序进度 compares completion with the share of the days gone by; within one
 * point either way counts as on time.
 */
export const PACE_RULE = {
  code: 'indicators/pace-rule-calendar-2018',
  from: '2018-01-01',
  aheadFrom: 1,
  behindFrom: -1,
  words: {
    zh: '完成率减去时序进度(已过天数占比):高出 1 个百分点及以上为超前,落后 1 个百分点及以上为滞后,其间为持平;已达目标为完成;期满未达为滞后。',
    en: 'Completion less the share of the days gone by: ahead from +1 point, behind from −1 point, on time between; met once the target is reached; behind when the period ends without it.',
  } satisfies Words,
} as const
