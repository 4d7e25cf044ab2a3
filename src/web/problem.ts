import type { Words } from '#kernel/i18n/words.ts'

/** What the server said no with (RFC 9457), or what kept it from being heard. Words are in the reader's language. */
export class Problem extends Error {
  /** `part/fact`, or `offline`, or `fault` */
  readonly code: string
  /** HTTP status, 0 when no answer came */
  readonly status: number
  readonly title: string
  readonly detail: string
  /** what to do next */
  readonly cure: string
  /** fields of a form that are wrong: path → words */
  readonly fields: Record<string, string>
  /** names the request in the server's log */
  readonly request: string

  constructor(told: Partial<Omit<Problem, 'name' | 'message'>> & { code: string; status: number }) {
    super(told.title ?? told.code)
    this.name = 'Problem'
    this.code = told.code
    this.status = told.status
    this.title = told.title ?? ''
    this.detail = told.detail ?? ''
    this.cure = told.cure ?? ''
    this.fields = told.fields ?? {}
    this.request = told.request ?? ''
  }
}

/** Words for what has no words from the server. */
export const problemWords: Record<'offline' | 'fault' | 'forbidden' | 'missing', { title: Words; cure: Words }> = {
  offline: {
    title: { zh: '连不上服务器', en: 'The server cannot be reached' },
    cure: {
      zh: '请检查网络；恢复后本页会自动重试，已填内容不会丢失。',
      en: 'Check the network; this page tries again by itself, and what you typed is kept.',
    },
  },
  fault: {
    title: { zh: '系统出了差错', en: 'Something went wrong on our side' },
    cure: {
      zh: '请稍后重试；若仍不行，把请求编号告诉管理员。',
      en: 'Try again in a moment; if it persists, give the administrator the request number.',
    },
  },
  forbidden: {
    title: { zh: '您没有查看此页的权限', en: 'You may not open this page' },
    cure: {
      zh: '需要时请联系本单位负责人或安全管理员授权。',
      en: 'If you need it, ask the lead of your unit or the security administrator.',
    },
  },
  missing: {
    title: { zh: '没有这个页面', en: 'There is no such page' },
    cure: {
      zh: '地址可能已改变；可用搜索（Ctrl+K）查找。',
      en: 'The address may have changed; search for it with Ctrl+K.',
    },
  },
}

type Told = Record<string, unknown>

/** Reads a problem document; anything else (a proxy's page, an empty body) becomes a fault with its status. */
export function problemOf(status: number, body: unknown, locale: 'zh' | 'en'): Problem {
  const told = (typeof body === 'object' && body !== null ? body : {}) as Told
  const spare =
    problemWords[status === 403 ? 'forbidden' : status === 404 ? 'missing' : status === 0 ? 'offline' : 'fault']
  return new Problem({
    code: text(told['code'], locale) || (status === 0 ? 'offline' : 'fault'),
    status,
    ...saidOf(told, locale, spare.title[locale]),
    cure: text(told['cure'], locale) || spare.cure[locale],
    fields: fieldsOf(told['issues'], locale),
    request: text(told['requestId'], locale),
  })
}

/** A refusal's title is its code and its words stand in `detail`; a title of words keeps the detail below it. */
function saidOf(told: Told, locale: 'zh' | 'en', spare: string): { title: string; detail: string } {
  const title = text(told['title'], locale)
  const detail = text(told['detail'], locale)
  if (!title || title === told['code']) return { title: detail || spare, detail: '' }
  return { title, detail }
}

function text(value: unknown, locale: 'zh' | 'en'): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && locale in value) return String((value as Words)[locale])
  return ''
}

function fieldsOf(value: unknown, locale: 'zh' | 'en'): Record<string, string> {
  if (!Array.isArray(value)) return {}
  const named = value.map((issue: Told) => [
    String(issue['place'] ?? '').replace(/^(body|query|params)\./, ''),
    text(issue['message'], locale),
  ])
  return Object.fromEntries(named)
}
