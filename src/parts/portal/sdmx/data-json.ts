import { Decimal } from 'decimal.js'
import type { Locale } from '#kernel/i18n/words.ts'
import { type Cell, type Cube, codesOf, componentWords } from './cube.ts'
import { metaOf, named } from './message.ts'
import {
  type Attribute,
  agencyOf,
  flowId,
  observationAttributes,
  seriesAttributes,
  seriesDimensions,
  structureId,
  urnOf,
} from './names.ts'
import type { DataQuery } from './query.ts'
import { type Portion, seriesOf } from './select.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

interface Printing {
  cube: Cube
  query: DataQuery
  locale: Locale
  /** where the structure is asked for */
  base: string
  question: string
}

/** A data message as SDMX-JSON 2.0.0: one data set a portion, all of one structure. */
export function dataJson(portions: readonly Portion[], printing: Printing): Json {
  const { cube, query, locale, question } = printing
  const lists = componentLists(portions, query)
  const links = linksOf(printing)
  return {
    meta: metaOf(cube, 'data', { question, locale }),
    data: {
      structures: [
        {
          ...named({ zh: '公开数据', en: 'Open figures' }, locale),
          ...{ links, dataSets: portions.map((_, place) => place) },
          dimensions: dimensionsOf(lists, printing),
          ...(query.values
            ? { measures: { observation: [{ id: 'OBS_VALUE', ...wordsOf('OBS_VALUE', locale) }] } }
            : {}),
          attributes: attributesOf(lists, printing),
        },
      ],
      dataSets: portions.map((portion) => ({
        ...{ structure: 0, action: portion.action, links },
        ...(portion.validFrom ? { validFrom: portion.validFrom.toISOString() } : {}),
        ...(portion.validTo ? { validTo: portion.validTo.toISOString() } : {}),
        ...(query.flat ? flatOf(portion, lists, query) : seriesIn(portion, lists, query)),
      })),
    },
  }
}

/** The values of each component that occur in the message, in order; a cell names them by their places. */
type Lists = Map<string, string[]>

function componentLists(portions: readonly Portion[], { attributes }: DataQuery): Lists {
  const cells = portions.flatMap((portion) => portion.cells)
  const distinct = (of: (cell: Cell) => string) => [...new Set(cells.map(of))].sort()
  return new Map([
    ...seriesDimensions.map((id) => [id, distinct(({ key }) => key[id])] as const),
    ['TIME_PERIOD', distinct(({ time }) => time)] as const,
    ...[...attributes].map((id) => [id, distinct((cell) => cell.attributes[id])] as const),
  ])
}

function dimensionsOf(lists: Lists, { cube, query, locale }: Printing): Json {
  const codes = codesOf(cube)
  const series = seriesDimensions.map((id, keyPosition) => ({
    ...{ id, keyPosition, ...wordsOf(id, locale) },
    values: lists.get(id)!.map((code) => coded(codes[id] ?? [], code, locale)),
  }))
  const spans = new Map(cube.cells.map(({ time, vintage: { start, end } }) => [time, { start, end }]))
  const time = {
    ...{ id: 'TIME_PERIOD', keyPosition: seriesDimensions.length, ...wordsOf('TIME_PERIOD', locale) },
    roles: ['TIME_PERIOD'],
    values: lists.get('TIME_PERIOD')!.map((id) => ({
      ...{ id, name: id, names: { zh: id, en: id } },
      ...{ start: `${spans.get(id)!.start}T00:00:00+08:00`, end: `${spans.get(id)!.end}T23:59:59+08:00` },
    })),
  }
  if (query.flat) return { observation: [...series, time] }
  return query.observations ? { series, observation: [time] } : { series }
}

function attributesOf(lists: Lists, { cube, query, locale }: Printing): Json {
  const codes = codesOf(cube)
  const shown = (ids: readonly Attribute[], relationship: Json) =>
    ids
      .filter((id) => query.attributes.has(id))
      .map((id) => ({
        ...{ id, ...wordsOf(id, locale), relationship },
        values: lists.get(id)!.map((code) => (codes[id] ? coded(codes[id], code, locale) : { value: code })),
      }))
  const dimensions = { dimensions: [...seriesDimensions] }
  const ofSeries = shown(seriesAttributes, dimensions)
  const ofObservation = query.observations ? shown(observationAttributes, { observation: {} }) : []
  return query.flat
    ? { observation: [...ofSeries, ...ofObservation] }
    : { series: ofSeries, observation: ofObservation }
}

function seriesIn({ cells }: Portion, lists: Lists, query: DataQuery): Record<string, Json> {
  const series = [...Map.groupBy(cells, seriesOf).values()].map((own): [string, Json] => {
    const key = seriesDimensions.map((id) => placeOf(lists, id, own[0]!.key[id])).join(':')
    const observations = own.map((cell): [string, Json] => [
      String(placeOf(lists, 'TIME_PERIOD', cell.time)),
      observationOf(cell, lists, query, observationAttributes),
    ])
    return [
      key,
      {
        attributes: placesOf(own.at(-1)!, lists, query, seriesAttributes),
        ...(query.observations ? { observations: Object.fromEntries(observations) } : {}),
      },
    ]
  })
  return { series: Object.fromEntries(series) }
}

function flatOf({ cells }: Portion, lists: Lists, query: DataQuery): Record<string, Json> {
  const observations = cells.map((cell): [string, Json] => {
    const series = seriesDimensions.map((id) => placeOf(lists, id, cell.key[id]))
    const key = [...series, placeOf(lists, 'TIME_PERIOD', cell.time)].join(':')
    return [key, observationOf(cell, lists, query, [...seriesAttributes, ...observationAttributes])]
  })
  return { observations: Object.fromEntries(observations) }
}

/** `[value, attribute, …]`: the value as a number wherever a double holds its digits, attributes by their places. */
function observationOf(cell: Cell, lists: Lists, query: DataQuery, attributes: readonly Attribute[]): Json {
  const { value } = cell.vintage
  const number = value === null ? null : Number(value)
  const shown = number === null || new Decimal(number).eq(value!) ? number : value
  return [...(query.values ? [shown] : []), ...placesOf(cell, lists, query, attributes)]
}

function placesOf(cell: Cell, lists: Lists, query: DataQuery, attributes: readonly Attribute[]): Json[] {
  return attributes.filter((id) => query.attributes.has(id)).map((id) => placeOf(lists, id, cell.attributes[id]))
}

const placeOf = (lists: Lists, id: string, value: string) => lists.get(id)!.indexOf(value)

function coded(codes: readonly { id: string; words: { zh: string; en: string } }[], id: string, locale: Locale) {
  return { id, ...named(codes.find((code) => code.id === id)?.words ?? { zh: id, en: id }, locale) }
}

const wordsOf = (id: string, locale: Locale) => named(componentWords[id] ?? { zh: id, en: id }, locale)

function linksOf({ cube, base }: Printing): Json {
  const agency = agencyOf(cube.area)
  return [
    {
      href: `${base}/sdmx/structure/dataflow/${agency}/${flowId}/+`,
      urn: urnOf('Dataflow', agency, flowId),
      rel: 'dataflow',
    },
    {
      href: `${base}/sdmx/structure/datastructure/${agency}/${structureId}/+`,
      urn: urnOf('DataStructure', agency, structureId),
      rel: 'structure',
    },
  ]
}
