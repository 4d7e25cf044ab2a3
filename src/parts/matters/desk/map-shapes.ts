import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { inflows, states } from '../engine/states.ts'
import { LightShape, Lit, WordsShape } from './row-shapes.ts'

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

/** Open matters in a part of the map: each by itself when there are few, else counted by cell of a grid that fits the zoom. */
export const mapOfMatters = endpoint({
  method: 'GET',
  path: '/api/matters/map',
  permission: 'matters/read',
  summary: { zh: '事项地图：在办事项的位置', en: 'Map of matters: where the open ones are' },
  query: z.object({
    ...{ west: degrees(180), east: degrees(180), south: degrees(90), north: degrees(90) },
    zoom: z.coerce.number().min(0).max(22),
    light: LightShape.optional(),
    inflow: z.enum(inflows).optional(),
    state: z.enum(states).optional(),
  }),
  reply: z.object({
    now: z.string(),
    counts: Lit,
    /** open ones that nobody gave a place */
    placeless: z.number(),
    points: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        state: z.enum(states),
        categoryName: WordsShape,
        light: LightShape,
        dueAt: z.string().nullable(),
        longitude: z.number(),
        latitude: z.number(),
      }),
    ),
    clusters: z.array(z.object({ longitude: z.number(), latitude: z.number(), count: z.number(), lit: Lit })),
  }),
})
