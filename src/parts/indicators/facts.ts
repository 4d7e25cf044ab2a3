import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { roundOnce } from '#kernel/decimal.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { convert } from '#kernel/units.ts'
import { type Indicator, indicatorIn } from './catalogue.ts'
import type { Change, Fact, Input } from './fact-shapes.ts'
import { type Figure, figureOf } from './figure.ts'
import { printFormula } from './formula-print.ts'
import { changeOnPrevious, changeOnYear } from './growth.ts'
import { foresee, type Leaf } from './leaves.ts'
import { itemWords, type Reckoning, reckoning } from './reckoning.ts'

export interface FactAsked {
  /** a code of the catalogue; a Chinese name or alias will do */
  indicator: string
  period: Period | string
  /** unit code; the whole zone unless told */
  area?: string | undefined
  /** the figure as it stood at that moment */
  asOf?: Date | undefined
  /** print the value in this unit instead of the indicator's */
  unit?: string | undefined
}

/**
 * A figure for any period and unit, now or as of any past moment, with its change, basis, vintage and inputs. While the period
 * runs it is the figure to date (`covers`, `through`). Missing is null, never zero. Refuses `indicators/unknown`,
 * `period/unreadable`, `org/unit-unknown`, `unit/mismatch`.
 */
export async function factOf(tx: Tx, asked: FactAsked): Promise<Fact> {
  return factIn(await reckoning(tx, whereAndWhen(asked)), asked)
}

/** Many figures at once; those of one area and moment share what they read. In the order asked. */
export async function factsOf(tx: Tx, list: readonly FactAsked[]): Promise<Fact[]> {
  const occasions = new Map<string, Reckoning>()
  for (const asked of list) {
    const at = occasions.get(occasionOf(asked)) ?? (await reckoning(tx, whereAndWhen(asked)))
    occasions.set(occasionOf(asked), at)
    const { end } = typeof asked.period === 'string' ? parsePeriod(asked.period) : asked.period
    foresee(at, [indicatorIn(at.catalogue, asked.indicator)], end)
  }
  const facts: Fact[] = []
  for (const asked of list) facts.push(await factIn(occasions.get(occasionOf(asked))!, asked))
  return facts
}

const occasionOf = ({ area, asOf }: FactAsked) => `${area ?? ''} ${asOf?.getTime() ?? ''}`

/** A figure within an occasion that has begun. */
export async function factIn(
  at: Reckoning,
  asked: { indicator: string; period: Period | string; unit?: string | undefined },
): Promise<Fact> {
  const indicator = indicatorIn(at.catalogue, asked.indicator)
  const period = typeof asked.period === 'string' ? parsePeriod(asked.period) : asked.period
  const figure = await figureOf(at, indicator, { period, ruledOn: period.end, reach: 'to-date' })
  const change = await changeOnYear(at, figure)
  const changePrevious = await changeOnPrevious(at, figure, period)
  const fact = await factFrom(at, figure, { period, change, changePrevious })
  return asked.unit === undefined || asked.unit === fact.unit ? fact : inUnit(fact, indicator, asked.unit)
}

async function factFrom(
  at: Reckoning,
  figure: Figure,
  of: { period: Period; change: Change; changePrevious: Change | null },
): Promise<Fact> {
  const { indicator, value, expression } = figure
  const inputs: Input[] = []
  for (const leaf of figure.leaves) inputs.push(await inputOf(at, leaf))
  return {
    ...{ indicator: indicator.code, name: indicator.name, area: at.area.code, period: of.period.text },
    covers: figure.covers.text,
    ...{ value: value && roundOnce(value, indicator.rounding).toFixed(), exact: value?.toFixed() ?? null },
    ...{ unit: indicator.unit, change: of.change, changePrevious: of.changePrevious, basis: indicator.basis },
    ...{ betterWhen: indicator.betterWhen, section: indicator.section, status: figure.status },
    ...{ vintage: figure.vintage?.toISOString() ?? null, asOf: at.asOf?.toISOString() ?? null },
    ...{ through: figure.through, rounding: indicator.rounding },
    expression: expression && printFormula(expression),
    formulaFrom: formulaFromOf(indicator, of.period),
    ...{ version: indicator.version, inputs },
  }
}

async function inputOf(at: Reckoning, leaf: Leaf): Promise<Input> {
  const { reference, value, unit, through, recordedAt, reported } = leaf
  const { to, name, where, since } = reference
  const words = to === 'measure' ? at.measures.get(name)!.words : (await itemWords(at, name)).words
  return {
    kind: to === 'measure' ? 'measure' : 'item',
    ...{ name, where, since, words, value: value?.toFixed() ?? null, unit, through },
    status: reported?.status ?? (value === null ? 'missing' : 'computed'),
    recordedAt: recordedAt?.toISOString() ?? null,
  }
}

function formulaFromOf({ versions }: Indicator, period: Period): string | null {
  const begun = versions.map(({ from }) => from).filter((from) => from <= period.end)
  return begun.sort().at(-1) ?? null
}

/** The same figure in another unit of its kind, rounded once at the same digit of the same amount. */
function inUnit(fact: Fact, { unit: own, rounding }: Indicator, unit: string): Fact {
  const scale = convert(new Decimal(1), unit, own).log(10)
  const places = rounding.places + (scale.isInteger() ? scale.toNumber() : 0)
  const turned = (digits: string | null) => (digits === null ? null : convert(new Decimal(digits), own, unit))
  const exact = turned(fact.exact)
  const turnedChange = (change: Change): Change => ({
    ...change,
    base: turned(change.base)?.toFixed() ?? null,
    ...(change.unit === own ? { unit, value: turned(change.value)?.toFixed() ?? null } : {}),
  })
  return {
    ...fact,
    ...{ unit, exact: exact?.toFixed() ?? null, rounding: { ...rounding, places } },
    value: exact && roundOnce(exact, { ...rounding, places }).toFixed(),
    change: turnedChange(fact.change),
    changePrevious: fact.changePrevious && turnedChange(fact.changePrevious),
  }
}

function whereAndWhen({ area, asOf }: FactAsked) {
  return { ...(area === undefined ? {} : { area }), ...(asOf ? { asOf } : {}) }
}
