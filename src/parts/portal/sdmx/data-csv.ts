import { csvLine } from '#kernel/files/csv-text.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import type { Accepted } from './accept.ts'
import { type Cell, type Cube, codesOf, componentWords } from './cube.ts'
import { agencyOf, flowId, observationAttributes, seriesAttributes, seriesDimensions, version } from './names.ts'
import type { DataQuery } from './query.ts'
import { type Portion, seriesOf } from './select.ts'

const actions = { Information: 'I', Replace: 'R', Delete: 'D' }
const flowWords = { zh: '公开数据', en: 'Open figures' }

/** A column of the table: its heading's component and what stands in it. */
interface Column {
  id: string
  of(cell: Cell): string
}

/**
 * A data message as SDMX-CSV 2.0: one row an observation. With history, two further columns say from when to when a value was the
 * one shown. The media type's parameters are heeded: `labels` (id, name, both), `keys` (none, obs, series, both), `timeFormat`.
 */
export function dataCsv(
  cube: Cube,
  portions: readonly Portion[],
  query: DataQuery,
  { parameters, locale }: Pick<Accepted, 'parameters'> & { locale: Locale },
): string {
  const labels = parameters.get('labels') ?? 'id'
  const keys = parameters.get('keys') ?? parameters.get('key') ?? 'none'
  const words = wordsOf(cube, locale)
  const columns = columnsOf(query, parameters.get('timeFormat') === 'normalized')
  const flow = `${agencyOf(cube.area)}:${flowId}(${version})`
  const label = (id: string, name: string | undefined) => {
    if (labels === 'name') return [id, name ?? '']
    return [labels === 'both' && name !== undefined && id !== '' ? `${id}: ${name}` : id]
  }
  const withKeys = (series: string, observation: string) => [
    ...(keys === 'series' || keys === 'both' ? [series] : []),
    ...(keys === 'obs' || keys === 'both' ? [observation] : []),
  ]
  const validity = (portion: Portion) =>
    query.includeHistory ? [portion.validFrom?.toISOString() ?? '', portion.validTo?.toISOString() ?? ''] : []
  const heading = [
    ...['STRUCTURE', 'STRUCTURE_ID', ...(labels === 'name' ? ['STRUCTURE_NAME'] : []), 'ACTION'],
    ...withKeys('SERIES_KEY', 'OBS_KEY'),
    ...columns.flatMap(({ id }) => label(id, componentWords[id]?.[locale])),
    ...(query.includeHistory ? ['VALID_FROM', 'VALID_TO'] : []),
  ]
  const lines = portions.flatMap((portion) =>
    rowsOf(portion, query).map((cell) =>
      csvLine([
        ...['dataflow', ...label(flow, flowWords[locale]), actions[portion.action]],
        ...withKeys(seriesOf(cell), `${seriesOf(cell)}.${cell.time}`),
        ...columns.flatMap(({ id, of }) => label(of(cell), words.get(`${id} ${of(cell)}`))),
        ...validity(portion),
      ]),
    ),
  )
  return csvLine(heading) + lines.join('')
}

/** Without observations a series is one row. */
function rowsOf({ cells }: Portion, { observations }: DataQuery): readonly Cell[] {
  return observations ? cells : [...new Map(cells.map((cell) => [seriesOf(cell), cell])).values()]
}

function columnsOf({ attributes, values, observations }: DataQuery, normalized: boolean): Column[] {
  const chosen = [...seriesAttributes, ...observationAttributes].filter((id) => attributes.has(id))
  const shown = observations ? chosen : chosen.filter((id) => id !== 'OBS_STATUS')
  return [
    ...seriesDimensions.map((id) => ({ id, of: ({ key }: Cell) => key[id] })),
    ...(observations
      ? [{ id: 'TIME_PERIOD', of: ({ time, vintage }: Cell) => (normalized ? vintage.end : time) }]
      : []),
    ...(values ? [{ id: 'OBS_VALUE', of: ({ vintage }: Cell) => vintage.value ?? '' }] : []),
    ...shown.map((id) => ({ id, of: ({ attributes: own }: Cell) => own[id] })),
  ]
}

function wordsOf(cube: Cube, locale: Locale): Map<string, string> {
  return new Map(
    Object.entries(codesOf(cube)).flatMap(([component, codes]) =>
      codes.map(({ id, words }) => [`${component} ${id}`, words[locale]] as const),
    ),
  )
}
