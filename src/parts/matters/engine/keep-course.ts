import type { Tx } from '#kernel/db/work.ts'
import type { Course, Passage, Wish } from './course.ts'
import { lastOf, running } from './passages.ts'

/** What `matters` keeps of a course, by column; a new matter and a moved one are written from the same list. */
export function columnsOf(course: Course): Record<string, unknown> {
  const now = running(course)
  const clock = now ?? course.stages.at(-1)
  return {
    ...{ category: course.category, standard_id: course.standard, state: course.state, aside: course.aside },
    ...{ version: course.version, lies_with: course.liesWith, duty_unit: course.dutyUnit },
    ...{ assigned_to: course.assignedTo, resumes_to: course.resumesTo, suspended_until: course.suspendedUntil },
    ...{ promised_on: course.promisedOn, verified: course.verified, handlers: course.handlers },
    ...{ started_at: clock?.startedAt ?? course.openedAt, warn_at: now?.warnAt ?? null, due_at: now?.dueAt ?? null },
    paused_at: now?.pauses.find(([, to]) => to === null)?.[0] ?? null,
    limit_due_at: lastOf(course, 'handle', 'follow-up')?.dueAt ?? null,
    ...{ opened_at: course.openedAt, registered_at: course.registeredAt, dispatched_at: course.dispatchedAt },
    ...{ first_handed_back_at: course.firstHandedBackAt, handed_back_at: course.handedBackAt },
    ...{ closed_at: course.closedAt, changed_at: course.changedAt, rework: course.rework, returned: course.returned },
    ...{ reopened: course.reopened, extended: course.extended, suspended_ms: course.suspendedMs },
    ...{ suspensions: course.suspensions, appeals: course.appeals },
    ...{ overdue: course.overdue, timeout_exempt: course.timeoutExempt },
  }
}

/** What `matter_stages` keeps of a passage, by column. */
export function passageColumns(passage: Passage): Record<string, unknown> {
  return {
    ...{ nth: passage.nth, stage: passage.stage, unit_code: passage.unit, person_id: passage.person },
    ...{ amount: passage.limit?.amount ?? null, kind: passage.limit?.kind ?? null },
    ...{ reading: passage.limit?.reading ?? null, rules_id: passage.rules, calendar: passage.calendar },
    ...{ started_at: passage.startedAt, pauses: passage.pauses, extensions: passage.extensions },
    ...{ warn_at: passage.warnAt, due_at: passage.dueAt, done_at: passage.doneAt, outcome: passage.outcome },
  }
}

const passageNames = Object.keys(passageColumns({ stage: 'accept', limit: null } as Passage))

/** Writes a moved course over the one it was: the matter, passages that changed, the wish. */
export async function keepCourse(tx: Tx, matter: number, before: Course, after: Course): Promise<void> {
  const columns = columnsOf(after)
  const names = Object.keys(columns)
  await tx.client.query(
    `update matters set ${names.map((name, place) => `${name} = $${place + 2}`).join(', ')} where id = $1`,
    [matter, ...Object.values(columns)],
  )
  await keepPassages(
    tx,
    matter,
    after.stages.filter((passage) => !before.stages.includes(passage)),
  )
  if (after.wish && after.wish !== before.wish) await keepWish(tx, matter, after.wish, before.wish)
}

/** Adds passages, or writes them over those of the same place; a deadline that moved has its lights before it again. */
export async function keepPassages(tx: Tx, matter: number, passages: readonly Passage[]): Promise<void> {
  if (passages.length === 0) return
  await tx.client.query(
    `insert into matter_stages (matter_id, ${passageNames.join(', ')})
     select $1, ${passageNames.map((name) => `r.${name}`).join(', ')}
     from jsonb_populate_recordset(null::matter_stages, $2::jsonb) as r
     on conflict (matter_id, nth) do update set
       ${passageNames.map((name) => `${name} = excluded.${name}`).join(', ')},
       light = case when matter_stages.due_at is distinct from excluded.due_at then 0 else matter_stages.light end`,
    [matter, JSON.stringify(passages.map(passageColumns))],
  )
}

async function keepWish(tx: Tx, matter: number, wish: Wish, before: Wish | null): Promise<void> {
  if (wish.id === null) {
    await tx.client.query(
      `insert into matter_wishes (matter_id, kind, nth, reason, until_on, asked_at, asked_by, asked_name, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [matter, wish.kind, wish.nth, wish.reason, wish.until, wish.askedAt, wish.askedBy, tx.actor.name, wish.state],
    )
    return
  }
  await tx.client.query('update matter_wishes set state = $2 where id = $1', [wish.id, wish.state])
  for (const [place, { by, granted, words, at }] of wish.decisions.entries()) {
    if (place < (before?.decisions.length ?? 0)) continue
    await tx.client.query(
      'insert into matter_decisions (wish_id, level, granted, words, at, by_id, by_name) values ($1, $2, $3, $4, $5, $6, $7)',
      [wish.id, place + 1, granted, words, at, by, tx.actor.name],
    )
  }
}
