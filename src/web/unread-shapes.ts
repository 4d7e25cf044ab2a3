/**
 * Stands in for zod on pages. A page takes addresses, methods and types from the endpoints; what goes over the door is checked by the
 * server, so the validators themselves (a sixth of the first screen) stay there. Building a shape does nothing here; reading with one says so.
 */
const shape: unknown = new Proxy(() => shape, {
  get: (_, name) => {
    if (typeof name === 'symbol' || name === 'then') return undefined
    return reading.has(name) ? refuseToRead : shape
  },
})

const reading = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode'])

function refuseToRead(): never {
  throw new Error('Shapes are read by the server only: pages get replies typed but not parsed.')
}

export const z = shape
