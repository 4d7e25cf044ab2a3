import { hash } from 'node:crypto'
import type { Tx } from '#kernel/db/work.ts'
import { dayAt } from '../engine/clock.ts'
import { columnsOf, passageColumns } from '../engine/keep-course.ts'
import type { FileRow } from './files.ts'
import type { Doer, Replayed } from './replay.ts'

/** A matter of the records with its number, ready to be kept. */
export interface Ready {
  ref: string
  number: string
  row: FileRow
  replayed: Replayed
}

/** Writes matters with their steps, passages, reporters, wishes and decisions, each table in one statement. */
export async function keepMatters(
  tx: Tx,
  set: number,
  all: readonly Ready[],
  cells: (ready: Ready) => string | null,
  doerOf: (id: string) => Doer,
): Promise<Map<string, number>> {
  const ids = await insertMatters(tx, set, all, cells)
  const id = ({ ref }: Ready) => ids.get(ref)!
  const each = <T>(of: (ready: Ready) => readonly T[]) =>
    all.flatMap((ready) => of(ready).map((one) => ({ ready, one })))
  await insert(
    tx,
    'matter_steps',
    each(({ replayed }) => replayed.steps).map(({ ready, one }) => stepColumns(id(ready), one)),
  )
  await insert(
    tx,
    'matter_stages',
    each(({ replayed }) => replayed.course.stages).map(({ ready, one }) => ({
      ...{ matter_id: id(ready), light: 0 },
      ...passageColumns(one),
    })),
  )
  await insert(
    tx,
    'matter_reporters',
    all.map((ready) => {
      const { course } = ready.replayed
      const into =
        course.mergedInto === null ? id(ready) : ids.get(all.find(({ number }) => number === course.mergedInto)!.ref)!
      return { reported: id(ready), matter_id: into, at: course.openedAt }
    }),
  )
  await keepWishes(
    tx,
    each(({ replayed }) => replayed.wishes).map(({ ready, one }) => ({ matter: id(ready), wish: one })),
    doerOf,
  )
  return ids
}

async function insertMatters(
  tx: Tx,
  set: number,
  all: readonly Ready[],
  cells: (ready: Ready) => string | null,
): Promise<Map<string, number>> {
  const rows = all.map((ready) => {
    const { ref, number, row, replayed } = ready
    const { course, steps } = replayed
    const columns = columnsOf(course)
    return {
      ...columns,
      ...{
        number,
        code: codeOf(ref, tx.secret),
        idempotency_key: `zone:${ref}`,
        inflow: course.inflow,
        source: row.text('source'),
      },
      ...{
        set_id: set,
        title: row.needed('title'),
        description: row.needed('description'),
        address: row.text('address'),
      },
      ...{
        longitude: Number(row.needed('longitude')),
        latitude: Number(row.needed('latitude')),
        community: row.text('community') || null,
      },
      ...{
        office: row.text('office') || null,
        cell: cells(ready),
        opened_by: row.text('opened_by') ? steps[0]!.by.id : null,
      },
    }
  })
  await insert(tx, 'matters', rows)
  const { rows: kept } = await tx.client.query<{ id: string; ref: string }>(
    "select id, substr(idempotency_key, 6) as ref from matters where idempotency_key like 'zone:%'",
  )
  const ids = new Map(kept.map(({ id, ref }) => [ref, Number(id)]))
  const numbers = new Map(all.map(({ number, ref }) => [number, ids.get(ref)!]))
  const merged = all.flatMap(({ ref, replayed: { course } }) =>
    course.mergedInto === null ? [] : [[ids.get(ref), numbers.get(course.mergedInto)]],
  )
  await tx.client.query(
    `update matters set merged_into = (pair ->> 1)::bigint from jsonb_array_elements($1::jsonb) as pair where id = (pair ->> 0)::bigint`,
    [JSON.stringify(merged)],
  )
  await keepLastNumbers(tx, all)
  return ids
}

/** Numbers that are given from now on go on where the records end. */
async function keepLastNumbers(tx: Tx, all: readonly Ready[]): Promise<void> {
  const last = new Map<string, number>()
  for (const { number, replayed } of all) {
    const day = dayAt(replayed.course.openedAt.getTime())
    last.set(day, Math.max(last.get(day) ?? 0, Number(number.slice(13))))
  }
  await tx.client.query(
    `insert into matter_numbers (day, last) select (pair ->> 0)::date, (pair ->> 1)::int from jsonb_array_elements($1::jsonb) as pair
     on conflict (day) do update set last = greatest(matter_numbers.last, excluded.last)`,
    [JSON.stringify([...last])],
  )
}

function stepColumns(matter: number, { deed, before, after, said, told, by }: Replayed['steps'][number]) {
  const { reason = '', words = '', ...rest } = said as { reason?: string; words?: string }
  return {
    ...{ matter_id: matter, version: after.version, deed, from_state: before?.state ?? null, to_state: after.state },
    ...{ from_unit: before?.liesWith ?? null, to_unit: after.liesWith, reason, words, told: told ?? '', said: rest },
    ...{ at: after.changedAt, by_id: by.id, by_name: by.name },
  }
}

async function keepWishes(
  tx: Tx,
  all: readonly { matter: number; wish: Replayed['wishes'][number] }[],
  doerOf: (id: string) => Doer,
): Promise<void> {
  await insert(
    tx,
    'matter_wishes',
    all.map(({ matter, wish }) => ({
      ...{ matter_id: matter, kind: wish.kind, nth: wish.nth, reason: wish.reason, until_on: wish.until },
      ...{ asked_at: wish.askedAt, asked_by: wish.askedBy, asked_name: doerOf(wish.askedBy).name, state: wish.state },
    })),
  )
  const decided = all.flatMap(({ matter, wish }) =>
    wish.decisions.map(({ by, granted, words, at }, place) => ({
      ...{ matter, asked: wish.askedAt, level: place + 1, granted, words, at, by_id: by, by_name: doerOf(by).name },
    })),
  )
  await tx.client.query(
    `insert into matter_decisions (wish_id, level, granted, words, at, by_id, by_name)
     select w.id, d.level, d.granted, d.words, d.at, d.by_id, d.by_name
     from jsonb_to_recordset($1::jsonb) as d (matter bigint, asked timestamptz, level int, granted boolean, words text, at timestamptz, by_id text, by_name text)
     join matter_wishes w on w.matter_id = d.matter and w.asked_at = d.asked`,
    [JSON.stringify(decided)],
  )
}

/** One statement for all rows of a table; columns that no row names keep their defaults. */
export async function insert(tx: Tx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {})
  if (names.length === 0) return
  await tx.client.query(
    `insert into ${table} (${names.join(', ')}) select ${names.map((name) => `r.${name}`).join(', ')}
     from jsonb_populate_recordset(null::${table}, $1::jsonb) as r`,
    [JSON.stringify(rows)],
  )
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A tracking code that nobody guesses without the installation's secret; the same records give the same codes. */
function codeOf(ref: string, secret: string): string {
  const digest = Buffer.from(hash('sha256', `matter of the records ${ref} ${secret}`), 'hex')
  return [...digest.subarray(0, 12)].map((byte) => letters[byte % 32]).join('')
}
