import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import type { ClockKind, Reading } from './clock.ts'
import type { Course, Passage, Wish } from './course.ts'
import type { Aside, Inflow, Stage, State } from './states.ts'

/** A matter as it stands: its course without the passages, and what was said of it. */
export interface Matter extends Omit<Course, 'stages' | 'wish' | 'mergedInto'> {
  id: number
  number: string
  code: string
  externalReference: string | null
  source: string
  set: number
  title: string
  description: string
  longitude: number | null
  latitude: number | null
  address: string
  community: string | null
  office: string | null
  cell: string | null
  openedBy: string | null
  /** clock of the stage it is in */
  startedAt: Date
  warnAt: Date | null
  dueAt: Date | null
  pausedAt: Date | null
  /** end of the handling limit, once it has been dispatched */
  limitDueAt: Date | null
  mergedInto: number | null
}

type Row = Record<string, unknown>
const bigint = (value: unknown) => (value === null ? null : Number(value))

/** Reads matters by a condition on `m`, in the order that it may end with. */
export async function mattersWhere(
  tx: Pick<Tx, 'client'>,
  condition: string,
  values: readonly unknown[],
): Promise<Matter[]> {
  const { rows } = await tx.client.query<Row>(
    `select m.*, m.suspended_until::text as suspended_until, m.promised_on::text as promised_on from matters m where ${condition}`,
    [...values],
  )
  return rows.map(matterFrom)
}

function matterFrom(row: Row): Matter {
  const at = (name: string) => row[name] as Date | null
  const text = (name: string) => row[name] as string | null
  const count = (name: string) => Number(row[name])
  return {
    ...{ id: count('id'), number: text('number')!, code: text('code')!, externalReference: text('external_reference') },
    ...{ inflow: row['inflow'] as Inflow, source: text('source')!, category: text('category')!, set: count('set_id') },
    ...{ standard: bigint(row['standard_id']), title: text('title')!, description: text('description')! },
    ...{ longitude: row['longitude'] as number | null, latitude: row['latitude'] as number | null },
    ...{ address: text('address')!, community: text('community'), office: text('office'), cell: text('cell') },
    ...{ openedBy: text('opened_by'), state: row['state'] as State, aside: row['aside'] as Aside | null },
    ...{ version: count('version'), liesWith: text('lies_with')!, dutyUnit: text('duty_unit') },
    ...{ assignedTo: text('assigned_to'), resumesTo: row['resumes_to'] as State | null },
    ...{ suspendedUntil: text('suspended_until') as Day | null, promisedOn: text('promised_on') as Day | null },
    ...{ startedAt: at('started_at')!, warnAt: at('warn_at'), dueAt: at('due_at'), pausedAt: at('paused_at') },
    ...{ limitDueAt: at('limit_due_at'), openedAt: at('opened_at')!, verified: row['verified'] as boolean | null },
    ...{ registeredAt: at('registered_at'), dispatchedAt: at('dispatched_at'), closedAt: at('closed_at') },
    ...{
      firstHandedBackAt: at('first_handed_back_at'),
      handedBackAt: at('handed_back_at'),
      changedAt: at('changed_at')!,
    },
    ...{
      rework: count('rework'),
      returned: count('returned'),
      reopened: count('reopened'),
      extended: count('extended'),
    },
    ...{ suspendedMs: count('suspended_ms'), suspensions: count('suspensions'), appeals: count('appeals') },
    ...{ overdue: row['overdue'] as boolean, timeoutExempt: row['timeout_exempt'] as boolean },
    ...{ mergedInto: bigint(row['merged_into']), handlers: row['handlers'] as string[] },
  }
}

/** Passages of a matter in the order they began. */
export async function stagesOf(tx: Pick<Tx, 'client'>, matter: number): Promise<Passage[]> {
  const { rows } = await tx.client.query<Row>('select * from matter_stages where matter_id = $1 order by nth', [matter])
  return rows.map((row) => ({
    ...{ nth: Number(row['nth']), stage: row['stage'] as Stage, unit: row['unit_code'] as string },
    ...{
      person: row['person_id'] as string | null,
      rules: Number(row['rules_id']),
      calendar: row['calendar'] as string,
    },
    limit:
      row['amount'] === null
        ? null
        : { amount: Number(row['amount']), kind: row['kind'] as ClockKind, reading: row['reading'] as Reading },
    startedAt: row['started_at'] as Date,
    pauses: (row['pauses'] as [string, string | null][]).map(([from, to]) => [
      new Date(from),
      to === null ? null : new Date(to),
    ]),
    ...{ extensions: Number(row['extensions']), warnAt: row['warn_at'] as Date | null },
    ...{ dueAt: row['due_at'] as Date | null, doneAt: row['done_at'] as Date | null },
    outcome: row['outcome'] as Passage['outcome'],
  }))
}

/** Wishes of a matter with their decisions, oldest first. */
export async function wishesOf(
  tx: Pick<Tx, 'client'>,
  matter: number,
): Promise<(Wish & { id: number; askedName: string })[]> {
  const { rows } = await tx.client.query<Row>(
    `select w.*, w.until_on::text as until_on, coalesce((select jsonb_agg(jsonb_build_object(
       'by', d.by_id, 'byName', d.by_name, 'granted', d.granted, 'words', d.words, 'at', d.at) order by d.level)
       from matter_decisions d where d.wish_id = w.id), '[]') as decisions
     from matter_wishes w where w.matter_id = $1 order by w.id`,
    [matter],
  )
  return rows.map((row) => ({
    ...{ id: Number(row['id']), kind: row['kind'] as Wish['kind'], nth: Number(row['nth']) },
    ...{ reason: row['reason'] as string, until: row['until_on'] as Day | null, askedAt: row['asked_at'] as Date },
    ...{ askedBy: row['asked_by'] as string, askedName: row['asked_name'] as string },
    state: row['state'] as Wish['state'],
    decisions: (row['decisions'] as (Wish['decisions'][number] & { at: string })[]).map((one) => ({
      ...one,
      at: new Date(one.at),
    })),
  }))
}

/** The course of a matter, ready to be advanced. */
export async function courseOf(tx: Pick<Tx, 'client'>, matter: Matter): Promise<Course> {
  const wishes = await wishesOf(tx, matter.id)
  const mergedInto = matter.mergedInto === null ? null : String(matter.mergedInto)
  return { ...matter, mergedInto, wish: wishes.at(-1) ?? null, stages: await stagesOf(tx, matter.id) }
}
