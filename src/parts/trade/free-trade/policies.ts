import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { policiesShape } from './shapes.ts'
import { innovationStages, reformStages } from './stages.ts'

type Policies = Answer<typeof policiesShape>
type Register = Policies['reforms']

/** Reform items and innovation cases, each with the stages it has come to and the one that is next. */
export async function policies(tx: Tx, roots: readonly string[]): Promise<Policies> {
  const units = await unitsUnder(tx, roots)
  const reforms = await stepsOf(
    tx,
    `select number, title, document, to_char(document_on, 'YYYY-MM-DD') as "documentOn", stage, to_char(reached_on, 'YYYY-MM-DD') as "reachedOn", enterprises
     from ledger_trade_ftz_reforms where unit_code = any($1)`,
    units,
  )
  const innovations = await stepsOf(
    tx,
    `select number, title, receiver as document, null as "documentOn", stage, to_char(reached_on, 'YYYY-MM-DD') as "reachedOn", enterprises
     from ledger_trade_ftz_innovations where unit_code = any($1)`,
    units,
  )
  return { reforms: register(reforms, reformStages), innovations: register(innovations, innovationStages) }
}

interface StepRow {
  number: string
  title: string
  document: string | null
  documentOn: string | null
  stage: string
  reachedOn: string
  enterprises: string | null
}

async function stepsOf(tx: Tx, sql: string, units: readonly string[]): Promise<StepRow[]> {
  return (await tx.client.query<StepRow>(`${sql} order by number, reached_on`, [units])).rows
}

function register(rows: readonly StepRow[], stages: Record<string, Words>): Register {
  const order = Object.keys(stages)
  const items = [...Map.groupBy(rows, ({ number }) => number).values()].map((steps) => itemOf(steps, order))
  return {
    items: items.sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || (a.number < b.number ? -1 : 1)),
    stages: order.map((stage) => ({
      ...{ stage, words: stages[stage]! },
      items: items.filter((item) => item.stage === stage).length,
    })),
  }
}

function itemOf(rows: readonly StepRow[], order: readonly string[]): Register['items'][number] {
  const steps = [...rows].sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
  const last = steps.at(-1)!
  const told = steps.findLast(({ document }) => document !== null)
  return {
    ...{ number: last.number, title: last.title, stage: last.stage },
    ...{ document: told?.document ?? null, documentOn: told?.documentOn ?? null },
    steps: steps.map(({ stage, reachedOn }) => ({ stage, reachedOn })),
    next: order[order.indexOf(last.stage) + 1] ?? null,
    enterprises: last.enterprises === null ? null : Number(last.enterprises),
    outOfOrder: steps.some((step, place) => place > 0 && step.reachedOn < steps[place - 1]!.reachedOn),
  }
}
