import { Decimal } from 'decimal.js'
import { parsePeriod } from '#kernel/period.ts'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact, Rank } from '#parts/indicators/shapes.ts'
import type { Standing } from '../period/resolve-period.ts'
import type { Question } from '../questions.ts'
import { type Verdict, verdicts } from '../report.ts'
import { judgeAmount } from './judge-amount.ts'
import { judgeChange } from './judge-change.ts'
import { judgeRank } from './judge-rank.ts'
import { judgePart, judgeRatio, judgeShare } from './judge-share.ts'
import { type Aim, judgeCompletion, judgePace, judgeTarget } from './judge-target.ts'
import { type Judgement, notCheckable } from './judgement.ts'

/** What was looked up for a text: every answer a claim may be held against. */
export interface Book {
  standing: Standing
  fact(indicator: string, period: string): Fact | undefined
  rank(indicator: string, period: string): Rank | null
  /** the target of an indicator for a period, with its pace on a day */
  aim(indicator: string, period: string, on: string): Aim | undefined
}

/** What the records say of one claim. */
export function judge(question: Question, book: Book): Judgement {
  const { claim, binding, otherArea, periods, several } = question
  if (otherArea !== null) return notCheckable('other-area', { area: otherArea })
  if (binding.indicator === null) return unbound(question)
  if (periods.length === 0) return notCheckable('period-unreadable', { words: claim.period })
  const codes = several.length > 0 ? several : [binding.indicator]
  const judgements = codes.map((code) => judgeOne(question, code, book))
  return judgements.sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))[0]!
}

const meanRate = /(?:平均每|月均|日均|年均|每月约?需|每天约?需|平均每月)/

function unbound({ claim, binding }: Question): Judgement {
  if (meanRate.test(claim.indicator)) return notCheckable('mean-rate')
  const code = binding.ambiguous ? 'ambiguous' : 'unknown'
  const details = { words: claim.indicator || claim.text, candidates: binding.candidates.length }
  return { ...notCheckable(code, details), verdict: 'not-bound' }
}

function judgeOne(question: Question, code: string, book: Book): Judgement {
  const { claim, periods, aim } = question
  const { today } = book.standing
  const first = periods[0]!
  if (aim || first.start > today) return aimed(question, code, book)
  if (claim.modality === 'forecast' && first.end > today)
    return notCheckable('forecast', { period: first.text }, first.text)
  const facts = periods.flatMap(({ text }) => book.fact(code, text) ?? [])
  if (facts.length === 0) return notCheckable('too-many', {}, first.text)
  const judgements = withInstead(question, facts, book.fact(code, question.instead?.text ?? '')).map((fact) =>
    againstFact(question, fact, book),
  )
  return (
    judgements.find(({ verdict }) => right.has(verdict)) ??
    judgements.find(({ verdict }) => verdict !== 'not-checkable') ??
    judgements[0]!
  )
}

const right: ReadonlySet<Verdict> = new Set(['matched', 'matched-by-rounding'])

/** The figures that the words may mean; the one to date as well where the records do not run to the day named. */
function withInstead({ claim }: Question, facts: Fact[], instead: Fact | undefined): Fact[] {
  const [first] = facts
  const changes = claim.kind === 'change_pct' || claim.kind === 'change_points' || claim.kind === 'multiple'
  const told = first && (changes ? first.change.value !== null : first.value !== null) && first.covers === first.period
  return told || !instead ? facts : [...facts, instead]
}

function againstFact(question: Question, fact: Fact, book: Book): Judgement {
  const { claim, pacePart } = question
  if (pacePart !== null) return againstTarget(question, fact, book)
  switch (claim.kind) {
    case 'rank':
      return judgeRank(claim, fact, book.rank(fact.indicator, fact.period))
    case 'share':
      return shareOf(question, fact, book)
    case 'completion':
    case 'pace':
      return againstTarget(question, fact, book)
    case 'level':
    case 'count':
      return unlessSinceOpening(question, unlessTarget(question, amountOf(claim, fact), book))
    default:
      return question.ratio ? ratioOf(question, fact, book) : judgeChange(claim, fact)
  }
}

