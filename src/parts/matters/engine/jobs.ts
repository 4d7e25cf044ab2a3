import { read, type Work, write } from '#kernel/db/work.ts'
import type { Job } from '#kernel/jobs/job.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { dayAt } from './clock.ts'
import { mattersWhere } from './matter-rows.ts'
import { moveMatter } from './moving.ts'
import { sweepClocks } from './sweep.ts'

export const engineJobs: readonly Job[] = [
  {
    name: 'matters/sweep-deadlines',
    words: { zh: '清点到期的时限', en: 'Note deadlines that have come' },
    schedule: '*/5 * * * *',
    run: async (work) => {
      await write(work, async (tx) => sweepClocks(tx, await zoneNow(tx)))
    },
  },
  {
    name: 'matters/resume-suspended',
    words: { zh: '挂账到期自动恢复', en: 'Resume suspended matters on their day' },
    schedule: '3 * * * *',
    run: async (work) => {
      await resumeSuspended(work)
    },
  },
]

/**
 * Resumes every suspended matter whose day has come, each in a transaction of its own: one that cannot go on (a year without a calendar) is
 * told when the others are done. Answers with how many went on.
 */
export async function resumeSuspended(work: Work): Promise<number> {
  const due = await read(work, async (tx) => {
    const today = dayAt((await zoneNow(tx)).getTime())
    return mattersWhere(tx, `m.state = 'suspended' and m.suspended_until <= $1 order by m.id`, [today])
  })
  const failed: unknown[] = []
  for (const { number, version } of due) {
    const move = { matter: number, seen: version, deed: 'resume' } as const
    await write(work, (tx) => moveMatter(tx, move, { as: 'system' })).catch((problem: unknown) => failed.push(problem))
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} suspended matters could not be resumed`)
  return due.length
}
