import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { Refusal } from '#kernel/refusal.ts'
import { refusals } from '../texts.ts'

/** Numbers of the SDMX web services guidelines; from 1000 on a service's own. */
const numbers: Record<string, number> = {
  'portal/sdmx-no-results': 100,
  'portal/not-open': 100,
  'portal/sdmx-too-large': 130,
  'portal/sdmx-syntax': 140,
  'portal/sdmx-not-implemented': 501,
  'portal/sdmx-not-acceptable': 1000,
}

/** A refusal as an SDMX-JSON error message with the HTTP status it carries; anything else is thrown on. */
export function faultOf(error: unknown, locale: Locale): FileAnswer {
  if (!(error instanceof Refusal)) throw error
  const text = refusals[error.code]
  if (!text) throw error
  const told = (language: Locale) => ({
    title: say(text.problem, language, error.details),
    detail: say(text.cure, language, error.details),
  })
  const [zh, en] = [told('zh'), told('en')]
  const { title, detail } = locale === 'zh' ? zh : en
  const message = {
    code: numbers[error.code] ?? 500,
    ...{ title, titles: { zh: zh.title, en: en.title }, detail, details: { zh: zh.detail, en: en.detail } },
  }
  return {
    ...{ name: 'error.json', inline: true, status: error.status },
    type: 'application/vnd.sdmx.data+json;version=2.0.0;charset=utf-8',
    content: JSON.stringify({ errors: [message] }),
  }
}
