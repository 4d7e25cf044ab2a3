import { read, type Work } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { type Route, reads, works, writes } from '#kernel/http/route.ts'
import { senderOf } from '#kernel/http/sender.ts'
import { picture, type Size } from '#kernel/photos/pictures.ts'
import { refuse } from '#kernel/refusal.ts'
import { addToReport, answerReport } from './answer.ts'
import { reportFrame, reportsNearby } from './frame.ts'
import { sendReport } from './send.ts'
import * as shapes from './shapes.ts'
import { followed, trackOf } from './track.ts'
import { trackPhotos } from './track-photos.ts'

export const reportRoutes: readonly Route[] = [
  reads(shapes.reportFrameShape, (tx) => reportFrame(tx)),
  reads(shapes.nearbyShape, (tx, { query }) => reportsNearby(tx, query)),
  works(shapes.sendReportShape, (work, { body }, { raw }) => sendReport(work, body, senderOf(work, raw))),
  reads(shapes.trackShape, (tx, { params }) => trackOf(tx, params.code)),
  writes(shapes.answerReportShape, (tx, { params, body }) => answerReport(tx, params.code, body)),
  writes(shapes.addToReportShape, (tx, { params, body }) => addToReport(tx, params.code, body)),
  works(shapes.reportPhotoShape, (work, { params }) => photoOfReport(work, params)),
]

/** A picture by the code of its report; refuses `photos/unknown` (404) for any other photo. */
async function photoOfReport(
  work: Work,
  { code, photo, file }: { code: string; photo: string; file: string },
): Promise<FileAnswer> {
  const belongs = await read(work, async (tx) => {
    const { own, course } = await followed(tx, code)
    return (await trackPhotos(tx, own, course)).some(({ id }) => id === photo)
  })
  if (!belongs) refuse('photos/unknown', {}, 404)
  return picture(work, { id: photo, size: file.replace('.jpg', '') as Size })
}
