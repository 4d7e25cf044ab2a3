import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import type { IndicatorDeclaration } from './declaration.ts'
import type { FormulaVersion } from './formula.ts'
import { parseFormula } from './formula-parse.ts'
import { nearestNames } from './nearest-names.ts'

/** An indicator in force, its formulas read. */
export interface Indicator extends IndicatorDeclaration {
  version: number
  versions: readonly FormulaVersion[]
}

export interface Catalogue {
  /** changes when any declaration does */
  key: string
  /** in the order of the files */
  indicators: readonly Indicator[]
  byCode: ReadonlyMap<string, Indicator>
}

interface Stored {
  version: number
  declaration: IndicatorDeclaration
}

// Catalogues are read from rows that are never edited, so that one read of them holds as long as no row is added.
const kept = new Map<string, Catalogue>()
const KEPT = 8

/**
 * The catalogue as it is, or as it was at a moment (the first version of what was declared only later). Costs one short query
 * while nothing is loaded.
 */
export async function catalogueOf(tx: Pick<Tx, 'client'>, asOf?: Date): Promise<Catalogue> {
  const at = asOf ?? null
  const { rows } = await tx.client.query<{ key: string }>(
    `select concat_ws('/', current_database(), (select oid from pg_database where datname = current_database()),
       max(id), max(id) filter (where loaded_at <= $1), extract(epoch from max(loaded_at))) as key from indicator_versions`,
    [at],
  )
  const { key } = rows[0]!
  const known = kept.get(key)
  if (known) return known
  const read = catalogueFrom(key, await storedOn(tx, at))
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, read)
  return read
}

/** The indicator of that code, Chinese name or alias; refuses `indicators/unknown` (404) with the nearest codes. */
export function indicatorIn(catalogue: Catalogue, asked: string): Indicator {
  return catalogue.byCode.get(asked) ?? byName(catalogue, asked) ?? unknown(catalogue, asked)
}

/** Reads declarations into a catalogue; refuses 'indicators/formula-unreadable'. */
export function catalogueFrom(key: string, stored: readonly Stored[]): Catalogue {
  const indicators = stored.map(({ version, declaration }) => ({
    ...declaration,
    version,
    versions: declaration.formulas.map(({ from, expression }) => ({ from, expression: parseFormula(expression) })),
  }))
  return { key, indicators, byCode: new Map(indicators.map((indicator) => [indicator.code, indicator])) }
}

async function storedOn(tx: Pick<Tx, 'client'>, at: Date | null): Promise<Stored[]> {
  const { rows } = await tx.client.query<Stored>(
    `select version, declaration from (
       select distinct on (code) code, version, declaration, ordinal from indicator_versions
       order by code, ($1::timestamptz is null or loaded_at <= $1) desc,
         case when $1::timestamptz is null or loaded_at <= $1 then version end desc nulls last, version
     ) as latest order by ordinal, code`,
    [at],
  )
  return rows
}

function byName(catalogue: Catalogue, asked: string): Indicator | undefined {
  const wanted = asked.trim().toLowerCase()
  const named = catalogue.indicators.filter(({ name, aliases }) =>
    [name.zh, name.en, ...aliases].some((word) => word.toLowerCase() === wanted),
  )
  return named.length === 1 ? named[0] : undefined
}

function unknown(catalogue: Catalogue, asked: string): never {
  const containing = catalogue.indicators.filter(
    ({ code, name, aliases }) => asked.length > 1 && [code, name.zh, ...aliases].some((word) => word.includes(asked)),
  )
  const nearest = nearestNames(asked, [...catalogue.byCode.keys()])
  const suggested = [...new Set([...nearest, ...containing.map(({ code }) => code)])].slice(0, 3)
  return refuse(
    'indicators/unknown',
    { indicator: asked, nearest: suggested.length > 0 ? suggested.join(' · ') : '—' },
    404,
  )
}
