import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { addressOf, call, type Problem, uploadFile } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { useDeed } from '#web/kit/use-deed.ts'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { fileReportShape, recordFileShape, recordTextShape, textReportShape } from '../check-desk/shapes.ts'
import type { DeskDraft } from './check-desk-state.ts'
import { saveAnswer } from './check-download.ts'
import { type Against, type Check, sentText } from './use-check.ts'

interface CheckDeedsProps {
  check: Check
  against: Against
  editing: boolean
  onEdit: () => void
}

/** Edit, undo, download, sign off, begin anew. */
export function CheckDeeds({ check: { desk, act }, against, editing, onEdit }: CheckDeedsProps) {
  const draft = desk.draft!
  const { locale } = useLocale()
  const navigate = useNavigate()
  const save = useDeed((format: 'docx' | 'json') => saveReport(draft, asked(against), format, locale))
  const sign = useDeed(async () => {
    const { id } = await signOff(draft, asked(against))
    navigate(`/checks/${id}`)
  })
  return (
    <>
      <Button autoInsertSpace={false} aria-pressed={editing} onClick={onEdit}>
        {editing ? <T zh="看标记" en="See the marks" /> : <T zh="改文字" en="Edit" />}
      </Button>
      <Button autoInsertSpace={false} disabled={desk.past.length === 0} onClick={() => act({ deed: 'undo' })}>
        <T zh="撤销" en="Undo" />
      </Button>
      {draft.changed !== 'no' && <CopyText text={draft.text} />}
      <Button autoInsertSpace={false} loading={save.busy} onClick={() => save.deed('docx')}>
        <T zh="Word 报告" en="Word report" />
      </Button>
      <Button autoInsertSpace={false} onClick={() => save.deed('json')}>
        JSON
      </Button>
      <Button autoInsertSpace={false} onClick={() => act({ deed: 'clear' })}>
        <T zh="换一份" en="Another draft" />
      </Button>
      <Button type="primary" autoInsertSpace={false} loading={sign.busy} onClick={sign.deed}>
        <T zh="签存" en="Sign off" />
      </Button>
      <ProblemLine problem={(sign.problem ?? save.problem) as Problem | null} />
    </>
  )
}

/** The changed text, back to where it came from. A page without TLS may not write to the clipboard by itself. */
function CopyText({ text }: { text: string }) {
  const t = useWords()
  const say = useSay()
  const copy = () => {
    const hand = document.createElement('textarea')
    hand.value = text
    document.body.append(hand)
    hand.select()
    const done = document.execCommand('copy')
    hand.remove()
    say(done ? t({ zh: '正文已复制', en: 'The text is copied' }) : t({ zh: '没能复制', en: 'It could not be copied' }))
  }
  return (
    <Button autoInsertSpace={false} onClick={copy}>
      <T zh="复制正文" en="Copy the text" />
    </Button>
  )
}

const asked = ({ period, area, asOf }: Against): Against => ({ period, area, asOf })

/** Into the original Word file while nothing but corrections was done here: those go in as tracked changes. */
function saveReport(draft: DeskDraft, against: Against, format: 'docx' | 'json', locale: 'zh' | 'en'): Promise<void> {
  const { file, changed } = draft
  const own = draft.format === 'docx' && format === 'docx' ? changed !== 'freely' : changed === 'no'
  if (file && own) {
    const form = new FormData()
    form.append('file', file, file.name)
    return saveAnswer(addressOf(fileReportShape, { query: { ...against, format } }), locale, form)
  }
  return saveAnswer(addressOf(textReportShape, { query: { format } }), locale, sentText(draft, against))
}

function signOff(draft: DeskDraft, against: Against): Promise<{ id: number }> {
  const { file, changed } = draft
  if (file && changed === 'no') return uploadFile(recordFileShape, { sent: { query: against }, file })
  return call(recordTextShape, { body: sentText(draft, against) })
}
