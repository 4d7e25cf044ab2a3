import type pg from 'pg'
import { refuse } from '#kernel/refusal.ts'
import { createByBatch, rebuildByBatch } from './batch-rollup.ts'
import type { Ledger } from './ledger.ts'
import { ledgers } from './registry.ts'
import { rebuildRollup } from './rollup.ts'
import { type SqlNames, type StoredColumn, sqlNames } from './sql-names.ts'

/** What of a declaration the database has to follow. */
interface Shape {
  columns: { name: string; type: string; optional: boolean }[]
  key: string[]
  day: string
  rollup: string
  byBatch?: string
}

/**
 * Brings the tables of every declared ledger up to their declarations, after the migrations and under a lock. A new optional column and
 * a changed measure or dimension apply by themselves; anything else refuses `ledgers/shape-changed`. Answers the ledgers it touched.
 */
export async function ensureLedgerTables(client: pg.ClientBase, declared?: Iterable<Ledger>): Promise<string[]> {
  const touched: string[] = []
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('ledgers/shapes', 0))`)
    const { rows } = await client.query<{ ledger: string; shape: Shape }>('select ledger, shape from ledger_shapes')
    const before = new Map(rows.map((row) => [row.ledger, row.shape]))
    for (const ledger of declared ?? (await ledgers()).values()) {
      if (await ensure(client, ledger, before.get(ledger.name))) touched.push(ledger.name)
    }
    await client.query('commit')
    return touched
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function ensure(client: pg.ClientBase, ledger: Ledger, before: Shape | undefined): Promise<boolean> {
  const names = sqlNames(ledger)
  const shape = shapeOf(names)
  if (before && JSON.stringify(ordered(before)) === JSON.stringify(ordered(shape))) return false
  if (before) await alter(client, ledger, names, before, shape)
  else {
    await client.query(createTables(names) + createRollup(names))
    if (shape.byBatch) await client.query(shape.byBatch)
  }
  await client.query(
    `insert into ledger_shapes (ledger, shape) values ($1, $2)
     on conflict (ledger) do update set shape = excluded.shape, applied_at = now()`,
    [ledger.name, JSON.stringify(shape)],
  )
  await client.query('insert into ledger_versions (ledger) values ($1) on conflict do nothing', [ledger.name])
  return true
}

async function alter(
  client: pg.ClientBase,
  ledger: Ledger,
  names: SqlNames,
  before: Shape,
  shape: Shape,
): Promise<void> {
  const added = names.stored.filter((column) => !before.columns.some((known) => known.name === column.sql))
  const kept = shape.columns.filter((column) => !added.some((fresh) => fresh.sql === column.name))
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const alters = !same(sorted(kept), sorted(before.columns)) || !same(shape.key, before.key) || shape.day !== before.day
  if (alters || added.some((column) => !column.optional))
    refuse('ledgers/shape-changed', { ledger: ledger.name, changed: changesOf(before, shape) }, 503)
  for (const column of added) {
    await client.query(
      `alter table ${names.rows} add column ${define(column)}; alter table ${names.history} add column ${define(column)}`,
    )
  }
  if (shape.rollup !== before.rollup) {
    await client.query(`drop table ${names.rollup}; ${shape.rollup}`)
    await rebuildRollup(client, names)
  }
  if (shape.byBatch && shape.byBatch !== before.byBatch) {
    await client.query(`drop table if exists ${names.byBatch}`)
    await client.query(shape.byBatch)
    await rebuildByBatch(client, names)
  }
}

function changesOf(before: Shape, shape: Shape): string[] {
  const texts = (of: Shape) => [...of.columns.map((column) => JSON.stringify(column)), `key ${of.key}`, `day ${of.day}`]
  return [
    ...texts(shape).filter((text) => !texts(before).includes(text)),
    ...texts(before).filter((text) => !texts(shape).includes(text)),
  ]
}

function shapeOf(names: SqlNames): Shape {
  return {
    columns: names.stored.map((column) => ({ name: column.sql, type: column.type, optional: column.optional })),
    key: names.key,
    day: names.leaves ? `${names.day} by month` : names.day,
    rollup: createRollup(names),
    ...(names.byBatch ? { byBatch: createByBatch(names) } : {}),
  }
}

function ordered(shape: Shape): unknown {
  return [sorted(shape.columns), shape.key, shape.day, shape.rollup, shape.byBatch ?? null]
}

function sorted(columns: Shape['columns']): string[] {
  return columns.map(({ name, type, optional }) => `${name} ${type} ${optional}`).sort()
}

const systemColumns = `unit_code text collate "C" not null, batch_id bigint not null, version integer not null default 1, recorded_at timestamptz not null`

function createTables(names: SqlNames): string {
  const columns = names.stored.map(define).join(', ')
  if (names.leaves) return createParent(names, `${systemColumns}, ${columns}`)
  const dayIndex = names.key[0] === names.day ? '' : `create index on ${names.rows} (${names.day});`
  // Rows lie in the order they came, so that a block range index finds a batch, or what came since, at next to no cost.
  return `create table ${names.rows} (row_id bigint generated always as identity (cache 100) primary key, ${systemColumns}, ${columns}, unique (${names.key.join(', ')}));
    ${dayIndex}
    create index on ${names.rows} using brin (batch_id, recorded_at) with (pages_per_range = 32);
    create table ${names.history} (row_id bigint not null, ${systemColumns}, ${columns},
      replaced_at timestamptz not null, replaced_by bigint not null, replaced_why text not null check (replaced_why in ('corrected', 'withdrawn')));
    create index on ${names.history} (row_id);
    create index on ${names.history} (replaced_by);
    create index on ${names.history} (replaced_at);
    create index on ${names.history} (${names.day});`
}

/** The parent of a ledger's leaves, which come with their rows; old versions are found by their row, and block ranges tell when they were replaced. */
function createParent(names: SqlNames, columns: string): string {
  const sequence = names.rows.replace(/"$/, '_row_id"')
  return `create sequence ${sequence} cache 1000;
    create table ${names.rows} (row_id bigint not null default nextval('${sequence}'), ${columns}) partition by range (${names.day});
    alter sequence ${sequence} owned by ${names.rows}.row_id;
    create table ${names.history} (row_id bigint not null, ${columns},
      replaced_at timestamptz not null, replaced_by bigint not null, replaced_why text not null check (replaced_why in ('corrected', 'withdrawn')));
    create index on ${names.history} (row_id);
    create index on ${names.history} using brin (replaced_by, replaced_at, ${names.day}) with (pages_per_range = 32, autosummarize = on);`
}

function define(column: StoredColumn): string {
  const otherwise = column.otherwise === undefined ? '' : ` default '${column.otherwise}'`
  return `${column.sql} ${column.type}${otherwise}${column.optional ? '' : ' not null'}`
}

/** One row a day or month (level), unit and value of every dimension. Months make a year's figure a handful of rows. */
function createRollup(names: SqlNames): string {
  const dimensions = names.dimensions.map((dimension) => `${dimension.rolled} text collate "C" not null`)
  const sums = names.measures.flatMap((measure) => [
    ...(measure.sum ? [`${measure.sum} numeric not null`] : []),
    ...(measure.valued ? [`${measure.valued} bigint not null`] : []),
  ])
  const key = ['level', 'day', 'unit_code', ...names.dimensions.map((dimension) => dimension.rolled)]
  return `create table ${names.rollup} (${[`level "char" not null, day date not null, unit_code text collate "C" not null`, ...dimensions, 'rows bigint not null', ...sums, `primary key (${key.join(', ')})`].join(', ')}) with (fillfactor = 80);`
}
