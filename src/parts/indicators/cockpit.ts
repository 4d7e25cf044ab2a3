import type { Tx } from '#kernel/db/work.ts'
import { type Day, daysBetween, parsePeriod } from '#kernel/period.ts'
import { itemCatalogue, reportedFreshness } from '#parts/economy/reported.ts'
import { freshness } from '#parts/ledgers/measures.ts'
import { ledgers } from '#parts/ledgers/registry.ts'
import { answered, versionsKey } from './answers.ts'
import type { Indicator } from './catalogue.ts'
import { factIn } from './facts.ts'
import { yearSoFar } from './latest.ts'
import { foresee, leafReferences } from './leaves.ts'
import { openingDay } from './opening-day.ts'
import type { Cockpit, PaceAnswer } from './pace-shapes.ts'
import { paceOn } from './pacing.ts'
import { rankIn } from './peers.ts'
import { recentChanges } from './recent-changes.ts'
import { type Reckoning, reckoning } from './reckoning.ts'
import { seriesIn } from './series.ts'

const SPARK_MONTHS = 24

/**
 * The year on one screen: the sentence, targets most behind first, headline figures of the year to date with 24 months each, how far
 * every source runs, and what changed within a day. Kept while nothing it stands on changes.
 */
export async function cockpitOn(tx: Tx, asked: { on?: Day | undefined; area?: string | undefined }): Promise<Cockpit> {
  const { on, area } = { on: asked.on ?? (await openingDay(tx)), area: asked.area }
  const versions = await versionsKey(tx)
  const kept = await answered(versions, ['cockpit', on, area], () => computeCockpit(tx, { on, area }))
  const minute = Math.floor(tx.now.getTime() / 60_000)
  const changed = await answered(versions, ['changed', minute, kept.area], () => recentChanges(tx, kept.area))
  return { ...kept, changed }
}

async function computeCockpit(
  tx: Tx,
  { on, area }: { on: Day; area: string | undefined },
): Promise<Omit<Cockpit, 'changed'>> {
  const year = Number(on.slice(0, 4))
  const pace = await paceOn(tx, { year, on, area })
  const at = await reckoning(tx, area === undefined ? {} : { area })
  const shown = at.catalogue.indicators.filter((one) => one.headline)
  foresee(at, shown, on)
  const headline: Cockpit['headline'] = []
  for (const indicator of shown) headline.push(await headlineOf(at, indicator, on))
  return {
    ...{ on, year, area: at.area.code, sentence: sentenceOf(pace), headline, pace },
    freshness: await freshnessOn(at, on),
  }
}

async function headlineOf(at: Reckoning, indicator: Indicator, on: Day): Promise<Cockpit['headline'][number]> {
  const fact = await factIn(at, { indicator: indicator.code, period: yearSoFar(on) })
  const from = `${Number(on.slice(0, 4)) - 2}-01-01`
  const series = await seriesIn(at, indicator, { from, to: on })
  const rank = await rankIn(at, indicator.code, parsePeriod(fact.covers))
  return {
    fact,
    series: series.filter(({ cumulative, growth }) => cumulative !== null || growth !== null).slice(-SPARK_MONTHS),
    rank: rank && { rank: rank.rank, of: rank.of },
  }
}

function sentenceOf(pace: PaceAnswer): Cockpit['sentence'] {
  const [slowest] = pace.targets.filter(({ gap, status }) => gap !== null && status === 'behind')
  const { indicator, name, gap } = slowest ?? {}
  return { ...pace.counts, slowest: indicator && name && gap ? { indicator, name, gap } : null }
}

/** Days of silence after which a source is stale, by how often it speaks: its own rhythm and the time its people need. */
const STALE_AFTER = { day: 14, month: 31 + 15, quarter: 92 + 25, half: 184 + 30, year: 366 + 60, any: 184 + 30 }

/** The sources that figures stand on, and no others: a register that nothing counts has no edge to be late at. */
async function freshnessOn(at: Reckoning, on: Day): Promise<Cockpit['freshness']> {
  const { tx } = at
  const known = await ledgers()
  const used = new Set(
    at.catalogue.indicators.flatMap((one) => [...leafReferences(at, one, on).values()].map(({ name }) => name)),
  )
  const grains = new Map(
    [...at.measures.values()].filter(({ measure }) => used.has(measure)).map((one) => [one.ledger, one.grain]),
  )
  const ofLedgers = (await freshness(tx)).flatMap(({ ledger, latestDay, changedAt }) => {
    const grain = grains.get(ledger)
    if (!grain) return []
    const through = latestDay && grain === 'month' ? parsePeriod(latestDay.slice(0, 7)).end : latestDay
    const { words } = known.get(ledger)!
    return [lineOf({ kind: 'ledger', name: ledger, words, through, changedAt }, on, STALE_AFTER[grain])]
  })
  const items = [...(await itemCatalogue(tx)).values()].filter(({ code }) => used.has(code))
  const rhythms = new Map(items.map(({ form, frequency }) => [form, frequency]))
  const ofForms = (await reportedFreshness(tx)).flatMap(({ form, words, through, recordedAt }) => {
    const rhythm = rhythms.get(form)
    return rhythm
      ? [lineOf({ kind: 'form', name: form, words, through, changedAt: recordedAt }, on, STALE_AFTER[rhythm])]
      : []
  })
  return [...ofLedgers, ...ofForms]
}

type Line = Cockpit['freshness'][number]

function lineOf(
  of: Pick<Line, 'kind' | 'name' | 'words' | 'through'> & { changedAt: Date | null },
  on: Day,
  staleAfter: number,
): Line {
  const daysBehind = of.through === null ? null : Math.max(0, daysBetween(of.through, on))
  const stale = daysBehind === null || daysBehind > staleAfter
  return { ...of, changedAt: of.changedAt?.toISOString() ?? null, daysBehind, stale }
}
