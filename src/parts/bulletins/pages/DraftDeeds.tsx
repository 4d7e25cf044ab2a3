import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { downloadOf, useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { checkStepShape, draftDocumentShape, issueStepShape } from '../sign-off/shapes.ts'
import type { DraftShown } from './DraftPage.tsx'
import { DropSheet, ReturnSheet, ReviewSheet } from './DraftSheets.tsx'
import { nextDeed } from './draft-words.ts'

type Sheet = 'review' | 'return' | 'drop' | null

/** What may be done with the draft now: the next deed first and filled, the others quiet. */
export function DraftDeeds({ draft }: { draft: DraftShown }) {
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [sheet, setSheet] = useState<Sheet>(null)
  const { id, stage, tree } = draft
  const open = stage !== 'issued' && stage !== 'dropped'
  const returnable = (stage === 'checked' || stage === 'reviewed') && may('bulletins/review')
  const edit = () => {
    const next = new URLSearchParams(search)
    next.set('edit', '')
    setSearch(next)
  }
  return (
    <>
      <Next draft={draft} onReview={() => setSheet('review')} />
      {returnable && (
        <Button autoInsertSpace={false} onClick={() => setSheet('return')}>
          <T zh="退回" en="Return" />
        </Button>
      )}
      {open && may('bulletins/draft') && (
        <Button autoInsertSpace={false} onClick={edit}>
          <T zh="修改" en="Edit" />
        </Button>
      )}
      <Button
        autoInsertSpace={false}
        href={downloadOf(draftDocumentShape, { params: { id }, query: { format: 'docx', language: tree.locale } })}
        download
      >
        Word
      </Button>
      {open && may('bulletins/draft') && (
        <Button type="text" autoInsertSpace={false} onClick={() => setSheet('drop')}>
          <T zh="作废" en="Drop" />
        </Button>
      )}
      {sheet === 'review' && <ReviewSheet draft={draft} onClose={() => setSheet(null)} />}
      {sheet === 'return' && <ReturnSheet draft={draft} onClose={() => setSheet(null)} />}
      {sheet === 'drop' && <DropSheet draft={draft} onClose={() => setSheet(null)} />}
    </>
  )
}

function Next({ draft, onReview }: { draft: DraftShown; onReview: () => void }) {
  const t = useWords()
  const say = useSay()
  const may = useMay()
  const go = useNavigate()
  const { id, stage, missing, bulletin } = draft
  const check = useSend(checkStepShape, {
    onDone: ({ blocking }) =>
      say(
        blocking > 0
          ? t({ zh: '已核对，{blocking} 处要处理', en: 'Checked: {blocking} to deal with' }, { blocking })
          : t({ zh: '已核对，没有发现错误', en: 'Checked: no fault found' }),
      ),
  })
  const issue = useSend(issueStepShape, { onDone: ({ id: issued }) => go(`/bulletins/${issued}`) })
  const next = nextDeed(draft, may)
  if (next === 'none' || next === 'wait') return null
  if (next === 'open') {
    return (
      <Button type="primary" autoInsertSpace={false} onClick={() => go(`/bulletins/${bulletin}`)}>
        <T zh="打开通报" en="Open the bulletin" />
      </Button>
    )
  }
  if (next === 'review') {
    return (
      <Button type="primary" autoInsertSpace={false} onClick={onReview}>
        <T zh="审核通过" en="Pass the review" />
      </Button>
    )
  }
  if (next === 'check') {
    return (
      <>
        <ProblemLine problem={check.error} />
        <Button
          type="primary"
          autoInsertSpace={false}
          loading={check.isPending}
          onClick={() => check.mutate({ params: { id }, body: {} })}
        >
          {stage === 'drafting' ? <T zh="核对" en="Check" /> : <T zh="重新核对" en="Check again" />}
        </Button>
      </>
    )
  }
  return (
    <>
      <ProblemLine problem={issue.error} />
      <Button
        type="primary"
        autoInsertSpace={false}
        loading={issue.isPending}
        onClick={() => issue.mutate({ params: { id }, body: { evenIfMissing: missing > 0 } })}
      >
        {missing > 0 ? <T zh="缺数也印发" en="Issue in spite of gaps" /> : <T zh="印发" en="Issue" />}
      </Button>
    </>
  )
}
