import { codedFields, isKnownCode, nearestCode } from './customs-codes.ts'
import type { DepartureCode } from './departure.ts'
import type { Field } from './schema.ts'

interface Fault {
  code: DepartureCode
  wanted: string
}

/** What is wrong with the text of a field: by the schema first, then by what the documentation states. */
export function faultsOf(field: Field, text: string): Fault[] {
  const bySchema = schemaFault(field, text)
  const coded = codeFault(field, text.trim())
  if (bySchema) return coded ? [bySchema, coded] : [bySchema]
  if (coded && field.stated === '') return [coded]
  const stated = text === '' || field.stated === '' ? null : statedFault(field.stated, text)
  return stated ? [stated] : []
}

function schemaFault(field: Field, text: string): Fault | null {
  if (field.type === 'decimal' || field.type === 'int') return numberFault(field, text.trim())
  const length = lengthOf(field.type === 'token' ? text.trim().replaceAll(/\s+/g, ' ') : text)
  if (field.shortest !== null && length < field.shortest) return { code: 'too-short', wanted: lengthWanted(field) }
  if (field.longest !== null && length > field.longest) return { code: 'too-long', wanted: lengthWanted(field) }
  return null
}

/** Characters, of which those beyond the basic plane take two units. */
const lengthOf = (text: string) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length)

/** A currency or country that customs does not know, with the one that was most likely meant. */
function codeFault(field: Field, text: string): Fault | null {
  const kind = codedFields[field.name]
  if (!kind || text === '' || isKnownCode(kind, text)) return null
  return { code: kind === 'currency' ? 'unknown-currency' : 'unknown-country', wanted: nearestCode(kind, text) || '—' }
}

/** xs:decimal and xs:int: leading and trailing zeros do not count as digits (XML Schema part 2, 3.3.3). */
function numberFault(field: Field, text: string): Fault | null {
  const parts = /^[+-]?(\d*)(?:\.(\d*))?$/.exec(text)
  const [, whole = '', decimals = ''] = parts ?? []
  if (!parts || whole + decimals === '') return { code: 'no-number', wanted: '0.00' }
  if (field.type === 'int' && text.includes('.')) return { code: 'no-whole-number', wanted: '1' }
  const fraction = decimals.replace(/0+$/, '')
  const digits = whole.replace(/^0+/, '').length + fraction.length
  if (field.fraction !== null && fraction.length > field.fraction)
    return { code: 'too-many-decimals', wanted: String(field.fraction) }
  if (field.digits !== null && digits > field.digits) return { code: 'too-many-digits', wanted: String(field.digits) }
  return null
}

function statedFault(stated: string, text: string): Fault | null {
  if (stated === 'guid') return guidFault(text)
  if (stated === 'date8') return isDay(text) && text.length === 8 ? null : { code: 'no-day', wanted: 'YYYYMMDD' }
  if (stated === 'time14' || stated === 'time17') return timeFault(stated, text)
  if (stated === '1.0') return text === stated ? null : { code: 'not-wanted-version', wanted: stated }
  const wanted = stated.split('|')
  return wanted.includes(text) ? null : { code: 'not-stated-value', wanted: wanted.join(' / ') }
}

function guidFault(text: string): Fault | null {
  const shape = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/
  if (!shape.test(text)) return { code: 'no-guid', wanted: '8-4-4-4-12' }
  return text === text.toUpperCase() ? null : { code: 'guid-lower-case', wanted: text.toUpperCase() }
}

function timeFault(stated: 'time14' | 'time17', text: string): Fault | null {
  const wanted = stated === 'time14' ? 'YYYYMMDDhhmmss' : 'YYYYMMDDhhmmssSSS'
  const [, hour, minute, second] = /^\d{8}(\d\d)(\d\d)(\d\d)(?:\d{3})?$/.exec(text) ?? []
  const clock = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return text.length === wanted.length && clock && isDay(text) ? null : { code: 'no-time', wanted }
}

function isDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function lengthWanted({ shortest, longest }: Field): string {
  if (shortest !== null && shortest === longest) return String(shortest)
  return longest === null ? `≥ ${shortest}` : `${shortest ?? 0}–${longest}`
}
