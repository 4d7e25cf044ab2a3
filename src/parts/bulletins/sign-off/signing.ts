import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { type Day, parsePeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { openingDay } from '#parts/indicators/indicators.ts'
import { recordCheck } from '../check-desk/records.ts'
import { freeze, type Issued, mustBeWhole } from '../freeze.ts'
import { templateInUse } from '../templates.ts'
import { blocking, blockingCount, checkComposition } from './checking.ts'
import {
  type ComposedDraft,
  composeDraft,
  type Draft,
  type DraftStep,
  type DraftText,
  draftOf,
  figuresRead,
  movedSince,
} from './drafts.ts'
import { addStep, holdDraft, keepVersion, mustBeAt, openDraft } from './steps.ts'

/**
 * Begins a draft with the template's texts. Refuses `bulletins/draft-exists` (409) while another one of the same template, period
 * and area is in hand, and what composing refuses.
 */
export async function drawUp(
  work: Work,
  asked: { template: string; period: string; area: string; dated?: Day | undefined },
): Promise<{ id: number }> {
  const { head, dated, texts, sha256 } = await read(work, async (tx) => {
    const { code, languages } = await templateInUse(tx, asked.template)
    const head = { template: code, period: parsePeriod(asked.period).text, area: asked.area }
    const dated = asked.dated ?? (await openingDay(tx))
    const texts = languages.map(
      ({ template, version, body }): DraftText => ({ locale: template.locale, templateVersion: version, body }),
    )
    const { sha256 } = await composeDraft(tx, { ...head, dated, texts })
    return { head, dated, texts, sha256 }
  })
  return write(work, async (tx) => {
    await keepOneInHand(tx, head)
    const id = await openDraft(tx, head)
    await keepVersion(tx, { id, version: 1, dated, texts })
    await addStep(tx, { id, version: 1, area: head.area }, 'drafted', { sha256 })
    return { id }
  })
}

export interface SaveAsked {
  id: number
  /** the save that the writer began from */
  from: number
  dated: Day
  bodies: Partial<Record<DraftText['locale'], string>>
  words: string
}

/** Saves the draft anew: it is to be checked again. Refuses `bulletins/draft-moved` (409) when somebody saved meanwhile. */
export async function saveDraft(
  work: Work,
  { id, from, dated, bodies, words }: SaveAsked,
): Promise<{ version: number }> {
  const { draft, texts, sha256 } = await read(work, async (tx) => {
    const draft = await draftOf(tx, id)
    mustBeAt(draft, 'edited')
    if (draft.version !== from) refuse('bulletins/draft-moved', { by: draft.steps.at(-1)!.byName }, 409)
    const texts = draft.texts.map((text) => ({ ...text, body: bodies[text.locale] ?? text.body }))
    return { draft, texts, ...(await composeDraft(tx, { ...draft, dated, texts })) }
  })
  return write(work, async (tx) => {
    await holdDraft(tx, draft, 'edited')
    const version = from + 1
    await keepVersion(tx, { id, version, dated, texts })
    await addStep(tx, { id, version, area: draft.area }, 'edited', { sha256, words })
    return { version }
  })
}

/** Runs the figure checker over the draft's text and attaches the record of the check. */
export async function checkStep(work: Work, id: number): Promise<{ check: number; blocking: number }> {
  const { draft, composed, sha256, report } = await read(work, async (tx) => {
    const draft = await draftOf(tx, id)
    mustBeAt(draft, 'checked')
    const { composed, sha256 } = await composeDraft(tx, draft)
    return { draft, composed, sha256, report: await checkComposition(tx, composed) }
  })
  return write(work, async (tx) => {
    await holdDraft(tx, draft, 'checked')
    const { id: checkId } = await recordCheck(tx, { report })
    const { counts } = report
    await addStep(tx, draft, 'checked', { sha256, checkId, counts, printed: figuresRead(composed) })
    return { check: checkId, blocking: blockingCount(counts) }
  })
}

/**
 * Signs the draft as reviewed: by somebody else than its last writer, on the text that was checked. Refuses
 * `bulletins/reviewer-wrote-it`, `bulletins/facts-changed` and, where findings stand against the text and no reason of six
 * characters is given, `bulletins/findings-block`.
 */
export async function reviewStep(work: Work, { id, words }: { id: number; words: string }): Promise<void> {
  const { draft, sha256 } = await read(work, async (tx) => {
    const draft = await draftOf(tx, id)
    mustBeAt(draft, 'reviewed')
    if (lastWriter(draft).byId === tx.actor.id) refuse('bulletins/reviewer-wrote-it', { by: tx.actor.name }, 409)
    return { draft, ...(await mustBeAsChecked(tx, draft)) }
  })
  const { counts } = lastCheck(draft)
  if (blockingCount(counts!) > 0 && words.trim().length < 6) {
    const [contradicted, slips, inconsistent] = blocking.map((verdict) => counts![verdict])
    refuse('bulletins/findings-block', { contradicted, slips, inconsistent }, 409)
  }
  await write(work, async (tx) => {
    await holdDraft(tx, draft, 'reviewed')
    await addStep(tx, draft, 'reviewed', { sha256, words: words.trim() })
  })
}

/** Gives the draft back to its writer with words. */
export const returnStep = (work: Work, asked: { id: number; words: string }) => closeWith(work, 'returned', asked)

/** Ends a draft that will not be issued, with words; it stays readable. */
export const dropStep = (work: Work, asked: { id: number; words: string }) => closeWith(work, 'dropped', asked)

/**
 * Issues the draft: its texts, figures and facts are kept for good, with the hash that was reviewed. Refuses
 * `bulletins/facts-changed` when they are not those of the review any more, `bulletins/figures-missing`, `bulletins/issued-already`.
 */
export async function issueStep(
  work: Work,
  { id, evenIfMissing }: { id: number; evenIfMissing?: boolean | undefined },
): Promise<Issued> {
  const { draft, composed, sha256, asOf } = await read(work, async (tx) => {
    const draft = await draftOf(tx, id)
    mustBeAt(draft, 'issued')
    return { draft, ...(await mustBeAsChecked(tx, draft)), asOf: tx.now }
  })
  if (!evenIfMissing) mustBeWhole(composed)
  return write(work, async (tx) => {
    await holdDraft(tx, draft, 'issued')
    const issued = await freeze(tx, composed, asOf)
    await addStep(tx, draft, 'issued', { sha256, bulletinId: issued.id })
    return issued
  })
}

/** Who saved the draft last. */
export function lastWriter({ steps }: Pick<Draft, 'steps'>): DraftStep {
  return steps.findLast(({ step }) => step === 'drafted' || step === 'edited')!
}

export function lastCheck({ steps }: Pick<Draft, 'steps'>): DraftStep {
  return steps.findLast(({ step }) => step === 'checked')!
}

/** The text and the facts behind it are still those of the check; says what reads differently where they are not. */
async function mustBeAsChecked(tx: Tx, draft: Draft): Promise<ComposedDraft> {
  const composition = await composeDraft(tx, draft)
  const check = lastCheck(draft)
  if (check.sha256 === composition.sha256) return composition
  const moved = movedSince(check.printed!, figuresRead(composition.composed))
  if (moved.length === 0) refuse('bulletins/facts-behind-changed', {}, 409)
  const changes = moved.slice(0, 5).map(({ was, now }) => `${was} → ${now}`)
  return refuse('bulletins/facts-changed', { count: moved.length, changes }, 409)
}

async function closeWith(work: Work, step: 'returned' | 'dropped', { id, words }: { id: number; words: string }) {
  await write(work, async (tx) => {
    const draft = await draftOf(tx, id)
    await holdDraft(tx, draft, step)
    await addStep(tx, draft, step, { sha256: draft.steps.at(-1)!.sha256, words: words.trim() })
  })
}

async function keepOneInHand(tx: Tx, { template, period, area }: Pick<Draft, 'template' | 'period' | 'area'>) {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `draft ${template} ${period} ${area}`,
  ])
  const { rows } = await tx.client.query<{ id: string }>(
    `select id from bulletin_drafts where template = $1 and period = $2 and area = $3 and not exists (
       select from draft_steps where draft_id = bulletin_drafts.id and step in ('issued', 'dropped'))`,
    [template, period, area],
  )
  if (rows[0]) refuse('bulletins/draft-exists', { id: Number(rows[0].id), period }, 409)
}
