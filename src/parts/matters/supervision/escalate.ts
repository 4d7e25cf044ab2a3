import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { desksOf } from '../engine/desks.ts'
import { ladder } from './ladder.ts'
import { issueForTimeout } from './orders.ts'

/** Climbs the ladder for every handling clock that runs late, in one statement; the third rung issues its order. Says how many rungs were new. */
export async function escalate(work: Work): Promise<number> {
  return await write(work, async (tx) => {
    const now = await zoneNow(tx)
    const zone = await zoneOf(tx)
    if (!zone || !(await hasDesks(tx))) return 0
    const climbed = await climb(tx, now, zone.rootUnit)
    for (const { matter, stage } of climbed.filter(({ rung }) => rung === 3)) await issueForTimeout(tx, matter, stage)
    return climbed.length
  })
}

interface Climbed {
  matter: number
  stage: number
  rung: number
}

async function climb(tx: Tx, now: Date, root: string): Promise<Climbed[]> {
  const { command } = await desksOf(tx)
  const rungs = JSON.stringify(ladder.map(({ rung, percent, to }) => ({ rung, percent, to })))
  const { rows } = await tx.client.query<{ matter: string; stage: number; rung: number }>(
    `insert into matter_escalations (matter_id, stage, rung, to_unit, reached_at, at)
     select s.matter_id, s.nth, r.rung,
       case r."to" when 'unit' then m.lies_with when 'command' then $3 when 'supervision' then m.lies_with else $4 end, at.reached, $1
     from matter_stages s join matters m on m.id = s.matter_id
       cross join jsonb_to_recordset($2::jsonb) as r (rung smallint, percent int, "to" text)
       cross join lateral (select case when r.percent <= 80 then s.warn_at when r.percent <= 100 then s.due_at
         else s.due_at + (s.due_at - s.started_at) * ((r.percent - 100) / 100.0) end as reached) as at
     where s.stage = 'handle' and s.done_at is null and s.warn_at <= $1 and m.closed_at is null and m.state <> 'suspended' and at.reached <= $1
     on conflict do nothing returning matter_id as matter, stage, rung`,
    [now, rungs, command, root],
  )
  return rows.map(({ matter, stage, rung }) => ({ matter: Number(matter), stage, rung }))
}

async function hasDesks(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.client.query('select from matter_desks')
  return rowCount === 2
}
