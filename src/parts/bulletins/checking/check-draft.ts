import type { Tx } from '#kernel/db/work.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { areaOf } from '#parts/indicators/areas.ts'
import { catalogueOf, openingDay } from '#parts/indicators/indicators.ts'
import { aliasesInForce } from '../check-desk/aliases.ts'
import type { Claim } from '../claims/claim.ts'
import { readClaims } from '../claims/extract.ts'
import { documentYearOf } from '../claims/period-state.ts'
import type { Draft } from '../drafts/draft.ts'
import { wordsOf } from '../drafts/words-of.ts'
import type { Choices } from './binding/lexicon.ts'
import { inSteps } from './in-steps.ts'
import { bookFor, paceOf, type Vantage } from './look-up.ts'
import { endOfClaims } from './own-annex.ts'
import { baseOn, periodSaid, type Standing } from './period/resolve-period.ts'
import { type Question, readQuestions } from './questions.ts'
import { type CheckReport, type Finding, type PaceFinding, type Verdict, verdicts } from './report.ts'
import { type Book, judge } from './rules/judge.ts'
import { judgeHalfway } from './rules/judge-halfway.ts'
import { lookedAtTwice } from './second-look.ts'
import { statementsOf } from './statements/statements.ts'
import { withStatements } from './text-against-text.ts'

export interface CheckAsked {
  draft: Draft
  /** what the text is about where it does not say; read from the text, else from the zone's day, unless told */
  period?: string | undefined
  area?: string | undefined
  asOf?: Date | undefined
  /** the year the text is about, where it does not say */
  year?: number | undefined
  /** choices of this check only: `phraseOf(claim)` → indicator, empty for none */
  chosen?: Choices | undefined
}

/**
 * Every figure of a text held against the records of an area: what is right, what is wrong and what could not be checked, in the
 * order of the text. Refuses `period/unreadable` and `org/unit-unknown`.
 */
export async function checkDraft(tx: Tx, asked: CheckAsked): Promise<CheckReport> {
  const { draft, asOf } = asked
  const { code: area } = await areaOf(tx, asked.area)
  const at: Vantage = { area, asOf }
  const today = await openingDay(tx)
  const written = wordsOf(draft)
  const words = written.slice(0, endOfClaims(written, draft.blocks))
  const year = yearOf(asked, words, today)
  const blocksRead = draft.blocks.filter(({ end }) => end <= words.length)
  const options = { blocks: blocksRead, notClaims: false, year }
  const all = (await inSteps(readClaims(words, options))).flatMap(({ claims }) =>
    claims.filter((claim) => isFigure(claim, words)),
  )
  const claims = all.slice(0, mostClaims)
  const standing = { base: basePeriod(asked.period, claims, { today, year }), today }
  const choices = { aliases: await aliasesInForce(tx, area), chosen: asked.chosen ?? new Map() }
  const catalogue = await catalogueOf(tx, asOf)
  const read = { text: words, blocks: blocksRead }
  const questions = await inSteps(readQuestions({ ...{ draft: read, claims, standing, catalogue }, ...choices }))
  const book = await bookFor(tx, questions, standing, at)
  const paces = await halfways(tx, questions, standing, at)
  const first = questions.map((question) => findingOf(question, book, paces))
  const second = await lookedAtTwice(tx, { questions, findings: first, book, at })
  const statements = statementsOf(claims, words, blocksRead)
  const findings = [...withStatements(second, statements), ...all.slice(mostClaims).map(leftOut)]
  const { name, format, text, blocks, notes } = draft
  return {
    ...{ name, format, text, blocks, notes, area, period: standing.base.text, asOf: asOf?.toISOString() ?? null },
    ...{ findings, statements, paces: [...paces.values()], counts: countsOf(findings) },
  }
}

/** No text of an office holds so many figures; what is beyond is said not to be checked. */
export const mostClaims = 10_000

function leftOut(claim: Claim, beyond: number): Finding {
  const nothing = {
    indicator: null,
    boundBy: null,
    candidates: [],
    period: null,
    expected: null,
    correction: null,
    fact: null,
  }
  const reason = { code: 'too-many', details: {} }
  return { place: mostClaims + beyond, claim, ...nothing, statements: [], verdict: 'not-checkable', reason }
}

function findingOf(question: Question, book: Book, paces: ReadonlyMap<number, PaceFinding>): Finding {
  const { place, written, binding } = question
  const pace = paces.get(place)
  const head = { place, claim: written, statements: [] }
  if (pace) {
    const nothing = { indicator: null, boundBy: null, candidates: [], expected: null, correction: null, fact: null }
    return {
      ...head,
      ...nothing,
      verdict: pace.verdict,
      reason: pace.reason,
      period: question.periods[0]?.text ?? null,
    }
  }
  const { indicator, boundBy, candidates } = binding
  return { ...head, indicator, boundBy, candidates, ...judge(question, book) }
}

/** Words of pace without a figure (时间过半、任务过半), by the place of their claim. */
async function halfways(
  tx: Tx,
  questions: readonly Question[],
  { today }: Standing,
  at: Vantage,
): Promise<Map<number, PaceFinding>> {
  const found = new Map<number, PaceFinding>()
  for (const { place, claim, periods } of questions) {
    if (claim.kind !== 'pace' || claim.unit !== null) continue
    const pace = periods[0] ? await paceOf(tx, periods[0].text, today, at) : null
    found.set(place, judgeHalfway({ text: claim.text, start: claim.start }, pace))
  }
  return found
}

/** The 零 of 社零 is retail trade, no nought. */
function isFigure({ text, start }: Claim, words: string): boolean {
  return text !== '零' || words.charAt(start - 1) !== '社'
}

/**
 * The year that 今年 means: the one told, the one of the title, else the zone's own. A year that only the body names (2017年投产) is
 * as a rule not the year that the draft is about.
 */
function yearOf({ year, period }: CheckAsked, words: string, today: string): number {
  const lines = words.trimStart().slice(0, 200).split('\n').slice(0, 4)
  const title = lines
    .filter((line) => !/[，。；]/.test(line))
    .join('')
    .slice(0, 80)
  return (
    year ??
    (period === undefined ? null : Number(period.slice(0, 4))) ??
    documentYearOf(title) ??
    Number(today.slice(0, 4))
  )
}

/** The period told, else the one the text names most often for what has been, else the one that the zone's day closes. */
function basePeriod(told: string | undefined, claims: readonly Claim[], of: { today: string; year: number }): Period {
  if (told !== undefined) return parsePeriod(told)
  const { today, year } = of
  const fallback = baseOn(today)
  const seen = new Map<string, number>()
  for (const { period, modality } of claims) {
    if (modality === 'target' || modality === 'plan' || !/[半季月]/.test(period) || /^截/.test(period)) continue
    const read = periodSaid(period, { base: fallback, today }).periods[0]
    if (read?.start.startsWith(String(year)) && read.start <= today) seen.set(read.text, (seen.get(read.text) ?? 0) + 1)
  }
  const most = [...seen].sort((a, b) => b[1] - a[1])[0]
  if (most) return parsePeriod(most[0])
  return fallback.start.startsWith(String(year)) ? fallback : parsePeriod(String(year))
}

function countsOf(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  for (const { verdict } of findings) counts[verdict] += 1
  return counts
}
