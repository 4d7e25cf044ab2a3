import type { Tx } from '#kernel/db/work.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { projectStates } from '../register/states.ts'
import type { OpenLight } from './oc4ids-project.ts'

/** The light of every project today, by code, with the rule it was computed by and what that was given. */
export async function openLights(tx: Tx, root: string): Promise<Map<string, OpenLight>> {
  const today = await zoneToday(tx)
  const states = await projectStates(tx, [root])
  return new Map(
    states
      .filter(({ light }) => light.state !== 'none')
      .map(({ project, light }) => [
        project.code,
        {
          ...{ light: light.state, rule: light.ruleVersion, on: today },
          inputs: light.inputs.map(({ input, state, facts, thresholds }) => ({
            input,
            light: state,
            facts,
            thresholds,
          })),
        },
      ]),
  )
}
