import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import { problemsOf } from '../problems/list.ts'
import type { ProjectState } from '../register/project-state.ts'
import { gateOf } from '../register/stage-machine.ts'
import { projectState } from '../register/states.ts'
import { stageOrder } from '../register/words.ts'
import { photosOfProject } from './photos-of-project.ts'
import { milestoneOf, rowOf } from './project-row.ts'
import type { projectShape } from './project-shapes.ts'

type Told = Answer<typeof projectShape>

/** Everything the page of one project tells. Refuses `projects/unknown` (404) and what lies outside the caller's reach (403). */
export async function projectInSight(tx: Tx, code: string, roots: readonly string[]): Promise<Told> {
  const day = await zoneToday(tx)
  const state = await projectState(tx, code, roots)
  const names = await unitNamesOn(tx, day)
  const { light, judgement } = state
  return {
    day,
    project: rowOf(state, names),
    facts: factsOf(state),
    stall: state.before ? state.stall : null,
    codes: await codesOf(tx, code),
    steps: stepsOf(state),
    nextStages: state.nextStages.map((stage) => ({ stage, asks: [...gateOf(stage)] })),
    milestones: state.milestones.map(milestoneOf),
    baselineVersion: state.baselineVersion,
    curve: state.curve,
    alarms: state.alarms.map(({ words }) => words),
    lastReport: state.lastReport,
    light: { light: light.state, rule: light.ruleVersion, inputs: light.inputs.map(inputOf) },
    judgement: judgement && {
      ...{ level: judgement.level, narrative: judgement.narrative, by: judgement.byName, on: judgement.onDay },
    },
    photos: await photosOfProject(tx, code),
    commissioner: await commissionerNow(tx, code),
    problems: (await problemsOf(tx, code))
      .flatMap(({ number, title, unit, dueOn, overdue, state: at }) =>
        at === 'solved' || at === 'withdrawn' ? [] : [{ number, title, unit, dueOn, overdue, state: at }],
      )
      .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1)),
  }
}

function factsOf({ project, steps, aside }: ProjectState): Told['facts'] {
  const { nationalCode, source, introducer, promised, verified, area, address } = project
  const { plannedStart, plannedEnd, commandPost, summary } = project
  const lost = steps.findLast(({ stage }) => stage === 'lost')
  return {
    ...{ nationalCode, source, introducer, promised, verified, area, address },
    ...{ plannedStart, plannedEnd, commandPost, summary },
    loss: aside === 'lost' ? (lost?.lossReason ?? null) : null,
  }
}

function inputOf({
  input,
  state,
  reason,
  toGreen,
  excuse,
}: ProjectState['light']['inputs'][number]): Told['light']['inputs'][number] {
  return {
    ...{ input, light: state, reason, toGreen },
    excuse: excuse && { reason: excuse.reason, by: excuse.byName, until: excuse.untilOn },
  }
}

/** The whole line of stages: those before where it stands that were never recorded are told as passed over. */
function stepsOf({ steps, stage: now }: ProjectState): Told['steps'] {
  const at = now === null ? -1 : stageOrder.indexOf(now)
  return stageOrder.map((stage, place) => {
    const step = steps.find((one) => one.stage === stage)
    const state = place === at ? 'now' : place > at ? 'ahead' : step ? 'passed' : 'skipped'
    return {
      ...{ stage, state, on: step?.reachedOn ?? null },
      ...{ evidenceKind: step?.evidenceKind ?? null, evidence: step?.evidence ?? null },
    }
  })
}

async function codesOf(tx: Tx, project: string): Promise<Told['codes']> {
  const { rows } = await tx.client.query<Told['codes'][number]>(
    `select code, scheme, from_on::text as "on", reason from project_codes where project_code = $1 order by from_on, id`,
    [project],
  )
  return rows
}

/** Who is seconded to it now, and when they were last there. */
async function commissionerNow(tx: Tx, project: string): Promise<Told['commissioner']> {
  const { rows } = await tx.client.query<NonNullable<Told['commissioner']>>(
    `select c.person_name as name, c.from_on::text as "from",
       (select max(v.visited_on)::text from project_visits v where v.project_code = c.project_code) as "lastVisit"
     from project_commissioners c where c.project_code = $1 and c.to_on is null`,
    [project],
  )
  return rows[0] ?? null
}
