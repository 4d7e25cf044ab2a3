import { type Route, reads, writes } from '#kernel/http/route.ts'
import { applyCalendar, calendarShown, previewCalendar } from './calendar.ts'
import { applyShape, calendarShape, previewShape } from './shapes.ts'

export const calendarRoutes: readonly Route[] = [
  reads(calendarShape, (tx, { query }) => calendarShown(tx, query.year)),
  reads(previewShape, (tx, { body }) => previewCalendar(tx, body)),
  writes(applyShape, (tx, { body }, { roots }) => applyCalendar(tx, body, roots)),
]
