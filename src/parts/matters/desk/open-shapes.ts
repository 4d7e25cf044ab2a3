import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { moveBody, photoKinds, placeShape } from '../engine/deed-shapes.ts'
import { inflows, states } from '../engine/states.ts'
import { WordsShape } from './row-shapes.ts'

const number = z.string().max(30)

const StandardShape = z.object({
  id: z.number(),
  condition: z.string(),
  closeCondition: z.string(),
  limit: WordsShape,
  unit: z.string().nullable(),
})
export type StandardShown = z.output<typeof StandardShape>

/** Categories in force with their standards: what a matter can be. */
export const matterCategories = endpoint({
  method: 'GET',
  path: '/api/matters/categories',
  permission: 'matters/read',
  summary: { zh: '现行事项类别和立结案标准', en: 'Categories and standards in force' },
  reply: z.array(
    z.object({
      code: z.string(),
      major: WordsShape,
      name: WordsShape,
      keywords: z.string(),
      standards: z.array(StandardShape),
    }),
  ),
})

/** Matters of the same small category within 50 m and 24 hours: told before a new one is opened. */
export const similarTo = endpoint({
  method: 'GET',
  path: '/api/matters/similar',
  permission: 'matters/work',
  summary: { zh: '附近 50 米、24 小时内的同类事项', en: 'Like matters within 50 m and 24 hours' },
  query: z.object({
    category: z.string().max(10),
    longitude: z.coerce.number().min(-180).max(180),
    latitude: z.coerce.number().min(-90).max(90),
  }),
  reply: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      state: z.enum(states),
      metres: z.number(),
      openedAt: z.string(),
    }),
  ),
})

export const openBody = z.object({
  inflow: z.enum(inflows),
  category: z.string().max(10),
  standard: z.number().int().positive().optional(),
  title: z.string().trim().min(2).max(120).optional(),
  description: z.string().trim().min(2).max(4000),
  place: placeShape.optional(),
  address: z.string().trim().max(300).optional(),
  reporter: z
    .object({
      name: z.string().trim().max(100).optional(),
      phone: z.string().trim().max(40).optional(),
      email: z.string().trim().max(200).optional(),
    })
    .optional(),
  photos: z
    .array(z.object({ id: z.uuid(), kind: z.enum(photoKinds) }))
    .max(12)
    .optional(),
  /** the same key again opens nothing and answers what the first did */
  idempotencyKey: z.string().min(8).max(80).optional(),
  /** when it was seen by the phone; no clock stands on it */
  toldAt: z.iso.datetime({ offset: true }).optional(),
  externalReference: z.string().trim().max(100).optional(),
})

/** Opens a matter in the office or in the field. */
export const openOne = endpoint({
  method: 'POST',
  path: '/api/matters',
  permission: 'matters/work',
  summary: { zh: '登记事项', en: 'Open a matter' },
  body: openBody,
  reply: z.object({ number: z.string(), again: z.boolean() }),
})

/** One deed on a matter, by the version that the person looked at. */
export const moveOne = endpoint({
  method: 'POST',
  path: '/api/matters/:number/deeds',
  permission: 'matters/move',
  summary: {
    zh: '办理事项（派遣、处置、核查、结案等）',
    en: 'A deed on a matter: dispatch, hand back, check, close …',
  },
  params: z.object({ number }),
  body: moveBody,
  reply: z.object({ number: z.string(), state: z.enum(states), version: z.number(), again: z.boolean() }),
})

/** Who reported it. Reading it is written to the audit chain. */
export const showReporters = endpoint({
  method: 'POST',
  path: '/api/matters/:number/reporters',
  permission: 'matters/read-reporters',
  summary: { zh: '查看反映人（留痕）', en: 'Read the reporters (leaves a trace)' },
  params: z.object({ number }),
  reply: z.array(
    z.object({
      at: z.string(),
      /** the matter they reported, when it was merged into this one */
      reported: z.string(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
})
