import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { inflows, stages, states } from '../engine/states.ts'
import { Lit, listFilters, MatterRow, UnitShape } from './row-shapes.ts'

/** Open matters counted by stage, by the unit that has them and by inflow. */
export const matterBoard = endpoint({
  method: 'GET',
  path: '/api/matters/board',
  permission: 'matters/read',
  summary: { zh: '事项总览：各环节、各单位在办和超时', en: 'All matters: open and late ones by stage and unit' },
  query: z.object({ inflow: z.enum(inflows).optional() }),
  reply: z.object({
    now: z.string(),
    counts: Lit,
    stages: z.array(
      z.object({
        stage: z.enum(stages),
        lit: Lit,
        states: z.array(z.object({ state: z.enum(states), count: z.number() })),
      }),
    ),
    units: z.array(z.object({ unit: UnitShape, lit: Lit })),
    inflows: z.array(z.object({ inflow: z.enum(inflows), lit: Lit })),
    /** the last seven days, today among them */
    week: z.object({ opened: z.number(), closed: z.number() }),
  }),
})

/** Matters that fit: open ones by their deadline, all of them by the moment they were opened. */
export const listMatters = endpoint({
  method: 'GET',
  path: '/api/matters',
  permission: 'matters/read',
  summary: { zh: '事项列表', en: 'List of matters' },
  query: z.object({
    ...listFilters,
    open: z.stringbool().optional(),
    q: z.string().trim().max(100).optional(),
  }),
  reply: z.object({
    now: z.string(),
    rows: z.array(MatterRow),
    /** counted up to 10,000 */
    total: z.number(),
    more: z.boolean(),
  }),
})
