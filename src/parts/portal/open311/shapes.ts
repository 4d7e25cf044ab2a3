import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Optional = z.union([z.string(), z.array(z.string())]).optional()
const named = <N extends string>(...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, Optional])) as Record<N, typeof Optional>

/** Arguments are read by the service itself, which answers with errors in GeoReport's own shape. */
const asked = (...names: string[]) => z.object(named('jurisdiction_id', ...names)).catchall(z.unknown())
const format = z.object({ format: z.string() })

const kept = { permission: 'public', reply: 'file', open: { seconds: 30 }, perMinute: 1200 } as const
const taken = { permission: 'public', reply: 'file', anyOrigin: true, perMinute: 6000 } as const

const discovery = {
  ...kept,
  method: 'GET',
  params: format,
  query: asked(),
  summary: { zh: 'Open311 服务发现', en: 'Open311 service discovery' },
} as const

export const discoveryShapes = [
  endpoint({ ...discovery, path: '/open311/discovery.:format' }),
  endpoint({ ...discovery, path: '/open311/v2/discovery.:format' }),
]

export const servicesShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/services.:format', ...kept, params: format, query: asked() },
  summary: { zh: 'Open311 可反映的事项类别', en: 'Open311 GET Service List' },
})

export const definitionShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/services/:service', ...kept },
  params: z.object({ service: z.string() }),
  query: asked(),
  summary: {
    zh: 'Open311 某类事项的附加字段（service 为 代码.json 或 代码.xml）',
    en: 'Open311 GET Service Definition; service is CODE.json or CODE.xml',
  },
})

const window = ['start_date', 'end_date'] as const
const paging = ['page', 'page_size', 'extensions'] as const

export const requestsShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/requests.:format', ...kept, params: format },
  query: asked(
    ...['service_request_id', 'service_code', 'status', ...window, ...paging],
    ...['updated_after', 'updated_before', 'lat', 'long', 'radius'],
  ),
  summary: { zh: 'Open311 查询事项', en: 'Open311 GET Service Requests' },
})

export const requestShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/requests/:request', ...kept },
  params: z.object({ request: z.string() }),
  query: asked('extensions'),
  summary: {
    zh: 'Open311 查一件事项（request 为 编号.json 或 编号.xml）',
    en: 'Open311 GET Service Request; request is ID.json or ID.xml',
  },
})

export const tokenShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/tokens/:token', permission: 'public', reply: 'file', perMinute: 1200 },
  params: z.object({ token: z.string() }),
  query: asked(),
  summary: {
    zh: 'Open311 由凭证取事项编号（token 为 凭证.json 或 凭证.xml）',
    en: 'Open311 GET service_request_id from a token; token is TOKEN.json or TOKEN.xml',
  },
})

export const submitShape = endpoint({
  ...{ method: 'POST', path: '/open311/v2/requests.:format', ...taken, params: format, query: asked('api_key') },
  summary: {
    zh: 'Open311 提交事项（表单或带照片的多段表单；须带 api_key）',
    en: 'Open311 POST Service Request, as a form or with photos as a multipart form; needs an api_key',
  },
})

export const updatesShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/servicerequestupdates.:format', ...kept, params: format },
  query: asked(...window),
  summary: { zh: 'Open311 事项的进展', en: 'Open311 updates of requests (mySociety extension)' },
})

export const takeUpdateShape = endpoint({
  ...{ method: 'POST', path: '/open311/v2/servicerequestupdates.:format', ...taken, params: format },
  query: asked('api_key'),
  summary: { zh: 'Open311 提交进展（须带 api_key）', en: 'Open311 POST an update; needs an api_key' },
})

export const bulkShape = endpoint({
  ...{ method: 'GET', path: '/open311/v2/bulk/:file', ...kept },
  params: z.object({ file: z.string() }),
  query: asked(),
  summary: {
    zh: 'Open311 按月成批下载（file 如 2018-06.csv，也有 xml、json）',
    en: 'Open311 bulk download of a month; file is 2018-06.csv, .xml or .json',
  },
})
