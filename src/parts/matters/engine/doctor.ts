import { read, type Tx, type Work } from '#kernel/db/work.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { addDays } from '#kernel/period.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { workingTimeOf } from './time-rules.ts'

/** How long before its calendar ends a zone is warned: next year's days off are announced in November. */
const notice = 60

/** Whether every open matter stands as its steps and its running clock say, and whether the calendar reaches far enough. */
export function mattersSound(work: Work): Promise<DoctorLine[]> {
  return read(work, async (tx) => {
    const { rowCount } = await tx.client.query('select from matter_desks limit 1')
    return rowCount === 0 ? [] : [await clocksLine(tx), await calendarLine(tx)]
  })
}

async function clocksLine(tx: Tx): Promise<DoctorLine> {
  const { rows } = await tx.client.query<{ open: number; wrong: number; first: string | null }>(
    `select count(*)::int as open, count(*) filter (where wrong)::int as wrong, min(number) filter (where wrong) as first
     from (
       select m.number, (s.running is distinct from 1 or s.due_at is distinct from m.due_at or t.version is distinct from m.version) as wrong
       from matters m
       left join lateral (select count(*) as running, max(due_at) as due_at from matter_stages where matter_id = m.id and done_at is null) s on true
       left join lateral (select max(version) as version from matter_steps where matter_id = m.id) t on true
       where m.closed_at is null) as looked`,
  )
  const { open, wrong, first } = rows[0]!
  return {
    name: 'matters/clocks',
    well: wrong === 0,
    words:
      wrong === 0
        ? { zh: `在办案卷 ${open} 件，过程与时钟一致`, en: `${open} open matters agree with their steps and clocks` }
        : {
            zh: `在办案卷 ${open} 件中有 ${wrong} 件的过程与时钟不一致，如 ${first}：数据库被绕过系统改动过，请从备份恢复`,
            en: `${wrong} of ${open} open matters disagree with their steps or clocks, ${first} for one: the database was changed past the system, restore a backup`,
          },
  }
}

async function calendarLine(tx: Tx): Promise<DoctorLine> {
  const { time } = await workingTimeOf(tx)
  const last = time.calendar.years.at(-1)
  const needed = Number(addDays(await zoneToday(tx), notice).slice(0, 4))
  const well = time.calendar.years.includes(needed)
  return {
    name: 'matters/calendar',
    well,
    words: well
      ? { zh: `工作日历到 ${last} 年`, en: `the working calendar reaches to ${last}` }
      : {
          zh: `工作日历没有 ${needed} 年：跨年的时限将被拒绝。在“工作日历”页面录入该年的放假安排`,
          en: `the working calendar lacks ${needed}: deadlines that reach it will be refused. Enter that year's days off on the calendar page`,
        },
  }
}
