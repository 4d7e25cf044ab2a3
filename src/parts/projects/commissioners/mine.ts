import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { Day } from '#kernel/period.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { actorPerson } from '../problems/actor-person.ts'
import { careOf } from '../problems/care.ts'
import { problemsOf } from '../problems/list.ts'
import { projectNames } from '../problems/project-names.ts'
import { daysUnvisited, isQuiet } from './commissioner-rules.ts'
import { servingNow } from './queries.ts'
import type { mineShape } from './shapes.ts'

/** The projects that the caller serves, with what each waits for. */
export async function myProjects(tx: Tx): Promise<Answer<typeof mineShape>> {
  const [today, care] = [await zoneToday(tx), await careOf(tx)]
  const person = await actorPerson(tx)
  const names = await projectNames(tx)
  const own = person ? (await servingNow(tx)).filter((one) => one.person === person.code) : []
  const dueMonth = lastWholeMonth(today)
  const projects = []
  for (const { project, from, lastVisitOn } of own) {
    const problems = await problemsOf(tx, project)
    projects.push({
      code: project,
      name: names.get(project)?.name ?? project,
      ...{ from, lastVisitOn, days: daysUnvisited({ from, lastVisitOn }, today) },
      quiet: isQuiet({ from, lastVisitOn }, today, care.quietDays),
      ...(await reported(tx, project)),
      next: await nextMilestone(tx, project),
      problems: problems.filter(({ state }) => state !== 'solved' && state !== 'withdrawn'),
    })
  }
  return { today, dueMonth, quietDays: care.quietDays, name: person?.name ?? null, projects }
}

/** The month that a report is due for: the one before, or this one on its last day. */
export function lastWholeMonth(today: Day): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (Number(today.slice(8)) === lastDay) return today.slice(0, 7)
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}

async function reported(tx: Tx, project: string): Promise<{ reported: string | null; percent: string | null }> {
  const { rows } = await tx.client.query<{ reported: string; percent: string }>(
    `select to_char(month, 'YYYY-MM') as reported, trim_scale(actual_percent)::text as percent
     from ledger_projects_project_months where project = $1 and actual_percent is not null order by month desc limit 1`,
    [project],
  )
  return rows[0] ?? { reported: null, percent: null }
}

async function nextMilestone(tx: Tx, project: string): Promise<{ title: string; dueOn: Day } | null> {
  const { rows } = await tx.client.query<{ title: string; dueOn: Day }>(
    `select title, due_on as "dueOn" from ledger_projects_project_milestones
     where project = $1 and met_on is null order by due_on, milestone limit 1`,
    [project],
  )
  return rows[0] ?? null
}
