import { Button } from 'antd'
import { downloadOf, uploadFile, useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { useDeed } from '#web/kit/use-deed.ts'
import { T, useWords } from '#web/locale.tsx'
import { isOpen } from '../rules.ts'
import { explainShape, formFileShape, formTemplateShape, type SubmissionView, submitShape } from '../shapes.ts'
import { EntryTable } from './EntryTable.tsx'
import { ReviewDeeds } from './ReviewDeeds.tsx'
import { type Params, useEntry } from './use-entry.ts'

/** The sheet with what can be done to it. */
export function EntrySheet({ view, params }: { view: SubmissionView; params: Params }) {
  const t = useWords()
  const say = useSay()
  const entry = useEntry(params, view)
  const open = isOpen(view.state) && view.may.enter
  const submit = useSend(submitShape, { onDone: () => say(t({ zh: '已报送', en: 'Handed in' })) })
  const explain = useSend(explainShape, { refreshes: [], onDone: (reply) => entry.show(reply) })
  const upload = useDeed(async (file: File) => {
    entry.show(await uploadFile(formFileShape, { sent: { params }, file }))
    say(t({ zh: '已读入表格', en: 'The workbook was read' }))
  })
  const handIn = async () => {
    if (await entry.save()) submit.mutate({ params })
  }
  return (
    <>
      <EntryTable
        view={view}
        open={open}
        shown={entry.shown}
        onPut={entry.put}
        onExplain={(finding, words) => explain.mutate({ params, body: { finding: finding.key, words } })}
      />
      <ProblemLine problem={entry.problem ?? submit.error ?? explain.error ?? upload.problem} />
      <div className="entry-deeds">
        {open && <Kept saving={entry.saving} unsaved={entry.unsaved} />}
        <a href={downloadOf(formTemplateShape, { params })} download>
          <T zh="下载表格" en="Download the sheet" />
        </a>
        {open && <UploadButton busy={upload.busy} onFile={upload.deed} />}
        <ReviewDeeds view={view} params={params} />
        {open && (
          <Button type="primary" autoInsertSpace={false} loading={submit.isPending} onClick={handIn}>
            <T zh="报送" en="Hand in" />
          </Button>
        )}
      </div>
      {open && (
        <p className="entry-note">
          <T
            zh="可以从 Excel 整块粘贴：从一格起向右向下填，或连同指标名称一起贴、按名称对号。上下键和回车换行，停手即存。没有发生填 0，没有数留空。"
            en="Paste a block from Excel: it fills right and down from its cell, or by name when the names come with it. Arrow keys and Enter change rows; what you type is kept when you pause. Enter 0 where there was none, leave empty what is not known."
          />
        </p>
      )}
    </>
  )
}

function Kept({ saving, unsaved }: { saving: boolean; unsaved: boolean }) {
  return (
    <span className="entry-kept" aria-live="polite">
      {saving || unsaved ? <T zh="正在保存…" en="Keeping…" /> : <T zh="已保存" en="Kept" />}
    </span>
  )
}

function UploadButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  return (
    <label className="entry-upload" aria-busy={busy}>
      <T zh="上传表格" en="Upload the sheet" />
      <input
        type="file"
        className="for-readers"
        accept=".xlsx,.csv"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
