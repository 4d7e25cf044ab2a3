import { z } from 'zod'
import { type Work, write } from '#kernel/db/work.ts'
import { unitAt } from '#parts/org/org.ts'
import { openMatter } from './opening.ts'

/** What the projects say when a problem of theirs stays unsolved. */
const Blocked = z.object({
  key: z.string(),
  number: z.string(),
  projectName: z.string(),
  title: z.string(),
  description: z.string().default(''),
  place: z.object({ longitude: z.number(), latitude: z.number() }).nullish(),
})

/** Category of a project that cannot go on (项目用地受阻). */
const category = 'E0701'

/** Opens a matter for a problem of a project, once however often it is told. A place outside the zone is left out. */
export async function openBlockedProject(work: Work, payload: Record<string, unknown>): Promise<void> {
  const { key, number, projectName, title, description, place } = Blocked.parse(payload)
  await write(work, async (tx) => {
    const inside = place && (await unitAt(tx, place)) !== null ? place : undefined
    await openMatter(tx, {
      ...{ inflow: 'blocked-project', category, title: `${projectName}：${title}`, description: description || title },
      ...{ place: inside, source: 'projects', idempotencyKey: key, externalReference: number },
    })
  })
}
