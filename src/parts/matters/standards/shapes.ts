import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { clockKinds, readings } from '../engine/clock.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const limit = z.object({ amount: z.number(), kind: z.enum(clockKinds), reading: z.enum(readings), words })
const set = z.coerce.number().int().min(1).max(2_147_483_647)

const version = z.object({
  id: z.number().int(),
  title: z.string(),
  file: z.string(),
  reason: z.string(),
  /** by the zone's clock */
  at: z.string(),
  by: z.string(),
  standards: z.number().int(),
  /** matters opened under it that are still open */
  open: z.number().int(),
})

const compared = z.object({
  ...{ code: z.string(), name: z.string(), condition: z.string(), closeCondition: z.string() },
  ...{ limit: limit, unitSaid: z.string(), competentSaid: z.string() },
})

const diff = z.object({
  added: z.array(compared),
  removed: z.array(compared),
  changed: z.array(
    z.object({
      ...{ code: z.string(), name: z.string(), condition: z.string() },
      changes: z.array(
        z.object({
          field: z.enum(['name', 'closeCondition', 'limit', 'unitSaid', 'competentSaid']),
          was: words,
          is: words,
        }),
      ),
    }),
  ),
  unchanged: z.number().int(),
})

const fault = z.object({ sheet: z.string(), line: z.number().int(), words })

export const listStandards = endpoint({
  method: 'GET',
  path: '/api/matters/standards',
  permission: 'matters/read',
  summary: { zh: '立结案标准及其版本', en: 'Standards of matters and their versions' },
  query: z.object({ set: set.optional() }),
  reply: z.object({
    /** the version shown, null before the first import */
    set: z.number().int().nullable(),
    versions: z.array(version),
    categories: z.array(
      z.object({
        ...{ code: z.string(), major: words, name: words, keywords: z.string() },
        standards: z.array(
          z.object({
            ...{ id: z.number().int(), ordinal: z.number().int(), condition: z.string(), closeCondition: z.string() },
            ...{ limit, unit: z.string().nullable(), unitSaid: z.string(), competentSaid: z.string() },
          }),
        ),
      }),
    ),
  }),
})

export const compareStandards = endpoint({
  method: 'GET',
  path: '/api/matters/standards/diff',
  permission: 'matters/read',
  summary: { zh: '比较两版标准', en: 'Compare two versions of the standards' },
  query: z.object({ from: set, to: set }),
  reply: diff,
})

export const sendStandards = endpoint({
  method: 'POST',
  path: '/api/matters/standards',
  permission: 'matters/standards',
  summary: { zh: '导入标准表，或先看会改变什么', en: 'Import a table of standards, or look at what it would change' },
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: 'file',
  reply: z.object({
    /** the version it became; null when it was only looked at, or has faults */
    set: z.number().int().nullable(),
    again: z.boolean(),
    standards: z.number().int(),
    categories: z.number().int(),
    faults: z.array(fault),
    notes: z.array(fault),
    diff,
  }),
})
