import type { Tx } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import { answered, versionsKey } from '#parts/indicators/answers.ts'
import { type FactAsked, factsOf, paceOn } from '#parts/indicators/indicators.ts'
import { rankIn } from '#parts/indicators/peers.ts'
import { reckoning } from '#parts/indicators/reckoning.ts'
import type { Fact, PaceAnswer, Rank } from '#parts/indicators/shapes.ts'
import type { Standing } from './period/resolve-period.ts'
import type { Question } from './questions.ts'
import type { Book } from './rules/judge.ts'

/** Where and of which moment a text is checked. */
export interface Vantage {
  area: string
  asOf?: Date | undefined
}

/** Figures asked for beyond this many are left out: no honest text speaks of so many. */
export const mostFigures = 4000

const key = (...parts: string[]) => parts.join(' ')

/** Looks up, in one go each, the figures, ranks and paces that the questions of a text ask for. */
export async function bookFor(tx: Tx, questions: readonly Question[], standing: Standing, at: Vantage): Promise<Book> {
  const facts = await figuresOf(tx, wantedFigures(questions), at)
  const ranks = await ranksOf(tx, questions, at)
  const paces = await pacesOf(tx, questions, standing, at)
  return {
    standing,
    fact: (indicator, period) => facts.get(key(indicator, period)),
    rank: (indicator, period) => ranks.get(key(indicator, period)) ?? null,
    aim: (indicator, period, on) => {
      const pace = paces.get(key(period.slice(0, 4), on)) ?? paces.get(key(period.slice(0, 4), standing.today))
      const row =
        pace &&
        [...pace.targets, ...pace.others].find((found) => found.indicator === indicator && found.period === period)
      return row && { row, on: pace.on, area: at.area }
    },
  }
}

/** Figures by indicator and period. What was looked up once holds as long as no record changes. */
export async function figuresOf(
  tx: Tx,
  wanted: readonly { indicator: string; period: string }[],
  { area, asOf }: Vantage,
): Promise<ReadonlyMap<string, Fact>> {
  const question = ['check', area, asOf?.toISOString()]
  const known = await answered(await versionsKey(tx), question, async () => new Map<string, Fact>())
  if (known.size > 5 * mostFigures) known.clear()
  const missing = new Map(wanted.map((one) => [key(one.indicator, one.period), one]))
  for (const of of missing.keys()) if (known.has(of)) missing.delete(of)
  const keys = [...missing.keys()].slice(0, mostFigures)
  const asked: FactAsked[] = keys.map((of) => ({ ...missing.get(of)!, area, ...(asOf ? { asOf } : {}) }))
  const facts = await factsOf(tx, asked)
  for (const [place, fact] of facts.entries()) known.set(keys[place]!, fact)
  return known
}

function wantedFigures(questions: readonly Question[]): { indicator: string; period: string }[] {
  return questions.flatMap(({ binding, several, whole, periods, instead, otherArea }) => {
    if (binding.indicator === null || otherArea !== null) return []
    const codes = [binding.indicator, ...several, ...(whole ? [whole] : [])]
    return codes.flatMap((indicator) =>
      [...periods, ...(instead ? [instead] : [])].map(({ text }) => ({ indicator, period: text })),
    )
  })
}

async function ranksOf(tx: Tx, questions: readonly Question[], at: Vantage): Promise<Map<string, Rank | null>> {
  const found = new Map<string, Rank | null>()
  const asking = questions.filter(({ claim, binding }) => claim.kind === 'rank' && binding.indicator !== null)
  if (asking.length === 0) return found
  const occasion = await reckoning(tx, { area: at.area, ...(at.asOf ? { asOf: at.asOf } : {}) })
  for (const { binding, periods } of asking.slice(0, 200)) {
    for (const period of periods) {
      const of = key(binding.indicator!, period.text)
      if (!found.has(of)) found.set(of, await rankIn(occasion, binding.indicator!, period))
    }
  }
  return found
}

async function pacesOf(
  tx: Tx,
  questions: readonly Question[],
  { today }: Standing,
  { area, asOf }: Vantage,
): Promise<Map<string, PaceAnswer>> {
  const wanted = new Map<string, { year: number; on: string }>()
  for (const { claim, aim, pacePart, periods } of questions) {
    const asks =
      pacePart !== null ||
      claim.qualifier !== undefined ||
      claim.kind === 'completion' ||
      claim.kind === 'pace' ||
      aim ||
      (periods[0]?.start ?? '') > today
    for (const { text, end } of asks ? periods : []) {
      const on = aim || end > today ? today : end
      wanted.set(key(text.slice(0, 4), on), { year: Number(text.slice(0, 4)), on })
    }
  }
  const found = new Map<string, PaceAnswer>()
  for (const [of, asked] of [...wanted].slice(0, 60)) found.set(of, await paceOn(tx, { ...asked, area, asOf }))
  return found
}

/** The pace of a year on a day, for what is said of all targets at once. */
export function paceOf(tx: Tx, period: string, today: string, { area, asOf }: Vantage): Promise<PaceAnswer> {
  const { end } = parsePeriod(period)
  return paceOn(tx, { year: Number(period.slice(0, 4)), on: end < today ? end : today, area, asOf })
}
