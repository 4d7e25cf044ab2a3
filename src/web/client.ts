import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Endpoint, Reply, Sent } from '#kernel/http/endpoint.ts'
import { currentLocale } from './locale.tsx'
import { type Problem, problemOf } from './problem.ts'

export type { Reply } from '#kernel/http/endpoint.ts'
export { Problem } from './problem.ts'

type Value = string | number | boolean | null | undefined
interface Loose {
  params?: Record<string, Value>
  query?: Record<string, Value | readonly Value[]>
  body?: unknown
}

/** What an endpoint is asked with; may be left out where it asks for nothing. */
export type Asking<E> = Record<never, never> extends Sent<E> ? [sent?: Sent<E>] : [sent: Sent<E>]

/** Asks an endpoint and answers with its reply, typed but not parsed again. Throws a {@link Problem}. */
export function call<E extends Endpoint>(endpoint: E, ...[sent]: Asking<E>): Promise<Reply<E>> {
  return ask(
    endpoint.method,
    addressOf(endpoint, sent as Loose | undefined),
    (sent as Loose | undefined)?.body,
  ) as Promise<Reply<E>>
}

/** The address of an endpoint with its parameters in place; for links, downloads and event streams. */
export function addressOf(endpoint: Endpoint, sent: Loose = {}): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(sent.params?.[name] ?? '')),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(sent.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
    }
  }
  return query.size ? `${path}?${query}` : path
}

/** `<a href={downloadOf(endpoint, sent)} download>`: the browser saves the file under the server's name. */
export function downloadOf<E extends Endpoint>(endpoint: E, ...[sent]: Asking<E>): string {
  return addressOf(endpoint, sent as Loose | undefined)
}

/** One JSON request of the same origin. Throws a {@link Problem}; status 0 means no answer came. */
export async function ask(method: string, address: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const locale = currentLocale()
  const sending = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': locale === 'zh' ? 'zh-CN' : 'en',
  }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const answer = await fetch(address, {
    method,
    headers,
    credentials: 'same-origin',
    signal: signal ?? null,
    ...sending,
  }).catch((cause) => {
    if (signal?.aborted) throw cause
    throw problemOf(0, null, locale)
  })
  const told: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined)
  if (!answer.ok) throw problemOf(answer.status, told, locale)
  return told
}

export type QueryChoices<E> = Omit<UseQueryOptions<Reply<E>, Problem>, 'queryKey' | 'queryFn'>

/** An endpoint's reply, kept fresh; the key is its path, parameters and query. */
export function useEndpoint<E extends Endpoint>(endpoint: E, sent?: Sent<E>, choices?: QueryChoices<E>) {
  const loose = (sent ?? {}) as Loose
  return useQuery<Reply<E>, Problem>({
    ...choices,
    queryKey: [endpoint.path, loose.params ?? {}, loose.query ?? {}],
    queryFn: ({ signal }) => ask(endpoint.method, addressOf(endpoint, loose), loose.body, signal) as Promise<Reply<E>>,
  })
}

export interface SendChoices<E> {
  /** what to read again afterwards; all that is on screen unless told, since one record may change any figure */
  refreshes?: readonly Endpoint[]
  onDone?: (reply: Reply<E>, sent: Sent<E>) => void
}

/** A deed: `const issue = useSend(issueBulletin)`, then `issue.mutate({ params, body })`. */
export function useSend<E extends Endpoint>(endpoint: E, choices: SendChoices<E> = {}) {
  const queries = useQueryClient()
  return useMutation<Reply<E>, Problem, Sent<E>>({
    mutationFn: (sent) => call(endpoint, ...([sent] as unknown as Asking<E>)),
    onSuccess: async (reply, sent) => {
      const again = choices.refreshes?.map((one) => queries.invalidateQueries({ queryKey: [one.path] }))
      await Promise.all(again ?? [queries.invalidateQueries()])
      choices.onDone?.(reply, sent)
    },
  })
}

export interface Upload<E> {
  sent: Sent<E>
  file: File
  /** further fields of the multipart form */
  fields?: Record<string, string>
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Sends one file to an endpoint with `body: 'file'`; `onProgress` gets 0 to 1. Fields go before the file. */
export function uploadFile<E extends Endpoint>(endpoint: E, upload: Upload<E>): Promise<Reply<E>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields ?? {})) form.append(name, value)
  form.append('file', upload.file, upload.file.name)
  const locale = currentLocale()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, upload.sent as Loose))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', locale === 'zh' ? 'zh-CN' : 'en')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && upload.onProgress?.(event.loaded / event.total)
    request.onerror = () => reject(problemOf(0, null, locale))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () =>
      request.status < 400
        ? resolve(request.response as Reply<E>)
        : reject(problemOf(request.status, request.response, locale))
    upload.signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
