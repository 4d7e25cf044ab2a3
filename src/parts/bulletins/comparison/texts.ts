import type { RefusalTexts } from '#kernel/refusal.ts'

/** Why two issues cannot be compared. */
export const comparisonRefusals: RefusalTexts = {
  'bulletins/comparison-itself': {
    problem: { zh: '编号 {id} 不能与自己对比。', en: 'Bulletin {id} cannot be compared with itself.' },
    cure: { zh: '请另选一期。', en: 'Choose another issue.' },
  },
  'bulletins/comparison-unlike': {
    problem: {
      zh: '这两份通报的模板或单位不同（{from}；{to}）。',
      en: 'These two bulletins differ in template or unit ({from}; {to}).',
    },
    cure: { zh: '请选同一模板、同一单位的两期。', en: 'Choose two issues of one template and one unit.' },
  },
}
