import { type Route, works } from '../http/route.ts'
import { keepFromAnybody, keepSent } from './intake.ts'
import { originalOf, picture, type Size } from './pictures.ts'
import * as shapes from './shapes.ts'

export const photoRoutes: readonly Route[] = [
  works(shapes.sendPhotoShape, (_work, _asked, request) => keepSent(request)),
  works(shapes.sendOpenPhotoShape, (_work, _asked, request) => keepFromAnybody(request)),
  works(shapes.pictureShape, (work, { params }) => picture(work, params)),
  works(shapes.originalShape, (work, { params }) => originalOf(work, params.id)),
  works(shapes.openPictureShape, (work, { params }) =>
    picture(work, { id: params.id, size: params.file.replace('.jpg', '') as Size, open: true }),
  ),
]
