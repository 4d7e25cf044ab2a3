import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { lightRules } from '../register/facts.ts'
import { type LightRule, ruleOn } from '../register/light-rule.ts'
import type { ProjectState } from '../register/project-state.ts'
import { projectStates } from '../register/states.ts'
import type { rulesShape } from './rules-shapes.ts'

type Rules = Answer<typeof rulesShape>
type Tried = Rules['rules'][number]

/** Every version of the rule, the one in force first, each tried on the projects of today. */
export async function rulesInSight(tx: Tx, roots: readonly string[]): Promise<Rules> {
  const day = await zoneToday(tx)
  const rules = await lightRules(tx)
  const inForce = ruleOn(rules, day)?.version ?? null
  const now = await projectStates(tx, roots)
  const first = (rule: LightRule) => (rule.version === inForce ? 0 : 1)
  const tried: Tried[] = []
  for (const rule of [...rules].sort((a, b) => first(a) - first(b))) {
    const then = rule.version === inForce ? now : await projectStates(tx, roots, { rule })
    tried.push({ rule, ...compared(now, then) })
  }
  return { day, inForce, rules: tried }
}

/** What the projects after signing are by one rule, and which of them are something else by the other. */
function compared(now: readonly ProjectState[], then: readonly ProjectState[]): Omit<Tried, 'rule'> {
  const lights = { green: 0, yellow: 0, red: 0, none: 0 }
  const changed: Tried['changed'] = []
  for (const [place, { project, light, before, aside }] of now.entries()) {
    const other = then[place]?.light.state
    if (before || aside !== null || other === undefined) continue
    lights[other]++
    if (other !== light.state) changed.push({ code: project.code, name: project.name, now: light.state, other })
  }
  return { lights, changed }
}
