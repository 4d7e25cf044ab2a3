import type { Tx } from '#kernel/db/work.ts'
import { addByBatch } from './batch-rollup.ts'
import { ensureLeaves } from './leaves.ts'
import type { Ledger } from './ledger.ts'
import { addToRollup } from './rollup.ts'
import { namesOf, type RowValues, rowValues, versionColumns } from './row-values.ts'
import type { SqlNames } from './sql-names.ts'

/** A checked row, values in the order of the ledger's columns. */
export interface FewRow {
  unit: string
  values: readonly (string | null)[]
}

/** What became of a row. `before` is what a corrected one said, and the batch that had brought it. */
export type Fate =
  | { outcome: 'entered' | 'unchanged' }
  | { outcome: 'corrected'; before: RowValues; batch: number }
  | { outcome: 'outside'; unit: string }

export interface FewAsked {
  batch: number
  moment: Date
  /** with different keys */
  rows: readonly FewRow[]
  /** units the sender may write to; absent when all */
  allowed?: ReadonlySet<string>
}

/**
 * Enters a few checked rows without a staging table, many times a second: new ones go in, changed ones leave their old version in the history,
 * equal ones stay, and the rollup follows, all as an import of a file does it. One batch may come here again and again. The caller holds the
 * ledger's lock.
 */
export async function enterRows(tx: Tx, ledger: Ledger, asked: FewAsked): Promise<Fate[]> {
  const names = namesOf(ledger)
  const given = givenOf(ledger, names, asked.rows)
  const day = Object.keys(ledger.columns).indexOf(ledger.day)
  await ensureLeaves(
    tx.client,
    names,
    asked.rows.map(({ values }) => values[day]!.slice(0, 7)),
  )
  const fates: Fate[] = asked.rows.map(() => ({ outcome: 'entered' }))
  const changed: Known[] = []
  for (const known of await knownOf(tx, ledger, names, given)) {
    const outside = asked.allowed && !asked.allowed.has(known.unit)
    if (outside) fates[known.place] = { outcome: 'outside', unit: known.unit }
    else if (!known.changed) fates[known.place] = { outcome: 'unchanged' }
    else {
      fates[known.place] = { outcome: 'corrected', before: known.before, batch: known.batch }
      changed.push(known)
    }
  }
  const fresh = fates.flatMap(({ outcome }, place) => (outcome === 'entered' ? [place] : []))
  if (changed.length > 0) await correct(tx, names, asked, given, changed)
  if (fresh.length > 0) await enter(tx, names, asked, given, fresh)
  if (fresh.length + changed.length > 0) await rollUp(tx, names, { given, fresh, changed, batch: asked.batch })
  return fates
}

/** The rows as one array a column, for `unnest`; `source` reads them back as a table with their place. */
interface Given {
  values: unknown[]
  source: string
}

function givenOf(ledger: Ledger, names: SqlNames, rows: readonly FewRow[]): Given {
  const columns = Object.entries(ledger.columns)
  const stored = names.stored.map(({ name }) => columns.findIndex(([column]) => column === name))
  const months = new Set(columns.flatMap(([, { kind }], place) => (kind === 'month' ? [place] : [])))
  const arrays = stored.map((place) =>
    rows.map(({ values }) => (months.has(place) && values[place] ? `${values[place]}-01` : (values[place] ?? null))),
  )
  const types = names.stored.map(({ type }) => type.replace(/ collate .*| default .*/, ''))
  const unnested = ['$1::int[]', '$2::text[]', ...types.map((type, index) => `$${index + 3}::${type}[]`)].join(', ')
  const named = ['place', 'unit_code', ...names.stored.map(({ sql }) => sql)].join(', ')
  return {
    values: [rows.map((_, place) => place), rows.map(({ unit }) => unit), ...arrays],
    source: `unnest(${unnested}) as s (${named})`,
  }
}

interface Known {
  place: number
  rowId: string
  version: number
  unit: string
  batch: number
  changed: boolean
  before: RowValues
}

