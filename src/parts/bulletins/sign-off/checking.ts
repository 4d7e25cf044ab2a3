import type { Tx } from '#kernel/db/work.ts'
import { checkDraft } from '../checking/check-draft.ts'
import type { CheckReport, Verdict } from '../checking/report.ts'
import type { Composition } from '../compose.ts'
import { settledByTags } from './printed-claims.ts'
import { draftOfTree } from './tree-draft.ts'

/** Verdicts that keep a draft from its review until the reviewer says why it may go on. */
export const blocking = ['contradicted', 'unit-slip', 'inconsistent'] as const satisfies readonly Verdict[]

/**
 * Holds the written text against the records, in Chinese where it has it: that is what the checker reads. A figure that a tag printed
 * is known by its tag; what somebody typed, and a tag that stands under another indicator's name, are judged as in any text.
 */
export async function checkComposition(tx: Tx, { texts, sources, period, area }: Composition): Promise<CheckReport> {
  const text = texts.find(({ tree }) => tree.locale === 'zh') ?? texts[0]!
  const { draft, printed } = draftOfTree(text.tree)
  const report = await checkDraft(tx, { draft, period: period.text, area })
  return settledByTags(report, { printed, figures: text.figures, sources })
}

/** How many findings of a check stand against the text. */
export function blockingCount(counts: Readonly<Record<Verdict, number>>): number {
  return blocking.reduce((sum, verdict) => sum + counts[verdict], 0)
}
