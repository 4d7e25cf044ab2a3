import { Decimal } from 'decimal.js'
import type { z } from 'zod'
import type { Words } from '#kernel/i18n/words.ts'
import type { ProjectState } from '../register/project-state.ts'
import type { MilestoneShape, ProjectRow } from './row-shapes.ts'

export type Row = z.input<typeof ProjectRow>
type Milestone = z.input<typeof MilestoneShape>

/** A project as the lists show it. `names` are the names of units on the day. */
export function rowOf(state: ProjectState, names: ReadonlyMap<string, Words>): Row {
  const { project, stage, stageOn, aside, light, judgement, disagrees } = state
  const now = nowOf(state)
  const { code, name, kind, programme, enterprise, investment } = project
  return {
    ...{ code, name, kind, programme, enterprise, stage, stageOn, aside, disagrees },
    department: { code: project.department, name: names.get(project.department) ?? plain(project.department) },
    light: light.state,
    because: becauseOf(light),
    judged: judgement?.level ?? null,
    ...now,
    alarm: state.alarms[0]?.kind ?? null,
    investment,
    next: nextOf(state),
    place: placeOf(project),
  }
}

/** Plan and work as the light saw them, the plan less the work in points; where it looks at neither, the last month told. */
function nowOf({ curve, light }: ProjectState): Pick<Row, 'planned' | 'actual' | 'gap' | 'invested'> {
  const seen = light.inputs.find(({ input }) => input === 'progress')?.facts
  const told = curve.findLast(({ actualPercent }) => actualPercent !== null)
  const planned = seen?.['planned'] ?? told?.baselinePercent ?? told?.plannedPercent ?? null
  const actual = seen?.['actual'] ?? told?.actualPercent ?? null
  const gap = planned !== null && actual !== null ? new Decimal(planned).minus(actual).toFixed() : null
  return { planned, actual, gap, invested: curve.findLast((one) => one.investedMoney !== null)?.investedMoney ?? null }
}

const severity = { none: 0, green: 1, yellow: 2, red: 3 } as const

/** The reason of the worst input; nothing of a green light. */
function becauseOf({ state, inputs }: ProjectState['light']): Words | null {
  if (state === 'green' || state === 'none') return null
  return [...inputs].sort((a, b) => severity[b.state] - severity[a.state])[0]?.reason ?? null
}

function nextOf({ milestones }: ProjectState): Milestone | null {
  const open = milestones.filter(({ metOn }) => metOn === null).map(milestoneOf)
  const dayOf = (one: Milestone) => one.expected ?? one.baseline ?? '9999'
  return open.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))[0] ?? null
}

export function milestoneOf(one: ProjectState['milestones'][number]): Milestone {
  const { milestone, title, metOn, expectedOn, baseline, lastMonth, slip, dueOn } = one
  return {
    ...{ milestone, title, lastMonth, slip },
    first: baseline.first,
    baseline: baseline.current ?? dueOn,
    expected: expectedOn ?? dueOn,
    met: metOn,
  }
}

function placeOf({ longitude, latitude }: ProjectState['project']): Row['place'] {
  if (longitude === null || latitude === null) return null
  return { longitude: Number(longitude), latitude: Number(latitude) }
}

const plain = (code: string): Words => ({ zh: code, en: code })
