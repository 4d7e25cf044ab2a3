import { type Route, reads } from '#kernel/http/route.ts'
import { countedMatters, evaluationOf } from './queries.ts'
import { countedShape, evaluationShape } from './shapes.ts'

export const evaluationRoutes: readonly Route[] = [
  reads(evaluationShape, (tx, { query }) => evaluationOf(tx, query)),
  reads(countedShape, (tx, { query }, { roots }) => countedMatters(tx, query, roots)),
]
