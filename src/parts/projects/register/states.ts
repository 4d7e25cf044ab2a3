import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { alarmsOf, curveOf } from './curves.ts'
import {
  type ByProject,
  baselineDaysBy,
  baselineMonthsBy,
  baselineVersionsBy,
  contactsBy,
  excusesBy,
  expectationsBy,
  judgementsBy,
  lightRules,
  milestonesBy,
  monthsBy,
  projectOf,
  projectRows,
  stepsBy,
} from './facts.ts'
import { type ComputedLight, disagrees, type LightFacts, type LightRule, lightOf, ruleOn } from './light-rule.ts'
import { milestoneStates } from './milestone-states.ts'
import type { MonthRow, ProjectRow, ProjectState } from './project-state.ts'
import { nextStages, type Standing, standingOf } from './stage-machine.ts'
import { stallOf } from './stall.ts'

export { projectOf } from './facts.ts'

export interface StatesAsked {
  /** the zone's day unless told */
  today?: Day
  codes?: readonly string[]
  /** a rule to compare with, instead of the one in force */
  rule?: LightRule
}

/** Every project that the caller reaches, with all that the rules say of it on the day, in the order of codes. */
export async function projectStates(
  tx: Tx,
  roots: readonly string[],
  asked: StatesAsked = {},
): Promise<ProjectState[]> {
  const rows = await projectRows(tx, roots, asked.codes ? [...asked.codes] : null)
  return statesOf(tx, rows, asked)
}

/** One project. Refuses `projects/unknown` (404) and `org/outside-scope` (403). */
export async function projectState(
  tx: Tx,
  code: string,
  roots: readonly string[],
  asked: StatesAsked = {},
): Promise<ProjectState> {
  const [state] = await statesOf(tx, [await projectOf(tx, code, roots)], asked)
  return state!
}

/** The same of rows that were read already, whoever asks. */
export async function statesOf(tx: Tx, rows: readonly ProjectRow[], asked: StatesAsked = {}): Promise<ProjectState[]> {
  const today = asked.today ?? (await zoneToday(tx))
  const rule = asked.rule ?? ruleOn(await lightRules(tx), today)
  const known = await knownOf(
    tx,
    rows.map(({ code }) => code),
  )
  return rows.map((project) => stateOf(project, known, { today, rule }))
}

async function knownOf(tx: Tx, codes: readonly string[]) {
  return {
    steps: await stepsBy(tx, codes),
    months: await monthsBy(tx, codes),
    milestones: await milestonesBy(tx, codes),
    expectations: await expectationsBy(tx, codes),
    baselineDays: await baselineDaysBy(tx, codes),
    baselineMonths: await baselineMonthsBy(tx, codes),
    versions: await baselineVersionsBy(tx, codes),
    judgements: await judgementsBy(tx, codes),
    excuses: await excusesBy(tx, codes),
    contacts: await contactsBy(tx, codes),
  }
}

type Known = Awaited<ReturnType<typeof knownOf>>
type Rule = { today: Day; rule: LightRule | null }

function stateOf(project: ProjectRow, known: Known, { today, rule }: Rule): ProjectState {
  const of = <T>(rows: ByProject<T>) => rows.get(project.code) ?? []
  const steps = of(known.steps).filter(({ reachedOn }) => reachedOn <= today)
  const standing = standingOf(steps)
  const months = of(known.months)
  const curve = curveOf(months, of(known.baselineMonths))
  const excuses = of(known.excuses)
  const facts = {
    project,
    months,
    standing,
    today,
    excuses,
    startedOn: startOf(steps),
    frozen: of(known.baselineMonths),
  }
  const light: ComputedLight =
    rule && !standing.aside
      ? lightOf(lightFacts(facts), rule)
      : { state: 'none', ruleVersion: rule?.version ?? '', inputs: [] }
  const judgement = of(known.judgements)[0] ?? null
  const lastOn = [
    project.registeredOn,
    ...steps.map((step) => step.reachedOn),
    ...of(known.contacts).map((one) => one.lastOn),
  ]
  return {
    project,
    ...standing,
    steps,
    nextStages: nextStages(standing, project.kind),
    months,
    milestones: milestoneStates({
      milestones: of(known.milestones),
      expectations: of(known.expectations),
      baseline: of(known.baselineDays),
      today,
    }),
    baselineVersion: of(known.versions)[0]?.version ?? null,
    curve,
    alarms: rule ? alarmsOf(curve, project.investment, rule.alarms) : [],
    light,
    judgement,
    disagrees: disagrees(light.state, judgement?.level ?? null),
    stall: standing.before && !standing.aside ? stallOf(standing.stage, lastOn.toSorted().at(-1)!, today) : null,
    lastReport: months.findLast(({ actualPercent }) => actualPercent !== null)?.month ?? null,
  }
}

const startOf = (steps: ProjectState['steps']) => steps.find(({ stage }) => stage === 'started')?.reachedOn ?? null

interface FactsOf {
  project: ProjectRow
  months: readonly MonthRow[]
  standing: Standing
  today: Day
  excuses: LightFacts['excuses']
  startedOn: Day | null
  frozen: readonly { month: string; percent: string | null }[]
}

/**
 * What the rule looks at. The plan is that of the last month that has ended, so that a project nobody reports on falls behind; the work is what was
 * told last. A project that is still sought has no plan to keep.
 */
function lightFacts({ project, months, standing, today, excuses, startedOn, frozen }: FactsOf): LightFacts {
  const ended = months.filter(({ month }) => lastDayOf(month) <= today)
  const told = ended.findLast(({ actualPercent }) => actualPercent !== null)
  const plan =
    frozen.length > 0
      ? frozen.map((one) => ({ month: one.month, value: one.percent }))
      : months.map((one) => ({ month: one.month, value: one.plannedPercent }))
  const planned = plan.filter((one) => one.value !== null && lastDayOf(one.month) <= today).at(-1)
  return {
    today,
    plannedStart: standing.before ? null : project.plannedStart,
    startedOn,
    month: startedOn === null ? null : (planned?.month ?? null),
    told: startedOn === null ? null : (told?.month ?? null),
    planned: startedOn === null ? null : (planned?.value ?? null),
    actual: startedOn === null ? null : (told?.actualPercent ?? null),
    paymentDue: sum(ended, 'paymentDue'),
    paid: sum(ended, 'paid'),
    entered: sum(ended, 'entered'),
    excuses,
  }
}

function sum(months: readonly MonthRow[], column: 'paymentDue' | 'paid' | 'entered'): string | null {
  const told = months.flatMap((month) => (month[column] === null ? [] : [month[column]]))
  return told.length === 0 ? null : Decimal.sum(...told).toFixed()
}

function lastDayOf(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}
