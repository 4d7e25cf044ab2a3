import type { Tx } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import { indicatorIn } from './catalogue.ts'
import type { Fact, LineageNodeShape } from './fact-shapes.ts'
import { type FactAsked, factIn } from './facts.ts'
import { type Figure, figureOf, traceOf } from './figure.ts'
import { evaluateWithTrace, formulaOn, type Trace } from './formula.ts'
import { itemWords, type Reckoning, reckoning } from './reckoning.ts'

/** A fact with the tree of its formula, other indicators opened, each node with its own value. */
export async function tracedFact(
  tx: Tx,
  asked: FactAsked,
): Promise<{ at: Reckoning; fact: Fact; figure: Figure; tree: LineageNodeShape | null }> {
  const { area, asOf } = asked
  const at = await reckoning(tx, { ...(area === undefined ? {} : { area }), ...(asOf ? { asOf } : {}) })
  const period = typeof asked.period === 'string' ? parsePeriod(asked.period) : asked.period
  const fact = await factIn(at, { ...asked, period })
  const indicator = indicatorIn(at.catalogue, asked.indicator)
  const figure = await figureOf(at, indicator, { period, ruledOn: period.end, reach: 'to-date' })
  const trace = traceOf(figure)
  return { at, fact, figure, tree: trace && (await nodeOf(at, figure, trace, period.end)) }
}

async function nodeOf(at: Reckoning, figure: Figure, trace: Trace, ruledOn: string): Promise<LineageNodeShape> {
  const { reference } = trace
  const other = reference?.to === 'indicator' ? at.catalogue.byCode.get(reference.name) : undefined
  const formula = other && formulaOn(other.versions, ruledOn)
  const below = formula ? [evaluateWithTrace(formula, figure.resolve)] : trace.parts
  const parts: LineageNodeShape[] = []
  for (const part of below) parts.push(await nodeOf(at, figure, part, ruledOn))
  return {
    ...{ text: trace.text, kind: trace.kind, to: reference?.to ?? null, name: reference?.name ?? null },
    words: other?.name ?? (await wordsOf(at, trace)),
    ...{ value: trace.value, unit: trace.unit, missing: trace.missing, parts },
  }
}

async function wordsOf(at: Reckoning, { reference }: Trace) {
  if (!reference) return null
  if (reference.to === 'measure') return at.measures.get(reference.name)?.words ?? null
  return (await itemWords(at, reference.name)).words
}
