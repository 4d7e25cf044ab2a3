import type { Locale } from '#kernel/i18n/words.ts'
import { saidReason } from './reason-words.ts'
import type { CheckReport } from './report.ts'

/**
 * A report as `jingkai check --json` prints it (DESIGN 8): `start` counts characters, not UTF-16 units; `indicator` is the bound
 * code and `phrase` the words of the text; decimals are strings.
 */
export function checkSaid(report: CheckReport, locale: Locale = 'zh') {
  const at = characterAt(report.text)
  const claims = report.findings.map(({ place, claim, verdict, indicator, reason, ...finding }) => ({
    ...{
      place,
      text: claim.text.replaceAll('\u2060', ''),
      start: at(claim.start),
      kind: claim.kind,
      phrase: claim.indicator,
    },
    ...{ value: claim.value, unit: claim.unit, direction: claim.direction },
    ...{ period: finding.period ?? claim.period, indicator, verdict, expected: finding.expected },
    ...{ reason: saidReason(reason, locale), code: reason.code, correction: finding.correction },
    ...{ boundBy: finding.boundBy, candidates: finding.candidates, fact: finding.fact, statements: finding.statements },
  }))
  const statements = report.statements.map(({ reason, ...statement }) => ({
    ...statement,
    ...{ reason: saidReason(reason, locale), code: reason.code },
  }))
  const paces = report.paces.map(({ start, reason, ...pace }) => ({
    ...{ ...pace, start: at(start), reason: saidReason(reason, locale), code: reason.code },
  }))
  const { name, area, period, asOf, counts, notes } = report
  return { name, area, period, asOf, claims, counts, statements, paces, notes }
}

/** Offsets in characters of offsets in UTF-16 units that only grow. */
function characterAt(text: string): (offset: number) => number {
  let [unit, character] = [0, 0]
  return (offset) => {
    if (offset < unit) [unit, character] = [0, 0]
    while (unit < offset && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      character += 1
    }
    return character
  }
}
