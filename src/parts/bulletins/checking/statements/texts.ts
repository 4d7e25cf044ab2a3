import type { Words } from '#kernel/i18n/words.ts'

/** What each reason of a statement says to a reader; `{name}` is filled from its details. */
export const statementWords = {
  'sum-holds': { zh: '{parts} 相加正好是 {whole}。', en: '{parts} add up to {whole}.' },
  'sum-rounds': {
    zh: '{parts} 相加与 {whole} 只差在修约上。',
    en: '{parts} and {whole} differ by rounding only.',
  },
  'sum-differs': {
    zh: '{parts} 相加应为 {allowed}，文中写的是 {whole}。',
    en: '{parts} add up to {allowed}, but the text says {whole}.',
  },
  'part-over-whole': {
    zh: '其中的 {part} 比它所属的 {whole} 还大。',
    en: 'The part {part} is larger than its whole {whole}.',
  },
  'growth-holds': { zh: '由 {levels} 可以算出 {rate}。', en: '{rate} follows from {levels}.' },
  'growth-rounds': {
    zh: '由 {levels} 算出的增速在修约范围内与 {rate} 一致。',
    en: 'Growth from {levels} agrees with {rate} within rounding.',
  },
  'growth-differs': {
    zh: '由 {levels} 算出的增速应为 {allowed}，文中写的是 {rate}。',
    en: 'Growth from {levels} is {allowed}, but the text says {rate}.',
  },
  'share-holds': { zh: '由 {levels} 可以算出占比 {share}。', en: 'The share {share} follows from {levels}.' },
  'share-rounds': {
    zh: '由 {levels} 算出的占比在修约范围内与 {share} 一致。',
    en: 'The share from {levels} agrees with {share} within rounding.',
  },
  'share-differs': {
    zh: '由 {levels} 算出的占比应为 {allowed}，文中写的是 {share}。',
    en: 'The share from {levels} is {allowed}, but the text says {share}.',
  },
  'shares-hold': { zh: '{shares} 合计为 100%。', en: '{shares} make up 100%.' },
  'shares-round': {
    zh: '{shares} 合计与 100% 只差在修约上。',
    en: '{shares} differ from 100% by rounding only.',
  },
  'shares-differ': {
    zh: '{shares} 是一个整体的全部，合计却是 {sum}%。',
    en: '{shares} are all of one whole, but make up {sum}%.',
  },
  'step-holds': { zh: '{pair} 之差正好是 {step}。', en: '{pair} differ by {step}.' },
  'step-rounds': {
    zh: '{pair} 之差与 {step} 只差在修约上。',
    en: 'The difference of {pair} agrees with {step} within rounding.',
  },
  'step-differs': {
    zh: '{pair} 之差应为 {allowed}，文中写的是 {step}。',
    en: '{pair} differ by {allowed}, but the text says {step}.',
  },
  'twice-agrees': {
    zh: '{indicator}两处写法不同（{first}、{second}），数值一致。',
    en: '{indicator} is printed in two ways ({first}, {second}) that agree.',
  },
  'twice-differs': {
    zh: '{indicator}前面写 {first}，这里写 {second}。',
    en: '{indicator} is {first} before and {second} here.',
  },
  'rise-falls': {
    zh: '说的是上升，数却从 {from} 变小到 {to}。',
    en: 'The word says a rise, but {from} falls to {to}.',
  },
  'fall-rises': {
    zh: '说的是下降，数却从 {from} 变大到 {to}。',
    en: 'The word says a fall, but {from} rises to {to}.',
  },
  'sign-against-word': {
    zh: '“{word}”已经说明方向，{figure} 又带负号。',
    en: 'The word 「{word}」 says the direction, yet {figure} has a minus sign.',
  },
  'fall-by-times': {
    zh: '“{word}{figure}”不成立：减少不能超过原来的一倍，应改用百分数或分数。',
    en: '「{word}{figure}」 cannot be: nothing falls by more than itself. Use percent or a fraction.',
  },
  'turn-against-sign': {
    zh: '“{word}”与 {figure} 的方向相反。',
    en: '「{word}」 and the direction of {figure} are opposite.',
  },
  'not-above': { zh: '{figure} 并不高于 {other}。', en: '{figure} is not above {other}.' },
  'not-below': { zh: '{figure} 并不低于 {other}。', en: '{figure} is not below {other}.' },
  compares: { zh: '{figure} 与 {other} 的高低说得对。', en: '{figure} and {other} compare as the text says.' },
  'rate-step-holds': { zh: '{rates} 之差正好是 {step}。', en: 'The rates {rates} differ by {step}.' },
  'rate-step-rounds': {
    zh: '{rates} 之差与 {step} 只差在修约上。',
    en: 'The difference of the rates {rates} agrees with {step} within rounding.',
  },
  'rate-step-differs': {
    zh: '由 {rates} 看，变动应为 {allowed}，文中写的是 {step}。',
    en: 'The rates {rates} differ by {allowed}, but the text says {step}.',
  },
  'rank-within-count': { zh: '{rank} 在 {count} 个之内。', en: '{rank} is within the {count} ranked.' },
  'rank-beyond-count': {
    zh: '一共只有 {count} 个，排不出{rank}。',
    en: 'Only {count} are ranked, so there is no {rank}.',
  },
  'two-ranks': {
    zh: '同一指标在{scope}前面是{first}，这里是{second}。',
    en: 'The indicator ranks {first} before and {second} here ({scope}).',
  },
  'completion-holds': {
    zh: '由 {levels} 可以算出完成 {completion}。',
    en: 'Completion {completion} follows from {levels}.',
  },
  'completion-rounds': {
    zh: '由 {levels} 算出的完成率在修约范围内与 {completion} 一致。',
    en: 'Completion from {levels} agrees with {completion} within rounding.',
  },
  'completion-differs': {
    zh: '由 {levels} 算出的完成率应为 {allowed}，文中写的是 {completion}。',
    en: 'Completion from {levels} is {allowed}, but the text says {completion}.',
  },
  'pace-holds': {
    zh: '完成 {completion} 与时序进度（{calendar}）之差是 {gap}。',
    en: 'Completion {completion} less calendar pace ({calendar}) is {gap}.',
  },
  'pace-wrong-way': {
    zh: '完成 {completion}，对照时序进度（{calendar}）应为 {allowed}，方向与文中的 {gap} 相反。',
    en: 'Completion {completion} against calendar pace ({calendar}) is {allowed}: the other way than the {gap} of the text.',
  },
  'pace-differs': {
    zh: '完成 {completion}，对照时序进度（{calendar}）应为 {allowed}，文中写的是 {gap}。',
    en: 'Completion {completion} against calendar pace ({calendar}) is {allowed}, but the text says {gap}.',
  },
  'multiple-holds': { zh: '由 {levels} 可以算出 {multiple}。', en: '{multiple} follows from {levels}.' },
  'increase-differs': {
    zh: '由 {levels} 看，增加的是原来的 {allowed}，文中写的是增长 {multiple}（增长 N 倍是原来的 N+1 倍）。',
    en: 'From {levels} the increase is {allowed} of the base, but the text says {multiple} (an increase by N times makes N+1).',
  },
  'multiple-differs': {
    zh: '由 {levels} 看，是原来的 {allowed}，文中写的是 {multiple}。',
    en: 'From {levels} it is {allowed} of the base, but the text says {multiple}.',
  },
  'doubling-differs': {
    zh: '由 {levels} 看，是原来的 {allowed}，与“{multiple}”（翻一番是 2 倍，翻两番是 4 倍）不符。',
    en: 'From {levels} it is {allowed} of the base, which is not 「{multiple}」 (one doubling is 2, two are 4).',
  },
} as const satisfies Record<string, Words>

export type StatementCode = keyof typeof statementWords
