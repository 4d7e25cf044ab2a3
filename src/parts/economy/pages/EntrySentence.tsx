import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords, type Words } from '#web/locale.tsx'
import { isOpen } from '../rules.ts'
import type { SubmissionView } from '../shapes.ts'
import { packageWords } from '../state-words.ts'

/** What stands between this submission and its end, said aloud. */
export function EntrySentence({ view }: { view: SubmissionView }) {
  const t = useWords()
  const { locale } = useLocale()
  const due = view.dueOn
    ? printWhen(view.dueOn, locale, { short: view.dueOn.slice(0, 4) === view.today.slice(0, 4) })
    : null
  const count = (weight: string) =>
    view.findings.filter((finding) => finding.class === weight && !finding.explanation).length
  const [mustFix, toExplain] = [count('A'), count('B') + count('C')]
  const empty = view.rows.every((row) => row.value === null && row.growth === null)
  const parts: [Words, Record<string, string | number>][] = [
    [
      stateSentence(view, empty),
      { by: view.steps.at(-1)?.by || t(packageWords), words: view.steps.at(-1)?.words ?? '' },
    ],
  ]
  const late = view.lateBy ?? 0
  if (view.lateBy !== null && due) {
    if (late > 0)
      parts.push([
        { zh: '{due}应报，已迟 {days} 个工作日', en: 'it was due on {due}, {days} working days ago' },
        { due, days: late },
      ])
    else
      parts.push([
        { zh: '{due}前报，还有 {days} 个工作日', en: 'due on {due}, in {days} working days' },
        { due, days: -late },
      ])
  }
  if (mustFix > 0) parts.push([{ zh: '{mustFix} 处必须改正', en: '{mustFix} to fix' }, { mustFix }])
  if (toExplain > 0) parts.push([{ zh: '{toExplain} 处需要说明', en: '{toExplain} to explain' }, { toExplain }])
  if (mustFix + toExplain === 0 && !empty && isOpen(view.state)) {
    parts.push([{ zh: '审核没有问题，可以报送', en: 'the audit finds nothing in the way: hand it in' }, {}])
  }
  const said = parts.map(([words, details]) => t(words, details))
  return <>{locale === 'zh' ? `${said.join('，')}。` : `${said.join('; ')}.`}</>
}

function stateSentence({ state, own, may }: SubmissionView, empty: boolean): Words {
  if (state === 'submitted') {
    if (own) return { zh: '已报送，等别人审核', en: 'Handed in, for somebody else to review' }
    return may.review
      ? { zh: '{by}已报送，请您审核', en: '{by} handed it in: it is yours to review' }
      : { zh: '{by}已报送，待审核', en: '{by} handed it in; it awaits review' }
  }
  if (state === 'returned') return { zh: '{by}退回：“{words}”', en: '{by} returned it: “{words}”' }
  if (state === 'accepted') return { zh: '{by}审核通过', en: 'Accepted by {by}' }
  if (state === 'locked') return { zh: '已由{by}锁定，数据定案', en: 'Locked by {by}: these figures are settled' }
  if (state === 'reopened') return { zh: '{by}重开：“{words}”', en: '{by} reopened it: “{words}”' }
  return empty ? { zh: '还没有填', en: 'Nothing entered yet' } : { zh: '填报中', en: 'Being filled in' }
}
