import { type Route, reads, writes } from '#kernel/http/route.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import { moveMatter, openMatter, similarMatters } from '../engine/engine.ts'
import { boardOf } from './board.ts'
import { listMatters, matterBoard } from './board-shapes.ts'
import { dispatchFor, queueOf } from './dispatch.ts'
import { dispatchOf, dispatchQueue } from './dispatch-shapes.ts'
import { fieldOf } from './field.ts'
import { fieldTasks } from './field-shapes.ts'
import { listOf } from './list.ts'
import { mapOf } from './map.ts'
import { mapOfMatters } from './map-shapes.ts'
import { matterShown } from './matter.ts'
import { showMatter } from './matter-shapes.ts'
import { categoriesShown, reportersShown, sourceOf } from './open.ts'
import { matterCategories, moveOne, openOne, showReporters, similarTo } from './open-shapes.ts'
import { workOf } from './work.ts'
import { myWork } from './work-shapes.ts'

/** Photos that a deed names must be there: a foreign key would not tell so in words. */
const idsOf = (photos: readonly { id: string }[] = []) => photos.map(({ id }) => id)

export const deskRoutes: readonly Route[] = [
  reads(myWork, (tx, { query }, { roots }) => workOf(tx, query, roots)),
  reads(matterBoard, (tx, { query }, { roots }) => boardOf(tx, query, roots)),
  reads(listMatters, (tx, { query }, { roots }) => listOf(tx, query, roots)),
  reads(mapOfMatters, (tx, { query }, { roots }) => mapOf(tx, query, roots)),
  reads(dispatchQueue, (tx, { query }, { roots }) => queueOf(tx, query, roots)),
  reads(dispatchOf, (tx, { params }, { roots }) => dispatchFor(tx, params.number, roots)),
  reads(fieldTasks, (tx, _asked, { roots }) => fieldOf(tx, roots)),
  reads(matterCategories, (tx) => categoriesShown(tx)),
  reads(similarTo, async (tx, { query: { category, longitude, latitude } }) => {
    const similar = await similarMatters(tx, { category, place: { longitude, latitude } })
    return similar.map((one) => ({ ...one, openedAt: one.openedAt.toISOString() }))
  }),
  reads(showMatter, (tx, { params }, { roots }) => matterShown(tx, params.number, roots)),
  writes(openOne, async (tx, { body }) => {
    await photosOf(tx, idsOf(body.photos))
    const { number, again } = await openMatter(tx, { ...body, source: sourceOf(body) })
    return { number, again }
  }),
  writes(moveOne, async (tx, { params, body }) => {
    await photosOf(tx, idsOf(body.photos))
    return moveMatter(tx, { ...body, matter: params.number })
  }),
  writes(showReporters, (tx, { params }, { roots }) => reportersShown(tx, params.number, roots)),
]
