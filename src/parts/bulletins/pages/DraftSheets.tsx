import { useNavigate } from 'react-router'
import { useSend } from '#web/client.ts'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { dropStepShape, returnStepShape, reviewStepShape } from '../sign-off/shapes.ts'
import type { DraftShown } from './DraftPage.tsx'
import { WordsSheet } from './WordsSheet.tsx'

interface SheetProps {
  draft: DraftShown
  onClose: () => void
}

/** Passes the draft; where the check found faults the reviewer says why it may go on. */
export function ReviewSheet({ draft: { id, check }, onClose }: SheetProps) {
  const t = useWords()
  const say = useSay()
  const found = check?.blocking ?? 0
  const review = useSend(reviewStepShape, {
    onDone: () => {
      say(t({ zh: '已审核通过', en: 'Reviewed' }))
      onClose()
    },
  })
  return (
    <WordsSheet
      title={<T zh="审核通过" en="Pass the review" />}
      note={
        found > 0 ? (
          <T
            zh="核对发现 {found} 处与数据不符、单位错位或文内不一致。确认可以通过的，请写明理由；理由与您的姓名随记录留存。"
            en="The check found {found} contradicted, slipped or inconsistent. If it may pass, give the reason: it is kept with your name."
            found={found}
          />
        ) : (
          <T
            zh="通过以后由负责人印发。文字或数据再有变动，要重新核对、审核。"
            en="A lead issues it next. If the text or the records change, it is checked and reviewed again."
          />
        )
      }
      label={
        found > 0 ? (
          <T zh="通过的理由（至少六个字）" en="Why it may pass (six characters or more)" />
        ) : (
          <T zh="审核意见（可不填）" en="Remarks (may be left out)" />
        )
      }
      least={found > 0 ? 6 : 0}
      deed={<T zh="审核通过" en="Pass" />}
      busy={review.isPending}
      problem={review.error}
      onGive={(words) => review.mutate({ params: { id }, body: { words } })}
      onClose={onClose}
    />
  )
}

/** Gives the draft back to its writer. */
export function ReturnSheet({ draft: { id }, onClose }: SheetProps) {
  const t = useWords()
  const say = useSay()
  const back = useSend(returnStepShape, {
    onDone: () => {
      say(t({ zh: '已退回', en: 'Returned' }))
      onClose()
    },
  })
  return (
    <WordsSheet
      title={<T zh="退回草稿" en="Return the draft" />}
      note={<T zh="退回给起草人修改，改后重新核对。" en="Its writer mends it, and it is checked again." />}
      label={<T zh="要改什么（至少六个字）" en="What to change (six characters or more)" />}
      least={6}
      deed={<T zh="退回" en="Return" />}
      busy={back.isPending}
      problem={back.error}
      onGive={(words) => back.mutate({ params: { id }, body: { words } })}
      onClose={onClose}
    />
  )
}

/** Ends a draft that is not needed any more. */
export function DropSheet({ draft: { id }, onClose }: SheetProps) {
  const t = useWords()
  const say = useSay()
  const go = useNavigate()
  const drop = useSend(dropStepShape, {
    onDone: () => {
      say(t({ zh: '已作废', en: 'Dropped' }))
      go('/bulletins')
    },
  })
  return (
    <WordsSheet
      title={<T zh="作废草稿" en="Drop the draft" />}
      note={
        <T
          zh="作废以后不能再办，原文和步骤仍可查阅；同一时期可以重新起草。"
          en="It cannot be gone on with; its text and steps stay readable, and the period can be drawn up anew."
        />
      }
      label={<T zh="为什么作废（至少六个字）" en="Why (six characters or more)" />}
      least={6}
      deed={<T zh="作废" en="Drop" />}
      danger
      busy={drop.isPending}
      problem={drop.error}
      onGive={(words) => drop.mutate({ params: { id }, body: { words } })}
      onClose={onClose}
    />
  )
}
