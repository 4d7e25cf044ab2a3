import type { Tx } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { type Request, type Route, reads } from '#kernel/http/route.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneName } from '../open-figures.ts'
import { accepted } from './accept.ts'
import { cubeOf } from './cube.ts'
import { dataCsv } from './data-csv.ts'
import { dataJson } from './data-json.ts'
import { faultOf } from './fault.ts'
import { agencyOf, areaOf, flowId, version } from './names.ts'
import { type Asked, readQuery } from './query.ts'
import { select } from './select.ts'
import { dataDoors, structureDoors } from './shapes.ts'
import { structureMessage, takesVersion } from './structure-query.ts'

type Params = Readonly<Record<string, string>>

/** The SDMX service: what is open, in the terms of statistical offices. */
export const sdmxRoutes: readonly Route[] = [
  ...dataDoors.map((door) =>
    reads(door, async (tx, { params, query }, request) =>
      answered(request, () => dataAnswer(tx, { params: params as Params, query: query as Asked }, request)),
    ),
  ),
  ...structureDoors.map((door) =>
    reads(door, async (tx, { params, query }, request) =>
      answered(request, () => structureAnswer(tx, { params: params as Params, query: query as Asked }, request)),
    ),
  ),
]

async function dataAnswer(
  tx: Tx,
  { params, query: asked }: { params: Params; query: Asked },
  { locale, raw }: Request,
): Promise<FileAnswer> {
  const accept = accepted(raw.headers.accept, 'data', ['json', 'csv'], formatOf(asked))
  await mustBeTheFlow(tx, params)
  const query = readQuery(params['key'] ?? '', asked)
  const cube = await cubeOf(tx, await zoneName(tx), query.asOf)
  const portions = select(cube.cells, query)
  if (portions.length === 0) return params['flow'] === undefined ? nothing : refuse('portal/sdmx-no-results', {}, 404)
  const { type, form } = accept
  const common = { type, inline: form === 'json', headers: { 'content-language': locale } }
  if (form === 'csv') {
    return { ...common, name: `${flowId}.csv`, content: dataCsv(cube, portions, query, { ...accept, locale }) }
  }
  const message = dataJson(portions, { cube, query, locale, base: `${raw.protocol}://${raw.host}`, question: raw.url })
  return { ...common, name: `${flowId}.json`, content: JSON.stringify(message) }
}

async function structureAnswer(
  tx: Tx,
  { params, query }: { params: Params; query: Asked },
  { locale, raw }: Request,
): Promise<FileAnswer> {
  const { type } = accepted(raw.headers.accept, 'structure', ['json'], formatOf(query))
  const cube = await cubeOf(tx, await zoneName(tx))
  const { type: artefact = '', agency = '', id = '', version: asked = '', item = '' } = params
  const message = structureMessage(
    cube,
    { type: artefact, agency, id, version: asked, item },
    { query, locale, question: raw.url },
  )
  return {
    ...{ name: 'structure.json', type, inline: true, headers: { 'content-language': locale } },
    content: JSON.stringify(message),
  }
}

/** `agency,id,version` or `id` of 2.1; the path's parts of 3.0. Refuses `portal/sdmx-no-results` (404). */
async function mustBeTheFlow(tx: Tx, params: Params): Promise<void> {
  const [a = '', b, c = 'latest'] = params['flow']?.split(',') ?? [params['agency'], params['id'], params['version']]
  const { agency, id } = b === undefined ? { agency: '*', id: a } : { agency: a, id: b }
  const own = agencyOf(await areaOf(tx))
  const takes = (asked: string | undefined, name: string) => asked === '*' || asked === 'all' || asked === name
  const fits = takes(agency, own) && takes(id, flowId) && takesVersion(c, version)
  const provider = params['provider'] ?? 'all'
  if (!fits || !['all', '*', own].includes(provider)) refuse('portal/sdmx-no-results', {}, 404)
}

async function answered({ locale }: Request, answer: () => Promise<FileAnswer>): Promise<FileAnswer> {
  try {
    return await answer()
  } catch (error) {
    return faultOf(error, locale)
  }
}

const formatOf = ({ format }: Asked) => (typeof format === 'string' ? format : undefined)

/** Nothing fits, and that is well (REST 2.x). */
const nothing: FileAnswer = { name: '', type: 'text/plain', inline: true, status: 204, content: '' }
