import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import type { ProjectState } from '../register/project-state.ts'
import { projectStates } from '../register/states.ts'
import { type LossReason, leadSources, stageOrder } from '../register/words.ts'
import type { pipelineShape } from './pipeline-shapes.ts'

type Query = Asked<typeof pipelineShape>['query']
type Pipeline = Answer<typeof pipelineShape>
type Lead = Pipeline['rows'][number]

const waySteps = stageOrder.slice(0, stageOrder.indexOf('signed'))

/** What is being won and what was lost: the leads that fit, the steps to signing with their sums, stalls and losses. */
export async function pipelineInSight(tx: Tx, query: Query, roots: readonly string[]): Promise<Pipeline> {
  const day = await zoneToday(tx)
  const names = await unitNamesOn(tx, day)
  const states = await projectStates(tx, roots)
  const leads = states.filter(({ before }) => before).map((state) => leadOf(state, names))
  const open = leads.filter(({ loss }) => loss === null)
  const fitting = leads.filter(fits(query)).sort(orderOf(query.sort))
  const from = (query.page - 1) * query.size
  return {
    day,
    rows: fitting.slice(from, from + query.size),
    total: fitting.length,
    steps: waySteps.map((stage) =>
      stepOf(
        stage,
        open.filter((lead) => lead.stage === stage),
      ),
    ),
    signed: signedSince(states, `${day.slice(0, 4)}-01-01`),
    stalled: open.filter(({ stalled }) => stalled).sort((a, b) => (b.still ?? 0) - (a.still ?? 0)),
    losses: lossesOf(leads),
    sources: sourcesOf(leads),
  }
}

function leadOf(state: ProjectState, names: ReadonlyMap<string, Words>): Lead {
  const { project, stage, stageOn, stall, aside, steps } = state
  const { code, name, kind, department, enterprise, source, introducer, promised, verified } = project
  const unit = names.get(department) ?? { zh: department, en: department }
  return {
    ...{ code, name, kind, enterprise, stage, stageOn, source, introducer, promised, verified },
    department: { code: department, name: unit },
    still: stall?.days ?? null,
    lastOn: stall?.lastOn ?? stageOn,
    limit: stall?.limit ?? null,
    stalled: stall?.stalled ?? false,
    loss: aside === 'lost' ? (steps.findLast((step) => step.stage === 'lost')?.lossReason ?? 'other') : null,
  }
}

function fits({ stage, source, state, q }: Query): (lead: Lead) => boolean {
  const words = q?.trim().toLowerCase() ?? ''
  return (lead) =>
    (stage === undefined || (lead.stage === stage && lead.loss === null)) &&
    (source === undefined || lead.source === source) &&
    (state === undefined || stateOf(lead) === state || (state === 'open' && lead.loss === null)) &&
    (words === '' ||
      [lead.code, lead.name, lead.enterprise ?? '', lead.introducer ?? ''].some((one) =>
        one.toLowerCase().includes(words),
      ))
}

const stateOf = ({ loss, stalled }: Lead) => (loss !== null ? 'lost' : stalled ? 'stalled' : 'open')

/** Open before lost; the longest past its limit first. */
function orderOf(sort: Query['sort']): (a: Lead, b: Lead) => number {
  const past = (lead: Lead) => (lead.loss !== null ? -1e9 : (lead.still ?? 0) - (lead.limit ?? 1e6))
  const usual = (a: Lead, b: Lead) => past(b) - past(a) || (a.code < b.code ? -1 : 1)
  if (!sort) return usual
  const [key, way] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1]
  const placeOf: Record<string, (lead: Lead) => number> = {
    stage: (lead) => stageOrder.indexOf(lead.stage as never),
    promised: (lead) => Number(lead.promised ?? -1),
    verified: (lead) => Number(lead.verified ?? -1),
    still: (lead) => lead.still ?? -1,
  }
  const place = placeOf[key]
  if (!place) return (a, b) => way * a.name.localeCompare(b.name, 'zh-CN')
  return (a, b) => way * (place(a) - place(b)) || usual(a, b)
}

const sumOf = (leads: readonly Lead[], of: 'promised' | 'verified') =>
  leads.reduce((sum, lead) => sum.plus(lead[of] ?? 0), new Decimal(0)).toFixed()

function stepOf(stage: Pipeline['steps'][number]['stage'], here: readonly Lead[]): Pipeline['steps'][number] {
  return {
    stage,
    projects: here.length,
    stalled: here.filter(({ stalled }) => stalled).length,
    promised: sumOf(here, 'promised'),
    verified: sumOf(here, 'verified'),
  }
}

function signedSince(states: readonly ProjectState[], day: string): Pipeline['signed'] {
  const signed = states.filter(
    ({ project, steps }) =>
      project.source !== 'government' && steps.some((step) => step.stage === 'signed' && step.reachedOn >= day),
  )
  const promised = signed.reduce(
    (sum, { project }) => sum.plus(project.promised ?? project.investment ?? 0),
    new Decimal(0),
  )
  return { projects: signed.length, promised: promised.toFixed() }
}

function lossesOf(leads: readonly Lead[]): Pipeline['losses'] {
  const lost = leads.filter(({ loss }) => loss !== null)
  const reasons = [...new Set(lost.map(({ loss }) => loss))] as LossReason[]
  return reasons
    .map((reason) => {
      const here = lost.filter(({ loss }) => loss === reason)
      return { reason, projects: here.length, promised: sumOf(here, 'promised') }
    })
    .sort((a, b) => b.projects - a.projects)
}

function sourcesOf(leads: readonly Lead[]): Pipeline['sources'] {
  return (Object.keys(leadSources) as (keyof typeof leadSources)[])
    .map((value) => ({ value, projects: leads.filter(({ source }) => source === value).length }))
    .filter(({ projects }) => projects > 0)
}
