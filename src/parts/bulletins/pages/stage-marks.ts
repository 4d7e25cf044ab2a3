import type { State } from '#web/kit/StateMark.tsx'
import type { Words } from '#web/locale.tsx'
import type { DraftRowShown } from '../sign-off/shapes.ts'

/** Mark and word of each stage of a draft. */
export const stageMarks: Record<DraftRowShown['stage'], { state: State; words: Words }> = {
  drafting: { state: 'none', words: { zh: '起草中', en: 'Being drafted' } },
  checked: { state: 'on', words: { zh: '已核对，待审核', en: 'Checked, to be reviewed' } },
  reviewed: { state: 'ahead', words: { zh: '已审核，待印发', en: 'Reviewed, to be issued' } },
  issued: { state: 'ahead', words: { zh: '已印发', en: 'Issued' } },
  dropped: { state: 'none', words: { zh: '已作废', en: 'Dropped' } },
}
