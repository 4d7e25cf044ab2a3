import type { Period } from '#kernel/period.ts'
import type { Catalogue } from '#parts/indicators/indicators.ts'
import type { Claim } from '../claims/claim.ts'
import type { Draft } from '../drafts/draft.ts'
import { type Binding, bindClaim } from './binding/bind.ts'
import { type Choices, type Lexicon, lexiconOf } from './binding/lexicon.ts'
import { otherAreaBefore } from './binding/other-area.ts'
import { plainPhrase } from './binding/phrase.ts'
import { type Surroundings, surroundingsIn } from './binding/surroundings.ts'
import { meantClaim, type PacePart } from './meant-claim.ts'
import { periodSaid, type Standing } from './period/resolve-period.ts'

/** A claim with all that its words and place say: whose figure, of when, of where. */
export interface Question {
  place: number
  /** as the text has it */
  written: Claim
  /** as its place lets it be understood */
  claim: Claim
  pacePart: PacePart | null
  around: Surroundings
  binding: Binding
  /** indicators of a list that shares one figure (甲、乙双双突破1000亿元), the first being the bound one */
  several: string[]
  /** the other side of a share that no indicator tells, or of a ratio (是装备制造业的2.7倍) */
  whole: string | null
  /** a ratio of two indicators, not of two years */
  ratio: boolean
  /** indicators that the sentence named before, where the claim's clause names none: a pace may be of them */
  named: string[]
  otherArea: string | null
  periods: Period[]
  /** looked at where the records do not run to the day the words name */
  instead: Period | null
  /** of what is aimed at, not of what is */
  aim: boolean
}

interface Asked {
  draft: Pick<Draft, 'text' | 'blocks'>
  claims: readonly Claim[]
  catalogue: Catalogue
  standing: Standing
  aliases?: Choices
  chosen?: Choices
}

/** What each claim of a text asks of the records, in the order of the text. */
export function questionsOf(asked: Asked): Question[] {
  return [...readQuestions(asked)]
}

/** The same, one by one, for texts that take long. */
export function* readQuestions({ draft, claims, catalogue, standing, ...choices }: Asked): Generator<Question> {
  const lexicon = lexiconOf(catalogue, choices)
  const look = surroundingsIn(draft.text, draft.blocks)
  const before: Question[] = []
  for (const [place, written] of claims.entries()) {
    const question = questionOf({ place, written, around: look(written) }, lexicon, standing, before)
    before.push(question)
    if (before.length > mostBefore) before.shift()
    yield question
  }
}

/** No sentence has more claims that a later one may lean on. */
const mostBefore = 12

function questionOf(
  { place, written, around }: Pick<Question, 'place' | 'written' | 'around'>,
  lexicon: Lexicon,
  standing: Standing,
  before: readonly Question[],
): Question {
  const { claim, pacePart, aim } = meantClaim(written, around)
  const bind = (of: Partial<Claim>) => bindClaim(lexicon, { claim: { ...claim, ...of }, around })
  const last = before.at(-1)
  const leans = last?.binding.indicator && goesWith(claim, last, around) ? last : null
  const bound = leans?.binding ?? bind(pacePart === null ? {} : { kind: 'pace' })
  const several = bound.indicator === null ? manyOf(claim, bind) : []
  const binding = several[0] ? { ...bound, indicator: several[0], boundBy: 'context' as const } : bound
  const part = binding.indicator === null && claim.kind === 'share' ? partOf(claim, bind, lexicon, before) : null
  const ratio = isRatio(claim)
  const kept = lexicon.byCode.get(binding.indicator ?? '')
  return {
    ...{ place, written, claim, pacePart, aim, several, around, ratio },
    binding: part?.part ?? binding,
    whole: part?.whole ?? (ratio && kept ? otherSide(claim, kept.unit, bind) : null),
    named: nameless(claim, around) ? namedBefore(before, written, around) : [],
    otherArea: leans ? leans.otherArea : otherAreaBefore(around.before, claim.indicator),
    ...orOfTheText(whenSaid(claim, standing, aim || ofWholeYear(claim, around)), around, aim ? null : standing),
  }
}

