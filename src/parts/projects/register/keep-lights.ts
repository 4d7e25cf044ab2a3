import type { Tx } from '#kernel/db/work.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { allProjects } from './facts.ts'
import type { ProjectState } from './project-state.ts'
import { statesOf } from './states.ts'

/**
 * Notes the computed light of each project when it, one of its inputs or the rule became another, with all that it was computed from. Answers how
 * many became another.
 */
export async function keepLights(tx: Tx, codes: readonly string[] | null = null): Promise<number> {
  const today = await zoneToday(tx)
  const states = await statesOf(tx, await allProjects(tx, codes), { today })
  const { rows } = await tx.client.query<{ project: string; mark: string }>(
    `select distinct on (project_code) project_code as project, rule_version || ':' || state || ':' ||
       coalesce((select string_agg(i ->> 'state', ',' order by n) from jsonb_array_elements(inputs) with ordinality as each (i, n)), '') as mark
     from project_lights order by project_code, id desc`,
  )
  const before = new Map(rows.map(({ project, mark }) => [project, mark]))
  const changed = states.filter((state) => before.get(state.project.code) !== markOf(state))
  if (changed.length === 0) return 0
  await tx.client.query(
    `insert into project_lights (project_code, on_day, rule_version, state, inputs, at)
     select l ->> 'project', $2, l ->> 'rule', l ->> 'state', l -> 'inputs', $3 from jsonb_array_elements($1::jsonb) as given (l)`,
    [
      JSON.stringify(
        changed.map(({ project, light }) => ({
          ...{ project: project.code, rule: light.ruleVersion, state: light.state, inputs: light.inputs },
        })),
      ),
      today,
      tx.now,
    ],
  )
  return changed.length
}

const markOf = ({ light }: ProjectState) =>
  `${light.ruleVersion}:${light.state}:${light.inputs.map(({ state }) => state).join(',')}`
