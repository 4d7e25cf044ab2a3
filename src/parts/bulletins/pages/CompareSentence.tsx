import type { Reply } from '#web/client.ts'
import { useWords } from '#web/locale.tsx'
import type { comparisonShape } from '../comparison/shapes.ts'
import { useMovement } from './compare-words.ts'

type Comparison = Reply<typeof comparisonShape>

/** What a person would say of the two: how many figures moved, which most, and why. */
export function CompareSentence({ comparison: { moved, same, samePeriod } }: { comparison: Comparison }) {
  const t = useWords()
  const { subject, movement } = useMovement()
  const [most] = moved
  if (!most) {
    return t(
      { zh: '{same} 个数字完全一样，没有一个变动。', en: 'All {same} figures read the same; none has moved.' },
      { same },
    )
  }
  const told = { moved: moved.length, same, most: subject(most), by: movement(most) }
  const corrected = moved.filter((one) => one.corrected).length
  if (samePeriod) {
    return t(
      {
        zh: '同一时期重新印发：{moved} 个数字因更正或目标调整而变动，{same} 个不变；变动最大的是{most}，{by}。',
        en: 'One period issued anew: {moved} figures moved by corrections or revised targets, {same} read the same. The largest movement: {most}, {by}.',
      },
      told,
    )
  }
  const corrections =
    corrected === 0
      ? { zh: '', en: '' }
      : {
          zh: '其中 {corrected} 个数字的前一期也有更正。',
          en: ' Of them, {corrected} were also corrected in the earlier period.',
        }
  return t(
    {
      zh: `两个时期相比，{moved} 个数字变动，{same} 个不变；变动最大的是{most}，{by}。${corrections.zh}`,
      en: `Between the two periods {moved} figures moved and {same} read the same. The largest movement: {most}, {by}.${corrections.en}`,
    },
    { ...told, corrected },
  )
}
