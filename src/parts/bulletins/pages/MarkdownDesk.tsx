import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { useWords } from '#web/locale.tsx'
import type { FaultShown } from '../template-shapes.ts'
import { type FigureTag, inserted } from './figure-tags.ts'
import { InsertFigure } from './InsertFigure.tsx'
import './markdown-desk.css'

export interface DeskHandle {
  /** opens the list of figures for the caret's place */
  insert(): void
}

interface MarkdownDeskProps {
  text: string
  onChange: (text: string) => void
  /** what is wrong with it, shown at its line */
  fault: FaultShown | null
  label: string
  lang: 'zh' | 'en'
  readOnly?: boolean
  ref?: Ref<DeskHandle>
}

/** Where Markdown with figure tags is written: numbered lines, the slip marked at its line, figures inserted with Ctrl+K. */
export function MarkdownDesk({ text, onChange, fault, label, lang, readOnly, ref }: MarkdownDeskProps) {
  const faultId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const lines = useRef<HTMLDivElement>(null)
  const [inserting, setInserting] = useState<{ from: number; to: number } | null>(null)
  const openInsert = () => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = area.current ?? {}
    setInserting({ from, to })
  }
  useImperativeHandle(ref, () => ({ insert: openInsert }))
  const onKey = (event: KeyboardEvent) => {
    if (readOnly || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    openInsert()
  }
  const put = (tag: FigureTag, code: string) => {
    const next = inserted(text, inserting ?? { from: text.length, to: text.length }, tag, code)
    onChange(next.text)
    setInserting(null)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  return (
    <div className="markdown-desk">
      <div className="markdown-desk-sheet">
        <div ref={lines} className="markdown-desk-lines" aria-hidden>
          {numbered(text).map(({ number, line }) => (
            <div key={number} data-fault={number === fault?.line || undefined}>
              {line || ' '}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKey}
          onScroll={(event) => lines.current?.scrollTo({ top: event.currentTarget.scrollTop })}
          aria-label={label}
          aria-invalid={fault !== null}
          aria-describedby={fault ? faultId : undefined}
          lang={lang === 'zh' ? 'zh-CN' : 'en'}
          readOnly={readOnly}
          spellCheck={false}
        />
      </div>
      {fault && <Fault id={faultId} fault={fault} onGo={() => area.current && goTo(area.current, fault.line)} />}
      {inserting && <InsertFigure onChoose={put} onClose={() => setInserting(null)} />}
    </div>
  )
}

function Fault({ id, fault, onGo }: { id: string; fault: FaultShown; onGo: () => void }) {
  const t = useWords()
  return (
    <p id={id} className="markdown-desk-fault" role="alert">
      {fault.line > 0 && (
        <button type="button" className="plain-link" onClick={onGo}>
          {t({ zh: '第 {line} 行', en: 'Line {line}' }, { line: fault.line })}
        </button>
      )}
      <strong>{fault.problem}</strong> {fault.cure}
    </p>
  )
}

/** Ctrl+K, said beside the desk. */
export function InsertHint() {
  return (
    <span className="markdown-desk-hint">
      <kbd>Ctrl K</kbd>
    </span>
  )
}

const numbered = (text: string) => text.split('\n').map((line, place) => ({ number: place + 1, line }))

/** Selects the line; setting the focus after the selection scrolls it into sight. */
function goTo(area: HTMLTextAreaElement, line: number) {
  const lines = area.value.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
  area.blur()
  area.focus()
}
