import { read, type Tx, write } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { refuseUnkeptText } from '#kernel/http/kept-text.ts'
import { type Request, type Route, reads, works } from '#kernel/http/route.ts'
import { refuse } from '#kernel/refusal.ts'
import { type Arguments, argument } from './asked.ts'
import { bulkOf } from './bulk.ts'
import { discoveryOf } from './discovery.ts'
import { asProgram, formOf } from './form.ts'
import { type Reader, requestList, requestOf } from './requests.ts'
import { serviceDefinition, serviceList } from './service-list.ts'
import { open311Settings } from './settings.ts'
import * as shapes from './shapes.ts'
import { type Format, mediaTypes, printed, type Value } from './spark.ts'
import { requestOfToken, submitRequest } from './submit.ts'
import { takeUpdate, updateList } from './updates.ts'

/** Open311 GeoReport v2: the matters of the town for other people's programs. */
export const open311Routes: readonly Route[] = [
  ...shapes.discoveryShapes.map((shape) =>
    reads(shape, async (tx, { params }, request) =>
      answer(request, formatIn(params.format), 'discovery', await discoveryOf(tx, readerOf(request))),
    ),
  ),
  reads(shapes.servicesShape, async (tx, { params, query }, request) => {
    await ready(tx, query)
    return answer(request, formatIn(params.format), 'services', await serviceList(tx, request.locale))
  }),
  reads(shapes.definitionShape, async (tx, { params, query }, request) => {
    const { id, format } = named(params.service)
    await ready(tx, query)
    return answer(request, format, 'service_definition', await serviceDefinition(tx, id, request.locale))
  }),
  reads(shapes.requestsShape, async (tx, { params, query }, request) => {
    await ready(tx, query)
    const format = formatIn(params.format)
    return answer(request, format, 'service_requests', await requestList(tx, query, readerOf(request)))
  }),
  reads(shapes.requestShape, async (tx, { params, query }, request) => {
    const { id, format } = named(params.request)
    await ready(tx, query)
    return answer(request, format, 'service_requests', await requestOf(tx, id, query, readerOf(request)))
  }),
  reads(shapes.tokenShape, async (tx, { params, query }, request) => {
    const { id, format } = named(params.token)
    await ready(tx, query)
    return answer(request, format, 'service_requests', await requestOfToken(tx, id))
  }),
  works(shapes.submitShape, async (work, { params }, request) => {
    const format = formatIn(params.format)
    const form = await formOf(request)
    const program = await asProgram(work, form.asked, request.raw.headers.authorization)
    await read(work, (tx) => ready(tx, form.asked))
    return answer(request, format, 'service_requests', await submitRequest(program, form, request.locale))
  }),
  reads(shapes.updatesShape, async (tx, { params, query }, request) => {
    await ready(tx, query)
    const format = formatIn(params.format)
    return answer(request, format, 'service_request_updates', await updateList(tx, query, readerOf(request)))
  }),
  works(shapes.takeUpdateShape, async (work, { params }, request) => {
    const format = formatIn(params.format)
    const { asked } = await formOf(request)
    const program = await asProgram(work, asked, request.raw.headers.authorization)
    await read(work, (tx) => ready(tx, asked))
    const taken = await write(program, (tx) => takeUpdate(tx, asked, request.locale))
    return answer(request, format, 'service_request_updates', taken)
  }),
  reads(shapes.bulkShape, async (tx, { params, query }, request) => {
    await ready(tx, query)
    return bulkOf(tx, params.file, readerOf(request))
  }),
]

/** Text that can be kept, and our own jurisdiction or none; refuses `portal/open311-jurisdiction-unknown` (404). */
async function ready(tx: Tx, asked: Arguments): Promise<void> {
  refuseUnkeptText('query', asked)
  const jurisdiction = argument(asked, 'jurisdiction_id')
  if (jurisdiction === undefined || jurisdiction === (await open311Settings(tx)).jurisdiction) return
  refuse('portal/open311-jurisdiction-unknown', { jurisdiction: jurisdiction.slice(0, 60) }, 404)
}

function readerOf({ locale, raw }: Request): Reader {
  return { locale, base: `${raw.protocol}://${raw.host}` }
}

function answer({ locale }: Request, format: Format, root: string, value: Value): FileAnswer {
  const headers = { 'content-language': locale }
  return {
    name: `${root}.${format}`,
    inline: true,
    headers,
    type: mediaTypes[format],
    content: printed(format, root, value),
  }
}

/** `id.format` of the last segment of an address; refuses `portal/open311-format` (404). */
function named(segment: string): { id: string; format: Format } {
  const dot = segment.lastIndexOf('.')
  const id = segment.slice(0, Math.max(0, dot))
  refuseUnkeptText('address', id)
  return { id, format: formatIn(segment.slice(dot + 1)) }
}

function formatIn(ending: string): Format {
  const format = ending.toLowerCase()
  return format === 'json' || format === 'xml'
    ? format
    : refuse('portal/open311-format', { format: ending.slice(0, 20) }, 404)
}
