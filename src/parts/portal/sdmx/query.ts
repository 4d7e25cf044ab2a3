import { refuse } from '#kernel/refusal.ts'
import { type Condition, readConditions, timeConditions } from './conditions.ts'
import {
  type Attribute,
  observationAttributes,
  type SeriesDimension,
  seriesAttributes,
  seriesDimensions,
} from './names.ts'
import { readInstant } from './time.ts'

/** A data query as it is understood, whichever of the two ways of asking it came in. */
export interface DataQuery {
  /** wanted keys: each dimension's codes, or undefined for any; a cell fits one of them */
  keys: readonly Partial<Record<SeriesDimension, readonly string[]>>[]
  conditions: readonly Condition[]
  asOf?: Date
  updatedAfter?: Date
  includeHistory: boolean
  first?: number
  last?: number
  /** the observations in a row of their own, outside of series */
  flat: boolean
  attributes: ReadonlySet<Attribute>
  values: boolean
  observations: boolean
}

export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads the key and the parameters of SDMX REST 1.x (SDMX 2.1) and 2.x (SDMX 3.0); refuses `portal/sdmx-syntax` (400). */
export function readQuery(key: string, asked: Asked): DataQuery {
  const one = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? value : value === undefined ? undefined : syntax(name, value.join(' '))
  }
  const asOf = instant(one('asOf'), 'asOf')
  const updatedAfter = instant(one('updatedAfter'), 'updatedAfter')
  if (asOf && updatedAfter && updatedAfter > asOf) return syntax('updatedAfter', one('updatedAfter') ?? '')
  const first = count(one('firstNObservations'), 'firstNObservations')
  const last = count(one('lastNObservations'), 'lastNObservations')
  return {
    keys: readKey(key),
    conditions: [...readConditions(asked), ...timeConditions(one('startPeriod'), one('endPeriod'))],
    includeHistory: flag(one('includeHistory'), 'includeHistory'),
    flat: isFlat(one('dimensionAtObservation')),
    ...{ ...shownOf(one('detail'), one('attributes'), one('measures')) },
    ...(asOf ? { asOf } : {}),
    ...(updatedAfter ? { updatedAfter } : {}),
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
  }
}

/** `M.410171.GDP+RETAIL_SALES.`, `all`, `M.*.GDP`, or several keys with commas; what is left out at the end is any. */
function readKey(text: string): DataQuery['keys'] {
  if (text === '' || text === 'all' || text === '*') return [{}]
  return text.split(',').map((key) => {
    const codes = key.split('.')
    if (codes.length > seriesDimensions.length) return syntax('key', key)
    const wanted = codes.flatMap((code, place) => {
      if (code === '' || code === '*') return []
      if (!/^[A-Za-z0-9_@$+ -]+$/.test(code)) return syntax('key', key)
      return [[seriesDimensions[place]!, code.split(/[+ ]/)] as const]
    })
    return Object.fromEntries(wanted)
  })
}

const allAttributes: readonly Attribute[] = [...seriesAttributes, ...observationAttributes]

/** `detail` of 2.1, `attributes` and `measures` of 3.0. */
function shownOf(detail: string | undefined, attributes: string | undefined, measures: string | undefined) {
  if (detail !== undefined && attributes === undefined && measures === undefined) {
    if (detail === 'full') return { attributes: new Set(allAttributes), values: true, observations: true }
    if (detail === 'dataonly') return { attributes: new Set<Attribute>(), values: true, observations: true }
    if (detail === 'nodata') return { attributes: new Set(allAttributes), values: false, observations: false }
    if (detail === 'serieskeysonly') return { attributes: new Set<Attribute>(), values: false, observations: false }
    return syntax('detail', detail)
  }
  const values = valuesAsked(measures)
  const chosen = attributesAsked(attributes ?? 'dsd')
  return { attributes: chosen, values, observations: values || chosen.has('OBS_STATUS') }
}

function valuesAsked(measures: string | undefined): boolean {
  if (measures === undefined || measures === 'all' || measures === 'OBS_VALUE') return true
  return measures === 'none' ? false : syntax('measures', measures)
}

function attributesAsked(text: string): Set<Attribute> {
  return new Set(
    text.split(',').flatMap((name): readonly Attribute[] => {
      if (name === 'dsd' || name === 'all') return allAttributes
      if (name === 'none' || name === 'msd' || name === 'dataset') return []
      if (name === 'series') return seriesAttributes
      if (name === 'obs') return observationAttributes
      return allAttributes.filter((known) => known === name).concat(isAttribute(name) ? [] : syntax('attributes', name))
    }),
  )
}

const isAttribute = (name: string) => allAttributes.some((known) => known === name)

function isFlat(dimension: string | undefined): boolean {
  if (dimension === undefined || dimension === 'TIME_PERIOD') return false
  if (dimension === 'AllDimensions') return true
  return refuse('portal/sdmx-not-implemented', { asked: `dimensionAtObservation=${dimension.slice(0, 40)}` }, 501)
}

const instant = (text: string | undefined, name: string) => (text === undefined ? undefined : readInstant(text, name))

function count(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : syntax(name, text)
}

function flag(text: string | undefined, name: string): boolean {
  if (text === undefined || text === 'false') return false
  return text === 'true' ? true : syntax(name, text)
}

function syntax(parameter: string, value: string): never {
  return refuse('portal/sdmx-syntax', { parameter, value: value.slice(0, 60) }, 400)
}
