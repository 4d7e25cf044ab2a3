import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { Day } from '#kernel/period.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import { careOf } from '../problems/care.ts'
import { nameOf, openProblems } from '../problems/list.ts'
import { codesInReach, projectNames } from '../problems/project-names.ts'
import { daysUnvisited, isQuiet, loadOf } from './commissioner-rules.ts'
import type { commissionersShape, projectVisitsShape } from './shapes.ts'
import type { VisitKind } from './visit-kinds.ts'

/** Who serves a project now. */
export interface Serving {
  project: string
  person: string
  name: string
  unit: string
  from: Day
  /** last visit on site or meeting in their own time */
  lastVisitOn: Day | null
}

/** Every secondment that stands. */
export async function servingNow(tx: Tx): Promise<Serving[]> {
  const { rows } = await tx.client.query<Serving>(
    `select c.project_code as project, c.person_code as person, c.person_name as name, c.unit_code as unit,
       c.from_on as "from", (select max(v.visited_on) from project_visits v
         where v.project_code = c.project_code and v.kind <> 'call' and v.visited_on >= c.from_on) as "lastVisitOn"
     from project_commissioners c where c.to_on is null order by c.person_code, c.project_code`,
  )
  return rows
}

/** The one who serves a project, or null. */
export async function commissionerOf(tx: Tx, project: string): Promise<Serving | null> {
  return (await servingNow(tx)).find((one) => one.project === project) ?? null
}

/** Commissioners with their projects, load and silence, and the projects that nobody serves, within the caller's reach. */
export async function commissionersNow(tx: Tx, roots: readonly string[]): Promise<Answer<typeof commissionersShape>> {
  const [today, care] = [await zoneToday(tx), await careOf(tx)]
  const [reach, projects] = [await codesInReach(tx, roots), await projectNames(tx)]
  const [units, problems] = [await unitNamesOn(tx, today), await openProblems(tx)]
  const serving = (await servingNow(tx)).filter(({ project }) => reach.has(project))
  const visits = await visitCounts(tx, today)
  const served = new Set(serving.map(({ project }) => project))
  const people = [...Map.groupBy(serving, ({ person }) => person)].map(([person, own]) => ({
    person,
    name: own[0]!.name,
    unit: { code: own[0]!.unit, name: nameOf(units, own[0]!.unit) },
    load: loadOf(own.length, care.fullLoad),
    visits: visits.get(person) ?? 0,
    projects: own.map(({ project, from, lastVisitOn }) => ({
      code: project,
      name: projects.get(project)?.name ?? project,
      ...{ from, lastVisitOn, days: daysUnvisited({ from, lastVisitOn }, today) },
      quiet: isQuiet({ from, lastVisitOn }, today, care.quietDays),
      problems: problems.get(project)?.open ?? 0,
    })),
  }))
  return {
    ...{ today, quietDays: care.quietDays, fullLoad: care.fullLoad },
    people: people.sort((a, b) => b.projects.length - a.projects.length || (a.person < b.person ? -1 : 1)),
    unserved: (await underway(tx))
      .filter((code) => reach.has(code) && !served.has(code))
      .map((code) => ({ code, name: projects.get(code)?.name ?? code })),
  }
}

async function visitCounts(tx: Tx, today: Day): Promise<Map<string, number>> {
  const { rows } = await tx.client.query<{ person: string; n: number }>(
    `select person_code as person, count(*)::integer as n from project_visits
     where visited_on > $1::date - 30 and visited_on <= $1 and kind <> 'call' group by person_code`,
    [today],
  )
  return new Map(rows.map(({ person, n }) => [person, n]))
}

/** Signed projects of the programmes that are not at capacity: those that should have a commissioner. */
async function underway(tx: Tx): Promise<string[]> {
  const { rows } = await tx.client.query<{ code: string }>(
    `select p.code from ledger_projects_projects p
     where p.programme <> 'none'
       and exists (select from ledger_projects_project_stages s where s.project = p.code and s.stage = 'signed')
       and not exists (select from ledger_projects_project_stages s where s.project = p.code and s.stage in ('capacity', 'lost'))
     order by p.code`,
  )
  return rows.map(({ code }) => code)
}

export interface VisitRow {
  id: number
  on: Day
  kind: VisitKind
  met: string
  words: string
  name: string
  place: { longitude: number; latitude: number } | null
  photos: string[]
}

/** Visits of a project, newest first. */
export async function visitsOf(tx: Tx, project: string): Promise<VisitRow[]> {
  const { rows } = await tx.client.query<VisitRow>(
    `select v.id::integer as id, v.visited_on as on, v.kind, v.met, v.words, v.person_name as name,
       case when v.longitude is not null then json_build_object('longitude', v.longitude, 'latitude', v.latitude) end as place,
       coalesce((select array_agg(f.photo_id::text order by f.nth) from project_visit_photos f where f.visit_id = v.id), '{}') as photos
     from project_visits v where v.project_code = $1 order by v.visited_on desc, v.id desc limit 200`,
    [project],
  )
  return rows
}

/** A project's visits, and everybody who served it with what they handed over. */
export async function projectVisits(tx: Tx, project: string): Promise<Answer<typeof projectVisitsShape>> {
  const [today, care] = [await zoneToday(tx), await careOf(tx)]
  const units = await unitNamesOn(tx, today)
  const { rows } = await tx.client.query<{ name: string; unit: string; from: Day; to: Day | null; handover: string }>(
    `select person_name as name, unit_code as unit, from_on as "from", to_on as "to", handover
     from project_commissioners where project_code = $1 order by from_on desc, id desc`,
    [project],
  )
  const now = await commissionerOf(tx, project)
  return {
    ...{ today, quietDays: care.quietDays, days: now && daysUnvisited(now, today) },
    commissioners: rows.map(({ unit, ...row }) => ({ ...row, unit: { code: unit, name: nameOf(units, unit) } })),
    visits: await visitsOf(tx, project),
  }
}
