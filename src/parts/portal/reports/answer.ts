import type { Tx } from '#kernel/db/work.ts'
import type { Asked } from '#kernel/http/endpoint.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { moveMatter } from '#parts/matters/engine/engine.ts'
import { refuseHtml } from './public-words.ts'
import type { addToReportShape, answerReportShape } from './shapes.ts'
import { followed, type Track, trackOf, whatMayBeSaid } from './track.ts'

type Said = Asked<typeof answerReportShape>['body']
type Added = Asked<typeof addToReportShape>['body']

/**
 * The reporter says that it is fixed, or that it is not: then the matter is reopened, which counts as rework. The same key again changes
 * nothing. Refuses `portal/not-closed`, `portal/answer-words-missing`, and `matters/moved-meanwhile` (409).
 */
export async function answerReport(tx: Tx, code: string, said: Said): Promise<Track> {
  refuseHtml(said.words ?? '')
  if (!said.fixed && (said.words ?? '').length < 2) refuse('portal/answer-words-missing', {}, 400)
  const report = await followed(tx, code)
  const { own, course } = report
  const { rowCount: before } = await tx.client.query(
    'select from report_answers where reported = $1 and sent_key = $2',
    [own.id, said.key],
  )
  if (before) return trackOf(tx, code)
  const now = await zoneNow(tx)
  if (!(await whatMayBeSaid(tx, report, now)).may.answer) refuse('portal/not-closed')
  await tx.client.query(
    'insert into report_answers (reported, matter_id, closing, fixed, words, at, sent_key) values ($1, $2, $3, $4, $5, $6, $7)',
    [own.id, course.id, course.reopened, said.fixed, said.words ?? '', now, said.key],
  )
  const moving = {
    matter: course.number,
    seen: said.seen,
    idempotencyKey: said.key,
    photos: await photosNear(tx, said.photos),
  }
  const words = said.words ? `：${said.words}` : ''
  if (said.fixed)
    await moveMatter(tx, { ...moving, deed: 'note', words: `反映人确认已解决${words}` }, { as: 'reporter' })
  else await moveMatter(tx, { ...moving, deed: 'reopen', reason: `反映人说没有解决${words}` }, { as: 'reporter' })
  return trackOf(tx, code)
}

/** The reporter adds words and photos while it is being dealt with. Refuses `portal/report-ended`. */
export async function addToReport(tx: Tx, code: string, { key, seen, words, photos }: Added): Promise<Track> {
  refuseHtml(words)
  const report = await followed(tx, code)
  if (!(await whatMayBeSaid(tx, report, await zoneNow(tx))).may.add) refuse('portal/report-ended')
  const moving = { matter: report.course.number, seen, idempotencyKey: key, photos: await photosNear(tx, photos) }
  await moveMatter(tx, { ...moving, deed: 'note', words: `反映人补充：${words}` }, { as: 'reporter' })
  return trackOf(tx, code)
}

async function photosNear(tx: Tx, ids: readonly string[]) {
  return (await photosOf(tx, ids)).map(({ id }) => ({ id, kind: 'near' as const }))
}
