import type { Tx } from '#kernel/db/work.ts'
import { isNamedBy } from '#kernel/i18n/spelling.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { referencesOf } from '#parts/indicators/formula-tree.ts'
import type { Indicator } from '#parts/indicators/indicators.ts'
import { sections } from '#parts/indicators/sections.ts'
import { standing, type Vintage, vintagesOf } from './observations.ts'
import { openBulletins } from './open-bulletins.ts'
import { type OpenIndicator, openCatalogue, openIndicatorIn } from './open-catalogue.ts'
import { agencyOf, areaOf, flowId, indicatorId } from './sdmx/names.ts'
import type { OpenFigure, OpenList, OpenListed } from './shapes.ts'

/** What is open: figures by section with their latest value, and the latest bulletins. `q` is a name, an alias, pinyin or a code. */
export async function openList(tx: Tx, q = ''): Promise<OpenList> {
  const catalogue = await openCatalogue(tx)
  const found = catalogue.indicators.filter(({ indicator }) => q.trim() === '' || isNamedBy(namesOf(indicator), q))
  const vintages = Map.groupBy(await vintagesOf(tx, found), ({ indicator }) => indicator)
  const figures = found.map((open) => listed(open, vintages.get(open.indicator.code) ?? []))
  const area = await areaOf(tx)
  const used = new Set(figures.map(({ section }) => section))
  return {
    ...{ zone: await zoneName(tx), through: catalogue.through },
    sections: Object.entries(sections).flatMap(([code, words]) => (used.has(code) ? [{ code, words }] : [])),
    figures,
    bulletins: q.trim() === '' ? await openBulletins(tx) : [],
    sdmx: { agency: agencyOf(area), flow: flowId, area },
  }
}

/** One open figure whole; refuses `portal/not-open` (404). */
export async function openFigure(tx: Tx, code: string): Promise<OpenFigure> {
  const open = openIndicatorIn(await openCatalogue(tx), code)
  const vintages = await vintagesOf(tx, [open])
  const { indicator, terms, openedAt } = open
  const { aliases, unit, basis, source } = indicator
  return {
    ...{ ...listed(open, vintages), aliases, unit, basis, source, made: madeOf(indicator) },
    ...{ zone: await zoneName(tx), openedAt: openedAt.toISOString(), since: terms.since },
    observations: standing(vintages).map(({ freq, period, measure, value, unit: of, status, validFrom }) => ({
      ...{ freq, period, measure, value, unit: of, status, since: validFrom.toISOString() },
    })),
    revisions: revisionsOf(vintages),
    sdmx: { flow: flowId, area: await areaOf(tx), indicator: indicatorId(indicator.code) },
  }
}

export async function zoneName(tx: Tx): Promise<Words> {
  return (await zoneOf(tx))?.name ?? { zh: '', en: '' }
}

function listed({ indicator }: OpenIndicator, vintages: readonly Vintage[]): OpenListed {
  const { code, name, section, betterWhen } = indicator
  const values = standing(vintages)
  return { code, name, section, betterWhen, latest: latestOf(values), trend: trendOf(values) }
}

type Standing = ReturnType<typeof standing>

/** The figure of the period that ends last; of those that end together the longest, the year to date among them. */
function latestOf(values: Standing): OpenListed['latest'] {
  const length = (one: Vintage) => (one.measure.endsWith('YTD') ? `${one.end.slice(0, 4)}-01-01` : one.start)
  const rank = (one: Vintage) => [one.end, invert(length(one)), one.measure.endsWith('YTD') ? '0' : '1'].join(' ')
  const last = values.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0]
  if (!last) return null
  const toDate = last.measure.endsWith('YTD')
  const same = values.filter(({ freq, period, measure }) => {
    return freq === last.freq && period === last.period && measure.endsWith('YTD') === toDate
  })
  const level = same.find(({ measure }) => measure.startsWith('LEVEL'))
  const growth = same.find(({ measure }) => measure.startsWith('GROWTH'))
  return {
    period: toDate && !last.period.endsWith('-01') ? `${last.end.slice(0, 4)}-01/${last.period}` : last.period,
    ...{ value: level?.value ?? null, unit: level?.unit ?? '', status: last.status },
    ...{ growth: growth?.value ?? null, growthUnit: growth?.unit ?? '' },
  }
}

/** Earlier days rank higher when days are compared as text. */
const invert = (day: string) => day.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))

const drawn = [
  ['M', 'LEVEL'],
  ['Q', 'LEVEL'],
  ['S', 'LEVEL'],
  ['M', 'LEVEL_YTD'],
  ['S', 'GROWTH'],
  ['A', 'LEVEL'],
] as const

/** The series a small drawing shows: the finest of which there are at least four values, else the longest. */
function trendOf(values: Standing): OpenListed['trend'] {
  const series = drawn.map(([freq, measure]) => values.filter((one) => one.freq === freq && one.measure === measure))
  const chosen = series.find(({ length }) => length >= 4) ?? series.toSorted((a, b) => b.length - a.length)[0]!
  return chosen.map(({ period, value, status }) => ({ period, value, provisional: status === 'provisional' }))
}

function revisionsOf(vintages: readonly Vintage[]): OpenFigure['revisions'] {
  return vintages
    .flatMap((was, place) => {
      const now = was.validTo === null ? undefined : vintages[place + 1]
      if (!now || now.value === was.value) return []
      const { freq, period, measure, unit } = now
      return [{ freq, period, measure, unit, was: was.value, now: now.value, at: now.validFrom.toISOString() }]
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, REVISIONS_MOST)
}

const REVISIONS_MOST = 50

/** How a figure comes about, without naming what stands behind it: that may not be open. */
function madeOf({ versions }: Indicator): Words {
  const expression = versions.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]!.expression
  const kinds = new Set(referencesOf(expression).map(({ to }) => to))
  if (expression.kind !== 'reference') {
    return { zh: '由若干项数据按公式计算。', en: 'Computed by a formula from several records.' }
  }
  return kinds.has('item')
    ? {
        zh: '由职能单位按期填报，经审核后采用。',
        en: 'Reported by the responsible office for each period, and used once audited.',
      }
    : { zh: '由台账逐笔记录汇总。', en: 'Summed from a register that is kept record by record.' }
}

const namesOf = ({ code, name, aliases }: Indicator) => [code, name.zh, name.en, ...aliases]
