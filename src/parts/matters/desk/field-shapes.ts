import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { photoKinds } from '../engine/deed-shapes.ts'
import { states } from '../engine/states.ts'
import { LightShape, WordsShape } from './row-shapes.ts'

const Task = z.object({
  number: z.string(),
  /** what the phone sends back as `seen` */
  version: z.number(),
  deed: z.enum(['verify', 'check']),
  state: z.enum(states),
  title: z.string(),
  description: z.string(),
  address: z.string(),
  categoryName: WordsShape,
  /** what must be so before it may be closed; of the standard it was registered under */
  closeCondition: z.string().nullable(),
  /** what the unit said when it handed the matter back */
  handedBack: z.object({ unit: WordsShape, words: z.string(), at: z.string() }).nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  dueAt: z.string().nullable(),
  light: LightShape,
  rework: z.number(),
  photos: z.array(z.object({ id: z.string(), kind: z.enum(photoKinds) })),
  mine: z.boolean(),
})
export type FieldTask = z.output<typeof Task>

/** What is to be verified or checked on the spot, whole, so that a phone can work on it without a network. */
export const fieldTasks = endpoint({
  method: 'GET',
  path: '/api/matters/field',
  permission: 'matters/work',
  summary: { zh: '待现场核实、核查的事项', en: 'What waits to be verified or checked on the spot' },
  reply: z.object({
    now: z.string(),
    tasks: z.array(Task),
    /** more than the 100 most urgent ones wait */
    more: z.boolean(),
    /** for a report from a patrol, so that it can be written without a network */
    categories: z.array(z.object({ code: z.string(), major: WordsShape, name: WordsShape })),
  }),
})
