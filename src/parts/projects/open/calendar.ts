import { createHash, randomBytes } from 'node:crypto'
import ical, { ICalEventStatus } from 'ical-generator'
import type { Grant } from '#kernel/access/actor.ts'
import { rootsFor } from '#kernel/access/actor.ts'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { addDays, type Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { departmentsWritten } from '../register/departments.ts'

const readers = ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'] as const

/**
 * A personal address of the milestone calendar, for calendar programs, which cannot sign in. It is shown this once; making it
 * again ends the one before.
 */
export async function makeCalendarLink(tx: Tx): Promise<{ token: string }> {
  const token = randomBytes(18).toString('base64url')
  await tx.client.query(
    `insert into project_calendar_links (user_id, token_sha256, made_at) values ($1, $2, $3)
     on conflict (user_id) do update set token_sha256 = excluded.token_sha256, made_at = excluded.made_at`,
    [tx.actor.id, hashOf(token), tx.now],
  )
  audit(tx, { action: 'projects/calendar-link', subject: `account:${tx.actor.id}` })
  return { token }
}

/**
 * Milestones of the projects that the address's owner may read now, as iCalendar (RFC 5545). Refuses `projects/calendar-unknown`
 * (404) for a wrong or ended address, and for an account that is closed or reads no project any more.
 */
export async function calendarBehind(
  tx: Tx,
  token: string,
  { locale, base }: { locale: Locale; base: string },
): Promise<string> {
  const { rows } = await tx.client.query<{ user: string; person: string | null; grants: Grant[] }>(
    `select u.id as user, u.person_code as person,
       coalesce((select json_agg(json_build_object('role', role, 'unit', unit_code)) from grants where user_id = u.id and revoked_at is null), '[]') as grants
     from project_calendar_links l join users u on u.id::text = l.user_id
     where l.token_sha256 = $1 and u.disabled_at is null`,
    [hashOf(token)],
  )
  const owner = rows[0] ?? refuse('projects/calendar-unknown', {}, 404)
  const roots = rootsFor({ ...tx.actor, grants: owner.grants }, { words: { zh: '', en: '' }, roles: readers })
  if (roots.length === 0) refuse('projects/calendar-unknown', {}, 404)
  const milestones = await milestonesFor(tx, await unitsUnder(tx, roots), owner.person)
  return printed(milestones, { locale, base, today: await zoneToday(tx), zone: await zoneOf(tx) })
}

interface Milestone {
  project: string
  name: string
  milestone: string
  title: string
  dueOn: Day
  metOn: Day | null
  changedAt: Date
}

async function milestonesFor(tx: Tx, units: readonly string[], person: string | null): Promise<Milestone[]> {
  const { rows } = await tx.client.query<Milestone>(
    `select p.code as project, p.name, m.milestone, m.title, m.due_on as "dueOn", m.met_on as "metOn", m.recorded_at as "changedAt"
     from ledger_projects_project_milestones m join ledger_projects_projects p on p.code = m.project
     where p.unit_code = any($1) or p.department = any($2) or exists (
       select from project_commissioners c where c.project_code = p.code and c.person_code = $3 and c.to_on is null)
     order by m.due_on, p.code, m.milestone`,
    [units, await departmentsWritten(tx, units), person],
  )
  return rows
}

interface Printing {
  locale: Locale
  base: string
  today: Day
  zone: { code: string } | null
}

const said = {
  zh: { name: '重大项目节点', met: '完成', late: '已逾期', due: '计划' },
  en: { name: 'Milestones of projects', met: 'met', late: 'overdue', due: 'due' },
}

/** All-day events on the day a milestone was met, or is due; the same milestone keeps its UID for life. */
function printed(milestones: readonly Milestone[], { locale, base, today, zone }: Printing): string {
  const words = said[locale]
  const calendar = ical({
    name: words.name,
    prodId: { company: 'Jingkai', product: 'Milestones', language: locale === 'zh' ? 'ZH' : 'EN' },
    ttl: 6 * 3600,
  })
  for (const { project, name, milestone, title, dueOn, metOn, changedAt } of milestones) {
    const state = metOn !== null ? words.met : dueOn < today ? words.late : words.due
    const event = calendar.createEvent({
      id: `${project}-${milestone}@${zone?.code ?? 'jingkai'}`,
      start: new Date(`${metOn ?? dueOn}T00:00:00Z`),
      end: new Date(`${addDays(metOn ?? dueOn, 1)}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      stamp: changedAt,
      lastModified: changedAt,
      summary: `${name} · ${title}（${state}）`,
      description: `${words.due} ${dueOn}${metOn === null ? '' : `\n${words.met} ${metOn}`}`,
      url: `${base}/projects/${encodeURIComponent(project)}`,
    })
    event.status(metOn === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED)
  }
  return calendar.toString()
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