async function knownOf(tx: Tx, ledger: Ledger, names: SqlNames, given: Given): Promise<Known[]> {
  const on = names.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  const compared = (alias: string) =>
    comparedColumns(names)
      .map((column) => `${alias}.${column}`)
      .join(', ')
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select s.place, (${compared('t')}) is distinct from (${compared('s')}) as changed, ${versionColumns(names, 't')}
     from ${given.source} join ${names.rows} t on ${on}`,
    given.values,
  )
  return rows.map((row) => ({
    place: Number(row['place']),
    rowId: String(row['row_id']),
    version: Number(row['version']),
    unit: String(row['unit_code']),
    batch: Number(row['batch_id']),
    changed: row['changed'] === true,
    before: rowValues(ledger, names, row),
  }))
}

/** A row's unit counts as changed only when rows can name units. */
function comparedColumns(names: SqlNames): string[] {
  return [...(names.namesUnit ? ['unit_code'] : []), ...names.stored.map((column) => column.sql)]
}

const storedOf = (names: SqlNames, alias = '') => names.stored.map((column) => `${alias}${column.sql}`).join(', ')

/** The old versions go into the history, then the rows say what was given. A row is found by its key, which any leaf's index serves. */
async function correct(tx: Tx, names: SqlNames, asked: FewAsked, given: Given, changed: readonly Known[]) {
  const { values, at } = bound(
    given,
    asked.batch,
    asked.moment,
    changed.map(({ place }) => place),
  )
  const on = names.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  const system = ['row_id', 'unit_code', 'batch_id', 'version', 'recorded_at']
  await tx.client.query(
    `insert into ${names.history} (${system.join(', ')}, ${storedOf(names)}, replaced_at, replaced_by, replaced_why)
     select ${system.map((column) => `t.${column}`).join(', ')}, ${storedOf(names, 't.')}, ${at(1)}, ${at(0)}, 'corrected'
     from ${given.source} join ${names.rows} t on ${on} where s.place = any(${at(2)}::int[])`,
    values,
  )
  const fresh = comparedColumns(names).filter((column) => !names.key.includes(column))
  await tx.client.query(
    `update ${names.rows} t set ${fresh.map((column) => `${column} = s.${column}`).join(', ')}, batch_id = ${at(0)}, version = t.version + 1, recorded_at = ${at(1)}
     from ${given.source} where ${on} and s.place = any(${at(2)}::int[])`,
    values,
  )
}

async function enter(tx: Tx, names: SqlNames, asked: FewAsked, given: Given, fresh: readonly number[]) {
  const { values, at } = bound(given, asked.batch, asked.moment, fresh)
  await tx.client.query(
    `insert into ${names.rows} (unit_code, batch_id, recorded_at, ${storedOf(names)})
     select s.unit_code, ${at(0)}, ${at(1)}, ${storedOf(names, 's.')} from ${given.source}
     where s.place = any(${at(2)}::int[]) order by ${names.key.map((column) => `s.${column}`).join(', ')}`,
    values,
  )
}

/**
 * What was entered and what corrected rows say now, less the versions that were replaced under the batch they had; a corrected row keeps its unit
 * unless it names one. Where a row was before, the batch is noted too, with nothing.
 */
async function rollUp(
  tx: Tx,
  names: SqlNames,
  of: { given: Given; fresh: readonly number[]; changed: readonly Known[]; batch: number },
): Promise<void> {
  const { given, fresh, changed, batch } = of
  const places = [...fresh, ...changed.map(({ place }) => place)]
  const units = [...fresh.map(() => null), ...changed.map(({ unit }) => (names.namesUnit ? null : unit))]
  const ids = changed.map(({ rowId }) => rowId)
  const { values, at } = bound(
    given,
    places,
    units,
    ids,
    changed.map(({ version }) => version),
  )
  const was = `h.unit_code, ${storedOf(names, 'h.')} from ${names.history} h
       join unnest(${at(2)}::bigint[], ${at(3)}::int[]) as old (row_id, version) on old.row_id = h.row_id and old.version = h.version`
  const signed = `select 1 as sign, ${batch}::bigint as batch_id, coalesce(n.unit_code, s.unit_code) as unit_code, ${storedOf(names, 's.')}
       from ${given.source} join unnest(${at(0)}::int[], ${at(1)}::text[]) as n (place, unit_code) on n.place = s.place
       union all select -1, h.batch_id, ${was}`
  await tx.client.query(addToRollup(names, signed), values)
  const noted = `${signed} union all select 0, ${batch}, ${was}`
  if (names.byBatch) await tx.client.query(addByBatch(names, noted), values)
}

/** Values beside those of the rows, with their places in the statement. */
function bound(given: Given, ...more: unknown[]): { values: unknown[]; at: (index: number) => string } {
  return { values: [...given.values, ...more], at: (index) => `$${given.values.length + index + 1}` }
}
