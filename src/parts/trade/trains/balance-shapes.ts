import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

/** What ran one way in a month; boxes come from the loading lists and are null where there is none. */
const Way = z.object({
  trains: z.int(),
  weight: z.string(),
  value: z.string(),
  loadedTeu: z.string().nullable(),
  loaded: z.int().nullable(),
  empty: z.int().nullable(),
})

export const balanceShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains/balance',
  permission: 'trade/read',
  summary: {
    zh: '一年中各月的去程回程、重箱空箱、计划兑现和正点',
    en: 'A year by month: both ways, loaded and empty boxes, plans kept, punctuality',
  },
  query: z.object({ year: z.coerce.number().int().min(1990).max(2150).optional() }),
  reply: z.object({
    year: z.int(),
    day: z.string(),
    /** China–Europe trains only; months without a train and without a plan are left out */
    months: z.array(
      z.object({
        /** 2018-06 */
        month: z.string(),
        outbound: Way,
        return: Way,
        plans: z.object({ planned: z.int(), onDay: z.int(), late: z.int(), cancelled: z.int() }),
      }),
    ),
  }),
})

/** Of the pace that indicators reckon: what this page reads. The door is theirs; see docs/decisions/0004. */
export const trainPaceShape = endpoint({
  method: 'GET',
  path: '/api/pace',
  permission: 'indicators/read',
  summary: { zh: '目标的时序进度', en: 'Targets against the calendar' },
  query: z.object({ year: z.coerce.number().int().optional() }),
  reply: z.object({
    on: z.string(),
    targets: z.array(
      z.object({
        indicator: z.string(),
        target: z.string(),
        unit: z.string(),
        actual: z.string().nullable(),
        completion: z.string().nullable(),
        calendar: z.string(),
        gap: z.string().nullable(),
        seasonal: z.string().nullable(),
        status: z.enum(['met', 'ahead', 'on', 'behind', 'unknown']),
        outlook: z.object({ value: z.string(), low: z.string(), high: z.string() }).nullable(),
        runRateNeeded: z.object({ perDay: z.string() }).nullable(),
        runRateSoFar: z.object({ perDay: z.string() }).nullable(),
      }),
    ),
  }),
})
