import { Decimal } from 'decimal.js'
import { type Day, daysBetween } from '#kernel/period.ts'
import type { ProjectKind, Stage } from '../register/words.ts'
import { stageOrder } from '../register/words.ts'
import type { OpenMonth, OpenProject } from './oc4ids-rows.ts'

/** The light of a project as the extension says it. */
export interface OpenLight {
  light: string
  rule: string
  on: Day
  inputs: { input: string; light: string; facts: Record<string, string | null>; thresholds: Record<string, string> }[]
}

export interface Publishing {
  /** registered prefix of the publisher: `oc4ids-` and six characters */
  prefix: string
  areaCode: string
  today: Day
}

/**
 * One project in OC4IDS 0.9.5, with its light and its problems as the extension `x_lights`, `x_problems`. Nothing empty is
 * written; planned and actual are the two parallel series of the standard; money is in yuan.
 */
export function oc4idsProject(project: OpenProject, light: OpenLight | null, by: Publishing): Record<string, unknown> {
  const authority = { id: `${by.areaCode}-${project.department.code}`, name: project.department.name.zh }
  return full({
    id: `${by.prefix}-${project.code}`,
    identifiers: [
      { id: project.code, scheme: `CN-${by.areaCode}-projects` },
      ...(project.nationalCode ? [{ id: project.nationalCode, scheme: 'CN-national-project-code' }] : []),
    ],
    updated: project.changedAt.toISOString(),
    language: 'zh',
    title: project.name,
    description: project.summary,
    status: statusOf(reached(project)),
    type: 'construction',
    sector: [sectors[project.kind]],
    publicAuthority: authority,
    parties: partiesOf(project, authority),
    period: periodOf(project.plannedStart, project.plannedEnd),
    ...phasesOf(project),
    locations: locationsOf(project),
    budget: project.investment === null ? null : { amount: yuan(project.investment) },
    forecasts: seriesOf(project.months, 'plannedPercent', 'planned'),
    metrics: seriesOf(project.months, 'actualPercent', 'invested'),
    milestones: project.milestones.map((one) => milestoneOf(project.code, one, by.today)),
    completion: completionOf(project),
    x_lights: light === null ? null : [light],
    x_problems: project.problems.map(({ unit, number, ...problem }) => ({
      ...{ id: number, ...problem },
      ...(unit ? { responsibleParty: `${by.areaCode}-${unit}` } : {}),
    })),
  })
}

const sectors: Record<ProjectKind, string> = {
  industrial: 'economy',
  school: 'education',
  hospital: 'health',
  park: 'cultureSportsAndRecreation',
  road: 'transport.road',
  water: 'naturalResources.floodProtection',
  housing: 'socialHousing',
  other: 'governance',
}

function reached({ stages }: OpenProject): Map<Stage, Day> {
  return new Map(stages.map(({ stage, on }) => [stage, on]))
}

/** Lead to signing is identification; permits preparation; works implementation; then completion, and maintenance at capacity. */
export function statusOf(stages: ReadonlyMap<Stage, Day>): string {
  const furthest = stageOrder.findLast((stage) => stages.has(stage)) ?? 'lead'
  if (furthest === 'capacity') return 'maintenance'
  if (furthest === 'production') return 'completion'
  if (furthest === 'permits') return 'preparation'
  return stageOrder.indexOf(furthest) >= stageOrder.indexOf('started') ? 'implementation' : 'identification'
}

function partiesOf({ enterprise, uscc, kind }: OpenProject, authority: { id: string; name: string }) {
  const own = { ...authority, roles: ['publicAuthority'] }
  if (!enterprise) return [own]
  const id = uscc ? `CN-USCC-${uscc}` : `owner-${enterprise}`
  const identifier = uscc ? { scheme: 'CN-USCC', id: uscc, legalName: enterprise } : null
  return [own, { id, name: enterprise, identifier, roles: [kind === 'industrial' ? 'funder' : 'administrativeEntity'] }]
}

