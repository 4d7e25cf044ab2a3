import { phraseOf } from '#parts/bulletins/check-desk/phrase.ts'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import { nearestNames } from '#parts/indicators/indicators.ts'
import type { BoundBy } from '../report.ts'
import { areCurrencies, areKin, unitSaid } from '../unit-kin.ts'
import { coverage, leftOver, type Source } from './coverage.ts'
import { type Form, formsNear, type Lexicon } from './lexicon.ts'
import { hardPart, isClause, isEntity, isGeneric, plainPhrase } from './phrase.ts'
import type { Surroundings } from './surroundings.ts'

export interface Binding {
  /** code, null when nothing is said clearly enough */
  indicator: string | null
  boundBy: BoundBy | null
  /** what else it could be, or be taken for; nearest first */
  candidates: string[]
  /** two indicators fit equally well */
  ambiguous: boolean
}

/** What a claim is read with: its words, and where they stand. */
export interface ToBind {
  claim: Pick<Claim, 'indicator' | 'subject' | 'unit' | 'kind' | 'delta' | 'scope' | 'whole'>
  around: Surroundings
}

// How much a word tells, by where it stands; found by trying on sentences of half-year bulletins.
const weights = {
  own: 1,
  subject: 1,
  cell: 0.95,
  clause: 0.9,
  near: 0.75,
  before: 0.7,
  after: 0.45,
  heading: 0.5,
  earlier: 0.4,
}
const implied = { unit: 0.8, measure: 0.3 }
const enough = 0.55
const margin = 0.03

/** Which indicator a claim speaks of: by its words, by an earlier choice of somebody, by what stands around it. Never a guess. */
export function bindClaim(lexicon: Lexicon, toBind: ToBind): Binding {
  const { claim } = toBind
  const phrase = plainPhrase(claim.indicator)
  const subject = claim.subject ? plainPhrase(claim.subject) : ''
  const choice = choiceOf(lexicon, claim)
  if (choice) return { ...choice, candidates: [], ambiguous: false }
  return decided(ranked(lexicon, { ...toBind, phrase, subject }), lexicon, phrase)
}

function choiceOf(lexicon: Lexicon, claim: ToBind['claim']): Pick<Binding, 'indicator' | 'boundBy'> | null {
  const phrase = phraseOf(claim)
  const chosen = lexicon.chosen.get(phrase)
  if (chosen === '') return { indicator: null, boundBy: null }
  if (chosen !== undefined && lexicon.byCode.has(chosen)) return { indicator: chosen, boundBy: 'chosen' }
  const alias = lexicon.aliases.get(phrase)
  const known = alias === undefined ? undefined : lexicon.byCode.get(alias)
  return known && unitFits(claim, known.unit) ? { indicator: known.code, boundBy: 'alias' } : null
}

interface Read extends ToBind {
  phrase: string
  subject: string
}

interface Guess {
  form: Form
  score: number
  /** every part of the name is told, and every word of the phrase is used */
  whole: boolean
  exact: boolean
}

function ranked(lexicon: Lexicon, read: Read): Guess[] {
  const hard = hardPart(read.phrase)
  const near = formsNear(lexicon, hard === '' ? '' : read.phrase)
  const sources = sourcesOf(read)
  const best = new Map<string, Guess>()
  for (const form of near) {
    if (!unitFits(read.claim, form.indicator.unit)) continue
    const guess = guessOf(read, form, sources)
    const known = best.get(form.indicator.code)
    if (guess && (!known || better(guess, known))) best.set(form.indicator.code, guess)
  }
  return [...best.values()].sort((a, b) => (better(a, b) ? -1 : 1))
}

function better(a: Guess, b: Guess): boolean {
  return a.whole === b.whole ? a.score > b.score : a.whole
}

function guessOf(read: Read, form: Form, sources: readonly Source[]): Guess | null {
  const { phrase, subject, claim } = read
  const exact = form.plain === phrase || (subject !== '' && form.plain === `${subject}${phrase}`)
  const unused = exact ? '' : unusedOf(read, form)
  const covered = coverage(form.plain, sources, impliedBy(claim, form))
  if (covered.mean < 0.2) return null
  const stranger =
    strangeness(read, form) + (amounts.has(claim.kind) && !areKin(claim.unit, form.indicator.unit) ? 0.1 : 0)
  const vague = form.generic && form.plain === phrase && amounts.has(claim.kind) && !claim.delta ? 0.5 : 0
  const score = covered.mean - stranger - vague - unused.length * 0.15 + subjectUse(subject, form)
  const whole = unused === '' && covered.least > 0 && score >= enough
  return { form, score, whole, exact }
}

/** Words of the phrase that the name does not have; of a share the whole counts too (占GDP的比重 is no share of output). */
function unusedOf({ phrase, claim }: Read, { plain }: Form): string {
  const whole = claim.kind === 'share' && claim.whole ? hardPart(leftOver(plainPhrase(claim.whole), plain)) : ''
  return hardPart(leftOver(phrase, `${plain}${claim.scope ?? ''}`)) + whole
}

