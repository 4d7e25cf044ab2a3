import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Day = z.iso.date()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Amount = z.string().nullable()

export const updateShape = endpoint({
  method: 'GET',
  path: '/api/projects/:code/update',
  permission: 'projects/write',
  summary: { zh: '月度填报表：上月、本月计划和要报的节点', en: 'What the monthly form begins with' },
  params: z.object({ code: z.string().min(1).max(40) }),
  query: z.object({ month: Month.optional() }),
  reply: z.object({
    today: Day,
    name: z.string(),
    month: Month,
    /** months that may be reported now, newest first */
    months: z.array(Month),
    /** physical progress in percent: told for the month, last told before it, planned for it */
    percent: z.object({ told: Amount, before: Amount, planned: Amount }),
    /** 万元 of the month: told, and its plan where there is one */
    invested: z.object({ told: Amount, planned: Amount }),
    paid: z.object({ told: Amount, due: Amount }),
    entered: z.object({ told: Amount }),
    note: z.string(),
    /** not met, and due within 60 days or overdue */
    milestones: z.array(z.object({ milestone: z.string(), title: z.string(), dueOn: Day, expectedOn: Day.nullable() })),
    light: z.object({
      state: z.enum(['green', 'yellow', 'red', 'none']),
      toGreen: z.array(Words),
    }),
  }),
})
