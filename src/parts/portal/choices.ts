import { desc } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { addDays, type Day } from '#kernel/period.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { openingDay } from '#parts/indicators/indicators.ts'
import { dayOf } from '#parts/org/org.ts'
import type { Choice, IndicatorTerms, Subject } from './choice-rule.ts'
import { openChoices } from './tables.ts'

/** What somebody decided about a subject. */
export interface Decided {
  subject: Subject
  open: boolean
  /** of an open indicator; nothing of others */
  terms?: IndicatorTerms | undefined
  reason: string
  origin: 'zone' | 'page'
}

/** Writes a choice or its end; what is in force already is not written again. Answers whether anything was. */
export async function choose(tx: Tx, decided: Decided): Promise<boolean> {
  const { subject, open, terms, reason, origin } = decided
  const before = (await choicesInForce(tx)).get(`${subject.kind} ${subject.subject}`)
  if ((before?.open ?? false) === open && (!open || sameTerms(before?.terms, terms))) return false
  await tx.db.insert(openChoices).values({
    ...{ ...subject, open, reason, origin, at: tx.now, byId: tx.actor.id, byName: tx.actor.name },
    ...(terms && open ? { since: terms.since, release: terms.release, delayDays: terms.delayDays } : {}),
  })
  audit(tx, {
    action: open ? 'portal/open' : 'portal/close',
    subject: `${subject.kind}:${subject.subject}`,
    ...(before ? { before: { open: before.open, ...before.terms } } : {}),
    after: { open, reason, ...(open ? terms : {}) },
  })
  return true
}

/** The last choice of every subject, by `kind subject`. */
export async function choicesInForce(tx: Pick<Tx, 'db'>): Promise<Map<string, Choice>> {
  const { kind, subject, id } = openChoices
  const rows = await tx.db.selectDistinctOn([kind, subject]).from(openChoices).orderBy(kind, subject, desc(id))
  return new Map(rows.map((row) => [`${row.kind} ${row.subject}`, choiceOf(row)]))
}

/** Every choice ever made, the last first. */
export async function choiceHistory(tx: Tx): Promise<Choice[]> {
  return (await tx.db.select().from(openChoices).orderBy(desc(openChoices.id))).map(choiceOf)
}

/**
 * The last day that is over: the eve of today; in a demonstration zone the day its records run up to. A period that ends later
 * is shown to nobody.
 */
export async function lastDayOver(tx: Tx): Promise<Day> {
  const demonstration = (await zoneOf(tx))?.demonstration ?? false
  return demonstration ? openingDay(tx) : addDays(dayOf(tx.now), -1)
}

function choiceOf(row: typeof openChoices.$inferSelect): Choice {
  const { id, kind, subject, open, reason, origin, byName, since, release, delayDays } = row
  const terms = since !== null && release !== null && delayDays !== null ? { since, release, delayDays } : undefined
  return {
    ...{ id, kind, subject, open, reason, origin, by: byName, at: row.at },
    ...(terms ? { terms } : {}),
  }
}

function sameTerms(one: IndicatorTerms | undefined, other: IndicatorTerms | undefined): boolean {
  return one?.since === other?.since && one?.release === other?.release && one?.delayDays === other?.delayDays
}