function ratioOf({ claim, whole }: Question, fact: Fact, book: Book): Judgement {
  const other = whole === null ? undefined : book.fact(whole, fact.period)
  return other
    ? judgeRatio(claim, fact, other)
    : notCheckable('ratio-of-other', { versus: claim.versus ?? '' }, fact.period)
}

const done = /完成|实现|达到?|突破|开行|交付/

/** 超过500亿元 alone beside its indicator: where it is the year's target, nothing says that it has been reached. */
function unlessTarget({ claim, around }: Question, judgement: Judgement, book: Book): Judgement {
  if (judgement.reason.code !== 'not-reached' || done.test(around.clause)) return judgement
  const { indicator, period } = judgement.fact!
  const aim = book.aim(indicator, period.slice(0, 4), book.standing.today)
  if (!aim || judgeTarget(claim, aim).verdict !== 'matched') return judgement
  return notCheckable('target-or-done', { said: claim.text, indicator, period: aim.row.period }, period)
}

const sinceOpening = /累计|总共|共计|总数/
const within = /今年|本年|[0-9]月|季度|半年|截[至止]|当月/

/** 累计开行突破1000班: more than the period has, and the clause names no period, so it may be counted from the beginning. */
function unlessSinceOpening({ claim, around }: Question, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'contradicted' || !sinceOpening.test(around.clause) || within.test(around.clause))
    return judgement
  const more = new Decimal(claim.value ?? 0).gt(judgement.expected ?? 0)
  return more
    ? notCheckable('since-opening', { said: claim.text, period: judgement.period }, judgement.period)
    : judgement
}

function amountOf(claim: Claim, fact: Fact): Judgement {
  if (claim.delta) return judgeChange(claim, fact)
  return fact.unit === '%' || fact.unit === '个百分点' ? judgeShare(claim, fact) : judgeAmount(claim, fact)
}

function shareOf({ claim, whole }: Question, fact: Fact, book: Book): Judgement {
  if (whole === null) return judgeShare(claim, fact)
  const other = book.fact(whole, fact.period)
  return other
    ? judgePart(claim, fact, other)
    : notCheckable('no-whole', { whole: claim.whole ?? null, period: fact.period }, fact.period)
}

/** The target of the period named, else of its year, else the indicator's only one of that year. */
function aimed({ claim, periods, aim: said }: Question, code: string, book: Book): Judgement {
  const first = periods[0]!
  const year = first.text.slice(0, 4)
  const amount = (claim.kind === 'level' || claim.kind === 'count') && !claim.delta
  const [aim] = [...periods.map(({ text }) => text), year, `${year}-H1`, `${year}-H2`].flatMap(
    (period) => book.aim(code, period, book.standing.today) ?? [],
  )
  if (amount && aim) return judgeTarget(claim, aim)
  return notCheckable(said ? 'no-target' : 'future', { indicator: code, period: first.text }, first.text)
}

const planWords = /目标|任务|计划|预算/

function againstTarget({ claim, pacePart, named }: Question, own: Fact, book: Book): Judgement {
  const year = own.period.slice(0, 4)
  const on = [parsePeriod(own.period).end, book.standing.today].sort()[0]!
  const facts = [own, ...named.flatMap((code) => book.fact(code, own.period) ?? [])]
  const fact = facts.find(({ indicator }) => book.aim(indicator, year, on)) ?? own
  const aim = book.aim(fact.indicator, year, on)
  const about = { nameZh: own.name.zh, nameEn: own.name.en, indicator: own.indicator, period: year }
  if (!aim || (claim.kind === 'completion' && claim.whole && !planWords.test(claim.whole)))
    return notCheckable('no-target', about, own.period)
  return claim.kind === 'completion' ? judgeCompletion(claim, aim, fact) : judgePace(claim, aim, pacePart ?? 'gap')
}
