import { read } from '#kernel/db/work.ts'
import { type Request, type Route, reads, works } from '#kernel/http/route.ts'
import { csvMetadataOf, csvOf } from './csv.ts'
import { openBulletin, openDocument } from './open-bulletins.ts'
import { openFigure, openList, zoneName } from './open-figures.ts'
import { publish, publishing } from './publishing.ts'
import { chooseShape, publishingShape } from './publishing-shapes.ts'
import * as shapes from './shapes.ts'

export const publishingRoutes: readonly Route[] = [
  reads(publishingShape, async (tx) => publishing(tx)),
  works(chooseShape, async (work, { body }) => publish(work, body)),
]

export const openRoutes: readonly Route[] = [
  reads(shapes.openShape, async (tx, { query }) => openList(tx, query.q)),
  reads(shapes.openFigureShape, async (tx, { params }) => openFigure(tx, params.code)),
  reads(shapes.openCsvShape, async (tx, { params }) => csvOf(tx, params.code)),
  reads(shapes.openCsvMetadataShape, async (tx, { params }, { raw }) => csvMetadataOf(tx, params.code, baseOf(raw))),
  reads(shapes.openBulletinShape, async (tx, { params, query }, { locale }) => ({
    ...(await openBulletin(tx, params.id, query.language ?? locale)),
    zone: await zoneName(tx),
  })),
  works(shapes.openDocumentShape, async (work, { params, query }, { locale, raw }) => {
    const bulletin = await read(work, (tx) => openBulletin(tx, params.id, query.language ?? locale))
    return openDocument(bulletin, query.format, baseOf(raw))
  }),
]

const baseOf = (raw: Request['raw']) => `${raw.protocol}://${raw.host}`
