/** Words for a reader, in both languages. `{name}` is filled from details. */
export interface Words {
  zh: string
  en: string
}

export type Locale = 'zh' | 'en'

export type Details = Record<string, unknown>

/** The words in one language with `{name}` filled, by words of its own in the same language; a name without a detail stays visible, so that a slip shows. */
export function say(words: Words, locale: Locale, details: Details = {}): string {
  return words[locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    if (value === undefined || value === null) return whole
    if (isWords(value)) return value[locale]
    return Array.isArray(value) ? value.join(locale === 'zh' ? '、' : ', ') : String(value)
  })
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
