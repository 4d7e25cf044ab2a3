import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { photoKinds } from '../engine/deed-shapes.ts'
import { asides, inflows, stages, states } from '../engine/states.ts'
import { MatterRow, UnitShape, WordsShape } from './row-shapes.ts'

const moment = z.string()
const Place = z.object({ longitude: z.number(), latitude: z.number() })

const Step = z.object({
  version: z.number(),
  /** `open`, or a deed of the engine's table */
  deed: z.string(),
  words: WordsShape,
  fromState: z.enum(states).nullable(),
  toState: z.enum(states),
  fromUnit: UnitShape.nullable(),
  toUnit: UnitShape,
  /** what was said: the reason of a return, the report of a hand-back */
  reason: z.string(),
  said: z.string(),
  /** what the reporter was told */
  told: z.string(),
  /** for whom or until when, passed or not, as words */
  facts: z.array(z.object({ name: WordsShape, value: WordsShape })),
  place: Place.nullable(),
  /** how far from the matter the person stood, metres */
  metres: z.number().nullable(),
  at: moment,
  by: z.string(),
  photos: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(photoKinds),
      takenAt: z.string().nullable(),
      place: Place.nullable(),
    }),
  ),
})
export type StepShown = z.output<typeof Step>

const ClockLine = z.object({
  from: moment,
  to: moment,
  /** what of it counts, and all that had counted at its end: minutes, or days */
  counted: z.number(),
  total: z.number(),
  why: WordsShape,
})

const Passage = z.object({
  nth: z.number(),
  stage: z.enum(stages),
  unit: UnitShape,
  person: z.string().nullable(),
  limit: WordsShape.nullable(),
  startedAt: moment,
  warnAt: moment.nullable(),
  dueAt: moment.nullable(),
  doneAt: moment.nullable(),
  outcome: z.enum(['done', 'returned', 'void']).nullable(),
  extensions: z.number(),
  pauses: z.array(z.object({ from: moment, to: moment.nullable() })),
  /** milliseconds by which it passed its limit, 0 while it has not */
  lateMs: z.number(),
  /** milliseconds from its start to its end or to now, pauses left out */
  spentMs: z.number(),
  /** what of it counts on its own clock up to its end or to now, in minutes or days as the lines; null without a clock */
  used: z.number().nullable(),
  /** how the deadline comes about; in days for a limit that ends with a day, else in minutes */
  byDays: z.boolean(),
  lines: z.array(ClockLine),
  /** the deadline was moved since: the calendar or the hours are others now */
  moved: z.boolean(),
})
export type PassageShown = z.output<typeof Passage>

const Wish = z.object({
  kind: z.enum(['extension', 'suspension', 'appeal']),
  state: z.enum(['asked', 'granted', 'refused', 'lapsed']),
  reason: z.string(),
  until: z.string().nullable(),
  askedAt: moment,
  askedBy: z.string(),
  decisions: z.array(z.object({ granted: z.boolean(), words: z.string(), at: moment, by: z.string() })),
})
export type WishShown = z.output<typeof Wish>

const DeedOffered = z.object({ deed: z.string(), words: WordsShape, fields: z.array(z.string()) })
export type DeedOffered = z.output<typeof DeedOffered>

const Matter = z.object({
  now: moment,
  row: MatterRow,
  description: z.string(),
  source: z.string(),
  externalReference: z.string().nullable(),
  inflow: z.enum(inflows),
  aside: z.enum(asides).nullable(),
  standard: z
    .object({
      condition: z.string(),
      closeCondition: z.string(),
      limit: WordsShape,
      set: z.string(),
      setFrom: z.string(),
    })
    .nullable(),
  place: Place.nullable(),
  community: UnitShape.nullable(),
  office: UnitShape.nullable(),
  cell: z.string().nullable(),
  promisedOn: z.string().nullable(),
  limitDueAt: moment.nullable(),
  handedBackAt: moment.nullable(),
  suspendedUntil: z.string().nullable(),
  overdue: z.boolean(),
  timeoutExempt: z.boolean(),
  reopened: z.number(),
  reporters: z.number(),
  mergedInto: z.object({ number: z.string(), title: z.string() }).nullable(),
  merged: z.array(z.object({ number: z.string(), title: z.string() })),
  similar: z.array(z.object({ number: z.string(), title: z.string(), metres: z.number(), state: z.enum(states) })),
  steps: z.array(Step),
  passages: z.array(Passage),
  wishes: z.array(Wish),
  deeds: z.array(DeedOffered),
  /** whom it may be sent to, while that is one of the deeds */
  units: z.array(UnitShape),
  /** accounts of the unit that has it, whom it may be named to */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type MatterShown = z.output<typeof Matter>

/** One matter whole: what it is, where it stands, every step, every clock line by line, and what the reader may do. */
export const showMatter = endpoint({
  method: 'GET',
  path: '/api/matters/:number',
  permission: 'matters/read',
  summary: { zh: '一件事项：过程、时钟、可办动作', en: 'One matter: its course, its clocks, what may be done' },
  params: z.object({ number: z.string().max(30) }),
  reply: Matter,
})
