import type { Words } from '#web/locale.tsx'
import type { ChangeShown } from '../shapes.ts'

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
