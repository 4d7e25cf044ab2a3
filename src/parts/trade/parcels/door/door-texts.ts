import type { Words } from '#kernel/i18n/words.ts'
import type { RefusalTexts } from '#kernel/refusal.ts'

export const doorRefusals: RefusalTexts = {
  'trade/too-many-declarations': {
    problem: {
      zh: '一次送来 {sent} 票，最多 {most} 票；这次的一票也没有收下',
      en: '{sent} declarations were sent at once; at most {most} are taken, and none of these was',
    },
    cure: { zh: '请分成每次不超过 {most} 票再送', en: 'Send them in lists of at most {most}' },
  },
  'trade/door-full': {
    problem: {
      zh: '报送过快：还有 {waiting} 票在等待写入，这次的一票也没有收下',
      en: 'Too fast: {waiting} declarations wait to be written, and none of these was taken',
    },
    cure: {
      zh: '请在 {seconds} 秒后重送同样的内容；已收下的再送一次也不会重复',
      en: 'Send the same again in {seconds} seconds; what was taken before is not taken twice',
    },
  },
  'trade/door-held': {
    problem: {
      zh: '正在导入大文件，逐票报送暂时写不进去，这次的一票也没有收下',
      en: 'A large file is being imported; single declarations cannot be written now, and none of these was taken',
    },
    cure: {
      zh: '请在 {seconds} 秒后重送同样的内容',
      en: 'Send the same again in {seconds} seconds',
    },
  },
}

/** What answers of the live door say besides the words of the ledger's checks. */
export const doorWords = {
  corrected: {
    zh: '这个编号已有不同的值（批次 {batch}，{by}）：按更正记入，原值留在历史里，两处都能查到',
    en: 'This number was in with other values (batch {batch}, {by}): taken as a correction; what it said before stays in its history',
  },
  nameUnknown: { zh: '没有“{name}”这个字段', en: 'there is no field "{name}"' },
  nameUnknownCure: {
    zh: '您是不是要用 {suggestion}？请删去或改名，以免被悄悄丢掉',
    en: 'Did you mean {suggestion}? Leave it out or rename it, so that nothing is dropped in silence',
  },
} satisfies Record<string, Words>
