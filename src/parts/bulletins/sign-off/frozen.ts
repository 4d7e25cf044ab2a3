import { asc, desc, eq } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { checkOf } from '../check-desk/records.ts'
import type { CheckReport } from '../checking/report.ts'
import type { PrintedFigure, Source } from '../figure-kinds.ts'
import { bulletinFacts, bulletinFigures, bulletinSteps, bulletins, bulletinTexts } from '../tables.ts'
import type { Tree } from '../tree.ts'
import { stepsOf } from './drafts.ts'
import { type DraftDeed, draftSteps } from './tables.ts'

/** A bulletin with all that its hash speaks for, as the database or an evidence pack holds it. */
export interface FrozenWhole {
  id: number
  template: string
  period: string
  area: string
  dated: string
  asOf: string
  sha256: string
  /** Chinese before English */
  texts: { locale: Locale; templateVersion: number; sha256: string; tree: Tree }[]
  sources: Map<string, Source>
  figures: (PrintedFigure & { locale: Locale })[]
  steps: FrozenStep[]
  /** the check it was issued on; null for one issued before checks were kept */
  check: { id: number; sha256: string; report: CheckReport } | null
}

export interface FrozenStep {
  step: DraftDeed | 'withdrawn'
  at: string
  by: string
  words: string
  /** of the text that the step was about; null for a withdrawal */
  sha256: string | null
  check: number | null
}

/** Reads a bulletin whole; refuses `bulletins/unknown` (404). */
export async function frozenWhole(tx: Tx, id: number): Promise<FrozenWhole> {
  const [head] = await tx.db.select().from(bulletins).where(eq(bulletins.id, id))
  if (!head) return refuse('bulletins/unknown', { id }, 404)
  const texts = await tx.db
    .select()
    .from(bulletinTexts)
    .where(eq(bulletinTexts.bulletinId, id))
    .orderBy(desc(bulletinTexts.locale))
  const facts = await tx.db.select().from(bulletinFacts).where(eq(bulletinFacts.bulletinId, id))
  const { template, period, area, dated, asOf, sha256 } = head
  const steps = await signedSteps(tx, id)
  const checkId = steps.findLast(({ check }) => check !== null)?.check
  const check = checkId ? await checkOf(tx, checkId) : null
  return {
    ...{ id, template, period, area, dated, asOf: asOf.toISOString(), sha256, steps },
    texts: texts.map(({ locale, templateVersion, sha256: hash, tree }) => ({
      ...{ locale, templateVersion, sha256: hash, tree },
    })),
    sources: new Map(facts.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, source }) => [key, source])),
    figures: await figuresOf(tx, id),
    check: check && { id: check.id, sha256: check.sha256, report: check.report },
  }
}

/** Every step of a bulletin, those of its draft first. */
export async function signedSteps(tx: Tx, id: number): Promise<FrozenStep[]> {
  const [issue] = await tx.db
    .select({ draft: draftSteps.draftId })
    .from(draftSteps)
    .where(eq(draftSteps.bulletinId, id))
  const ofDraft = issue ? await stepsOf(tx, [issue.draft]) : []
  const own = await tx.db
    .select()
    .from(bulletinSteps)
    .where(eq(bulletinSteps.bulletinId, id))
    .orderBy(asc(bulletinSteps.at))
  return [
    ...ofDraft.map(({ step, at, byName, words, sha256, checkId }) => ({
      ...{ step, at: at.toISOString(), by: byName, words, sha256, check: checkId },
    })),
    ...own
      .filter(({ step }) => step !== 'issued' || !issue)
      .map(({ step, at, byName, reason }) => ({
        ...{ step, at: at.toISOString(), by: byName, words: reason, sha256: null, check: null },
      })),
  ]
}

async function figuresOf(tx: Tx, id: number): Promise<FrozenWhole['figures']> {
  const rows = await tx.db
    .select()
    .from(bulletinFigures)
    .where(eq(bulletinFigures.bulletinId, id))
    .orderBy(desc(bulletinFigures.locale), asc(bulletinFigures.place))
  return rows.map(({ locale, place, kind, key, print, printed, missing }) => ({
    ...{ locale, place, kind, key, print, missing, text: printed },
  }))
}