function phasesOf(project: OpenProject) {
  const on = reached(project)
  const [signed, started, production, capacity] = (['signed', 'started', 'production', 'capacity'] as const).map(
    (stage) => on.get(stage) ?? null,
  )
  return {
    identificationPeriod: periodOf(project.registeredOn, signed ?? null),
    preparationPeriod: signed ? periodOf(signed, started ?? null) : null,
    implementationPeriod: started ? periodOf(started, production ?? null) : null,
    completionPeriod: production ? periodOf(production, capacity ?? null) : null,
    maintenancePeriod: capacity ? periodOf(capacity, null) : null,
  }
}

function completionOf(project: OpenProject) {
  const production = reached(project).get('production')
  return production ? { endDate: moment(production) } : null
}

function locationsOf({ code, longitude, latitude, address }: OpenProject) {
  const geometry =
    longitude !== null && latitude !== null
      ? { type: 'Point', coordinates: [new Decimal(longitude).toNumber(), new Decimal(latitude).toNumber()] }
      : null
  if (geometry === null && !address) return null
  return [{ id: `${code}-place`, geometry, address: address ? { streetAddress: address, countryName: 'China' } : null }]
}

function periodOf(from: Day | null, to: Day | null) {
  if (from === null && to === null) return null
  const ordered = from !== null && to !== null && from <= to
  return {
    startDate: from && moment(from),
    endDate: to && moment(to),
    durationInDays: ordered ? daysBetween(from, to) : null,
  }
}

/** Physical progress in percent, and money to date. Months that say nothing are left out. */
function seriesOf(
  months: readonly OpenMonth[],
  percent: 'plannedPercent' | 'actualPercent',
  money: 'planned' | 'invested',
) {
  const within = ({ month }: OpenMonth) => ({ startDate: moment(`${month}-01`), endDate: moment(lastDay(month)) })
  const told = (id: 'planned' | 'actual', { month }: OpenMonth) => `${id}-${month}`
  const series = percent === 'plannedPercent' ? 'planned' : 'actual'
  let sum = new Decimal(0)
  const paid = months.flatMap((one) => {
    const value = one[money]
    if (value === null) return []
    sum = sum.plus(value)
    return [{ id: told(series, one), period: within(one), value: yuan(sum.toFixed()), notes: 'to date' }]
  })
  const built = months.flatMap((one) => {
    const value = one[percent]
    const unit = { name: 'percent', scheme: 'UNCEFACT', id: 'P1' }
    return value === null ? [] : [{ id: told(series, one), period: within(one), measure: Number(value), unit }]
  })
  return [
    { id: 'physicalProgress', title: 'Physical progress', observations: built },
    { id: 'financialProgress', title: 'Financial progress', observations: paid },
  ].filter(({ observations }) => observations.length > 0)
}

function milestoneOf(
  project: string,
  { milestone, title, stage, dueOn, metOn }: OpenProject['milestones'][number],
  today: Day,
) {
  return {
    ...{
      id: `${project}-${milestone}`,
      title,
      type: stage === 'signed' || stage === 'permits' ? 'approval' : 'delivery',
    },
    ...{ dueDate: moment(dueOn), dateMet: metOn && moment(metOn) },
    status: metOn !== null ? 'met' : dueOn < today ? 'notMet' : 'scheduled',
  }
}

/** 万元 as an amount in yuan: the standard wants a number of JSON, which holds amounts of this size to the cent. */
function yuan(wan: string) {
  return { amount: new Decimal(wan).times(1e4).toDecimalPlaces(2).toNumber(), currency: 'CNY' }
}

function moment(day: Day): string {
  return `${day}T00:00:00+08:00`
}

function lastDay(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** The same without anything that is null, blank or empty, at any depth. */
export function full<T>(value: T): T {
  return (keep(value) ?? {}) as T

  function keep(one: unknown): unknown {
    if (one === null || one === undefined || (typeof one === 'string' && one.trim() === '')) return undefined
    if (typeof one !== 'object') return one
    if (Array.isArray(one)) {
      const kept = one.map(keep).filter((item) => item !== undefined)
      return kept.length > 0 ? kept : undefined
    }
    const kept = Object.entries(one).flatMap(([name, inner]) => {
      const inside = keep(inner)
      return inside === undefined ? [] : [[name, inside] as const]
    })
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  }
}
