import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { careOf } from '../problems/care.ts'
import { full, oc4idsProject } from './oc4ids-project.ts'
import { openProjects } from './oc4ids-rows.ts'
import { openLights } from './open-lights.ts'

/** Where the extension of our packages is written down, below the address of the house. */
export const extensionPath = '/api/open/projects/oc4ids-extension.json'

/**
 * Every signed project as one OC4IDS 0.9.5 package. `base` is the address of the house without a stroke at its end. Refuses
 * `projects/not-published` (404) where the zone has chosen no publisher, and where no project is signed: a package of none is invalid.
 */
export async function oc4idsPackage(tx: Tx, base: string): Promise<Record<string, unknown>> {
  const [{ publisher }, zone] = [await careOf(tx), await zoneOf(tx)]
  if (!publisher || !zone) return refuse('projects/not-published', {}, 404)
  const projects = await openProjects(tx)
  if (projects.length === 0) return refuse('projects/not-published', {}, 404)
  const lights = await openLights(tx, zone.rootUnit)
  const by = { prefix: publisher.prefix, areaCode: zone.areaCode, today: await zoneToday(tx) }
  const changed = Math.max(...projects.map(({ changedAt }) => changedAt.getTime()))
  return full({
    uri: `${base}/api/open/projects/oc4ids.json`,
    publishedDate: new Date(changed).toISOString(),
    // major.minor: the schema refuses 0.9.5 here
    version: '0.9',
    publisher: { name: publisher.name, scheme: 'CN-area', uid: zone.areaCode, uri: base },
    license: publisher.license,
    publicationPolicy: publisher.policy,
    x_extensions: [`${base}${extensionPath}`],
    projects: projects.map((project) => oc4idsProject(project, lights.get(project.code) ?? null, by)),
  })
}
