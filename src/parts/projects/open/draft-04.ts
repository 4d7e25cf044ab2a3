/** A JSON Schema of draft 04, as far as the standards we publish by use it. */
export interface Schema {
  id?: string
  $ref?: string
  type?: string | string[]
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  minLength?: number
  minProperties?: number
  minimum?: number
  pattern?: string
  uniqueItems?: boolean
  enum?: unknown[]
  format?: string
  definitions?: Record<string, Schema>
}

/** What is wrong with a value, as `path: problem`; nothing when it is valid. Other schemas are found under their ids. */
export function faultsOf(value: unknown, schema: Schema, others: Readonly<Record<string, Schema>> = {}): string[] {
  return walk(value, schema, schema, '')

  function walk(value: unknown, schema: Schema, root: Schema, path: string): string[] {
    if (schema.$ref !== undefined) {
      const { found, within } = resolved(schema.$ref, root)
      return walk(value, found, within, path)
    }
    const at = (problem: string) => `${path || '/'}: ${problem}`
    const types = [schema.type ?? []].flat()
    if (types.length > 0 && !types.some((type) => isOf(value, type))) return [at(`is no ${types.join(' or ')}`)]
    const faults: string[] = []
    if (schema.enum && !schema.enum.includes(value)) faults.push(at(`is not one of ${schema.enum.length} codes`))
    if (typeof value === 'string') faults.push(...textFaults(value, schema).map(at))
    if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
      faults.push(at('is too low'))
    if (Array.isArray(value)) {
      faults.push(...listFaults(value, schema).map(at))
      if (schema.items) faults.push(...value.flatMap((one, nth) => walk(one, schema.items!, root, `${path}/${nth}`)))
    } else if (typeof value === 'object' && value !== null) {
      const own = value as Record<string, unknown>
      for (const name of schema.required ?? []) if (!(name in own)) faults.push(at(`lacks ${name}`))
      if (Object.keys(own).length < (schema.minProperties ?? 0)) faults.push(at('is empty'))
      for (const [name, below] of Object.entries(schema.properties ?? {}))
        if (name in own) faults.push(...walk(own[name], below, root, `${path}/${name}`))
    }
    return faults
  }

  function resolved(ref: string, root: Schema): { found: Schema; within: Schema } {
    const [address = '', pointer = ''] = ref.split('#')
    const within = address === '' ? root : others[address]
    if (!within) throw new Error(`no schema ${address}`)
    const found = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((now, step) => (now as Record<string, unknown>)[step], within)
    return { found: found as Schema, within }
  }
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function textFaults(value: string, { minLength = 0, pattern, format }: Schema): string[] {
  const faults = []
  if (value.length < minLength) faults.push('is too short')
  if (pattern !== undefined && !new RegExp(pattern).test(value)) faults.push(`does not match ${pattern}`)
  if (format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value))
    faults.push('is no date-time')
  if (format === 'uri' && !URL.canParse(value)) faults.push('is no address')
  return faults
}

function listFaults(value: readonly unknown[], { minItems = 0, uniqueItems }: Schema): string[] {
  const faults = []
  if (value.length < minItems) faults.push('has too few')
  if (uniqueItems && new Set(value.map((one) => JSON.stringify(one))).size < value.length) faults.push('says one twice')
  return faults
}
