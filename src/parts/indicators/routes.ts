import { read } from '#kernel/db/work.ts'
import { type Route, reads, works, writes } from '#kernel/http/route.ts'
import type { Day } from '#kernel/period.ts'
import { parsePeriod } from '#kernel/period.ts'
import { dayOf, keepInside } from '#parts/org/org.ts'
import { areaOf, areaWithin } from './areas.ts'
import { catalogueOf, type Indicator, indicatorIn } from './catalogue.ts'
import { cockpitOn } from './cockpit.ts'
import { evidenceOf } from './evidence.ts'
import { factOf } from './facts.ts'
import { formulaOn } from './formula.ts'
import { printFormula } from './formula-print.ts'
import { referencesOf } from './formula-tree.ts'
import { latestFacts } from './latest.ts'
import { lineageOf, lineageRows } from './lineage.ts'
import { openingDay } from './opening-day.ts'
import { paceOn } from './pacing.ts'
import { rankIn } from './peers.ts'
import { reckoning } from './reckoning.ts'
import { sections } from './sections.ts'
import { seriesOf } from './series.ts'
import * as shapes from './shapes.ts'
import { reviseTarget, targetHistory } from './targets.ts'
import { versionsDeclared } from './versions-declared.ts'

const catalogueRoutes: Route[] = [
  reads(shapes.catalogueShape, async (tx) => {
    const { indicators } = await catalogueOf(tx)
    const today = dayOf(tx.now)
    return {
      sections: Object.entries(sections).map(([code, words]) => ({ code, words })),
      indicators: indicators.map((indicator) => entryOf(indicator, today)),
    }
  }),
  reads(shapes.latestShape, async (tx, { query }, { roots }) => {
    return latestFacts(tx, { on: query.on, area: await areaWithin(tx, query.area, roots) })
  }),
  reads(shapes.indicatorShape, async (tx, { params }) => {
    const catalogue = await catalogueOf(tx)
    const indicator = indicatorIn(catalogue, params.code)
    const uses = (other: Indicator) =>
      other.versions.some(({ expression }) =>
        referencesOf(expression).some(({ to, name }) => to === 'indicator' && name === indicator.code),
      )
    return {
      ...entryOf(indicator, dayOf(tx.now)),
      ...{ rounding: indicator.rounding, formulas: indicator.formulas },
      versions: await versionsDeclared(tx, indicator.code),
      usedBy: catalogue.indicators.filter(uses).map(({ code, name }) => ({ code, name })),
      targets: await targetHistory(tx, { indicator: indicator.code }),
    }
  }),
]

const figureRoutes: Route[] = [
  reads(shapes.factShape, async (tx, { params, query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    return factOf(tx, { indicator: params.code, period: query.period, area, asOf: momentOf(query), unit: query.unit })
  }),
  reads(shapes.ranksShape, async (tx, { params, query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    const asOf = momentOf(query)
    const at = await reckoning(tx, { area, ...(asOf ? { asOf } : {}) })
    // Peers are districts: only the whole zone stands beside them.
    return { rank: at.area.whole ? await rankIn(at, params.code, parsePeriod(query.period)) : null }
  }),
  reads(shapes.seriesShape, async (tx, { params, query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    const { from, to } = query
    const { indicator, points } = await seriesOf(tx, { indicator: params.code, from, to, area, asOf: momentOf(query) })
    return { indicator: indicator.code, name: indicator.name, unit: indicator.unit, points }
  }),
  reads(shapes.lineageShape, async (tx, { params, query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    return lineageOf(tx, { indicator: params.code, period: query.period, area, asOf: momentOf(query) })
  }),
  reads(shapes.lineageRowsShape, async (tx, { params, query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    const { period, input, after, size } = query
    return lineageRows(tx, { indicator: params.code, period, area, asOf: momentOf(query), input, after, size })
  }),
  works(shapes.evidenceShape, async (work, { params, query }, { roots }) => {
    const area = await read(work, (tx) => areaWithin(tx, query.area, roots))
    return evidenceOf(work, { indicator: params.code, period: query.period, area, asOf: momentOf(query) })
  }),
]

const targetRoutes: Route[] = [
  reads(shapes.paceShape, async (tx, { query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    const opening = query.year === undefined ? await openingDay(tx) : lastDayOf(query.year, await openingDay(tx))
    const on = query.on ?? opening
    return paceOn(tx, { year: query.year ?? Number(on.slice(0, 4)), on, area, asOf: momentOf(query) })
  }),
  reads(shapes.targetsShape, async (tx, { query }) => {
    return { targets: await targetHistory(tx, query.year === undefined ? {} : { year: query.year }) }
  }),
  writes(shapes.reviseTargetShape, async (tx, { body }, { roots }) => {
    // A target is the whole zone's.
    await keepInside(tx, (await areaOf(tx)).code, roots)
    return reviseTarget(tx, { ...body, origin: 'page' })
  }),
  reads(shapes.cockpitShape, async (tx, { query }, { roots }) => {
    return cockpitOn(tx, { on: query.on, area: await areaWithin(tx, query.area, roots) })
  }),
]

export const routes: readonly Route[] = [...catalogueRoutes, ...figureRoutes, ...targetRoutes]

function entryOf(indicator: Indicator, today: Day) {
  const { code, name, aliases, unit, basis, betterWhen, growth, section, headline, source, version } = indicator
  const formula = formulaOn(indicator.versions, today)
  const shown = { code, name, aliases, unit, basis, betterWhen, growth, section, headline, source, version }
  return { ...shown, expression: formula && printFormula(formula) }
}

function momentOf({ asOf }: { asOf?: string | undefined }): Date | undefined {
  return asOf === undefined ? undefined : new Date(asOf)
}

/** The opening day, kept inside the year asked for. */
function lastDayOf(year: number, opening: Day): Day {
  const end = `${year}-12-31`
  return opening > end ? end : opening
}
