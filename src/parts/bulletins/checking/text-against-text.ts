import type { Finding, Statement, Verdict } from './report.ts'

const unverified: ReadonlySet<Verdict> = new Set(['not-bound', 'not-checkable'])
const wrong: ReadonlySet<Verdict> = new Set(['contradicted', 'unit-slip', 'stale'])

/**
 * Findings with the statements that their claims take part in. What the records could not settle is `inconsistent` where the text
 * itself does: the result of a statement, or its parts where the records bear the result out; not where a figure that the records
 * speak against explains it.
 */
export function withStatements(findings: readonly Finding[], statements: readonly Statement[]): Finding[] {
  const byClaim = new Map<number, Statement[]>()
  for (const statement of statements) {
    for (const claim of statement.claims) {
      const known = byClaim.get(claim)
      if (known) known.push(statement)
      else byClaim.set(claim, [statement])
    }
  }
  return findings.map((finding) => {
    const own = byClaim.get(finding.place)
    if (!own) return finding
    const broken = own.find((statement) => isBlamed(finding, statement, findings))
    const told = { ...finding, statements: own.map(({ place }) => place) }
    return broken ? { ...told, verdict: 'inconsistent' as const, reason: broken.reason } : told
  })
}

function isBlamed({ place, verdict }: Finding, { holds, claims }: Statement, findings: readonly Finding[]): boolean {
  if (holds !== 'no' || !unverified.has(verdict) || claims.some((at) => wrong.has(findings[at]!.verdict))) return false
  const result = claims.at(-1)!
  return place === result || !unverified.has(findings[result]!.verdict)
}
