import { type Route, reads } from '#kernel/http/route.ts'
import { openInspectionsCsvShape, openInspectionsShape } from './shapes.ts'
import { inspectionCsv, inspectionTable } from './table.ts'

export const openInspectionRoutes: readonly Route[] = [
  reads(openInspectionsShape, (tx, { query }) => inspectionTable(tx, query)),
  reads(openInspectionsCsvShape, (tx) => inspectionCsv(tx)),
]
