import type { Finding, Statement, Verdict } from './report.ts'

const unverified: ReadonlySet<Verdict> = new Set(['not-bound', 'not-checkable'])
const wrong: ReadonlySet<Verdict> = new Set(['contradicted', 'unit-slip', 'stale'])

/**
 * Findings with the statements that their claims take part in. What the records could not settle is `inconsistent` where the text
 * itself does, unless a figure that the records speak against explains it.
 */
export function withStatements(findings: readonly Finding[], statements: readonly Statement[]): Finding[] {
  const byClaim = new Map<number, Statement[]>()
  for (const statement of statements) {
    for (const claim of statement.claims) byClaim.set(claim, [...(byClaim.get(claim) ?? []), statement])
  }
  return findings.map((finding) => {
    const own = byClaim.get(finding.place)
    if (!own) return finding
    const broken = own.find(
      ({ holds, claims }) => holds === 'no' && !claims.some((at) => wrong.has(findings[at]!.verdict)),
    )
    const told = { ...finding, statements: own.map(({ place }) => place) }
    return broken && unverified.has(finding.verdict)
      ? { ...told, verdict: 'inconsistent' as const, reason: broken.reason }
      : told
  })
}
