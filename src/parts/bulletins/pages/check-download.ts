import { problemOf } from '#web/problem.ts'

/** A download that is asked for by POST: the browser saves the answer under the server's name. Throws a Problem. */
export async function saveAnswer(address: string, locale: 'zh' | 'en', body: FormData | object): Promise<void> {
  const form = body instanceof FormData
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'accept-language': locale === 'zh' ? 'zh-CN' : 'en',
      ...(form ? {} : { 'content-type': 'application/json' }),
    },
    body: form ? body : JSON.stringify(body),
  }).catch(() => {
    throw problemOf(0, null, locale)
  })
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined), locale)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = nameOf(answer.headers.get('content-disposition')) ?? 'check'
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function nameOf(disposition: string | null): string | null {
  const [, coded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? []
  if (coded) return decodeURIComponent(coded)
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null
}
