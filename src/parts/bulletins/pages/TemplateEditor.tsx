import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Reply, useSend } from '#web/client.ts'
import { Page } from '#web/kit/Page.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { saveTemplateShape, type templateShape } from '../template-shapes.ts'
import { type DeskHandle, InsertHint, MarkdownDesk } from './MarkdownDesk.tsx'
import { TemplateHistory } from './TemplateHistory.tsx'
import { TryOutPane } from './TryOutPane.tsx'
import { languageWords } from './template-words.ts'
import { useLeaving } from './use-leaving.ts'
import { usePeriodTried } from './use-period-tried.ts'
import { useTryOut } from './use-try-out.ts'
import { WordsSheet } from './WordsSheet.tsx'
import './template-editor.css'

type Template = Reply<typeof templateShape>

/** The text of a template in one language, what it prints for a period, and the versions behind it. */
export function TemplateEditor({ template }: { template: Template }) {
  const t = useWords()
  const may = useMay()
  const desk = useRef<DeskHandle>(null)
  const { locale, choose } = useLanguageShown(template)
  const inUse = template.bodies.find((one) => one.locale === locale)
  // What was typed is kept for each language while the page is open.
  const [typed, setTyped] = useState<Partial<Record<'zh' | 'en', string>>>({})
  const [saving, setSaving] = useState(false)
  // A language that is not there yet begins as the other one, to be translated.
  const base = inUse?.body ?? template.bodies[0]?.body ?? ''
  const text = typed[locale] ?? base
  const type = (body: string) => setTyped((before) => ({ ...before, [locale]: body }))
  const changed = text !== inUse?.body
  const tried = usePeriodTried(template.period)
  const tryOut = useTryOut({ code: template.code, locale, body: text, period: tried.period, area: tried.area })
  useLeaving(
    Object.entries(typed).some(([of, body]) => body !== template.bodies.find((one) => one.locale === of)?.body),
  )
  const mayEdit = may('bulletins/review')
  return (
    <Page
      title={t(template.name)}
      trail={[{ title: t({ zh: '通报模板', en: 'Templates' }), to: '/templates' }]}
      sentence={<EditorSentence version={inUse?.version ?? 0} changed={changed} mayEdit={mayEdit} />}
      help="reviewer/templates"
      wide
      deeds={
        <>
          <Segmented
            value={locale}
            onChange={choose}
            aria-label={t({ zh: '模板的文字', en: 'Language of the template' })}
            options={(['zh', 'en'] as const).map((value) => ({ value, label: t(languageWords[value]) }))}
          />
          {mayEdit && (
            <Button
              type="primary"
              autoInsertSpace={false}
              disabled={!changed || tryOut.fault !== null}
              onClick={() => setSaving(true)}
            >
              <T zh="保存为新版本" en="Save as a new version" />
            </Button>
          )}
        </>
      }
    >
      <div className="template-editor">
        <section className="template-editor-text">
          <div className="template-editor-bar">
            <Button size="small" autoInsertSpace={false} disabled={!mayEdit} onClick={() => desk.current?.insert()}>
              <T zh="插入数字" en="Insert a figure" />
            </Button>
            {mayEdit && <InsertHint />}
            {inUse && changed && (
              <button type="button" className="plain-link" onClick={() => type(inUse.body)}>
                <T zh="恢复原样" en="Undo all changes" />
              </button>
            )}
          </div>
          <MarkdownDesk
            ref={desk}
            text={text}
            onChange={type}
            fault={tryOut.fault}
            label={t({ zh: '模板原文', en: 'Text of the template' })}
            lang={locale}
            readOnly={!mayEdit}
          />
        </section>
        <TryOutPane tryOut={tryOut} tried={tried} kind={template.period} />
      </div>
      <TemplateHistory template={template} locale={locale} typed={text} onRestore={mayEdit ? type : undefined} />
      {saving && (
        <SaveSheet
          {...{ code: template.code, locale, body: text, from: inUse?.version ?? 0 }}
          onClose={() => setSaving(false)}
        />
      )}
    </Page>
  )
}

function EditorSentence({ version, changed, mayEdit }: { version: number; changed: boolean; mayEdit: boolean }) {
  const t = useWords()
  if (!mayEdit) {
    return t(
      {
        zh: '在用第 {version} 版；修改模板由审核人办理。',
        en: 'Version {version} is in use; reviewers edit templates.',
      },
      { version },
    )
  }
  if (version === 0) {
    return t({
      zh: '还没有这种文字；左边是另一种文字的原文，译好后保存。',
      en: 'Not written in this language yet: at the left stands the other one, to be translated and saved.',
    })
  }
  if (changed) return t({ zh: '有修改，还没有保存。', en: 'Changed, and not saved yet.' })
  return t(
    {
      zh: '在用第 {version} 版；左边写，右边就是通报的样子。',
      en: 'Version {version} is in use; what you write at the left stands at the right as the bulletin prints it.',
    },
    { version },
  )
}

function SaveSheet(props: { code: string; locale: 'zh' | 'en'; body: string; from: number; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const { code, locale, body, from, onClose } = props
  const save = useSend(saveTemplateShape, {
    onDone: ({ version }) => {
      say(t({ zh: '已保存为第 {version} 版', en: 'Saved as version {version}' }, { version }))
      onClose()
    },
  })
  return (
    <WordsSheet
      title={<T zh="保存为新版本" en="Save as a new version" />}
      note={
        <T
          zh="以后起草的通报用这一版；已经起草和印发的不受影响，旧版本都留着。"
          en="Bulletins drawn up from now on use it; those drawn up or issued stay as they are, and old versions are kept."
        />
      }
      label={<T zh="改了什么" en="What has changed" />}
      least={2}
      deed={<T zh="保存" en="Save" />}
      busy={save.isPending}
      problem={save.error}
      onGive={(reason) => save.mutate({ params: { code, locale }, body: { body, reason, from } })}
      onClose={onClose}
    />
  )
}

/** `?language=en` holds the language of the text; without it the reader's, where the template has it, else the one it has. */
function useLanguageShown({ bodies }: Template) {
  const { locale } = useLocale()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('language') ?? bodies.find((one) => one.locale === locale)?.locale
  const shown = asked === 'zh' || asked === 'en' ? asked : (bodies[0]?.locale ?? 'zh')
  const choose = (language: 'zh' | 'en') =>
    setSearch(
      (before) => {
        before.set('language', language)
        return new URLSearchParams(before)
      },
      { replace: true, preventScrollReset: true },
    )
  return { locale: shown, choose }
}
