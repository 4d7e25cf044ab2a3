import type { RefusalTexts } from '#kernel/refusal.ts'

export const orderTexts: RefusalTexts = {
  'matters/order-unknown': {
    problem: {
      zh: '没有这份督办函，或不在您可查看的范围内。',
      en: 'There is no such supervision order, or it is not yours to see.',
    },
    cure: { zh: '请从督察问题页的督办函列表打开。', en: 'Open it from the list of supervision orders.' },
  },
  'matters/order-open': {
    problem: {
      zh: '事项 {number} 已有一份未办结的督办函。',
      en: 'Matter {number} has an open supervision order already.',
    },
    cure: { zh: '请先办结那一份，或在其中补充要求。', en: 'End that one first.' },
  },
  'matters/order-resolved': {
    problem: { zh: '这份督办函已经办结。', en: 'This supervision order has ended.' },
    cure: { zh: '如仍需督办，请另发一份。', en: 'If more is needed, issue another one.' },
  },
  'matters/order-unanswered': {
    problem: { zh: '这份督办函还没有回复。', en: 'This supervision order has no reply yet.' },
    cure: { zh: '请等责任单位回复后再办结。', en: 'Wait for the reply of the duty unit.' },
  },
  'matters/ended-already': {
    problem: { zh: '事项 {number} 已经办结，不能再督办。', en: 'Matter {number} has ended; no order can be issued.' },
    cure: { zh: '如问题反弹，请先按反弹重新办理。', en: 'If it came back, let it rebound first.' },
  },
  'matters/reply-past': {
    problem: { zh: '回复日期 {day} 已经过去。', en: 'The day to reply by, {day}, has passed.' },
    cure: { zh: '请选今天或以后的日期。', en: 'Choose today or a later day.' },
  },
}
