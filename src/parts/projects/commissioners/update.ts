import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { addDays } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { projectState } from '../register/states.ts'
import { lastWholeMonth } from './mine.ts'
import type { updateShape } from './update-shapes.ts'

const AHEAD = 60

/**
 * What the monthly form of a project begins with: what was told for the month and before it, its plan, and the milestones that are
 * near. Refuses `projects/unknown` (404), `org/outside-scope` (403), `projects/month-closed` for a month that is ahead or too old.
 */
export async function monthlyForm(
  tx: Tx,
  asked: { code: string; month?: string | undefined },
  roots: readonly string[],
): Promise<Answer<typeof updateShape>> {
  const today = await zoneToday(tx)
  const state = await projectState(tx, asked.code, roots)
  const months = openMonths(today)
  const month = asked.month ?? lastWholeMonth(today)
  if (!months.includes(month)) refuse('projects/month-closed', { month, first: months.at(-1), last: months[0] })
  const told = state.months.find((one) => one.month === month)
  const before = state.months.findLast((one) => one.month < month && one.actualPercent !== null)
  return {
    ...{ today, name: state.project.name, month, months, note: told?.note ?? '' },
    percent: {
      told: told?.actualPercent ?? null,
      before: before?.actualPercent ?? null,
      planned: told?.plannedPercent ?? null,
    },
    invested: { told: told?.invested ?? null, planned: told?.planned ?? null },
    paid: { told: told?.paid ?? null, due: told?.paymentDue ?? null },
    entered: { told: told?.entered ?? null },
    milestones: state.milestones
      .filter(({ metOn, dueOn }) => metOn === null && dueOn <= addDays(today, AHEAD))
      .map(({ milestone, title, dueOn, expectedOn }) => ({ milestone, title, dueOn, expectedOn })),
    light: {
      state: state.light.state,
      toGreen: state.light.inputs.flatMap(({ toGreen }) => (toGreen ? [toGreen] : [])),
    },
  }
}

/** This month and the two before it, newest first: older ones are corrected in the ledger. */
export function openMonths(today: string): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return [0, 1, 2].map((back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
}
