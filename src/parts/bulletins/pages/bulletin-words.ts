import type { Words } from '#web/locale.tsx'
import type { CauseShown, ChangeShown } from '../shapes.ts'

/** The page's sentence; `{figures}` and `{changed}` are filled by the page. */
export function bulletinSentence({ changes, state }: { changes: readonly ChangeShown[] | null; state: string }): Words {
  if (state === 'withdrawn') {
    return {
      zh: '这份通报已撤回，原文保留供查阅。',
      en: 'This bulletin has been withdrawn; its text is kept for reference.',
    }
  }
  if (changes === null) {
    return { zh: '全文 {figures} 个数字，都能打开看来历。', en: '{figures} figures, each opens to its lineage.' }
  }
  if (changes.length === 0) {
    return {
      zh: '全文 {figures} 个数字，都能打开看来历；印发以后没有变动。',
      en: '{figures} figures, each opens to its lineage; none has changed since the issue.',
    }
  }
  return {
    zh: '全文 {figures} 个数字，都能打开看来历；印发以后有 {changed} 处变动，原因列在页边。',
    en: '{figures} figures, each opens to its lineage; {changed} read differently today, with the cause in the margin.',
  }
}

/** What a batch, a report or a revised target did; `{rows}`, `{corrected}` and `{entered}` are filled by the page. */
export function causeWords({ deed, rows, corrected }: CauseShown): Words {
  if (deed === 'reported') return { zh: '重新报送', en: 'Handed in anew' }
  if (deed === 'revised') return { zh: '调整目标', en: 'Target revised' }
  const plural = (count: number) => (count === 1 ? 'row' : 'rows')
  if (deed === 'withdrawn') return { zh: '撤回 {rows} 行', en: `{rows} ${plural(rows)} withdrawn` }
  if (deed === 'moved') return { zh: '{rows} 行变动', en: `{rows} ${plural(rows)} changed` }
  if (corrected === rows) return { zh: '{rows} 行更正', en: `{rows} ${plural(rows)} corrected` }
  if (corrected === 0) return { zh: '新增 {rows} 行', en: `{rows} new ${plural(rows)}` }
  return { zh: '新增 {entered} 行，更正 {corrected} 行', en: '{entered} new, {corrected} corrected' }
}
