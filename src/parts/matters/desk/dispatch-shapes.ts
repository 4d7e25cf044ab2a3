import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { MatterRow, UnitShape, WordsShape } from './row-shapes.ts'

/** What the dispatch desk has before it, the most urgent first: to be dispatched, or handed back and to be confirmed. */
export const dispatchQueue = endpoint({
  method: 'GET',
  path: '/api/matters/dispatch',
  permission: 'matters/work',
  summary: { zh: '派遣台队列', en: 'Queue of the dispatch desk' },
  query: z.object({ queue: z.enum(['dispatch', 'confirm']).default('dispatch') }),
  reply: z.object({
    now: z.string(),
    dispatch: z.number(),
    confirm: z.number(),
    /** the hundred most urgent ones */
    rows: z.array(MatterRow),
    units: z.array(UnitShape),
  }),
})

const Suggestion = z.object({
  unit: UnitShape,
  /** named by the standard; holds the place; handled this category before; gave this matter back */
  why: z.array(z.enum(['standard', 'place', 'before', 'returned'])),
  /** how often it handled this category in the last 90 days */
  handled: z.number(),
  /** what it has before it now */
  open: z.number(),
  late: z.number(),
})
export type Suggestion = z.output<typeof Suggestion>

/** One matter as the dispatcher needs it: what it is, who should have it and why. */
export const dispatchOf = endpoint({
  method: 'GET',
  path: '/api/matters/dispatch/:number',
  permission: 'matters/work',
  summary: { zh: '派遣建议', en: 'Whom to send a matter to' },
  params: z.object({ number: z.string().max(30) }),
  reply: z.object({
    number: z.string(),
    description: z.string(),
    condition: z.string().nullable(),
    closeCondition: z.string().nullable(),
    limit: WordsShape.nullable(),
    photos: z.array(z.object({ id: z.string(), kind: z.string() })),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    /** the last words on it: why it was given back, or what was done */
    last: z.object({ unit: WordsShape, words: z.string(), at: z.string() }).nullable(),
    suggestions: z.array(Suggestion),
  }),
})
