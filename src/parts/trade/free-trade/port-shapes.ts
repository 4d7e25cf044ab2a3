import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Port = z.enum(['automobiles', 'grain'])
const State = z.enum(['arrived', 'declared', 'in-inspection', 'passed', 'released', 'held', 'returned'])

const Consignment = z.object({
  number: z.string(),
  port: Port,
  goods: z.string(),
  /** in `unit`: 辆 or 吨 */
  quantity: z.string(),
  unit: z.string(),
  /** yuan */
  value: z.string(),
  origin: z.string(),
  carrier: z.string(),
  carrierNumber: z.string().nullable(),
  consignee: z.string().nullable(),
  /** the consignee's registered name, where the free trade zone knows its code */
  consigneeName: z.string().nullable(),
  state: State,
  /** the day of its state, and how many days it has stood there, or took from arrival to its end */
  since: z.string(),
  days: z.int(),
  arrivedOn: z.string(),
  declaredOn: z.string().nullable(),
  inspectedOn: z.string().nullable(),
  passedOn: z.string().nullable(),
  releasedOn: z.string().nullable(),
  heldOn: z.string().nullable(),
  returnedOn: z.string().nullable(),
  rowId: z.int(),
})

export const portsShape = endpoint({
  method: 'GET',
  path: '/api/trade/ports',
  permission: 'trade/read',
  summary: {
    zh: '指定口岸：各状态的批次、每一步用时、按月到货',
    en: 'Designated ports: consignments by state, days a step takes, arrivals by month',
  },
  reply: z.object({
    day: z.string(),
    /** the first day of the year that ends on `day` */
    from: z.string(),
    ports: z.array(
      z.object({
        port: Port,
        unit: z.string(),
        states: z.array(z.object({ state: State, consignments: z.int(), quantity: z.string(), value: z.string() })),
        /** days between one state and the next of those that arrived within the year; medians with one decimal */
        steps: z.array(
          z.object({
            from: State,
            to: State,
            consignments: z.int(),
            median: z.string().nullable(),
            longest: z.int().nullable(),
          }),
        ),
        months: z.array(
          z.object({ month: z.string(), consignments: z.int(), quantity: z.string(), value: z.string() }),
        ),
      }),
    ),
  }),
})

export const consignmentsShape = endpoint({
  method: 'GET',
  path: '/api/trade/ports/consignments',
  permission: 'trade/read',
  summary: { zh: '口岸货物，扣留的在前', en: 'Consignments, those held first' },
  query: z.object({
    port: Port.optional(),
    state: State.optional(),
    q: z.string().max(80).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({ total: z.int(), rows: z.array(Consignment) }),
})
