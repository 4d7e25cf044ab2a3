import type { Words } from '#web/locale.tsx'
import type { Counts } from './check-items.ts'
import { tally } from './check-items.ts'

/** The page's sentence, what was not checked first; its numbers are `tally`'s. */
export function checkSentence(counts: Counts): Words {
  const { all, unchecked, wrong, right } = tally(counts)
  if (all === 0) return sentences.none
  if (unchecked === all) return sentences.unchecked
  if (wrong === all) return sentences.wrong
  if (right === all) return sentences.right
  const not = unchecked === 0 ? sentences.begin : sentences.beginNot
  const rest = wrong === 0 ? sentences.restRight : right === 0 ? sentences.restWrong : sentences.both
  return { zh: not.zh + rest.zh, en: not.en + rest.en }
}

const sentences = {
  none: {
    zh: '文稿里没有找到数字表述，没有什么可核对。',
    en: 'No figures were found in the draft; there is nothing to check.',
  },
  unchecked: { zh: '{all} 处数字都没有核对。', en: 'None of the {all} figures was checked.' },
  wrong: { zh: '{all} 处数字都有问题。', en: 'All {all} figures are in question.' },
  right: { zh: '{all} 处数字全部核对过，都相符。', en: 'All {all} figures were checked, and all of them match.' },
  begin: { zh: '{all} 处数字全部核对过', en: 'All {all} figures were checked' },
  beginNot: { zh: '{all} 处数字中有 {unchecked} 处没有核对', en: 'Not checked: {unchecked} of {all} figures' },
  restRight: { zh: '，其余都相符。', en: '; the others match.' },
  restWrong: { zh: '，其余都有问题。', en: '; the others are in question.' },
  both: { zh: '，{wrong} 处有问题，{right} 处相符。', en: '; {wrong} are in question, {right} match.' },
} satisfies Record<string, Words>

export const boundByWords = {
  name: { zh: '按名称对应', en: 'Found by its name' },
  alias: { zh: '按选定的对应', en: 'As somebody chose' },
  context: { zh: '按上下文对应', en: 'Found by its context' },
  chosen: { zh: '本次选定', en: 'Chosen in this check' },
} satisfies Record<string, Words>
