import { type CheckReport, type FactBehind, type Finding, type Verdict, verdicts } from '../checking/report.ts'
import { doorOf, type FigureKind, type PrintedFigure, type Source } from '../figure-kinds.ts'
import type { PrintedStretch } from './tree-draft.ts'

interface Printing {
  printed: readonly PrintedStretch[]
  figures: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
}

/** Kinds that print what the checker reads as an indicator's own level or change. */
const plain: readonly FigureKind[] = ['value', 'amount', 'change', 'rate', 'previous', 'actual']

/**
 * Settles what the checker could not know of a text of our own: a claim that a tag printed is right by its source, whatever the
 * reading made of it. A claim that the reading binds to another indicator than the tag's stays as it was judged: the tag then stands
 * under a wrong name. So does what contradicts another figure of the text.
 */
export function settledByTags(report: CheckReport, { printed, figures, sources }: Printing): CheckReport {
  const byPlace = new Map(figures.map((figure) => [figure.place, figure]))
  const findings = report.findings.map((finding): Finding => {
    const { start, text } = finding.claim
    const stretch = printed.find((one) => one.start < start + text.length && one.end > start)
    const figure = stretch && byPlace.get(stretch.figure)
    const source = figure && sources.get(figure.key)
    if (!source || !isSettled(finding, figure, source)) return finding
    const fact = factOf(figure, source)
    return {
      ...finding,
      ...{ verdict: 'matched', indicator: fact?.indicator ?? null, boundBy: 'chosen', candidates: [] },
      ...{ period: fact?.period ?? null, expected: null, correction: null, fact, reason: reasonOf(source) },
    }
  })
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  for (const { verdict } of findings) counts[verdict] += 1
  return { ...report, findings, counts }
}

function isSettled({ verdict, indicator }: Finding, { kind, missing }: PrintedFigure, source: Source): boolean {
  if (missing || verdict === 'matched' || verdict === 'inconsistent') return false
  return indicator === null || indicator === indicatorOf(source) || !plain.includes(kind)
}

function factOf({ kind }: PrintedFigure, source: Source): FactBehind | null {
  const door = doorOf(source, null)
  if (source.of === 'counts') return null
  if (source.of === 'pace') {
    const { indicator, period, actual, unit } = source.row
    const aspect = kind === 'completion' || kind === 'target' ? kind : kind === 'actual' ? 'value' : 'pace'
    return { indicator, period, area: source.area, aspect, value: actual, unit, vintage: null, door }
  }
  const { indicator, period, area, value, unit, vintage, change } = source.fact
  const head = { indicator, period, area, vintage, door }
  if (kind === 'change' || kind === 'rate') return { ...head, aspect: 'change', value: change.value, unit: change.unit }
  return { ...head, aspect: kind === 'previous' ? 'change-previous' : 'value', value, unit }
}

function reasonOf(source: Source): Finding['reason'] {
  const words = (name: { zh: string; en: string }, period: string) => ({
    code: 'printed',
    details: { nameZh: name.zh, nameEn: name.en, period },
  })
  if (source.of === 'counts') return words({ zh: '全年目标', en: 'the targets of the year' }, String(source.year))
  if (source.of === 'pace') return words(source.row.name, source.row.period)
  return words(source.fact.name, source.fact.period)
}

function indicatorOf(source: Source): string | null {
  if (source.of === 'fact') return source.fact.indicator
  return source.of === 'pace' ? source.row.indicator : null
}
