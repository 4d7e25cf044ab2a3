import type { Words } from '#web/locale.tsx'
import type { DraftShown } from './DraftPage.tsx'

/** Said above the title of the sheet. */
export const stageStamps: Record<DraftShown['stage'], Words> = {
  drafting: { zh: '草稿，第 {version} 稿', en: 'Draft {version}' },
  checked: { zh: '草稿，第 {version} 稿，已核对', en: 'Draft {version}, checked' },
  reviewed: { zh: '草稿，第 {version} 稿，已审核', en: 'Draft {version}, reviewed' },
  issued: { zh: '第 {version} 稿，已印发', en: 'Draft {version}, issued' },
  dropped: { zh: '草稿，已作废', en: 'Draft, dropped' },
}

export const stepWords: Record<string, Words> = {
  drafted: { zh: '起草', en: 'Drafted' },
  edited: { zh: '修改', en: 'Edited' },
  checked: { zh: '核对', en: 'Checked' },
  returned: { zh: '退回', en: 'Returned' },
  reviewed: { zh: '审核', en: 'Reviewed' },
  issued: { zh: '印发', en: 'Issued' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  dropped: { zh: '作废', en: 'Dropped' },
}

/** The deed that is next, and whether it is for this reader: `wait` names whose turn it is instead. */
export type NextDeed = 'check' | 'review' | 'issue' | 'open' | 'wait' | 'none'

export function nextDeed(draft: DraftShown, may: (permission: string) => boolean): NextDeed {
  const { stage, asChecked, own, bulletin } = draft
  if (stage === 'issued') return bulletin === null ? 'none' : 'open'
  if (stage === 'dropped') return 'none'
  if (stage === 'drafting' || !asChecked) return may('bulletins/draft') ? 'check' : 'wait'
  if (stage === 'checked') return may('bulletins/review') && !own ? 'review' : 'wait'
  return may('bulletins/issue') ? 'issue' : 'wait'
}

/** The page's sentence: where the draft stands and what comes next. */
export function draftSentence(draft: DraftShown, may: (permission: string) => boolean): Words {
  const { stage, asChecked, own, check, moved } = draft
  if (stage === 'issued')
    return { zh: '这份草稿已印发，数字已固定。', en: 'This draft has been issued; its figures are frozen.' }
  if (stage === 'dropped')
    return { zh: '这份草稿已作废，只供查阅。', en: 'This draft was dropped and is kept for reference.' }
  if (stage === 'drafting') {
    return {
      zh: '全文 {figures} 个数字，随数据变动；下一步：核对。',
      en: '{figures} figures, which follow the records; next it is checked.',
    }
  }
  if (!asChecked) {
    return moved.length > 0
      ? {
          zh: `核对以后有 ${moved.length} 处数字变了，要重新核对。`,
          en: `${moved.length} figures have changed since the check: check it again.`,
        }
      : {
          zh: '核对以后，数字背后的记录有更新，要重新核对。',
          en: 'The records behind the figures have changed since the check: check it again.',
        }
  }
  if (stage === 'reviewed')
    return { zh: '已核对、已审核；下一步：由负责人印发。', en: 'Checked and reviewed; next a lead issues it.' }
  const found = check?.blocking ?? 0
  if (found > 0) {
    return {
      zh: `核对发现 ${found} 处要处理：修改后重新核对，或由审核人写明理由通过。`,
      en: `The check found ${found} to deal with: mend and check again, or a reviewer passes it with a reason.`,
    }
  }
  const rest = uncheckedIn(draft) > 0
  if (own && may('bulletins/review')) {
    return {
      zh: `核对没有发现错误${rest ? '，{unchecked} 处没有核对到' : ''}；您是最后修改的人，须由另一位审核。`,
      en: `The check found no fault${rest ? ' and left {unchecked} unchecked' : ''}; you wrote it last, so somebody else reviews it.`,
    }
  }
  return {
    zh: `核对没有发现错误${rest ? '，{unchecked} 处没有核对到' : ''}；下一步：审核。`,
    en: `The check found no fault${rest ? ' and left {unchecked} unchecked' : ''}; next it is reviewed.`,
  }
}

/** Claims of the text that the check could not hold against anything. */
export function uncheckedIn({ check }: Pick<DraftShown, 'check'>): number {
  return (check?.counts['not-bound'] ?? 0) + (check?.counts['not-checkable'] ?? 0)
}