function sourcesOf({ phrase, subject, around, claim }: Read): Source[] {
  return [
    { text: phrase, weight: weights.own },
    ...(claim.kind === 'share' && claim.whole ? [{ text: plainPhrase(claim.whole), weight: weights.own }] : []),
    ...(isClause(subject) ? [] : [{ text: subject, weight: weights.subject }]),
    { text: plainPhrase(around.cell), weight: weights.cell },
    { text: plainPhrase(around.clause), weight: weights.clause },
    { text: plainPhrase(around.near), weight: weights.near },
    { text: plainPhrase(around.before), weight: weights.before },
    { text: plainPhrase(around.after), weight: weights.after },
    { text: plainPhrase(around.heading), weight: weights.heading },
    { text: plainPhrase(around.earlier), weight: weights.earlier },
  ].filter(({ text }) => text !== '')
}

const amounts = new Set(['level', 'count'])

const byDimension: Record<string, readonly string[]> = {
  area: ['面积'],
  home: ['套数'],
  person: ['人数'],
  day: ['天数'],
  household: ['户数'],
  rank: ['排名', '位次'],
  train: ['开行', '班列'],
  vehicle: ['产量'],
  machine: ['产量'],
}
const measures = ['产值', '营业收入', '收入', '产量', '货值', '开行']

function impliedBy({ unit, kind }: Read['claim'], { plain }: Form): Source[] {
  const dimension = kind === 'rank' ? 'rank' : (unitSaid(unit)?.dimension ?? '')
  const said = (byDimension[dimension] ?? []).map((text) => ({ text, weight: implied.unit }))
  const ending = measures.find((measure) => plain.endsWith(measure) && plain.length > measure.length + 1)
  const own = kind === 'share' ? ['占比', '比重', '占'].map((text) => ({ text, weight: implied.unit })) : []
  return [...said, ...own, ...(ending ? [{ text: ending, weight: implied.measure }] : [])]
}

/** A subject with figures of its own (an enterprise, another place) that the name does not speak of. */
function strangeness({ subject }: Read, { plain }: Form): number {
  if (subject === '' || isClause(subject)) return 0
  const rest = hardPart(leftOver(subject, plain))
  if (rest.length < 2) return 0
  return isEntity(subject) ? 0.6 : 0.08
}

function subjectUse(subject: string, { plain }: Form): number {
  if (subject === '' || isClause(subject)) return 0
  return (0.15 * (subject.length - leftOver(subject, plain).length)) / subject.length
}

/** A level needs a unit of the indicator's kind; a change, a rank or a completion can be said of anything. */
function unitFits({ unit, kind }: Pick<Claim, 'unit' | 'kind'>, kept: string): boolean {
  if (kind === 'share') return kept === '%' || kept === '个百分点'
  return amounts.has(kind) ? areKin(unit, kept) || (unit !== null && areCurrencies(unit, kept)) : true
}

function decided(guesses: readonly Guess[], lexicon: Lexicon, phrase: string): Binding {
  const [best] = guesses
  const codes = guesses.map(({ form }) => form.indicator.code)
  const rivals = guesses.filter(({ whole, score }) => whole && best!.score - score < margin)
  const first = rivals.length === 1 ? rivals[0] : parentOf(rivals)
  if (first) {
    const code = first.form.indicator.code
    const boundBy = !first.exact ? 'context' : first.form.by
    return {
      indicator: code,
      boundBy,
      candidates: codes.filter((other) => other !== code).slice(0, 3),
      ambiguous: false,
    }
  }
  const like = codes.length > 0 ? codes : spelledLike(lexicon, phrase)
  return { indicator: null, boundBy: null, candidates: like.slice(0, 5), ambiguous: rivals.length > 1 }
}

/** 货值 beside 进口货值 is the whole of it: the indicator whose code the others' begin with. */
function parentOf(rivals: readonly Guess[]): Guess | undefined {
  const codes = rivals.map(({ form }) => form.indicator.code)
  return rivals.find(({ form }) =>
    codes.every((code) => code === form.indicator.code || code.startsWith(`${form.indicator.code}.`)),
  )
}

/** Names that share words with the phrase or differ by a letter or two: never bound, only offered. */
function spelledLike(lexicon: Lexicon, phrase: string): string[] {
  if (isGeneric(phrase) || phrase.length > 30) return []
  const shared = formsNear(lexicon, phrase)
    .map(({ plain, indicator }) => ({
      code: indicator.code,
      share: 1 - leftOver(phrase, plain).length / phrase.length,
    }))
    .filter(({ share }) => share >= 0.4)
    .sort((a, b) => b.share - a.share)
  const byName = new Map(lexicon.forms.map(({ plain, indicator }) => [plain, indicator.code]))
  const spelled = nearestNames(phrase, [...byName.keys()]).map((name) => byName.get(name)!)
  return [...new Set([...shared.map(({ code }) => code), ...spelled])].slice(0, 5)
}
