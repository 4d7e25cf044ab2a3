import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Day = z.iso.date()
const Direction = z.enum(['import', 'export'])

/** Parcels, 元 and 千克 of one direction. */
const Amounts = z.object({ parcels: z.string(), value: z.string(), weight: z.string() })

export const parcelOverview = endpoint({
  method: 'GET',
  path: '/api/trade/parcels/overview',
  permission: 'trade/read',
  summary: { zh: '单票清单：各月、近日和实时报送', en: 'Single parcels: months, recent days and the live door' },
  query: z.object({ on: Day }),
  reply: z.object({
    /** first and last day with single parcels; null when there is none */
    kept: z.object({ from: Day, to: Day }).nullable(),
    total: Amounts,
    /** the year of the day up to it */
    months: z.array(z.object({ month: z.string(), import: Amounts, export: Amounts })),
    /** the last days that have any, newest first */
    days: z.array(z.object({ day: Day, import: Amounts, export: Amounts })),
    door: z.object({
      /** of the day by the server's clock in Shanghai */
      today: z.object({
        day: Day,
        entered: z.number().int(),
        corrected: z.number().int(),
        unchanged: z.number().int(),
        rejected: z.number().int(),
      }),
      lastMinute: z.number().int(),
      waiting: z.number().int(),
    }),
  }),
})

const state = z.enum(['same', 'differs', 'no-parcels', 'no-manifest', 'one-sided'])

const line = z.object({
  day: Day,
  direction: Direction,
  mode: z.string(),
  country: z.string(),
  state,
  manifests: Amounts.nullable(),
  parcels: Amounts.nullable(),
  /** single parcels less manifests */
  difference: Amounts,
})

export const reconcileParcels = endpoint({
  method: 'GET',
  path: '/api/trade/parcels/reconciliation',
  permission: 'trade/read',
  summary: {
    zh: '对账：每日清单汇总与单票清单按日、方向、监管方式、国家核对',
    en: 'Reconciliation of daily manifests and single parcels by day, direction, mode and country',
  },
  query: z.object({
    from: Day.optional(),
    to: Day.optional(),
    direction: Direction.optional(),
    mode: z.string().max(10).optional(),
    country: z.string().max(2).optional(),
    /** `wrong`: differs, or a day is missing on one side within the days that both keep; all unless told */
    show: z.enum(['wrong', 'both', 'all']).default('wrong'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    /** lines by state, whatever is shown */
    counts: z.record(state, z.number().int()),
    /** days of the lines that both sides keep, with how many of them hold something wrong */
    days: z.object({ both: z.number().int(), wrong: z.number().int() }),
    total: z.number().int(),
    lines: z.array(line),
  }),
})

export const parcelConflicts = endpoint({
  method: 'GET',
  path: '/api/trade/parcels/conflicts',
  permission: 'trade/read',
  summary: {
    zh: '同一编号、不同内容的申报：除状态外有变化的更正',
    en: 'Declarations of one number with different contents: corrections of more than their state',
  },
  query: z.object({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({
    /** among the newest thousand corrections; `more` when there are older ones */
    total: z.number().int(),
    more: z.boolean(),
    conflicts: z.array(
      z.object({
        declaration: z.string(),
        row: z.number().int(),
        /** what was said first, and what was said instead, by column */
        changed: z.array(z.object({ column: z.string(), was: z.string().nullable(), is: z.string().nullable() })),
        at: z.string(),
        first: z.object({ batch: z.number().int(), by: z.string().nullable() }),
        second: z.object({ batch: z.number().int(), by: z.string().nullable() }),
      }),
    ),
  }),
})

export type ReconciledLine = z.output<typeof line>
export type ReconciledState = z.output<typeof state>
