import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Details, type Locale, say, type Words } from '#kernel/i18n/words.ts'

export type { Details, Locale, Words } from '#kernel/i18n/words.ts'

const remembered = 'jingkai.language'

/** The language of this visit: `?lang=`, else the one remembered, else Chinese. */
export function openingLocale(): Locale {
  const asked = new URLSearchParams(window.location.search).get('lang') ?? localStorage.getItem(remembered)
  return asked === 'en' ? 'en' : 'zh'
}

let current: Locale = 'zh'

/** The language outside React: request headers and problem words. */
export const currentLocale = (): Locale => current

interface Speech {
  locale: Locale
  speak(locale: Locale): void
}

const SpeechContext = createContext<Speech>({ locale: 'zh', speak: () => undefined })

/** Holds the language of the page and writes it to `<html lang>` and to this browser's memory. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => {
    current = openingLocale()
    return current
  })
  const speak = useCallback((next: Locale) => {
    current = next
    localStorage.setItem(remembered, next)
    setLocale(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  }, [locale])
  const speech = useMemo(() => ({ locale, speak }), [locale, speak])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The language now and the way to change it. */
export const useLocale = (): Speech => use(SpeechContext)

/** `t({zh, en}, details?)`: words in the reader's language, `{name}` filled from details. */
export function useWords(): (words: Words, details?: Details) => string {
  const { locale } = useLocale()
  return useCallback((words, details) => say(words, locale, details), [locale])
}

/** Words in place: `<T zh="目标" en="Targets" />`. */
export function T({ zh, en, ...details }: Words & { [detail: string]: string | number }) {
  return useWords()({ zh, en }, details)
}
