import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { catalogueOf } from '#parts/indicators/indicators.ts'
import { dayOf, unitTree } from '#parts/org/org.ts'
import { claimAliases } from './tables.ts'

export interface Alias {
  id: number
  phrase: string
  /** code */
  indicator: string
  /** it holds in this unit and the units below */
  unit: string
  example: string
  chosenAt: string
  chosenBy: string
}

/** What people bound words to, for checks of an area: {@link phraseOf} a claim → indicator. The nearest unit's choice wins. */
export async function aliasesInForce(tx: Tx, area: string): Promise<Map<string, string>> {
  const way = await wayUp(tx, area)
  const rows = await rowsOf(tx, way)
  const outermostFirst = rows.toSorted((a, b) => way.indexOf(b.unit) - way.indexOf(a.unit))
  return new Map(outermostFirst.map(({ phrase, indicator }) => [phrase, indicator]))
}

/** The aliases that checks of an area use, latest first. */
export async function aliasesOf(tx: Tx, area: string): Promise<Alias[]> {
  const rows = await rowsOf(tx, await wayUp(tx, area))
  return rows.map(({ id, phrase, indicator, unit, example, chosenAt, chosenBy }) => ({
    ...{ id, phrase, indicator, unit, example, chosenBy },
    chosenAt: chosenAt.toISOString(),
  }))
}

export interface Choice {
  phrase: string
  indicator: string
  unit: string
  /** a sentence in which the words stood */
  example?: string | undefined
}

/**
 * Binds words to an indicator for a unit and the units below. A choice made before for the same words in that unit ends; the same
 * choice again changes nothing. Refuses `bulletins/alias-indicator` (404) for an indicator that is not in the catalogue.
 */
export async function chooseIndicator(tx: Tx, choice: Choice): Promise<{ id: number }> {
  const { phrase, indicator, unit, example = '' } = choice
  const { indicators } = await catalogueOf(tx)
  if (!indicators.some(({ code }) => code === indicator)) refuse('bulletins/alias-indicator', { indicator }, 404)
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`alias ${unit} ${phrase}`])
  const here = and(eq(claimAliases.phrase, phrase), eq(claimAliases.unit, unit), isNull(claimAliases.withdrawnAt))
  const [before] = await tx.db.select().from(claimAliases).where(here)
  if (before?.indicator === indicator) return { id: before.id }
  if (before) await end(tx, before.id)
  const [row] = await tx.db
    .insert(claimAliases)
    .values({ phrase, indicator, unit, example, chosenAt: tx.now, chosenById: tx.actor.id, chosenBy: tx.actor.name })
    .returning({ id: claimAliases.id })
  audit(tx, {
    ...{ action: 'bulletins/choose-indicator', subject: `alias:${row!.id}`, unit },
    ...(before ? { before: { phrase, indicator: before.indicator } } : {}),
    after: { phrase, indicator },
  })
  return { id: row!.id }
}

/** An alias in force; refuses `bulletins/alias-unknown` (404). */
export async function aliasNumbered(tx: Tx, id: number): Promise<{ phrase: string; indicator: string; unit: string }> {
  const [row] = await tx.db
    .select()
    .from(claimAliases)
    .where(and(eq(claimAliases.id, id), isNull(claimAliases.withdrawnAt)))
    .for('update')
  return row ?? refuse('bulletins/alias-unknown', { id }, 404)
}

/** Ends an alias: later checks do not use it. Refuses `bulletins/alias-unknown` (404). */
export async function withdrawAlias(tx: Tx, id: number): Promise<void> {
  const { phrase, indicator, unit } = await aliasNumbered(tx, id)
  await end(tx, id)
  audit(tx, { action: 'bulletins/withdraw-alias', subject: `alias:${id}`, unit, before: { phrase, indicator } })
}

async function end(tx: Tx, id: number): Promise<void> {
  await tx.db
    .update(claimAliases)
    .set({ withdrawnAt: tx.now, withdrawnById: tx.actor.id, withdrawnBy: tx.actor.name })
    .where(eq(claimAliases.id, id))
}

async function rowsOf(tx: Tx, units: readonly string[]) {
  return tx.db
    .select()
    .from(claimAliases)
    .where(and(inArray(claimAliases.unit, [...units]), isNull(claimAliases.withdrawnAt)))
    .orderBy(desc(claimAliases.id))
}

/** The unit and those above it, nearest first. */
async function wayUp(tx: Tx, area: string): Promise<string[]> {
  const above = new Map((await unitTree(tx, dayOf(tx.now))).map(({ code, parent }) => [code, parent]))
  const way: string[] = []
  for (let unit: string | null | undefined = area; unit && !way.includes(unit); unit = above.get(unit)) way.push(unit)
  return way
}
