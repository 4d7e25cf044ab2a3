import type { Tx } from '#kernel/db/work.ts'
import { type Work, write } from '#kernel/db/work.ts'
import type { Asked } from '#kernel/http/endpoint.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import { refuse } from '#kernel/refusal.ts'
import { openMatter } from '#parts/matters/engine/engine.ts'
import { phoneOf } from '#parts/org/personal-data.ts'
import { refuseHtml } from './public-words.ts'
import { reportSettings } from './settings.ts'
import type { sendReportShape } from './shapes.ts'

export type Report = Asked<typeof sendReportShape>['body']

/**
 * A report of somebody without an account becomes a matter; the same key again answers the same code. Refuses `portal/report-nowhere`,
 * `portal/report-html`, `portal/report-phone`, `portal/too-many-reports` (429), `photos/unknown`, and what `openMatter` refuses.
 */
export async function sendReport(
  work: Work,
  report: Report,
  sender: string,
): Promise<{ code: string; number: string }> {
  refuseUnclear(report)
  return write(work, async (tx) => {
    const settings = await reportSettings(tx)
    if (settings.notPublic.some((letters) => report.category.startsWith(letters))) {
      refuse('matters/category-unknown', { category: report.category }, 400)
    }
    await photosOf(tx, report.photos)
    const { name, phone, email, place } = report
    const opened = await openMatter(tx, {
      ...{ inflow: report.enterprise ? 'enterprise' : 'citizen', category: report.category, source: 'portal' },
      ...{ description: report.description, address: report.address, photos: report.photos },
      reporter: { name, phone: phone ? (phoneOf(phone) ?? phone) : undefined, email },
      idempotencyKey: `report:${report.key}`,
      ...(place ? { place } : {}),
    })
    if (!opened.again) await noteSender(tx, opened.id, sender, settings.limits)
    return { code: opened.code, number: opened.number }
  })
}

function refuseUnclear({ place, address, description, phone, name }: Report): void {
  if (!place && !address) refuse('portal/report-nowhere', {}, 400)
  for (const text of [description, address ?? '', name ?? '']) refuseHtml(text)
  if (phone && phoneOf(phone) === null) refuse('portal/report-phone', { phone }, 400)
}

/** Refused inside the transaction, so that a resend of what is in already is never one too many. */
async function noteSender(
  tx: Tx,
  matter: number,
  sender: string,
  limits: { hour: number; day: number },
): Promise<void> {
  const { rows } = await tx.client.query<{ hour: string; day: string }>(
    `select count(*) filter (where sent_at > $2::timestamptz - interval '1 hour') as hour, count(*) as day
     from reports where sender = $1 and sent_at > $2::timestamptz - interval '24 hours'`,
    [sender, tx.now],
  )
  if (Number(rows[0]!.hour) >= limits.hour || Number(rows[0]!.day) >= limits.day) {
    refuse('portal/too-many-reports', { limit: limits.hour }, 429)
  }
  await tx.client.query('insert into reports (matter_id, sender, sent_at) values ($1, $2, $3)', [
    matter,
    sender,
    tx.now,
  ])
}
