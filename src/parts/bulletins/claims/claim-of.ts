import type { Claim, Modality } from './claim.ts'
import { periodInWords } from './period-state.ts'
import type { Running } from './running.ts'
import type { Finding, Site } from './site.ts'

const plainQualifiers = /^(?:仅|只|最高|最低|约为)$/

/** The claim that a finding makes at its site, without its place in the text. */
export function claimOf(
  site: Site,
  finding: Finding,
  running: Running,
  modality: Modality | null,
  partial: boolean,
): Omit<Claim, 'text' | 'start'> {
  const { figure, pair } = site
  const amount = finding.kind === 'level' || finding.kind === 'count'
  const qualifier = qualifierOf(site)
  return {
    indicator: finding.indicator,
    value: figure.value,
    ...(figure.upper === undefined ? {} : { upper: figure.upper }),
    unit: figure.unit,
    kind: finding.kind,
    direction: finding.direction,
    period: periodInWords(running.period, running.documentYear),
    of: amount && !finding.delta ? null : finding.indicator,
    ...(qualifier ? { qualifier } : {}),
    ...(finding.versus ? { versus: finding.versus } : {}),
    ...(finding.whole ? { whole: finding.whole } : {}),
    ...(finding.scope ? { scope: finding.scope } : {}),
    ...(modality ? { modality } : {}),
    ...(pair ? { role: pair } : {}),
    ...(finding.delta ? { delta: true as const } : {}),
    ...(partial ? { partial: true as const } : {}),
  }
}

/** 近 before the number, 余 in it, 左右 behind it. */
function qualifierOf({ reading, figure, behind }: Site): string | null {
  const front = reading.qualifier !== null && !plainQualifiers.test(reading.qualifier) ? reading.qualifier : null
  return front ?? figure.qualifier ?? /^(?:左右|以上|以内|以下|上下)/.exec(behind)?.[0] ?? null
}
