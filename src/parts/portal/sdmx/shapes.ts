import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { open } from '../shapes.ts'

const Text = z.string().max(1000)
const Optional = Text.optional()

/** Parameters are read by the service itself, which answers with SDMX's own messages; `c[DIMENSION]` may be any. */
const DataQuery = z
  .object({
    startPeriod: Optional,
    endPeriod: Optional,
    updatedAfter: Optional,
    asOf: Optional,
    includeHistory: Optional,
    firstNObservations: Optional,
    lastNObservations: Optional,
    dimensionAtObservation: Optional,
    detail: Optional,
    attributes: Optional,
    measures: Optional,
    format: Optional,
  })
  .catchall(z.union([Text, z.array(Text)]))

const StructureQuery = z
  .object({ detail: Optional, references: Optional, format: Optional })
  .catchall(z.union([Text, z.array(Text)]))

const fields = (names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)

const dataSummary = { zh: 'SDMX 数据查询', en: 'SDMX data query' }
const structureSummary = { zh: 'SDMX 结构查询', en: 'SDMX structure query' }

function door(path: string, kind: 'data' | 'structure') {
  return endpoint({
    ...{ method: 'GET', path, permission: 'public', open, reply: 'file' },
    summary: kind === 'data' ? dataSummary : structureSummary,
    params: fields(namesIn(path)),
    query: kind === 'data' ? DataQuery : StructureQuery,
  })
}

/** SDMX 3.0 (REST 2.x) and SDMX 2.1 (REST 1.x) ask for data in different ways. */
export const dataDoors = [
  '/sdmx/data/dataflow/:agency/:id/:version/:key',
  '/sdmx/data/dataflow/:agency/:id/:version',
  '/sdmx/data/dataflow/:agency/:id',
  '/sdmx/data/:flow',
  '/sdmx/data/:flow/:key',
  '/sdmx/data/:flow/:key/:provider',
].map((path) => door(path, 'data'))

export const structureDoors = ['/sdmx/structure/:type', '/sdmx/:type'].flatMap((root) =>
  ['', '/:agency', '/:agency/:id', '/:agency/:id/:version', '/:agency/:id/:version/:item'].map((more) =>
    door(`${root}${more}`, 'structure'),
  ),
)