/** 331亿元，同比增长10%: the rate is of what the level before it in the sentence was of. */
function goesWith(claim: Claim, before: Question, { before: sentence }: Surroundings): boolean {
  if (claim.kind === 'share' || claim.kind === 'level' || claim.kind === 'count') return false
  const near = claim.start - (before.claim.start + before.claim.text.length) <= Math.min(40, sentence.length)
  return (
    near &&
    before.claim.indicator === claim.indicator &&
    before.claim.subject === claim.subject &&
    before.claim.kind !== 'share'
  )
}

/** A change or multiple against 去年同期 is of the period the text is about. */
function whenSaid(claim: Claim, standing: Standing, aim: boolean): Pick<Question, 'periods' | 'instead'> {
  const against =
    claim.kind === 'multiple' || claim.kind === 'change_pct' || claim.kind === 'change_points' || claim.delta
  if (against && /同期|同月|同季/.test(claim.period)) return { periods: [standing.base], instead: null }
  return periodSaid(claim.period, standing, aim)
}

const periodWords = /[0-9]{4}年|今年|本年|去年|上年|明年|[0-9]月|季度|半年|全年|年底|年末|当月|本月|截至|以来/

/** A paragraph that names no time may go on from the one before, or speak of what the text is about. */
function orOfTheText<T extends Pick<Question, 'periods'>>(said: T, around: Surroundings, standing: Standing | null): T {
  const words = `${around.earlier}${around.before}${around.clause}${around.heading}${around.cell}`
  const { periods } = said
  if (!standing || periods.length === 0 || periodWords.test(words)) return said
  if (periods.some(({ text }) => text === standing.base.text)) return said
  return { ...said, periods: [...periods, standing.base] }
}

/** 预计全年: what is said of the year as a whole, not of what of it has gone by. */
function ofWholeYear({ modality }: Claim, { clause, near }: Surroundings): boolean {
  return modality === 'forecast' || /全年(?!目标|计划|任务|预算)|年底|年末/.test(`${near.slice(-12)}${clause}`)
}

type Bind = (of: Partial<Claim>) => Binding

const ofYears = /上年|去年|同期|前年|往年|年前|[0-9]{4}年|年均|全国|全省|全市|平均/

function isRatio({ kind, direction, versus }: Claim): boolean {
  return kind === 'multiple' && direction === null && versus !== undefined && !ofYears.test(versus)
}

function otherSide({ versus = '' }: Claim, unit: string, bind: Bind): string | null {
  return bind({ indicator: versus.replace(/^(?:相当于|是|为)/, ''), subject: '', kind: 'level', unit }).indicator
}

/** 货值15.6亿美元，超时序进度2个百分点: the clause of the pace says nothing of whose it is. */
function nameless({ indicator }: Claim, { clause }: Surroundings): boolean {
  return !plainPhrase(clause).includes(plainPhrase(indicator))
}

function namedBefore(questions: readonly Question[], { start }: Claim, { before }: Surroundings): string[] {
  const inSentence = questions.filter(({ written }) => written.start >= start - before.length)
  return [...new Set(inSentence.flatMap(({ binding }) => binding.indicator ?? []))]
}

function manyOf(claim: Claim, bind: Bind): string[] {
  const parts = claim.indicator.split(/[、和及]/).filter((part) => part.length >= 2)
  if (parts.length < 2 || parts.length > 6) return []
  const codes = parts.map((part) => bind({ indicator: part }).indicator)
  return codes.every((code) => code !== null) ? codes : []
}

function partOf(
  { whole, indicator }: Claim,
  bind: Bind,
  lexicon: Lexicon,
  before: readonly Question[],
): { part: Binding; whole: string } | null {
  const part = bind({ indicator, kind: 'change_pct' })
  if (part.indicator === null) return null
  const of = whole
    ? bind({ indicator: whole, kind: 'change_pct' }).indicator
    : wholeNamed(part.indicator, lexicon, before)
  return of !== null && of !== part.indicator ? { part, whole: of } : null
}

/** 包裹6286万包，进口包裹占52.5%: the whole that the text has just named. */
function wholeNamed(part: string, { byCode }: Lexicon, before: readonly Question[]): string | null {
  const whole = part.slice(0, Math.max(0, part.lastIndexOf('.')))
  const named = before.some(({ binding }) => binding.indicator === whole)
  return named && byCode.get(whole)?.unit === byCode.get(part)!.unit ? whole : null
}
