import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { type ClockKind, type Deadline, deadline, type Reading, type WorkingTime } from './clock.ts'
import type { Stage } from './states.ts'
import { checkTimeRules, type TimeRules, timeRulesKept, workingTimeBy } from './time-rules.ts'

/** One running clock whose deadline other time rules would move. */
export interface MovedDeadline {
  number: string
  title: string
  stage: Stage
  was: Date | null
  is: Date
}

export interface Recomputed {
  /** clocks that run now */
  clocks: number
  earlier: number
  later: number
  /** without a deadline before, because its year had no calendar */
  given: number
  newlyOverdue: number
  noLongerOverdue: number
  /** the first of them, those that move most first */
  examples: MovedDeadline[]
}

interface Running {
  matter: number
  nth: number
  number: string
  title: string
  stage: Stage
  amount: string
  kind: ClockKind
  reading: Reading
  started_at: Date
  pauses: [string, string | null][]
  extensions: number
  due_at: Date | null
}

type Changed = Running & { to: Deadline }

const shown = 50

/** What clocks that run now would become under other time rules (those in force unless told); nothing is written. */
export async function previewRecompute(tx: Tx, rules?: TimeRules): Promise<Recomputed> {
  const time = rules ? await checkTimeRules(tx, rules) : await timeInForce(tx)
  const running = await runningClocks(tx)
  return summary(running.length, changedBy(running, time), await zoneNow(tx))
}

/**
 * Sets every running clock by the time rules in force. What has ended keeps the deadline it was judged by. Refuses `calendar/year-unknown`
 * and then changes nothing.
 */
export async function recomputeClocks(tx: Tx): Promise<Recomputed> {
  const [rules] = await timeRulesKept(tx, 1)
  const time = await timeInForce(tx)
  const running = await runningClocks(tx, 'for update of m')
  const changed = changedBy(running, time)
  await tx.client.query(
    `with moved as (
       update matter_stages s set warn_at = r.warn_at, due_at = r.due_at, rules_id = $2, calendar = $3, light = 0
       from jsonb_to_recordset($1::jsonb) as r (matter bigint, nth int, warn_at timestamptz, due_at timestamptz)
       where s.matter_id = r.matter and s.nth = r.nth
       returning s.matter_id, s.stage, s.warn_at, s.due_at
     )
     update matters m set warn_at = moved.warn_at, due_at = moved.due_at,
       limit_due_at = case when moved.stage = 'handle' then moved.due_at else m.limit_due_at end
     from moved where m.id = moved.matter_id`,
    [
      JSON.stringify(changed.map(({ matter, nth, to }) => ({ matter, nth, warn_at: to.warnAt, due_at: to.dueAt }))),
      ...[rules!.id, time.calendar.version],
    ],
  )
  const result = summary(running.length, changed, await zoneNow(tx))
  const { examples: _, ...counts } = result
  audit(tx, { action: 'matters/recompute', subject: `time-rules:${rules!.id}`, after: counts })
  return result
}

async function timeInForce(tx: Tx): Promise<WorkingTime> {
  const [rules] = await timeRulesKept(tx, 1)
  return workingTimeBy(tx, rules ?? refuse('matters/time-rules-missing', {}, 500))
}

async function runningClocks(tx: Tx, lock = ''): Promise<Running[]> {
  const { rows } = await tx.client.query<Omit<Running, 'matter'> & { matter: string }>(
    `select s.matter_id as matter, s.nth, m.number, m.title, s.stage, s.amount, s.kind, s.reading, s.started_at, s.pauses, s.extensions, s.due_at
     from matters m join matter_stages s on s.matter_id = m.id
     where m.closed_at is null and m.paused_at is null and s.done_at is null and s.amount is not null order by m.id ${lock}`,
  )
  return rows.map((row) => ({ ...row, matter: Number(row.matter) }))
}

function changedBy(running: readonly Running[], time: WorkingTime): Changed[] {
  return running.flatMap((one) => {
    const to = deadline(
      {
        limit: { amount: Number(one.amount), kind: one.kind, reading: one.reading },
        startedAt: one.started_at,
        extensions: one.extensions,
        pauses: one.pauses.map(([from, until]): [Date, Date | null] => [
          new Date(from),
          until === null ? null : new Date(until),
        ]),
      },
      time,
    )
    return to && to.dueAt.getTime() !== one.due_at?.getTime() ? [{ ...one, to }] : []
  })
}

function summary(clocks: number, changed: readonly Changed[], now: Date): Recomputed {
  const count = (is: (one: Changed) => boolean) => changed.filter(is).length
  const far = ({ due_at, to }: Changed) => Math.abs(to.dueAt.getTime() - (due_at?.getTime() ?? 0))
  return {
    clocks,
    earlier: count(({ due_at, to }) => due_at !== null && to.dueAt < due_at),
    later: count(({ due_at, to }) => due_at !== null && to.dueAt > due_at),
    given: count(({ due_at }) => due_at === null),
    newlyOverdue: count(({ due_at, to }) => to.dueAt < now && (due_at === null || due_at >= now)),
    noLongerOverdue: count(({ due_at, to }) => due_at !== null && due_at < now && to.dueAt >= now),
    examples: changed
      .toSorted((a, b) => far(b) - far(a))
      .slice(0, shown)
      .map(({ number, title, stage, due_at, to }) => ({ number, title, stage, was: due_at, is: to.dueAt })),
  }
}
