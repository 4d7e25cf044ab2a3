import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { saveDraftShape } from '../sign-off/shapes.ts'
import type { DraftShown } from './DraftPage.tsx'
import { type DeskHandle, InsertHint, MarkdownDesk } from './MarkdownDesk.tsx'
import { TriedPaper } from './TryOutPane.tsx'
import { languageWords } from './template-words.ts'
import { useLeaving } from './use-leaving.ts'
import { useTryOut } from './use-try-out.ts'
import { WordsSheet } from './WordsSheet.tsx'
import './template-editor.css'
import './sign-off.css'

interface DraftEditorProps {
  draft: DraftShown
  title: string
  trail: readonly { title: string; to: string }[]
}

/** The draft's own text: prose and tags at the left, the sheet with live figures at the right. */
export function DraftEditor({ draft, title, trail }: DraftEditorProps) {
  const t = useWords()
  const desk = useRef<DeskHandle>(null)
  const { locale: readers } = useLocale()
  const [chosen, setChosen] = useState<'zh' | 'en' | null>(null)
  const locale = chosen ?? (draft.languages.includes(readers) ? readers : draft.languages[0]!)
  const [bodies, setBodies] = useState(draft.bodies)
  const [dated, setDated] = useState(draft.dated)
  const [saving, setSaving] = useState(false)
  const leave = useClose()
  const body = bodies[locale] ?? ''
  const { template: code, period, area } = draft
  const tryOut = useTryOut({ code, locale, body, period, area, dated })
  const changed = dated !== draft.dated || draft.languages.some((of) => bodies[of] !== draft.bodies[of])
  useLeaving(changed)
  return (
    <Page
      title={title}
      trail={trail}
      sentence={t(
        {
          zh: '修改只用于这一份通报，不动模板；保存后要重新核对。',
          en: 'Changes are for this bulletin alone, not for the template; once saved it is checked again.',
        },
        {},
      )}
      help="clerk/sign-off"
      wide
      deeds={
        <>
          <Segmented
            value={locale}
            onChange={setChosen}
            aria-label={t({ zh: '正文的文字', en: 'Language of the text' })}
            options={draft.languages.map((value) => ({ value, label: t(languageWords[value]) }))}
          />
          <Button
            type="primary"
            autoInsertSpace={false}
            disabled={!changed || tryOut.fault !== null}
            onClick={() => setSaving(true)}
          >
            <T zh="保存" en="Save" />
          </Button>
          <Button autoInsertSpace={false} onClick={leave}>
            {changed ? <T zh="放弃修改" en="Discard" /> : <T zh="返回" en="Back" />}
          </Button>
        </>
      }
    >
      <div className="template-editor">
        <section className="template-editor-text">
          <div className="template-editor-bar draft-fields">
            <Button size="small" autoInsertSpace={false} onClick={() => desk.current?.insert()}>
              <T zh="插入数字" en="Insert a figure" />
            </Button>
            <InsertHint />
            <label htmlFor="draft-dated">
              <T zh="成文日期" en="Dated" />
              <DayInput
                id="draft-dated"
                value={dated}
                onChange={({ target }) => target.value && setDated(target.value)}
              />
            </label>
          </div>
          <MarkdownDesk
            ref={desk}
            text={body}
            onChange={(next) => setBodies((before) => ({ ...before, [locale]: next }))}
            fault={tryOut.fault}
            label={t({ zh: '草稿正文', en: 'Text of the draft' })}
            lang={locale}
          />
        </section>
        <section className="template-editor-print">
          <TriedPaper tryOut={tryOut} />
        </section>
      </div>
      {saving && <SaveSheet {...{ draft, bodies, dated }} onSaved={leave} onClose={() => setSaving(false)} />}
    </Page>
  )
}

interface SaveSheetProps {
  draft: DraftShown
  bodies: DraftShown['bodies']
  dated: string
  onSaved: () => void
  onClose: () => void
}

function SaveSheet({ draft: { id, version }, bodies, dated, onSaved, onClose }: SaveSheetProps) {
  const t = useWords()
  const say = useSay()
  const save = useSend(saveDraftShape, {
    onDone: ({ version: saved }) => {
      say(t({ zh: '已保存为第 {version} 稿', en: 'Saved as draft {version}' }, { version: saved }))
      onSaved()
    },
  })
  return (
    <WordsSheet
      title={<T zh="保存草稿" en="Save the draft" />}
      note={<T zh="保存为新的一稿，以前各稿都留着。" en="It is kept as a further version; the earlier ones stay." />}
      label={<T zh="改了什么（可不填）" en="What has changed (may be left out)" />}
      least={0}
      deed={<T zh="保存" en="Save" />}
      busy={save.isPending}
      problem={save.error}
      onGive={(words) => save.mutate({ params: { id }, body: { from: version, dated, bodies, words } })}
      onClose={onClose}
    />
  )
}

/** Back to the sheet: `?edit` leaves the address. */
function useClose() {
  const [, setSearch] = useSearchParams()
  return () =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.delete('edit')
      return next
    })
}
