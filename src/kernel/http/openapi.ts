import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** The OpenAPI 3.1 document of the declared endpoints: the same shapes that validate. */
export function openApiOf(endpoints: readonly Endpoint[], title: string): OpenAPIV3_1.Document {
  const paths: OpenAPIV3_1.PathsObject = {}
  const definitions: Definitions = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, definitions) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '0.1.0',
      description: 'Figures are objects; decimals are strings; errors are RFC 9457 problems.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jingkai.session_token' },
        key: { type: 'http', scheme: 'bearer', description: '程序密钥 / a key for programs: jk_…' },
      },
      schemas: { Problem: problemSchema, ...definitions },
    },
  }
}

type Definitions = Record<string, OpenAPIV3_1.SchemaObject>

const problemSchema: OpenAPIV3_1.SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'cure', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    cure: { type: 'string' },
    requestId: { type: 'string' },
  },
}

function operationOf(endpoint: Endpoint, definitions: Definitions): OpenAPIV3_1.OperationObject {
  const name = `${endpoint.method.toLowerCase()}${endpoint.path.replaceAll(/[^a-zA-Z]+/g, '-')}`
  const schema: Schema = (shape, io) => schemaOf(shape, io, `${name}.${io}`, definitions)
  return {
    operationId: name,
    summary: `${endpoint.summary.zh} / ${endpoint.summary.en}`,
    tags: [tagOf(endpoint.path)],
    security: securityOf(endpoint),
    'x-permission': endpoint.permission,
    parameters: [...parametersOf(endpoint.params, 'path', schema), ...parametersOf(endpoint.query, 'query', schema)],
    ...(endpoint.body ? { requestBody: bodyOf(endpoint.body, schema) } : {}),
    responses: {
      200: { description: 'OK', content: contentOf(endpoint.reply, schema) },
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  } as OpenAPIV3_1.OperationObject
}

/** Programs come with a key to what is declared open to keys. */
function securityOf({ permission, forPrograms }: Endpoint): Record<string, string[]>[] {
  if (permission === 'public') return []
  return forPrograms ? [{ session: [] }, { key: [] }] : [{ session: [] }]
}

/** The subject of an address: `bulletins` of /api/bulletins/:id, `sdmx` of /sdmx/data/:flow. */
function tagOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  return first === 'api' ? second : first
}

type Schema = (shape: z.ZodType, io: 'input' | 'output') => OpenAPIV3_1.SchemaObject

function parametersOf(shape: z.ZodObject | undefined, where: 'path' | 'query', schemaOfShape: Schema) {
  if (!shape) return []
  const schema = schemaOfShape(shape, 'input') as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || (schema.required ?? []).includes(name),
    schema: field as OpenAPIV3_1.SchemaObject,
  }))
}

function bodyOf(body: z.ZodType | 'file', schemaOfShape: Schema): OpenAPIV3_1.RequestBodyObject {
  if (body !== 'file')
    return { required: true, content: { 'application/json': { schema: schemaOfShape(body, 'input') } } }
  const schema: OpenAPIV3_1.SchemaObject = {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function contentOf(
  reply: z.ZodType | 'file' | 'events',
  schemaOfShape: Schema,
): Record<string, OpenAPIV3_1.MediaTypeObject> {
  if (reply === 'file') return { 'application/octet-stream': {} }
  if (reply === 'events') return { 'text/event-stream': {} }
  return { 'application/json': { schema: schemaOfShape(reply, 'output') } }
}

/** Shapes that stand on themselves bring definitions: they move to the document's components, under the operation's name. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output', name: string, definitions: Definitions) {
  const text = JSON.stringify(z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }))
  const { $schema, $defs, ...schema } = JSON.parse(
    text.replaceAll(/"#\/\$defs\/([^"]+)"/g, (_whole, id: string) => `"#/components/schemas/${name}.${id}"`),
  ) as OpenAPIV3_1.SchemaObject & { $schema?: string; $defs?: Definitions }
  for (const [id, definition] of Object.entries($defs ?? {})) definitions[`${name}.${id}`] = definition
  return schema as OpenAPIV3_1.SchemaObject
}
