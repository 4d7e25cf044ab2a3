import type { Words } from '#web/locale.tsx'
import type { Counts } from './check-items.ts'
import { tally } from './check-items.ts'

/** The page's sentence, what was not checked first; its numbers are `tally`'s. */
export function checkSentence(counts: Counts): Words {
  const { all, unchecked, wrong } = tally(counts)
  if (all === 0) {
    return {
      zh: '文稿里没有找到数字表述，没有什么可核对。',
      en: 'No figures were found in the draft; there is nothing to check.',
    }
  }
  if (unchecked === 0 && wrong === 0) {
    return { zh: '{all} 处数字全部核对过，都相符。', en: 'All {all} figures were checked, and all of them match.' }
  }
  const not =
    unchecked === 0
      ? { zh: '{all} 处数字全部核对过', en: 'All {all} figures were checked' }
      : { zh: '{all} 处数字中有 {unchecked} 处没有核对', en: 'Of {all} figures {unchecked} were not checked' }
  const bad =
    wrong === 0
      ? { zh: '，其余都相符。', en: '; the others match.' }
      : { zh: '，{wrong} 处有问题，{right} 处相符。', en: '; {wrong} are in question, {right} match.' }
  return { zh: not.zh + bad.zh, en: not.en + bad.en }
}

export const boundByWords = {
  name: { zh: '按名称对应', en: 'Found by its name' },
  alias: { zh: '按选定的对应', en: 'As somebody chose' },
  context: { zh: '按上下文对应', en: 'Found by its context' },
  chosen: { zh: '本次选定', en: 'Chosen in this check' },
} satisfies Record<string, Words>
