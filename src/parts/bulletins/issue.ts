import { and, desc, eq } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { type Day, periodOf } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { recordCheck } from './check-desk/records.ts'
import { type ComposeAsked, composeBulletin } from './compose.ts'
import { bulletinDigest } from './digest.ts'
import { freeze, type Issued, mustBeWhole } from './freeze.ts'
import { checkComposition } from './sign-off/checking.ts'
import { figuresRead } from './sign-off/drafts.ts'
import { addStep, keepVersion, openDraft } from './sign-off/steps.ts'
import { bulletinFigures, bulletinSteps, bulletins } from './tables.ts'
import { templateInUse, templatesInUse } from './templates.ts'

export interface IssueAsked extends Pick<ComposeAsked, 'template' | 'period' | 'area'> {
  dated?: Day | undefined
  /** issue although figures are missing; they are printed as missing */
  evenIfMissing?: boolean | undefined
}

/** What the program gives as its reason where it signs in a demonstration. */
const programWords = '演示园区：由程序起草、核对并签署'

/**
 * Issues a demonstration zone's bulletin straight from its template, the program signing each step of it: drafted, checked with
 * a record, reviewed, issued. Refuses `bulletins/people-sign` in any other zone, `bulletins/figures-missing` and
 * `bulletins/issued-already` (409) besides what {@link composeBulletin} refuses.
 */
export async function issueBulletin(work: Work, asked: IssueAsked): Promise<Issued> {
  // One repeatable snapshot for all figures; the records go on changing meanwhile.
  const { composed, languages, report, asOf } = await read(work, async (tx) => {
    if (!(await zoneOf(tx))?.demonstration) refuse('bulletins/people-sign', {}, 409)
    const { languages } = await templateInUse(tx, asked.template)
    const composed = await composeBulletin(tx, { ...asked, given: languages })
    return { composed, languages, report: await checkComposition(tx, composed), asOf: tx.now }
  })
  if (!asked.evenIfMissing) mustBeWhole(composed)
  return write(work, async (tx) => {
    const issued = await freeze(tx, composed, asOf)
    const { template, period, area, dated } = composed
    const id = await openDraft(tx, { template, period: period.text, area })
    const texts = languages.map(({ template: { locale }, version, body }) => ({
      locale,
      templateVersion: version,
      body,
    }))
    await keepVersion(tx, { id, version: 1, dated, texts })
    const sha256 = bulletinDigest(
      composed.texts.map(({ tree }) => tree),
      composed.sources,
    )
    const of = { id, version: 1, area }
    await addStep(tx, of, 'drafted', { sha256, words: programWords })
    const { id: checkId } = await recordCheck(tx, { report })
    await addStep(tx, of, 'checked', { sha256, checkId, counts: report.counts, printed: figuresRead(composed) })
    await addStep(tx, of, 'reviewed', { sha256, words: programWords })
    await addStep(tx, of, 'issued', { sha256, bulletinId: issued.id })
    return issued
  })
}

/**
 * The bulletin a demonstration zone begins with: the half-year's, issued once. Answers the one there is when it was issued
 * before, with the number of its figures.
 */
export async function writeFirstBulletin(work: Work): Promise<{ id: number; figures: number }> {
  const template = 'half-year'
  const { known, period } = await read(work, async (tx) => {
    const today = (await zoneOf(tx))?.today
    const written = today !== undefined && (await templatesInUse(tx)).some(({ code }) => code === template)
    const half = written ? periodOf('half', today).text : null
    return { known: half === null ? { id: 0, figures: 0 } : await latestOf(tx, template, half), period: half ?? '' }
  })
  if (known) return known
  const { id, figures } = await issueBulletin(work, { template, period, evenIfMissing: true })
  return { id, figures }
}

/** Withdraws an issued bulletin with a reason; it stays readable. Refuses `bulletins/unknown` (404), `bulletins/withdrawn-already`. */
export async function withdrawBulletin(tx: Tx, { id, reason }: { id: number; reason: string }): Promise<void> {
  const steps = await tx.db.select().from(bulletinSteps).where(eq(bulletinSteps.bulletinId, id)).for('key share')
  if (steps.length === 0) refuse('bulletins/unknown', { id }, 404)
  const withdrawn = steps.find(({ step }) => step === 'withdrawn')
  if (withdrawn) refuse('bulletins/withdrawn-already', { by: withdrawn.byName }, 409)
  const who = { at: tx.now, byId: tx.actor.id, byName: tx.actor.name }
  await tx.db.insert(bulletinSteps).values({ bulletinId: id, step: 'withdrawn', ...who, reason })
  audit(tx, { action: 'bulletins/withdraw', subject: `bulletin:${id}`, after: { reason } })
  await announce(tx, 'bulletins/withdrawn', { bulletin: id })
}

async function latestOf(
  tx: Tx,
  template: string,
  period: string,
): Promise<{ id: number; figures: number } | undefined> {
  const [found] = await tx.db
    .select({ id: bulletins.id })
    .from(bulletins)
    .where(and(eq(bulletins.template, template), eq(bulletins.period, period)))
    .orderBy(desc(bulletins.id))
    .limit(1)
  if (!found) return undefined
  const figures = await tx.db
    .select({ locale: bulletinFigures.locale })
    .from(bulletinFigures)
    .where(eq(bulletinFigures.bulletinId, found.id))
  const counts = [...Map.groupBy(figures, ({ locale }) => locale).values()].map(({ length }) => length)
  return { id: found.id, figures: Math.max(0, ...counts) }
}
