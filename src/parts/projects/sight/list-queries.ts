import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import type { ProjectState } from '../register/project-state.ts'
import { projectStates } from '../register/states.ts'
import { stageOrder } from '../register/words.ts'
import type { projectsShape, scheduleShape } from './list-shapes.ts'
import { milestoneOf, type Row, rowOf } from './project-row.ts'

type Query = Asked<typeof projectsShape>['query']
type Projects = Answer<typeof projectsShape>
type Schedule = Answer<typeof scheduleShape>
type Narrowing = Asked<typeof scheduleShape>['query']

/** The projects after signing that fit, the most pressing first; what all together come to; where rule and person disagree. */
export async function projectsInSight(tx: Tx, query: Query, roots: readonly string[]): Promise<Projects> {
  const { day, states, rows } = await afterSigning(tx, roots)
  const fitting = rows.filter(fits(query)).sort(orderOf(query.sort))
  const from = (query.page - 1) * query.size
  const pressing = [...rows].sort(byUrgency)
  return {
    day,
    rows: fitting.slice(from, from + query.size),
    total: fitting.length,
    whole: wholeOf(rows),
    disagreements: disagreementsOf(states, rows),
    worst: pressing[0] ?? null,
  }
}

/** The same projects with all their milestones, in the order of their baselines. */
export async function schedules(tx: Tx, query: Narrowing, roots: readonly string[]): Promise<Schedule> {
  const { day, states, rows } = await afterSigning(tx, roots)
  const kept = new Map(rows.filter(fits(query)).map((row) => [row.code, row]))
  const bars = states.flatMap((state) => {
    const row = kept.get(state.project.code)
    return row ? [barOf(state, row)] : []
  })
  const startOf = (bar: Schedule['rows'][number]) => bar.baseline?.from ?? bar.expected?.from ?? '9999'
  return { day, rows: bars.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)) }
}

async function afterSigning(tx: Tx, roots: readonly string[]) {
  const day = await zoneToday(tx)
  const names = await unitNamesOn(tx, day)
  const states = (await projectStates(tx, roots)).filter(({ before }) => !before)
  return { day, states, rows: states.map((state) => rowOf(state, names)) }
}

function fits({ programme, kind, light, stage, department, q }: Narrowing): (row: Row) => boolean {
  const words = q?.trim().toLowerCase() ?? ''
  return (row) =>
    (programme === undefined || row.programme === programme) &&
    (kind === undefined || row.kind === kind) &&
    (light === undefined || row.light === light) &&
    (stage === undefined || (row.aside ?? row.stage) === stage) &&
    (department === undefined || row.department.code === department) &&
    (words === '' || [row.code, row.name, row.enterprise ?? ''].some((one) => one.toLowerCase().includes(words)))
}

const urgency = { red: 0, yellow: 1, green: 2, none: 3 } as const

/** Red before yellow before green; within a colour the widest gap, then the latest milestone. */
function byUrgency(a: Row, b: Row): number {
  return (
    urgency[a.light] - urgency[b.light] ||
    numberOf(b.gap) - numberOf(a.gap) ||
    numberOf(b.next?.slip.current) - numberOf(a.next?.slip.current) ||
    (a.code < b.code ? -1 : 1)
  )
}

const numberOf = (value: string | number | null | undefined) => (value == null ? -1e9 : Number(value))

function orderOf(sort: Query['sort']): (a: Row, b: Row) => number {
  if (!sort) return byUrgency
  const [key, way] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1]
  const placeOf: Record<string, (row: Row) => number> = {
    light: (row) => urgency[row.light],
    stage: (row) => stageOrder.indexOf(row.stage as never),
    gap: (row) => numberOf(row.gap),
    slip: (row) => numberOf(row.next?.slip.current),
    investment: (row) => numberOf(row.investment),
  }
  const place = placeOf[key]
  if (!place) return (a, b) => way * a.name.localeCompare(b.name, 'zh-CN')
  return (a, b) => way * (place(a) - place(b)) || byUrgency(a, b)
}

function wholeOf(rows: readonly Row[]): Projects['whole'] {
  const sum = (of: (row: Row) => string | null) =>
    rows.reduce((all, row) => all.plus(of(row) ?? 0), new Decimal(0)).toFixed()
  const lights = { green: 0, yellow: 0, red: 0, none: 0 }
  for (const row of rows) lights[row.light]++
  const departments = new Map(rows.map(({ department }) => [department.code, department]))
  return {
    projects: rows.length,
    alarms: rows.filter(({ alarm }) => alarm !== null).length,
    lights,
    investment: sum((row) => row.investment),
    invested: sum((row) => row.invested),
    programmes: counted(rows.map(({ programme }) => programme)),
    kinds: counted(rows.map(({ kind }) => kind)),
    stages: counted(rows.flatMap((row) => row.aside ?? row.stage ?? [])),
    departments: counted(rows.map(({ department }) => department.code)).flatMap(({ value, projects }) => {
      const department = departments.get(value)
      return department ? [{ value: department, projects }] : []
    }),
  }
}

/** Each value with how often it stands there, the most frequent first. */
function counted<Value extends string>(values: readonly Value[]): { value: Value; projects: number }[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, projects]) => ({ value, projects })).sort((a, b) => b.projects - a.projects)
}

const confidenceAsLight = { green: 2, amber: 1, red: 0 } as const

function disagreementsOf(states: readonly ProjectState[], rows: readonly Row[]): Projects['disagreements'] {
  const apart = (row: Row) => (row.judged ? Math.abs(confidenceAsLight[row.judged] - urgency[row.light]) : 0)
  return states
    .flatMap(({ judgement, disagrees }, place) => {
      const row = rows[place]
      if (!disagrees || !judgement || !row) return []
      return [{ ...row, narrative: judgement.narrative, judgedBy: judgement.byName, judgedOn: judgement.onDay }]
    })
    .sort((a, b) => apart(b) - apart(a) || byUrgency(a, b))
}

function barOf(state: ProjectState, row: Row): Schedule['rows'][number] {
  const milestones = state.milestones.map(milestoneOf)
  const { plannedStart, plannedEnd } = state.project
  const stages = state.steps.filter(({ stage }) => stageOrder.indexOf(stage as never) >= 5)
  return {
    ...{ code: row.code, name: row.name, light: row.light, milestones },
    baseline: stretchOf([plannedStart, plannedEnd, ...milestones.map(({ baseline }) => baseline)]),
    expected: stretchOf([
      ...stages.map(({ reachedOn }) => reachedOn),
      ...milestones.map((one) => one.met ?? one.expected),
    ]),
    slip: (row.next ?? milestones.at(-1))?.slip.current ?? null,
  }
}

function stretchOf(days: readonly (string | null)[]): { from: string; to: string } | null {
  const known = days.filter((day) => day !== null).sort()
  const [from, to] = [known[0], known.at(-1)]
  return from && to ? { from, to } : null
}
