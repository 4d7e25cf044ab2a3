import type { RefusalTexts } from '#kernel/refusal.ts'

export const wishTexts: RefusalTexts = {
  'matters/overdue-already': {
    problem: {
      zh: '处置时限已过，超期后不能再申请延期。',
      en: 'The limit has passed: an extension is asked for before that.',
    },
    cure: {
      zh: '抓紧处置并反馈；结案后可申诉一次。',
      en: 'Handle it and hand it back; after closing you may appeal once.',
    },
  },
  'matters/extended-twice': {
    problem: { zh: '此案卷已延期两次，不能再延。', en: 'The matter has been extended twice already.' },
    cure: {
      zh: '按现时限办结；确需长期整改的申请挂账。',
      en: 'Finish within the present limit, or ask for a suspension.',
    },
  },
  'matters/suspended-once': {
    problem: { zh: '此案卷已挂账过一次。', en: 'The matter has been suspended once already.' },
    cure: {
      zh: '每个案卷只能挂账一次；按时限办理或申请延期。',
      en: 'A matter is suspended once at most: go on, or ask for an extension.',
    },
  },
  'matters/suspension-too-long': {
    problem: { zh: '挂账到 {until} 超过一年。', en: 'A suspension until {until} is longer than a year.' },
    cure: { zh: '选择一年以内的日期。', en: 'Choose a day within a year.' },
  },
  'matters/day-past': {
    problem: { zh: '日期 {day} 不在今天之后。', en: 'The day {day} is not after today.' },
    cure: { zh: '选择今天以后的日期。', en: 'Choose a later day.' },
  },
  'matters/promise-past': {
    problem: { zh: '承诺日期 {on} 已经过去。', en: 'The day promised, {on}, has passed.' },
    cure: { zh: '选择今天或以后的日期。', en: 'Choose today or a later day.' },
  },
  'matters/not-overdue': {
    problem: {
      zh: '此案卷没有超期，无需申诉。',
      en: 'The matter was not overdue: there is nothing to appeal against.',
    },
    cure: { zh: '对其他事项有异议的，写备注说明。', en: 'Write a note if you object to anything else.' },
  },
  'matters/appealed-once': {
    problem: { zh: '此案卷已申诉过一次。', en: 'The matter has been appealed once already.' },
    cure: {
      zh: '申诉以一次为限；结论见办理过程。',
      en: 'One appeal is the limit; its outcome stands in the course of the matter.',
    },
  },
  'matters/wish-open': {
    problem: { zh: '已有一项申请待审批。', en: 'Another request is still waiting for its decision.' },
    cure: { zh: '等审批结果出来后再申请。', en: 'Wait for that decision, then ask.' },
  },
  'matters/no-wish': {
    problem: { zh: '没有待审批的申请。', en: 'No request is waiting for a decision.' },
    cure: { zh: '刷新页面，可能已有人审批。', en: 'Refresh the page: somebody may have decided it.' },
  },
  'matters/own-wish': {
    problem: { zh: '不能审批自己提出的申请。', en: 'You cannot decide your own request.' },
    cure: { zh: '请另一位有审批权限的人员办理。', en: 'Ask somebody else who may decide.' },
  },
  'matters/decided-already': {
    problem: {
      zh: '您已审批过这一级，下一级须由他人审批。',
      en: 'You have decided this one: the next level is for somebody else.',
    },
    cure: { zh: '请另一位有审批权限的人员办理。', en: 'Ask somebody else who may decide.' },
  },
}
