/** What a service answers: XML elements by name, lists by the name of their kind. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value }

export type Format = 'json' | 'xml'

/** The element that a list holds one kind of. */
const kinds: Record<string, string> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  groups: 'group',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  photos: 'photo',
  notes: 'note',
  errors: 'error',
  requests: 'request',
}

export const mediaTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/**
 * One answer in either format. JSON follows the Spark convention: a root that holds one kind is the bare array, an empty element is
 * null, booleans are booleans; XML has its declaration and no namespace.
 */
export function printed(format: Format, root: string, value: Value): string {
  if (format === 'json') return JSON.stringify(plain(value))
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
}

function plain(value: Value): unknown {
  if (value === '' || value === undefined) return null
  if (isList(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, plain(one)]])),
  )
}

function element(name: string, value: Value): string {
  const content = contentOf(name, value)
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`
}

function contentOf(name: string, value: Value): string {
  if (value === null || value === undefined) return ''
  if (isList(value)) return value.map((one) => element(kinds[name] ?? 'value', one)).join('')
  if (typeof value !== 'object') return escaped(String(value))
  return Object.entries(value)
    .map(([inner, one]) => (one === undefined ? '' : element(inner, one)))
    .join('')
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** XML 1.0 has no place for most control characters, not even as references. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (letter) => ('\t\n\r\u0085'.includes(letter) ? letter : ''))
    .replaceAll(/[&<>\r]/g, (letter) => entities[letter]!)
}
