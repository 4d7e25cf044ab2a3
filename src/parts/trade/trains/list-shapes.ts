import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const words = z.object({ zh: z.string(), en: z.string() })

const Counts = z.object({
  batch: z.number().nullable(),
  rows: z.number(),
  accepted: z.number(),
  corrected: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  warned: z.number(),
})
export type CountsShown = z.output<typeof Counts>

const Finding = z.object({
  severity: z.enum(['reject', 'warn']),
  check: z.string(),
  /** sheet and line of the file that was sent */
  sheet: z.string(),
  line: z.number(),
  train: z.string(),
  container: z.string(),
  reason: words,
  cure: words,
})
export type FindingShown = z.output<typeof Finding>

const Train = z.object({
  number: z.string(),
  day: z.string(),
  direction: z.string(),
  route: z.string(),
  port: z.string(),
  /** containers of this list */
  listed: z.number(),
  /** on the register when the list is in; null when no container is */
  now: z
    .object({
      containers: z.number(),
      teu: z.string().nullable(),
      weight: z.string(),
      value: z.string(),
      empty: z.number(),
    })
    .nullable(),
  notes: z.array(z.object({ code: z.string(), words })),
})
export type ListedTrainShown = z.output<typeof Train>

const TrainList = z.object({
  file: z.string(),
  /** the same file was in already */
  known: z.boolean(),
  sheets: z.array(
    z.object({
      name: z.string(),
      form: z.enum(['sheet', 'rows']).nullable(),
      containers: z.number(),
      ignored: z.array(z.string()),
    }),
  ),
  trains: z.array(Train),
  containers: Counts,
  /** the trains' own rows, made from their containers */
  trainRows: Counts.nullable(),
  /** the first hundred, rejected ones before warned ones */
  findings: z.array(Finding),
})
export type TrainListShown = z.output<typeof TrainList>

export const sendTrainList = endpoint({
  method: 'POST',
  path: '/api/trade/trains/lists',
  permission: 'ledgers/import',
  summary: {
    zh: '导入班列清单：集装箱和由其合计的班列，一个事务；表单在文件前可带 unit',
    en: 'Import a train list: containers, and trains made from them, in one transaction; the form may bring unit before the file',
  },
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: 'file',
  reply: TrainList,
})

export const trainListTemplate = endpoint({
  method: 'GET',
  path: '/api/trade/trains/lists/templates/:form',
  permission: 'ledgers/import',
  summary: {
    zh: '班列清单模板（xlsx）：一列一表或一箱一行',
    en: 'Template of a train list (xlsx): a sheet a train, or a row a container',
  },
  params: z.object({ form: z.enum(['sheet', 'rows']) }),
  reply: 'file',
})

/** The ledgers' own door, as the page of a list reads it: rows that were sent back, to be mended. */
export const rejectedOfList = endpoint({
  method: 'GET',
  path: '/api/batches/:id/rejected',
  permission: 'ledgers/read',
  summary: { zh: '被退回的行（xlsx）', en: 'The rejected rows (xlsx)' },
  params: z.object({ id: z.coerce.number().int() }),
  reply: 'file',
})
