import { z } from 'zod'
import { asides, inflows, stages, states } from '../engine/states.ts'
import { lights } from './light.ts'

export const WordsShape = z.object({ zh: z.string(), en: z.string() })
export const LightShape = z.enum(lights)
export const UnitShape = z.object({ code: z.string(), name: WordsShape })

/** One matter in a list; the clock is that of the stage it is in. Moments are instants of the zone's clock. */
export const MatterRow = z.object({
  number: z.string(),
  version: z.number(),
  title: z.string(),
  address: z.string(),
  category: z.string(),
  categoryName: WordsShape,
  inflow: z.enum(inflows),
  state: z.enum(states),
  stage: z.enum(stages).nullable(),
  aside: z.enum(asides).nullable(),
  liesWith: UnitShape,
  dutyUnit: UnitShape.nullable(),
  openedAt: z.string(),
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  pausedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  light: LightShape,
  rework: z.number(),
  returned: z.number(),
  /** somebody named the caller for it */
  mine: z.boolean(),
})
export type MatterRow = z.output<typeof MatterRow>

export const Lit = z.object({ on: z.number(), warning: z.number(), behind: z.number(), none: z.number() })
export type Lit = z.output<typeof Lit>

/** Filters of lists, all of them in the address of the page. */
export const listFilters = {
  state: z.enum(states).optional(),
  stage: z.enum(stages).optional(),
  light: LightShape.optional(),
  inflow: z.enum(inflows).optional(),
  category: z
    .string()
    .regex(/^[CE]([0-9]{2}|[0-9]{4})$/)
    .optional(),
  unit: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
}
