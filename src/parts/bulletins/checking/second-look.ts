import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { type Period, parsePeriod, periodOf, previousPeriod, yearBefore } from '#kernel/period.ts'
import { momentsOf } from '#parts/indicators/rows-behind.ts'
import { momentsTold } from '#parts/indicators/submissions-behind.ts'
import { tracedFact } from '#parts/indicators/tracing.ts'
import { figuresOf, type Vantage } from './look-up.ts'
import { named, type Standing } from './period/resolve-period.ts'
import type { Question } from './questions.ts'
import type { Finding } from './report.ts'
import { type Book, judge } from './rules/judge.ts'

/** Claims looked at twice, and moments of a figure's past looked at: enough for a text that is meant to be right. */
const most = { claims: 40, moments: 8 }

interface Look {
  question: Question
  finding: Finding
}

/**
 * What the records spoke against, looked at again: right as of an earlier moment (`stale`), or right for another period or an
 * indicator close by, which is said beside the contradiction.
 */
export async function lookedAtTwice(
  tx: Tx,
  of: { questions: readonly Question[]; findings: readonly Finding[]; book: Book; at: Vantage },
): Promise<Finding[]> {
  const looks = of.findings
    .flatMap((finding) => {
      const question = of.questions[finding.place]
      return question && worthIt(finding, question) ? [{ question, finding }] : []
    })
    .slice(0, most.claims)
  if (looks.length === 0) return [...of.findings]
  const again = new Map<number, Finding>()
  const elsewhere = await bookOfOthers(tx, looks, of.book, of.at)
  for (const look of looks) {
    const stale = await staleIn(tx, look, of)
    again.set(look.finding.place, stale ?? rightElsewhere(look, elsewhere))
  }
  return of.findings.map((finding) => again.get(finding.place) ?? finding)
}

function worthIt({ verdict, fact, reason }: Finding, { claim, aim }: Question): boolean {
  if (verdict !== 'contradicted' || !fact || aim || claim.value === null) return false
  return (fact.aspect === 'value' || fact.aspect.startsWith('change')) && reason.code !== 'direction'
}

async function staleIn(tx: Tx, { question, finding }: Look, { book, at }: { book: Book; at: Vantage }) {
  const { indicator, period } = finding.fact!
  for (const asOf of await momentsBehind(tx, { indicator, period }, at)) {
    const facts = await figuresOf(tx, [{ indicator, period }], { ...at, asOf })
    const then = judge(asking(question, indicator, period, book), {
      ...book,
      fact: () => facts.get(`${indicator} ${period}`),
    })
    if (then.verdict !== 'matched') continue
    const reason = { code: 'stale', details: { ...finding.reason.details, asOf: asOf.toISOString() } }
    return { ...finding, verdict: 'stale' as const, reason }
  }
  return null
}

/** The moments, latest first, at which the figure was something else than it is now. */
async function momentsBehind(
  tx: Tx,
  of: { indicator: string; period: string },
  { area, asOf }: Vantage,
): Promise<Date[]> {
  const { at, figure } = await tracedFact(tx, { ...of, area, asOf })
  const found: Date[] = []
  for (const leaf of figure.leaves)
    found.push(...(leaf.reference.to === 'measure' ? await momentsOf(at, figure, leaf) : await momentsTold(at, leaf)))
  const distinct = [...new Set(found.map((moment) => moment.getTime()))].sort((a, b) => b - a)
  return distinct.slice(1, 1 + most.moments).map((time) => new Date(time))
}

async function bookOfOthers(tx: Tx, looks: readonly Look[], book: Book, at: Vantage): Promise<Book> {
  const wanted = looks.flatMap((look) => others(look, book.standing))
  const facts = await figuresOf(tx, wanted, at)
  return { ...book, fact: (indicator, period) => facts.get(`${indicator} ${period}`) }
}

function rightElsewhere(look: Look, book: Book): Finding {
  const { question, finding } = look
  const digits = significant(question.claim.value!)
  for (const { indicator, period } of others(look, book.standing)) {
    const same = indicator === finding.fact!.indicator
    if (digits < 2) continue
    const there = judge(asking(question, indicator, period, book), book)
    if (there.verdict !== 'matched') continue
    const { nameZh, nameEn } = there.reason.details
    const other = same ? { other: there.period } : { otherZh: nameZh ?? indicator, otherEn: nameEn ?? indicator }
    const code = same ? 'right-for-other-period' : 'right-for-other-indicator'
    return { ...finding, reason: { code, details: { ...finding.reason.details, ...other } } }
  }
  return finding
}

/** Where the digits might come from: the year before, the period before, a shorter or longer stretch, an indicator close by. */
function others({ question, finding }: Look, { base }: Standing): { indicator: string; period: string }[] {
  const { indicator } = finding.fact!
  const asked = question.periods[0]!
  const end = asked.end
  const near: Period[] = [
    ...[
      yearBefore(parsePeriod(finding.fact!.period)),
      yearBefore(asked),
      previousPeriod(asked),
      base,
      named(`${end.slice(0, 4)}-01-01`, end),
    ],
    ...[
      periodOf('month', end),
      periodOf('quarter', end),
      periodOf('half', end),
      periodOf('year', yearBefore(asked).end),
    ],
  ]
  const texts = [...new Set(near.map(({ text }) => text))].filter(
    (text) => text !== asked.text && text !== finding.fact!.period,
  )
  return [
    ...texts.map((period) => ({ indicator, period })),
    ...question.binding.candidates
      .filter((code) => code !== indicator)
      .map((code) => ({ indicator: code, period: asked.text })),
  ]
}

function asking(question: Question, indicator: string, period: string, book: Book): Question {
  const periods = [{ ...(question.periods[0] ?? book.standing.base), text: period }]
  return { ...question, several: [], binding: { ...question.binding, indicator }, periods, instead: null }
}

function significant(value: string): number {
  const digits = new Decimal(value).abs().toFixed().replace('.', '').replace(/^0+/, '')
  return value.includes('.') ? digits.length : digits.replace(/0+$/, '').length
}
