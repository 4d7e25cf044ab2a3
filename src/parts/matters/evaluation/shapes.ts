import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { measureNames } from './measures.ts'
import { subjectNames } from './subjects.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Period = z.string().regex(/^\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/)
const Subject = z.enum(subjectNames as [string, ...string[]]).transform((name) => name as (typeof subjectNames)[number])
const Measure = z.enum(measureNames as [string, ...string[]]).transform((name) => name as (typeof measureNames)[number])

const Row = z.object({
  /** code of the unit, or the account or code of the person */
  key: z.string(),
  name: Words,
  counts: z.record(z.string(), z.int()),
  /** in percent with two decimals; null where nothing was due */
  rates: z.record(z.string(), z.string().nullable()),
  /** score of each part of the composite, in its order; null without a base */
  parts: z.array(z.string().nullable()),
  total: z.string().nullable(),
  grade: z.enum(['A', 'B', 'C', 'D', 'E']).nullable(),
})

export const evaluationShape = endpoint({
  method: 'GET',
  path: '/api/matters/evaluation',
  permission: 'matters/read',
  summary: {
    zh: '综合考评：区域、专业部门和岗位按公布的公式计分',
    en: 'Evaluation of areas, duty units and posts by the published formulae',
  },
  query: z.object({ subject: Subject.default('unit'), period: Period.optional() }),
  reply: z.object({
    subject: z.string(),
    period: z.string(),
    /** the moment as of which things stand */
    asOf: z.string(),
    /** months of the period, by which counts are averaged */
    months: z.int(),
    rows: z.array(Row),
    /** all of them together */
    whole: Row,
  }),
})

const Counted = z.object({
  number: z.string(),
  title: z.string(),
  state: z.string(),
  startedAt: z.string(),
  dueAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  late: z.boolean(),
  exempt: z.boolean(),
  reworks: z.int(),
})

export const countedShape = endpoint({
  method: 'GET',
  path: '/api/matters/evaluation/counted',
  permission: 'matters/read',
  summary: { zh: '一个考评数字由哪些事项组成', en: 'The matters that make up one number of the evaluation' },
  query: z.object({
    subject: Subject.default('unit'),
    period: Period,
    measure: Measure,
    /** the unit or person; all of them when left out */
    key: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    total: z.int(),
    /** of them, those the reader may open */
    rows: z.array(Counted),
    open: z.int(),
  }),
})
