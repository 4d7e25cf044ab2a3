import type { Words } from '#kernel/i18n/words.ts'

/** The stages of GB/T 30428 as evaluation counts them, and two moments: the report and the registering (case) of a matter. */
export const stagesCounted = [
  'report',
  'accept',
  'verify',
  'register',
  'case',
  'dispatch',
  'handle',
  'send-check',
  'check',
  'close',
] as const
export type StageCounted = (typeof stagesCounted)[number]

/**
 * One piece of work that evaluation counts: a stage of one matter that one unit or one person had in hand. Moments are
 * milliseconds since 1970; `handle` is one entry for a matter and the unit that answers for it.
 */
export interface Entry {
  stage: StageCounted
  startedAt: number
  dueAt: number | null
  /** when it was first done: of `handle`, the first hand-back */
  firstDoneAt: number | null
  /** when it was done so that it still stands: of `handle`, null while the matter is being handled again after a failed check */
  doneAt: number | null
  /** the matter was registered (立案) */
  registered: boolean
  /** the matter was registered and written off afterwards (作废) */
  cancelled: boolean
  /** closed after a check that passed, be it for a stage (阶段性办结); a forced close does not count */
  closed: boolean
  /** checks that failed and sent the matter back to the unit */
  reworks: number
  /** the dispatch went to a unit that sent it back, and another unit got it */
  redispatched: boolean
  /** an appeal was granted: the lateness stays a fact and no longer counts */
  exempt: boolean
  /** suspended (挂账) at the moment of evaluation: not due meanwhile */
  suspended: boolean
  /** who brought the matter: an inspector on patrol, the public, or an office above */
  origin: 'patrol' | 'public' | 'above'
}

interface Condition {
  words: Words
  holds(entry: Entry, asOf: number): boolean
  /** the same over the columns of entries-sql.ts */
  sql: string
}

const inTime = (entry: Entry) =>
  entry.doneAt !== null && (entry.exempt || entry.dueAt === null || entry.doneAt <= entry.dueAt)
const overdue = (entry: Entry, asOf: number) =>
  entry.doneAt === null && !entry.suspended && !entry.exempt && entry.dueAt !== null && entry.dueAt < asOf
const due = (entry: Entry, asOf: number) => entry.firstDoneAt !== null || overdue(entry, asOf)

const inTimeSql = '(done_at is not null and (exempt or due_at is null or done_at <= due_at))'
const overdueSql = '(done_at is null and not suspended and not exempt and due_at is not null and due_at < as_of)'

/** What can be asked of an entry, each said once. Lateness is judged at the unit's hand-back, never at the close. */
export const conditions = {
  any: { words: { zh: '全部', en: 'all' }, holds: () => true, sql: 'true' },
  patrol: {
    words: { zh: '监督员巡查上报', en: 'reported by an inspector on patrol' },
    holds: (entry) => entry.origin === 'patrol',
    sql: "origin = 'patrol'",
  },
  public: {
    words: { zh: '公众举报', en: 'reported by the public' },
    holds: (entry) => entry.origin === 'public',
    sql: "origin = 'public'",
  },
  registered: { words: { zh: '已立案', en: 'registered' }, holds: (entry) => entry.registered, sql: 'registered' },
  cancelled: {
    words: { zh: '立案后作废', en: 'registered and written off' },
    holds: (entry) => entry.registered && entry.cancelled,
    sql: 'registered and cancelled',
  },
  accurate: {
    words: { zh: '立案且未作废', en: 'registered and not written off' },
    holds: (entry) => entry.registered && !entry.cancelled,
    sql: 'registered and not cancelled',
  },
  due: {
    words: { zh: '已办出，或到期未办（挂账中除外）', en: 'done, or overdue and not done (unless suspended)' },
    holds: due,
    sql: `(first_done_at is not null or ${overdueSql})`,
  },
  done: {
    words: { zh: '已办出', en: 'done' },
    holds: (entry) => entry.firstDoneAt !== null,
    sql: 'first_done_at is not null',
  },
  'in-time': {
    words: {
      zh: '在时限内办出（申诉成立的超期不计）',
      en: 'done within the limit (lateness excused on appeal not counted)',
    },
    holds: inTime,
    sql: inTimeSql,
  },
  late: {
    words: { zh: '已办出但超过时限', en: 'done after the limit' },
    holds: (entry, asOf) =>
      entry.firstDoneAt !== null && (entry.doneAt === null ? overdue(entry, asOf) : !inTime(entry)),
    sql: `(first_done_at is not null and case when done_at is null then ${overdueSql} else not ${inTimeSql} end)`,
  },
  'overdue-undone': {
    words: { zh: '超期仍未办出', en: 'overdue and not done' },
    holds: (entry, asOf) => entry.firstDoneAt === null && overdue(entry, asOf),
    sql: `(first_done_at is null and ${overdueSql})`,
  },
  closed: {
    words: { zh: '核查通过并结案（含阶段性办结）', en: 'checked and closed, be it for a stage' },
    holds: (entry) => entry.closed,
    sql: 'closed',
  },
  'closed-in-time': {
    words: { zh: '在时限内办出并已结案', en: 'done within the limit, and closed' },
    holds: (entry) => entry.closed && inTime(entry),
    sql: `(closed and ${inTimeSql})`,
  },
  reworked: {
    words: { zh: '核查未通过而返工', en: 'sent back after a failed check' },
    holds: (entry) => entry.reworks > 0,
    sql: 'reworks > 0',
  },
  'not-redispatched': {
    words: { zh: '没有改派其他单位', en: 'not dispatched again to another unit' },
    holds: (entry) => entry.doneAt !== null && !entry.redispatched,
    sql: 'done_at is not null and not redispatched',
  },
} as const satisfies Record<string, Condition>

export type ConditionName = keyof typeof conditions
