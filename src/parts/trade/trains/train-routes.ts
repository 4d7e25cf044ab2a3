import { type Route, reads } from '#kernel/http/route.ts'
import { trainOn } from './train-queries.ts'
import { trainShape } from './train-shapes.ts'

export const oneTrainRoutes: readonly Route[] = [
  reads(trainShape, async (tx, { params }, { roots }) => trainOn(tx, params, roots)),
]
