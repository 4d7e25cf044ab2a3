import { type Route, reads, writes } from '#kernel/http/route.ts'
import { keepInside } from '#parts/org/org.ts'
import { desksOf } from '../engine/engine.ts'
import { orderRoutes } from '../supervision/routes.ts'
import { acceptIssue, openBatch, publishIssue, recheckIssue, sayFinding } from './inspections.ts'
import { listRoutes } from './list-routes.ts'
import { batchesShown, batchShown } from './queries.ts'
import {
  acceptShape,
  batchesShape,
  batchShape,
  findShape,
  openBatchShape,
  publishShape,
  recheckShape,
} from './shapes.ts'

export const inspectionRoutes: readonly Route[] = [
  reads(batchesShape, (tx, _asked, { roots }) => batchesShown(tx, roots)),
  reads(batchShape, (tx, { params }, { roots }) => batchShown(tx, params.batch, roots)),
  writes(openBatchShape, async (tx, { body }, { roots }) => {
    await keepInside(tx, (await desksOf(tx)).supervision, roots)
    return { code: body.code, numbers: await openBatch(tx, body) }
  }),
  ...listRoutes,
  writes(findShape, async (tx, { params, body }) => {
    await sayFinding(tx, params.receipt, body)
    return params
  }),
  writes(acceptShape, async (tx, { params, body }) => {
    await acceptIssue(tx, params.receipt, body.level)
    return params
  }),
  writes(publishShape, async (tx, { params }) => {
    await publishIssue(tx, params.receipt)
    return params
  }),
  writes(recheckShape, async (tx, { params, body }) => {
    await recheckIssue(tx, params.receipt, body)
    return params
  }),
  ...orderRoutes,
]
