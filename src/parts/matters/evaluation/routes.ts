import { type Route, reads } from '#kernel/http/route.ts'
import { calendarRoutes } from '../calendar/routes.ts'
import { countedMatters, evaluationOf } from './queries.ts'
import { countedShape, evaluationShape } from './shapes.ts'

export const evaluationRoutes: readonly Route[] = [
  reads(evaluationShape, (tx, { query }) => evaluationOf(tx, query)),
  ...calendarRoutes,
  reads(countedShape, (tx, { query }, { roots }) => countedMatters(tx, query, roots)),
]
