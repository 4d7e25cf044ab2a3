import type { Tx } from '#kernel/db/work.ts'
import { type Day, type Period, parsePeriod, yearToDate } from '#kernel/period.ts'
import { answered, versionsKey } from './answers.ts'
import type { Fact } from './fact-shapes.ts'
import { factIn } from './facts.ts'
import { foresee } from './leaves.ts'
import { openingDay } from './opening-day.ts'
import { reckoning } from './reckoning.ts'

/** Every indicator of the year so far, in the order of the catalogue. */
export async function latestFacts(
  tx: Tx,
  asked: { on?: Day | undefined; area?: string | undefined },
): Promise<{ on: Day; facts: Fact[] }> {
  const { on, area } = { on: asked.on ?? (await openingDay(tx)), area: asked.area }
  return answered(await versionsKey(tx), ['latest', on, area], async () => {
    const at = await reckoning(tx, area === undefined ? {} : { area })
    foresee(at, at.catalogue.indicators, on)
    const facts: Fact[] = []
    for (const { code } of at.catalogue.indicators)
      facts.push(await factIn(at, { indicator: code, period: yearSoFar(on) }))
    return { on, facts }
  })
}

/** 1 January to the day, named where it has a name: 2018-Q1 on 31 March, 2018-H1 on 30 June, 2018 on 31 December. */
export function yearSoFar(on: Day): Period {
  const year = on.slice(0, 4)
  const named = { [`${year}-03-31`]: `${year}-Q1`, [`${year}-06-30`]: `${year}-H1`, [`${year}-12-31`]: year }[on]
  return named ? parsePeriod(named) : yearToDate(on)
}
