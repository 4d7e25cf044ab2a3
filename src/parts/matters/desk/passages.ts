import type { Tx } from '#kernel/db/work.ts'
import { type Clock, countedUntil, deadline, type WorkingTime } from '../engine/clock.ts'
import type { Passage } from '../engine/course.ts'
import { type Matter, stagesOf } from '../engine/engine.ts'
import { timeRulesKept, workingTimeBy } from '../engine/time-rules.ts'
import { limitWords } from '../standards/limit-words.ts'
import { clockLines } from './clock-lines.ts'
import type { PassageShown } from './matter-shapes.ts'
import { said, type UnitOf } from './rows.ts'

interface Around {
  now: Date
  unit: UnitOf
}

/** Every passage through a stage: whose it was, what it was given, what it took, by how much it was late, and how its deadline comes about. */
export async function passagesShown(tx: Tx, matter: Matter, around: Around): Promise<PassageShown[]> {
  const passages = await stagesOf(tx, matter.id)
  const times = await timesOf(tx, passages)
  const names = await namesOf(tx, passages)
  return passages.map((passage) => {
    const end = passage.doneAt ?? around.now
    const time = times.get(passage.rules)
    return {
      ...{ nth: passage.nth, stage: passage.stage, outcome: passage.outcome, extensions: passage.extensions },
      unit: around.unit(passage.unit),
      person: passage.person === null ? null : (names.get(passage.person) ?? null),
      limit: passage.limit && limitWords(passage.limit),
      ...{ startedAt: passage.startedAt.toISOString(), warnAt: said(passage.warnAt) },
      ...{ dueAt: said(passage.dueAt), doneAt: said(passage.doneAt) },
      pauses: passage.pauses.map(([from, to]) => ({ from: from.toISOString(), to: said(to) })),
      lateMs: passage.dueAt === null ? 0 : Math.max(0, end.getTime() - passage.dueAt.getTime()),
      spentMs: end.getTime() - passage.startedAt.getTime() - pausedMs(passage, end),
      ...explained(passage, time, end),
    }
  })
}

function pausedMs({ pauses }: Passage, end: Date): number {
  return pauses.reduce((sum, [from, to]) => sum + ((to ?? end).getTime() - from.getTime()), 0)
}

type Explained = Pick<PassageShown, 'lines' | 'byDays' | 'moved' | 'used'>

/** Lines by the rules that the clock was set by. Where they no longer lead to the deadline that stands, that is told instead. */
function explained(passage: Passage, time: WorkingTime | undefined, end: Date): Explained {
  const { limit, dueAt, startedAt, extensions, pauses } = passage
  const byDays = limit?.reading === 'end-of-day' && limit.kind.endsWith('days')
  const stopped = pauses.some(([, to]) => to === null)
  if (!limit || !time || (!dueAt && !stopped)) return { lines: [], byDays, moved: false, used: null }
  const clock: Clock = { limit, startedAt, extensions, pauses }
  const due = deadline(clock, time)?.dueAt ?? null
  if (due?.getTime() !== dueAt?.getTime()) return { lines: [], byDays, moved: true, used: null }
  return {
    ...{ byDays, moved: false, used: byDays ? daysUsed(clock, time, end) : countedUntil(clock, time, end) / 60_000 },
    lines: (due ? clockLines(clock, time, due) : []).map((line) => ({
      ...line,
      from: line.from.toISOString(),
      to: line.to.toISOString(),
    })),
  }
}

/** Whole days that counted before the one in which it ended. */
function daysUsed(clock: Clock, time: WorkingTime, end: Date): number {
  const gone = clockLines(clock, time, end).filter(({ to }) => to <= end)
  return gone.reduce((sum, { counted }) => sum + counted, 0)
}

async function timesOf(tx: Tx, passages: readonly Passage[]): Promise<Map<number, WorkingTime>> {
  const wanted = new Set(passages.map(({ rules }) => rules))
  const kept = (await timeRulesKept(tx)).filter(({ id }) => wanted.has(id))
  return new Map(await Promise.all(kept.map(async (rules) => [rules.id, await workingTimeBy(tx, rules)] as const)))
}

async function namesOf(tx: Tx, passages: readonly Passage[]): Promise<Map<string, string>> {
  const ids = passages.flatMap(({ person }) => person ?? [])
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    'select id::text, name from users where id::text = any($1)',
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
