import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { datums, levels, pollutions } from './words.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()
/** plain text: a name holds no web markup */
const named = (most: number) =>
  z
    .string()
    .trim()
    .min(2)
    .max(most)
    .regex(/^[^<>]*$/)

export const sendListShape = endpoint({
  method: 'POST',
  path: '/api/matters/inspections/lists',
  permission: 'matters/supervise',
  summary: {
    zh: '按交办清单（xlsx 或 csv）接收一批督察问题，或先看每一行',
    en: 'Take in a batch from a list of issues (xlsx or csv), or look at each row first',
  },
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false'),
    /** needed to take it in */
    nameZh: named(80).optional(),
    nameEn: named(120).optional(),
    level: z.enum(levels),
    receivedOn: Day,
    dueOn: Day,
    datum: z.enum(datums).default('wgs84'),
  }),
  body: 'file',
  reply: z.object({
    /** the batch it became; null when it was only looked at, or has faults */
    taken: z.string().nullable(),
    /** the batch that the same list became before; nothing was opened */
    again: z.object({ code: z.string(), name: z.string() }).nullable(),
    rows: z.array(
      z.object({
        ...{ sheet: z.string(), line: z.int(), receipt: z.string(), description: z.string(), address: z.string() },
        /** as it was understood; null where the row has a fault */
        read: z
          .object({
            pollution: z.enum(pollutions),
            category: z.object({ code: z.string(), name: Words }),
            unit: z.object({ code: z.string(), name: Words }).nullable(),
            dueOn: Day,
            placed: z.boolean(),
            key: z.boolean(),
          })
          .nullable(),
      }),
    ),
    faults: z.array(
      z.object({
        ...{ sheet: z.string(), line: z.int(), column: z.string().nullable(), heading: z.string(), words: Words },
      }),
    ),
    /** sheets that are no list */
    ignored: z.array(z.string()),
  }),
})

export const listTemplateShape = endpoint({
  method: 'GET',
  path: '/api/matters/inspections/lists/template',
  permission: 'matters/supervise',
  summary: { zh: '交办清单模板（xlsx）', en: 'Template of a list of issues (xlsx)' },
  reply: 'file',
})
