import { createHash } from 'node:crypto'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { type Draft, type DraftText, draftOf } from './drafts.ts'
import { stagesFor } from './stages.ts'
import { bulletinDrafts, type DraftDeed, draftSteps, draftTexts, draftVersions } from './tables.ts'

type StepGiven = Pick<typeof draftSteps.$inferInsert, 'sha256'> &
  Partial<Pick<typeof draftSteps.$inferInsert, 'words' | 'checkId' | 'counts' | 'printed' | 'bulletinId'>>

/** Opens a draft; its first save and its first step follow. */
export async function openDraft(tx: Tx, head: { template: string; period: string; area: string }): Promise<number> {
  const [row] = await tx.db.insert(bulletinDrafts).values(head).returning({ id: bulletinDrafts.id })
  return row!.id
}

/** Keeps a save: each language of the text and the day it bears. */
export async function keepVersion(
  tx: Tx,
  { id, version, dated, texts }: { id: number; version: number; dated: string; texts: readonly DraftText[] },
): Promise<void> {
  await tx.db.insert(draftVersions).values({ draftId: id, version, dated })
  await tx.db.insert(draftTexts).values(
    texts.map(({ locale, templateVersion, body }) => ({
      ...{ draftId: id, version, locale, templateVersion, body },
      sha256: createHash('sha256').update(body).digest('hex'),
    })),
  )
}

/** Writes a step as a row, by whom and when. */
export async function addStep(
  tx: Tx,
  of: { id: number; version: number; area: string },
  step: DraftDeed,
  given: StepGiven,
): Promise<void> {
  const { id: draftId, version, area } = of
  const who = { at: tx.now, byId: tx.actor.id, byName: tx.actor.name }
  await tx.db.insert(draftSteps).values({ draftId, step, version, ...who, ...given })
  const { printed: _, ...after } = given
  audit(tx, {
    action: `bulletins/draft-${step}`,
    subject: `draft:${draftId}`,
    unit: area,
    after: { version, ...after },
  })
}

/**
 * Holds the draft for a step: whoever comes at the same time waits. Refuses `bulletins/draft-moved` (409) when a step was taken
 * since the caller looked, and what {@link mustBeAt} refuses.
 */
export async function holdDraft(tx: Tx, seen: Draft, step: Exclude<DraftDeed, 'drafted'>): Promise<void> {
  await tx.client.query('select from bulletin_drafts where id = $1 for update', [seen.id])
  const { steps } = await draftOf(tx, seen.id)
  const last = steps.at(-1)
  if (last && last.id !== seen.steps.at(-1)?.id) refuse('bulletins/draft-moved', { by: last.byName }, 409)
  mustBeAt(seen, step)
}

/** Refuses `bulletins/draft-closed`, `bulletins/draft-not-checked` and `bulletins/draft-not-reviewed` (409). */
export function mustBeAt({ stage }: Pick<Draft, 'stage'>, step: Exclude<DraftDeed, 'drafted'>): void {
  if (stagesFor[step].includes(stage)) return
  if (stage === 'issued' || stage === 'dropped') refuse('bulletins/draft-closed', {}, 409)
  if (step === 'issued' && stage === 'checked') refuse('bulletins/draft-not-reviewed', {}, 409)
  refuse('bulletins/draft-not-checked', {}, 409)
}
