import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { Cause, Words } from '../document-shapes.ts'
import { aspects } from './aspects.ts'

const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const Two = z.object({ from: Id, to: Id, language: z.enum(['zh', 'en']).optional() })

const Issue = z.object({
  id: z.int(),
  title: Words,
  period: z.string(),
  state: z.enum(['issued', 'withdrawn']),
  issuedAt: z.string(),
  asOf: z.string(),
})

const Stands = z.object({ text: z.string(), place: z.int(), door: z.string() })

const Subject = z.object({
  /** null for a count over the targets */
  indicator: z.string().nullable(),
  name: Words.nullable(),
  aspect: z.enum(aspects),
})

const Moved = Subject.extend({
  was: Stands,
  now: Stands,
  /** now less then; null where it is not a number */
  difference: z.string().nullable(),
  unit: z.string(),
  percent: z.string().nullable(),
  size: z.string(),
  corrected: z.object({ text: z.string(), difference: z.string().nullable(), unit: z.string() }).nullable(),
  causes: z.array(Cause),
})

const Alone = Subject.extend(Stands.shape)

export const comparisonShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/comparison',
  permission: 'bulletins/read',
  summary: {
    zh: '两期通报逐个数字对比：变动多少、因哪些记录',
    en: 'Two issues of a bulletin, figure by figure: what moved, by how much, because of which records',
  },
  query: Two,
  reply: z.object({
    from: Issue,
    to: Issue,
    samePeriod: z.boolean(),
    same: z.int(),
    moved: z.array(Moved),
    added: z.array(Alone),
    dropped: z.array(Alone),
    /** whether the reader may see which records were corrected */
    inside: z.boolean(),
  }),
})

export const comparisonFileShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/comparison/file',
  permission: 'bulletins/read',
  summary: { zh: '两期对比表（CSV）', en: 'Two issues compared, as CSV' },
  query: Two,
  reply: 'file',
})

export type MovedShown = z.output<typeof Moved>
export type AloneShown = z.output<typeof Alone>
