import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { stages } from '../engine/states.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()
const Hour = z.string().regex(/^\d{1,2}:\d{2}$/)
const Hours = z
  .array(z.tuple([Hour, Hour]))
  .min(1)
  .max(6)
const Marked = z.object({ day: Day, kind: z.enum(['off', 'work']), name: z.string().trim().min(1).max(40) })

const Rules = z.object({
  id: z.int(),
  hours: Hours,
  days: z.array(Marked),
  limits: z.array(z.object({ stage: z.enum(stages), words: Words })),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
})

export const calendarShape = endpoint({
  method: 'GET',
  path: '/api/matters/calendar',
  permission: 'matters/read',
  summary: {
    zh: '工作日历：在用版本、历次版本和一年的放假调休',
    en: 'The working calendar: its versions, and the days off of a year',
  },
  query: z.object({ year: z.coerce.number().int().min(1990).max(2100).optional() }),
  reply: z.object({
    today: Day,
    /** the years with an arrangement of holidays */
    years: z.array(z.int()),
    inForce: Rules,
    versions: z.array(Rules),
    year: z.object({
      year: z.int(),
      /** false: nobody has said which days are worked, and no deadline is guessed */
      known: z.boolean(),
      months: z.array(z.object({ month: z.string(), workdays: z.int() })),
      /** days that are not what their weekday says, or have a name */
      days: z.array(z.object({ day: Day, kind: z.enum(['off', 'work']), name: z.string() })),
    }),
  }),
})

const Recomputed = z.object({
  clocks: z.int(),
  earlier: z.int(),
  later: z.int(),
  given: z.int(),
  newlyOverdue: z.int(),
  noLongerOverdue: z.int(),
  examples: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      stage: z.enum(stages),
      was: z.string().nullable(),
      is: z.string(),
    }),
  ),
})

const Proposed = z.object({ hours: Hours, days: z.array(Marked).max(400) })

export const previewShape = endpoint({
  method: 'POST',
  path: '/api/matters/calendar/preview',
  permission: 'matters/standards',
  summary: { zh: '预览：改了日历，哪些时限会变', en: 'Preview which deadlines another calendar would move' },
  body: Proposed,
  reply: Recomputed,
})

export const applyShape = endpoint({
  method: 'POST',
  path: '/api/matters/calendar',
  permission: 'matters/standards',
  summary: { zh: '启用新的日历并重算在办时限', en: 'Put a calendar in force and compute the running deadlines anew' },
  body: Proposed.extend({
    reason: z.string().trim().min(2).max(500),
    /** version the person looked at */ seen: z.int(),
  }),
  reply: Recomputed.extend({ id: z.int() }),
})
