import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** Trains, TEU, tonnes and US dollars of one way. */
const Way = z.object({ trains: z.int(), teu: z.string(), weight: z.string(), value: z.string() })

export const corridorsShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains/corridors',
  permission: 'trade/read',
  summary: {
    zh: '各线路、各口岸的班列量，去程回程分列，附地点和走向',
    en: 'Trains by route and border port, both ways apart, with the places they pass',
  },
  query: z.object({ period: z.string().min(4).max(25).optional(), scope: z.enum(['europe', 'asia']).optional() }),
  reply: z.object({
    period: z.string(),
    from: z.string(),
    to: z.string(),
    places: z.array(
      z.object({
        code: z.string(),
        name: Words,
        kind: z.enum(['hub', 'border', 'gauge', 'end']),
        /** degrees */
        lon: z.number(),
        lat: z.number(),
      }),
    ),
    corridors: z.array(
      z.object({
        route: Words,
        port: Words,
        scope: z.enum(['europe', 'asia']),
        /** codes of places in the order of the outbound way; empty when no table knows the route by this port */
        path: z.array(z.string()),
        outbound: Way,
        return: Way,
      }),
    ),
  }),
})
