import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { audit } from '#kernel/audit/chain.ts'
import { type Calendar, calendarFrom, officialCalendar } from '#kernel/calendar.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { zoneOf } from '#kernel/zone-record.ts'

const CareFile = z.object({
  /** the unit whose people dispatch problems */
  desk: z.string(),
  /** working days that a department has for its reply */
  replyWorkdays: z.int().min(1).max(60).default(7),
  /** days for which an enterprise's link holds, and for which it may reopen what it confirmed */
  confirmDays: z.int().min(1).max(365).default(30),
  /** days without a visit after which a project counts as unvisited */
  quietDays: z.int().min(1).max(365).default(14),
  /** projects that one commissioner can serve well */
  fullLoad: z.int().min(1).max(100).default(4),
  /** registered prefix of the zone's OC4IDS identifiers */
  publisher: z
    .object({
      prefix: z.string().regex(/^oc4ids-[a-z0-9]{6}$/),
      name: z.string().min(1),
      license: z.url(),
      policy: z.url().optional(),
    })
    .optional(),
})

/** How the zone cares for its projects; kept in `projects/care.yaml` of its package. */
export type Care = z.output<typeof CareFile>

const file = 'projects/care.yaml'

/** The zone's settings; without a file its root unit dispatches, by the usual days. */
export async function careOf(tx: Pick<Tx, 'client'>): Promise<Care> {
  const { rows } = await tx.client.query<{ settings: Care }>('select settings from project_care')
  return rows[0]?.settings ?? CareFile.parse({ desk: (await zoneOf(tx))?.rootUnit ?? 'ZONE' })
}

/** The zone's working calendar. */
export async function careCalendar(tx: Pick<Tx, 'client'>): Promise<Calendar> {
  return calendarFrom((await zoneOf(tx))?.calendar ?? [], officialCalendar())
}

/** Reads the file of a package; the same again changes nothing. Refuses `projects/care-unreadable`. */
export async function loadCare(work: Work, zone: ZonePackage): Promise<void> {
  if (!zone.has(file)) return
  const told = CareFile.safeParse(parse(zone.text(file)))
  if (!told.success) refuse('projects/care-unreadable', { file, problem: z.prettifyError(told.error) })
  const { data: after } = told
  await write(work, async (tx) => {
    const { rows } = await tx.client.query<{ settings: Care }>('select settings from project_care')
    const before = rows[0]?.settings
    if (JSON.stringify(before && CareFile.parse(before)) === JSON.stringify(after)) return
    await tx.client.query(
      'insert into project_care (settings) values ($1) on conflict (single) do update set settings = excluded.settings',
      [JSON.stringify(after)],
    )
    audit(tx, { action: 'projects/keep-care', subject: 'projects:care', before, after })
  })
}

/** Writes the file back. */
export async function exportCare(work: Work, folder: string): Promise<void> {
  const rows = await read(work, async (tx) => (await tx.client.query('select settings from project_care')).rows)
  if (rows.length === 0) return
  mkdirSync(path.join(folder, 'projects'), { recursive: true })
  writeFileSync(path.join(folder, file), stringify(CareFile.parse(rows[0].settings)))
}
