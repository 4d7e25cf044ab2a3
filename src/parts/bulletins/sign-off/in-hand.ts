import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { TemplateInUse } from '../templates.ts'
import { templatesInUse } from '../templates.ts'
import { type DraftStep, stepsOf } from './drafts.ts'
import { stageOf } from './stages.ts'
import { bulletinDrafts } from './tables.ts'

type Head = typeof bulletinDrafts.$inferSelect

/** Drafts of those units that are neither issued nor dropped, the one last worked on first. */
export async function draftsInHand(tx: Tx, roots: readonly string[]) {
  const areas = await unitsUnder(tx, roots)
  const heads = await tx.db
    .select()
    .from(bulletinDrafts)
    .where(
      sql`${inArray(bulletinDrafts.area, areas)} and not exists (
        select from draft_steps where draft_id = ${bulletinDrafts.id} and step in ('issued', 'dropped'))`,
    )
  const steps = await stepsOf(
    tx,
    heads.map(({ id }) => id),
  )
  const templates = await templatesInUse(tx)
  const rows = heads.map((head) =>
    rowOf(
      head,
      templates,
      steps.filter(({ draftId }) => draftId === head.id),
    ),
  )
  return rows.sort((a, b) => (a.at > b.at ? -1 : 1))
}

/** A draft as a list tells it. */
export function rowOf(
  { id, template, period, area }: Head,
  templates: readonly TemplateInUse[],
  steps: readonly DraftStep[],
) {
  const languages = templates.find(({ code }) => code === template)?.languages ?? []
  const nameIn = (locale: 'zh' | 'en') =>
    (languages.find((one) => one.template.locale === locale) ?? languages[0])?.template.name ?? template
  const last = steps.at(-1)!
  return {
    ...{ id, template, period, area, name: { zh: nameIn('zh'), en: nameIn('en') } },
    ...{ stage: stageOf(steps), at: last.at.toISOString(), by: last.byName },
  }
}

/** A step as a page tells it. */
export function shownStep({ step, at, byName, words, checkId }: DraftStep) {
  return { step, at: at.toISOString(), by: byName, reason: words, check: checkId }
}
