import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { type Composition, composeBulletin } from '../compose.ts'
import { bulletinDigest } from '../digest.ts'
import { readTemplate } from '../template.ts'
import { type Stage, stageOf } from './stages.ts'
import { bulletinDrafts, draftSteps, draftTexts, draftVersions, type FigureRead } from './tables.ts'

export type DraftStep = typeof draftSteps.$inferSelect

/** One language of a draft as it was last saved. */
export interface DraftText {
  locale: Locale
  templateVersion: number
  body: string
}

/** A draft as it stands: its last save and every step so far, oldest first. */
export interface Draft {
  id: number
  template: string
  period: string
  area: string
  version: number
  dated: string
  /** Chinese before English */
  texts: DraftText[]
  steps: DraftStep[]
  stage: Stage
}

/** Refuses `bulletins/draft-unknown` (404). */
export async function draftOf(tx: Tx, id: number): Promise<Draft> {
  const [head] = await tx.db.select().from(bulletinDrafts).where(eq(bulletinDrafts.id, id))
  if (!head) return refuse('bulletins/draft-unknown', { id }, 404)
  const [save] = await tx.db
    .select()
    .from(draftVersions)
    .where(eq(draftVersions.draftId, id))
    .orderBy(desc(draftVersions.version))
    .limit(1)
  const { version, dated } = save!
  const texts = await textsOf(tx, id, version)
  const steps = await tx.db.select().from(draftSteps).where(eq(draftSteps.draftId, id)).orderBy(asc(draftSteps.id))
  return { ...head, version, dated, texts, steps, stage: stageOf(steps) }
}

/** The texts of one save, Chinese before English; none where there is no such save. */
export async function textsOf(tx: Tx, id: number, version: number): Promise<DraftText[]> {
  const { locale, templateVersion, body } = draftTexts
  return tx.db
    .select({ locale, templateVersion, body })
    .from(draftTexts)
    .where(and(eq(draftTexts.draftId, id), eq(draftTexts.version, version)))
    .orderBy(desc(draftTexts.locale))
}

/** The steps of several drafts, oldest first. */
export function stepsOf(tx: Tx, ids: readonly number[]): Promise<DraftStep[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx.db
    .select()
    .from(draftSteps)
    .where(inArray(draftSteps.draftId, [...ids]))
    .orderBy(asc(draftSteps.id))
}

/** A draft with the figures of the moment, and the hash it would be issued with. */
export interface ComposedDraft {
  composed: Composition
  sha256: string
}

/** Writes the draft with the figures of now. Refuses what {@link composeBulletin} refuses. */
export async function composeDraft(
  tx: Tx,
  { template, period, area, dated, texts }: Pick<Draft, 'template' | 'period' | 'area' | 'dated' | 'texts'>,
): Promise<ComposedDraft> {
  const given = texts.map(({ locale, body, templateVersion }) => ({
    ...{ template: readTemplate(template, locale, body), version: templateVersion, body },
  }))
  const composed = await composeBulletin(tx, { template, period, area, dated, given })
  const trees = composed.texts.map(({ tree }) => tree)
  return { composed, sha256: bulletinDigest(trees, composed.sources) }
}

/** Each figure as it reads, in the order of the texts. */
export function figuresRead({ texts }: Composition): FigureRead[] {
  return texts.flatMap(({ tree, figures }) =>
    figures.map(({ kind, key, text }) => ({ locale: tree.locale, kind, key, text })),
  )
}

/** Figures that read differently now than when the draft was checked; each pair once. */
export function movedSince(read: readonly FigureRead[], now: readonly FigureRead[]): { was: string; now: string }[] {
  const [chinese, today] = [read, now].map((list) => list.filter(({ locale }) => locale === list[0]?.locale))
  const before = Map.groupBy(chinese ?? [], ({ kind, key }) => `${kind} ${key}`)
  const moved = new Map<string, { was: string; now: string }>()
  for (const { kind, key, text } of today ?? []) {
    const was = before.get(`${kind} ${key}`)?.[0]?.text ?? '—'
    const known = before.get(`${kind} ${key}`)?.some((one) => one.text === text)
    if (!known) moved.set(`${was} ${text}`, { was, now: text })
  }
  return [...moved.values()]
}
