/** Words for a reader, in both languages. `{name}` is filled from details. */
export interface Words {
  zh: string
  en: string
}

export type Locale = 'zh' | 'en'

export type Details = Record<string, unknown>

/** The words in one language with `{name}` filled; a name without a detail stays visible, so that a slip shows. */
export function say(words: Words, locale: Locale, details: Details = {}): string {
  return words[locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    if (value === undefined || value === null) return whole
    return Array.isArray(value) ? value.join(locale === 'zh' ? '、' : ', ') : String(value)
  })
}
