import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Direction = z.enum(['outbound', 'return'])
const Scope = z.enum(['europe', 'asia'])

/**
 * One line of the board: a train that left, or a plan that no train ran. `overdue` is a plan whose day has passed without a train and
 * without having been cancelled.
 */
const BoardRow = z.object({
  number: z.string(),
  /** the day it left; of a plan the day planned */
  day: z.string(),
  state: z.enum(['planned', 'overdue', 'cancelled', 'left', 'arrived']),
  /** days after its planned day, 0 on the day; null when no plan names this train */
  late: z.int().nullable(),
  plannedOn: z.string().nullable(),
  arrivedOn: z.string().nullable(),
  /** why it was cancelled or late, as the plan says */
  reason: z.string().nullable(),
  direction: Direction,
  scope: Scope,
  route: Words.nullable(),
  /** the ends of a known route in the order they are run */
  way: z.object({ from: Words, to: Words }).nullable(),
  borderPort: Words.nullable(),
  containers: z.int().nullable(),
  teu: z.string().nullable(),
  /** containers by load, from the loading list; null when there is none */
  loaded: z.int().nullable(),
  empty: z.int().nullable(),
  /** tonnes and US dollars */
  weight: z.string().nullable(),
  value: z.string().nullable(),
})

export const boardShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains',
  permission: 'trade/read',
  summary: {
    zh: '班列开行：即将开行的计划和最近的班列',
    en: 'The departures board: what is planned next, and what left',
  },
  query: z.object({
    direction: Direction.optional(),
    scope: Scope.optional(),
    route: z.string().max(80).optional(),
    port: z.string().max(40).optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    state: z.enum(['late', 'cancelled', 'empty']).optional(),
    q: z.string().max(40).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    /** the day the board stands on */
    day: z.string(),
    /** plans of the days to come, the nearest first; only beside the first page */
    upcoming: z.array(BoardRow),
    rows: z.array(BoardRow),
    total: z.int(),
  }),
})

export const boardYearShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains/year',
  permission: 'trade/read',
  summary: {
    zh: '今年以来的班列：列数、货值、货重，另列其他统计范围',
    en: 'The year so far: trains, value and weight, other scopes apart',
  },
  reply: z.object({
    year: z.int(),
    day: z.string(),
    /** the last day on which a train left */
    through: z.string().nullable(),
    outbound: z.string().nullable(),
    return: z.string().nullable(),
    trains: z.string().nullable(),
    value: z.string().nullable(),
    weight: z.string().nullable(),
    /** trains of the other scope, never added to the above */
    asia: z.string().nullable(),
    /** what the filters of the board may be set to */
    routes: z.array(z.object({ value: z.string(), words: Words })),
    ports: z.array(z.object({ value: z.string(), words: Words })),
    months: z.array(z.string()),
  }),
})
