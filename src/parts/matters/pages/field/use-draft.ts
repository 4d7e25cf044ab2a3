import { useCallback, useEffect, useState } from 'react'
import { type Draft, draftOf, dropDraft, keepDraft } from './outbox.ts'

const blank = { verdict: null, category: '', words: '', address: '', files: [] }

/** What is being written on one subject, kept on the phone with every change. Null until the phone has told what it holds. */
export function useDraft(key: string) {
  const [draft, setDraft] = useState<Draft | null>(null)
  useEffect(() => {
    let here = true
    setDraft(null)
    void draftOf(key)
      .catch(() => undefined)
      .then((kept) => here && setDraft(kept ?? { key, ...blank }))
    return () => {
      here = false
    }
  }, [key])
  const change = useCallback((said: Partial<Draft>) => {
    setDraft((before) => {
      if (!before) return before
      const next = { ...before, ...said }
      void keepDraft(next).catch(() => undefined)
      return next
    })
  }, [])
  const forget = useCallback(async () => {
    setDraft({ key, ...blank })
    await dropDraft(key)
  }, [key])
  return { draft, change, forget }
}
