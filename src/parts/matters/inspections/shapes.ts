import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { states } from '../engine/states.ts'
import { findings, levels, pollutions, progresses } from './words.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()
const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const Receipt = z.object({ receipt: z.string().max(60) })

const Batch = z.object({
  code: z.string(),
  name: Words,
  level: z.enum(levels),
  receivedOn: Day,
  dueOn: Day,
  /** how many issues stand at each progress */
  issues: z.int(),
  done: z.int(),
  staged: z.int(),
  underWay: z.int(),
  late: z.int(),
  rebounds: z.int(),
  published: z.int(),
})

export const batchesShape = endpoint({
  method: 'GET',
  path: '/api/matters/inspections',
  permission: 'matters/read',
  summary: { zh: '督察批次及整改进度', en: 'Inspection batches and how far their issues have come' },
  reply: z.object({
    today: Day,
    batches: z.array(Batch),
    /** whether the reader takes batches in */
    takesIn: z.boolean(),
  }),
})

const Person = z.object({ at: z.string(), by: z.string() })

const Issue = z.object({
  nth: z.int(),
  receipt: z.string(),
  number: z.string(),
  title: z.string(),
  description: z.string(),
  pollution: z.enum(pollutions),
  key: z.boolean(),
  state: z.enum(states),
  progress: z.enum(progresses),
  unit: z.object({ code: z.string(), name: Words }).nullable(),
  /** the unit that the inspection names, until and after it is dispatched */
  named: z.object({ code: z.string(), name: Words }).nullable(),
  dueOn: Day,
  rework: z.int(),
  rebounds: z.int(),
  finding: z.enum(findings).nullable(),
  findingWords: z.string(),
  measures: z.string(),
  ordered: z.int(),
  fined: z.int(),
  fineYuan: z.string(),
  answerable: z.int(),
  acceptedFirst: Person.nullable(),
  accepted: Person.nullable(),
  publishedAt: z.string().nullable(),
  /** what the reader may do with it now */
  deeds: z.array(z.enum(['find', 'accept-first', 'accept', 'publish', 'recheck'])),
})

export const batchShape = endpoint({
  method: 'GET',
  path: '/api/matters/inspections/:batch',
  permission: 'matters/read',
  summary: { zh: '一个督察批次的全部问题', en: 'All issues of one inspection batch' },
  params: z.object({ batch: z.string().max(60) }),
  reply: z.object({ batch: Batch, issues: z.array(Issue) }),
})

export const openBatchShape = endpoint({
  method: 'POST',
  path: '/api/matters/inspections',
  permission: 'matters/supervise',
  summary: { zh: '接收一批督察问题，每件立为一个事项', en: 'Take in a batch of issues, each of them a matter' },
  body: z.object({
    code: z.string().regex(/^[A-Za-z0-9-]{3,40}$/),
    nameZh: text(2, 80),
    nameEn: text(2, 120),
    level: z.enum(levels),
    receivedOn: Day,
    dueOn: Day,
    issues: z
      .array(
        z.object({
          receipt: text(2, 60),
          category: z.string().max(10),
          pollution: z.enum(pollutions),
          key: z.boolean().default(false),
          title: text(2, 120),
          description: text(2, 4000),
          address: z.string().trim().max(300).default(''),
          /** code of the unit that the inspection names */
          unit: z.string().max(60).optional(),
          /** the issue's own day; the batch's unless told */
          dueOn: Day.optional(),
          /** WGS-84 */
          place: z.object({ longitude: z.number(), latitude: z.number() }).optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  reply: z.object({ code: z.string(), numbers: z.array(z.string()) }),
})

const Done = z.object({ receipt: z.string() })

export const findShape = endpoint({
  method: 'POST',
  path: '/api/matters/issues/:receipt/finding',
  permission: 'matters/work',
  summary: { zh: '填写调查核实情况和整改措施', en: 'Say what was found and what was done' },
  params: Receipt,
  body: z.object({
    finding: z.enum(findings),
    words: text(2, 1000),
    measures: text(2, 1000),
    ordered: z.int().min(0).max(999).default(0),
    fined: z.int().min(0).max(999).default(0),
    fineYuan: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,2})?$/)
      .default('0'),
    answerable: z.int().min(0).max(999).default(0),
  }),
  reply: Done,
})

export const acceptShape = endpoint({
  method: 'POST',
  path: '/api/matters/issues/:receipt/acceptance',
  permission: 'matters/approve',
  summary: {
    zh: '验收销号：责任单位初验，监督中心复验',
    en: 'Strike an issue off: the duty unit first, then the supervision centre',
  },
  params: Receipt,
  body: z.object({ level: z.enum(['first', 'second']) }),
  reply: Done,
})

export const publishShape = endpoint({
  method: 'POST',
  path: '/api/matters/issues/:receipt/publication',
  permission: 'matters/supervise',
  summary: { zh: '列入公开表', en: 'Let an issue into the public table' },
  params: Receipt,
  body: z.object({}),
  reply: Done,
})

export const recheckShape = endpoint({
  method: 'POST',
  path: '/api/matters/issues/:receipt/rechecks',
  permission: 'matters/supervise',
  summary: { zh: '抽查复核；不通过的按反弹重新办理', en: 'Look again; one that fails rebounds and is handled anew' },
  params: Receipt,
  body: z.object({ passed: z.boolean(), words: text(2, 1000) }),
  reply: Done,
})
