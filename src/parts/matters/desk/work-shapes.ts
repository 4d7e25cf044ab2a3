import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { inflows, states } from '../engine/states.ts'
import { LightShape, Lit, MatterRow } from './row-shapes.ts'

/** What lies with the caller's units and waits for their next deed, the most urgent first. */
export const myWork = endpoint({
  method: 'GET',
  path: '/api/matters/mine',
  permission: 'matters/work',
  summary: { zh: '我的待办：在手事项，最急的在前', en: 'My work: what lies with my units, the most urgent first' },
  query: z.object({
    state: z.enum(states).optional(),
    light: LightShape.optional(),
    inflow: z.enum(inflows).optional(),
    /** only what names the caller */
    named: z.stringbool().optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({
    now: z.string(),
    counts: Lit,
    /** of those, how many name the caller */
    named: z.number(),
    states: z.array(z.object({ state: z.enum(states), count: z.number(), late: z.number() })),
    /** the first one due, whatever the filters say */
    first: MatterRow.nullable(),
    rows: z.array(MatterRow),
    total: z.number(),
  }),
})
