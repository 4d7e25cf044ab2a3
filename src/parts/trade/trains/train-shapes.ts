import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Place = z.object({ code: z.string(), name: Words, kind: z.string().nullable() })
const Train = z.object({ number: z.string(), day: z.string() })

const Leg = z.object({
  leg: z.int(),
  from: Place,
  to: Place,
  /** the number it runs under there */
  carrierNumber: z.string().nullable(),
  distance: z.int().nullable(),
  plannedDeparture: z.string(),
  plannedArrival: z.string(),
  departure: z.string().nullable(),
  arrival: z.string().nullable(),
})

const Container = z.object({
  row: z.int(),
  container: z.string(),
  wagon: z.string().nullable(),
  wagonCountry: z.string().nullable(),
  size: z.string().nullable(),
  teu: z.string().nullable(),
  load: z.enum(['loaded', 'empty']),
  consignor: z.string().nullable(),
  /** from the register of enterprises, when the code stands there */
  consignorName: z.string().nullable(),
  hs: z.string().nullable(),
  goods: z.string().nullable(),
  weight: z.string(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  /** US dollars for one unit of the currency */
  rate: z.string().nullable(),
  value: z.string(),
  /** other trains that carry the same box on the same day */
  alsoOn: z.array(z.string()),
})

export const trainShape = endpoint({
  method: 'GET',
  path: '/api/trade/trains/:number/:day',
  permission: 'trade/read',
  summary: {
    zh: '一列班列：区段、集装箱、合计、与开行登记的出入、来处',
    en: 'One train: its legs, its containers, their sums, where row and list differ, and where the row came from',
  },
  params: z.object({ number: z.string().min(1).max(40), day: z.iso.date() }),
  reply: z.object({
    /** the day the page stands on */
    today: z.string(),
    number: z.string(),
    day: z.string(),
    direction: z.enum(['outbound', 'return']),
    scope: z.enum(['europe', 'asia']),
    route: Words.nullable(),
    way: z.object({ from: Words, to: Words }).nullable(),
    borderPort: Words.nullable(),
    /** null: planned, and no train ran it */
    train: z
      .object({
        row: z.int(),
        arrivedOn: z.string().nullable(),
        containers: z.int().nullable(),
        teu: z.int().nullable(),
        weight: z.string(),
        value: z.string(),
        batch: z.object({ id: z.int(), file: z.string().nullable(), enteredAt: z.string() }),
      })
      .nullable(),
    plan: z
      .object({
        plannedOn: z.string(),
        outcome: z.enum(['planned', 'on-day', 'late', 'cancelled']),
        ranOn: z.string().nullable(),
        containers: z.int().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    legs: z.array(Leg),
    containers: z.array(Container),
    sums: z
      .object({
        containers: z.int(),
        loaded: z.int(),
        empty: z.int(),
        teu: z.string(),
        /** boxes without a count in TEU */
        withoutTeu: z.int(),
        weight: z.string(),
        value: z.string(),
      })
      .nullable(),
    chapters: z.array(
      z.object({ hs: z.string().nullable(), containers: z.int(), weight: z.string(), value: z.string() }),
    ),
    consignors: z.array(
      z.object({
        code: z.string(),
        name: z.string().nullable(),
        containers: z.int(),
        weight: z.string(),
        value: z.string(),
      }),
    ),
    /** where the register and the loading list say different things */
    differences: z.array(
      z.object({ what: z.enum(['containers', 'teu', 'weight', 'value']), register: z.string(), list: z.string() }),
    ),
    previous: Train.nullable(),
    next: Train.nullable(),
  }),
})
