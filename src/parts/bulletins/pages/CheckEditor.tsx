import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useWords } from '#web/locale.tsx'

interface CheckEditorProps {
  ref: Ref<HTMLTextAreaElement>
  text: string
  /** where the hand begins */
  at: number | null
  onType: (text: string) => void
}

/** The whole text to write in; it is checked again whenever the hand rests. */
export function CheckEditor({ ref, text, at, onType }: CheckEditorProps) {
  const t = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const begins = useRef(at)
  useImperativeHandle(ref, () => field.current!)
  useEffect(() => {
    const place = begins.current ?? 0
    field.current?.setSelectionRange(place, place)
    field.current?.focus()
  }, [])
  return (
    <textarea
      ref={field}
      className="paper check-editor"
      lang="zh-CN"
      value={text}
      aria-label={t({ zh: '修改文稿', en: 'Edit the draft' })}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
